#include "text/grammar.hpp"

#include <algorithm>
#include <array>

// When and how much. A timescale's own reading works out days; this only finds the words in a sentence.

namespace plumbline::text {
namespace {

bool has_letter(std::string_view norm) {
    return std::ranges::any_of(norm, [](char c) { return c >= 'a' && c <= 'z'; });
}

class Finder {
public:
    Finder(const Grammar& grammar, Index begin, Index end) : g_{grammar}, begin_{begin}, end_{end} {}

    Range time() const {
        for (Index i = begin_; i < end_; ++i) {
            Index last = time_at(i);
            if (last == i) continue;
            for (Index next = joined(last); next < end_ && time_at(next) != next;
                 next = joined(last)) // "by 3 May at 10am"
                last = time_at(next);
            return {i, last};
        }
        return {};
    }

    Range amount() const {
        Range best;
        for (Index i = begin_; i < end_; ++i) {
            Index last = amount_at(i);
            if (last == i) continue;
            for (Index next = joined(last); next < end_ && amount_at(next) != next; next = joined(last))
                last = amount_at(next);
            const Index first = i > begin_ && graded(i - 1) ? i - 1 : i;
            if (best.empty() || last - first > best.end - best.begin) best = {first, last};
            i = last - 1;
        }
        return best;
    }

private:
    bool in(Index i, Family family) const {
        return i < end_ && g_.in(i, family) && g_.part(i) != Part::modal;
    }
    bool is(Index i, std::string_view norm) const { return i < end_ && g_.is(i, norm); }
    bool number(Index i) const { return i < end_ && g_.part(i) == Part::number; }

    /// After what may join two parts of one expression: a comma, "and", "of", "then".
    Index joined(Index i) const {
        return is(i, ",") || is(i, "and") || is(i, "&") || is(i, "-") || is(i, "/") || is(i, "+") ? i + 1 : i;
    }

    /// "06.03.24", "12/5", "2024-03-06", "6th", "28-jun-24"
    bool date(Index i) const {
        if (!number(i) || g_.token(i).kind != TokenKind::number) return false;
        const std::string& norm = g_.token(i).norm;
        const auto marks =
            std::ranges::count_if(norm, [](char c) { return c == '.' || c == '/' || c == '-'; });
        if (marks == 2) return !norm.starts_with("£");
        if (norm.ends_with("th") || norm.ends_with("st") || norm.ends_with("nd") || norm.ends_with("rd"))
            return in(i + 1, calendar) || i + 1 >= end_ ||
                   (g_.part(i + 1) != Part::noun && g_.part(i + 1) != Part::adjective);
        const auto slash = norm.find('/');
        const bool period = norm.ends_with("/52") || norm.ends_with("/12") || norm.ends_with("/7");
        const bool score = norm.ends_with("/10") && !(i > 0 && g_.in(i - 1, reaching)); // "feeling 3/10"
        return slash <= 2 && norm.size() <= 5 && !period && !score && !has_letter(norm);
    }
    bool period_shorthand(Index i) const { // 6/52: six weeks
        if (!number(i)) return false;
        const std::string& norm = g_.token(i).norm;
        return norm.ends_with("/52") || norm.ends_with("/12") || norm.ends_with("/7");
    }
    bool clock(Index i) const { // 4pm, 10.30am, 16:00
        if (!number(i)) return false;
        const std::string& norm = g_.token(i).norm;
        return (i > 0 && tells_clock(i - 1) && norm.size() < 6 && !counts_something(i)) ||
               norm.ends_with("am") || norm.ends_with("pm") || norm.find(':') != std::string::npos ||
               is(i + 1, "am") || is(i + 1, "pm") || is(i + 1, "o'clock");
    }
    bool tells_clock(Index i) const {
        return is(i, "at") || is(i, "by") || is(i, "until") || is(i, "till") || is(i, "til");
    }
    bool counts_something(Index i) const {
        return i + 1 < end_ &&
               (g_.part(i + 1) == Part::noun || g_.part(i + 1) == Part::adjective || is(i + 1, "of"));
    }
    bool attached_time_unit(Index i) const { // 2hrs, 10mins, 6wks
        if (!number(i) || g_.token(i).kind != TokenKind::number) return false;
        const std::string_view norm = g_.token(i).norm;
        const auto unit = norm.substr(std::min(norm.find_first_not_of("0123456789.-+"), norm.size()));
        return unit.size() > 1 && find_word(unit).is(time_unit);
    }
    bool year(Index i) const {
        return number(i) && g_.token(i).norm.size() == 4 && !has_letter(g_.token(i).norm) &&
               g_.token(i).norm[0] == '2';
    }

    /// The day or occasion that a time names, from `i`; `i` when there is none.
    Index point_at(Index i) const {
        Index at = i;
        while (at < end_ &&
               (g_.part(at) == Part::determiner || g_.part(at) == Part::possessive || is(at, "end") ||
                is(at, "start") || is(at, "beginning") || is(at, "of") || is(at, "next") || is(at, "last") ||
                is(at, "first") || is(at, "mid") || is(at, "early") || is(at, "late") ||
                g_.word(at).clitic == Clitic::s || (g_.part(at) == Part::adjective && at > i)))
            ++at;
        if (at < end_ && (is(at, "january") || date(at) || in(at, calendar))) return after_date(at);
        if (number(at) && in(at + 1, calendar)) return after_date(at + 1);
        if (number(at) && in(at + 1, time_unit)) return at + 2;
        if (number(at) && at + 2 < end_ && in(at + 2, time_unit) && g_.part(at + 1) != Part::mark)
            return at + 3; // 10 working days
        if (attached_time_unit(at) || period_shorthand(at)) return at + 1;
        if (clock(at)) return at + (is(at + 1, "am") || is(at + 1, "pm") || is(at + 1, "o'clock") ? 2 : 1);
        if (number(at) && at > i && g_.token(at).kind == TokenKind::number && is(at - 1, "w/c"))
            return after_date(at);
        return occasion_end(at, at > i);
    }

    /// "June review", "core group", "half term", "18th birthday"
    Index occasion_end(Index at, bool introduced) const {
        Index last = at;
        for (Index i = at; i < end_ && i < at + 4; ++i) {
            const bool week_of_it = i > at && last == i && in(i, time_unit); // "mock week"
            if (in(i, occasion) || week_of_it || (is(i, "group") && i > 0 && is(i - 1, "core")))
                last = i + 1;
            else if (!g_.nominal(i) || g_.part(i) == Part::pronoun)
                break;
        }
        if (last > at) return last;
        if (introduced && in(at, time_unit) && !is(at, "minutes") && !is(at, "minute")) return at + 1;
        return at; // a determiner alone names no time
    }

    Index after_date(Index i) const {
        ++i;
        while (i < end_ &&
               (in(i, calendar) || date(i) || year(i) || (number(i) && i > 0 && in(i - 1, calendar)) ||
                (in(i, occasion) && g_.nominal(i)) || is(i, "term") || is(i, "holidays")))
            ++i;
        return i;
    }

    Index time_at(Index i) const {
        if (date(i) || (number(i) && in(i + 1, calendar))) return after_date(i);
        if (clock(i)) return point_at(i);
        if (in(i, calendar) && g_.token(i).kind == TokenKind::word && !plural_day(i)) return bare_day(i);
        if (is(i, "next") || is(i, "last") ||
            (is(i, "this") && (in(i + 1, time_unit) || in(i + 1, calendar)))) {
            const Index end = point_at(i);
            return end > i + 1 ? month_of(end) : i;
        }
        if (!in(i, reaching)) return i;
        Index point = i + 1;
        if (point >= end_) return i;
        const Index end = point_at(point);
        if (end > point && names_time(point, end, is(i, "for"))) return month_of(end);
        const bool with_any_noun = is(i, "before") || is(i, "until") || is(i, "till") || is(i, "til") ||
                                   is(i, "after") || is(i, "during") || is(i, "since") ||
                                   is(i, "throughout") || is(i, "w/c");
        return with_any_noun ? noun_end(point, i) : i;
    }

    /// "the first Monday of the month"
    Index month_of(Index end) const {
        if (!is(end, "of") && !is(end, "in")) return end;
        Index at = end + 1;
        while (at < end_ &&
               (g_.part(at) == Part::determiner || g_.part(at) == Part::adjective || is(at, "next")))
            ++at;
        return in(at, time_unit) || in(at, calendar) ? after_date(at) : end;
    }

    /// "until discharge", "before the hospital appointment": up to the end of the noun phrase; `none` without
    /// a noun.
    Index noun_end(Index from, Index none) const {
        Index at = from;
        while (at < end_ && at < from + 5 && g_.nominal(at) &&
               !(at > from && g_.part(at - 1) == Part::noun && g_.token(at).capital))
            ++at;
        return at > from && g_.noun_like(at - 1) && g_.part(at - 1) != Part::pronoun ? at : none;
    }

    bool names_time(Index begin, Index end, bool length_only) const {
        for (Index i = begin; i < end; ++i)
            if (in(i, calendar) || in(i, time_unit) ||
                (!length_only && (in(i, occasion) || (is(i, "group") && i > 0 && is(i - 1, "core")))) ||
                date(i) || clock(i) || attached_time_unit(i) || period_shorthand(i))
                return true;
        return false;
    }

    /// A day without a preposition: not of "every Saturday", which is how often, nor of "Saturday club".
    Index bare_day(Index i) const {
        if (i > 0 && (is(i - 1, "every") || is(i - 1, "each") || is(i - 1, "other") ||
                      is(i - 1, "alternate") || is(i - 1, "per")))
            return i;
        const Index end = after_date(i);
        const bool names_more = end < end_ && (g_.part(end) == Part::noun || g_.part(end) == Part::name) &&
                                !in(end, time_unit) && !g_.somebody(end);
        return names_more && end == i + 1 ? i : end;
    }

    bool plural_day(Index i) const { return g_.token(i).norm.ends_with("days") && in(i, calendar); }

    /// "a week", "per day", "every other Saturday"
    Index rate_end(Index i) const {
        if (is(i, "a") || is(i, "an") || is(i, "per") || is(i, "each") || is(i, "every") || is(i, "/") ||
            is(i, "alternate")) {
            Index at = i + 1;
            while (at < end_ &&
                   (is(at, "other") || is(at, "single") || is(at, "school") || is(at, "working") ||
                    is(at, "second") || (number(at) && at + 1 < end_ && in(at + 1, time_unit)) ||
                    g_.part(at) == Part::adjective))
                ++at;
            if (in(at, time_unit) || in(at, calendar) || (at < end_ && is(at, "term"))) return at + 1;
            if (period_shorthand(at)) return at + 1;
        }
        return i;
    }

    Index amount_at(Index i) const {
        if (in(i, frequency) || plural_day(i)) return i + 1;
        if (is(i, "each") || is(i, "every") || is(i, "alternate") || is(i, "per")) return rate_end(i);
        if (!number(i) || date(i) || clock(i) || year(i) || !counts(i)) return i;
        if (i > begin_ && graded(i - 1)) return i + 1;
        if (in(i + 1, calendar) && g_.token(i).kind == TokenKind::number) return i;
        if (in(i + 1, time_unit) && i > begin_ && g_.in(i - 1, reaching) && !is(i - 1, "for"))
            return i; // within 6 weeks
        return counted_end(i);
    }

    bool graded(Index i) const { return is(i, "grade") || is(i, "level") || is(i, "score") || is(i, "band"); }

    /// Not the number of a year, a flat or a telephone, nor "one of them".
    bool counts(Index i) const {
        static constexpr std::array<std::string_view, 17> labels{
            "block", "bus",     "flat", "no",    "number", "option", "part", "reg", "regulation",
            "room",  "section", "set",  "stage", "step",   "unit",   "year", "yr"};
        if (i > 0 && std::ranges::find(labels, g_.token(i - 1).norm) != labels.end()) return false;
        if (is(i, "one")) {
            const bool noun_follows = i + 1 < end_ && (g_.part(i + 1) == Part::noun ||
                                                       g_.part(i + 1) == Part::adjective || in(i + 1, unit));
            return noun_follows && (i == begin_ || (g_.part(i - 1) != Part::determiner &&
                                                    g_.part(i - 1) != Part::possessive));
        }
        const std::string& norm = g_.token(i).norm;
        if (norm == "999" || norm == "101" || norm == "111" || norm == "112") return false;
        return norm.size() < 6 || !std::ranges::all_of(norm, [](char c) { return c >= '0' && c <= '9'; });
    }

    /// "6 of the 8 sessions"
    Index of_number(Index at) const {
        if (!is(at, "of")) return at;
        const Index next = at + (at + 1 < end_ && g_.part(at + 1) == Part::determiner ? 2 : 1);
        return number(next) ? next + 1 : at;
    }

    /// A number with what it counts: "3 sessions", "ten Freedom Programme sessions", "2 hrs a week", "4 days
    /// out of 5".
    Index counted_end(Index i) const {
        Index at = i + 1;
        if (is(at, "x") || is(at, "times"))
            ++at;
        else if (is(at, "out") && is(at + 1, "of") && number(at + 2))
            at += 3;
        else if (const Index whole = of_number(at); whole > at)
            at = counted_end(whole - 1);
        else {
            Index noun = at;
            while (noun < end_ && noun < at + 4 &&
                   (g_.part(noun) == Part::adjective || g_.part(noun) == Part::noun ||
                    g_.part(noun) == Part::name) &&
                   !g_.in(noun, frequency)) {
                ++noun;
                if (in(noun - 1, unit)) break;
            }
            at = noun;
            if (is(at, "out") && is(at + 1, "of") && number(at + 2)) at += 3;
        }
        const Index rate = rate_end(at);
        return rate > at ? rate : at;
    }

    const Grammar& g_;
    Index begin_, end_;
};

} // namespace

Range find_time(const Grammar& grammar, Index begin, Index end) {
    return Finder{grammar, begin, end}.time();
}

Range find_amount(const Grammar& grammar, Index begin, Index end) {
    return Finder{grammar, begin, end}.amount();
}

} // namespace plumbline::text
