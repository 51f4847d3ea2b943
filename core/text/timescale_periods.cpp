#include "text/timescale_amounts.hpp"

#include <array>

namespace plumbline::text::timescales {

namespace {

constexpr std::array lengths{
    // what a period is the length of, having no start here
    std::string_view(
        "waiting|wait|queue|delay|backlog|sentence|suspension|exclusion|tenancy|licence|notice|history|gap"),
    std::string_view("waiting list|time|lists"),
    std::string_view("ago|overdue|late|behind|early|already"),
};
constexpr std::array old{std::string_view("old|olds|pregnant|gestation")};
constexpr std::array repeated{
    std::string_view(
        "visits|reviews|checks|intervals|basis|calls|updates|interval|cycle|cycles|appointments|visiting"),
};
constexpr std::array round_the_clock{
    std::string_view("helpline|line|cover|support|service|access|care|supervision|monitoring|on|phone"),
};

bool follows(const Source& s, std::size_t i, std::string_view words) {
    return i > 0 && match(s.items, i - 1, words) == i;
}

/// "18 month waiting list", "CAMHS wait is 40 wks", "4 weeks ago", "the last 3 months": not a time to act in.
bool is_length(const Source& s, std::size_t first, std::size_t last) {
    if (match_any(s.items, last, lengths) > last || follows(s, first, "last|past|previous|prior"))
        return true;
    for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
        const Item& word = s.before(first, back);
        if (word.sign()) break;
        if (word.is("wait") || word.is("waiting") || word.is("queue") || word.is("waits") ||
            word.is("backlog"))
            return true;
    }
    return false;
}

/// "2 hours a week", "1.5 hrs each": how much at a time.
bool is_rate(const Source& s, std::size_t last) {
    if (s.at(last).is("each")) return true;
    const std::size_t per = match(s.items, last, "a|per|each|every|@");
    return per > last && (measure_of(s.at(per).norm) || weekday_of(s.at(per).norm) ||
                          match(s.items, per, "session|visit|other|time") > per);
}

/// "6 weeks or more", "6 weeks max": what closes a period.
Part closed(Part part, const Source& s) {
    const auto take = [&](std::string_view words) {
        const std::size_t end = match(s.items, part.last, words);
        const bool found = end > part.last;
        part.last = end;
        return found;
    };
    if (take("+|plus|minimum|min|onwards") || take("or more|longer|over|above"))
        part.period.lower = true;
    else if (!take("or so|less|under|sooner|earlier|before"))
        take("max|maximum|tops|latest|from? time|time's|total");
    return part;
}

Found period_part(std::size_t first, std::size_t last, int count, Measure measure) {
    Part part = make_part(PartKind::period, first, last);
    part.period.least = part.period.most = count;
    part.period.measure = measure;
    return part;
}

} // namespace

bool is_shorthand(const Source& source, std::size_t index) {
    const Item& number = source.at(index);
    const Item& of = source.at(index + 2);
    const bool fraction = number.number() && source.at(index + 1).is("/") && of.number() &&
                          number.digits > 0 && !source.at(index + 3).is("/") && !of.ordinal &&
                          count_at(source, index) > 0;
    if (!fraction || (of.value != 52 && of.value != 12 && of.value != 7)) return false;
    return of.value == 52 ||
           follows(source, index,
                   "in|within|w/in|for|next|least|over|further|about|approx|max|another|min") ||
           match(source.items, index + 3, "time") > index + 3;
}

namespace {

/// "6/52", "in 3/12", "within 5/7": doctors' weeks, months and days. "n/12" and "n/7" alone are days of the
/// year.
Found shorthand(const Source& s, std::size_t i) {
    const int count = count_at(s, i);
    if (count <= 0 || !s.at(i + 1).is("/") || !s.at(i + 2).number() || s.at(i + 3).is("/"))
        return std::nullopt;
    const int of = s.at(i + 2).value;
    if (of == 7 && count == 24) return make_part(PartKind::open, i, i + 3);
    if (of == 40 && count <= 42) return make_part(PartKind::vague, i, i + 3); // of a pregnancy
    if (!is_shorthand(s, i)) return std::nullopt;
    const Measure measure = of == 52 ? Measure::weeks : of == 12 ? Measure::months : Measure::days;
    return closed(*period_part(i, match(s.items, i + 3, "time"), count, measure), s);
}

/// "fortnight", "over the next month": one, unsaid.
Found unsaid(const Source& s, std::size_t i) {
    if (match(s.items, i, "fortnight|fornight|fortnite|~fortnight") > i && !s.at(i).norm.ends_with("ly"))
        return closed(*period_part(i, i + 1, 1, Measure::fortnights), s);
    const std::size_t unit = match(s.items, i, "the next|coming|following");
    if (unit == i || !follows(s, i, "for|over|in|within|during")) return std::nullopt;
    const auto one = measure_at(s, unit);
    if (!one || s.at(unit).norm.ends_with("s")) return std::nullopt;
    return period_part(i, one->end, 1, one->measure);
}

/// What the words after "2 hours", "36 weeks" or "10 working day" make of it, if not a time to act in.
Found something_else(const Source& s, std::size_t first, std::size_t last, const Amount& amount,
                     Measure measure) {
    if (amount.vague) return make_part(PartKind::vague, first, last);
    if (measure == Measure::hours && match_any(s.items, last, round_the_clock) > last)
        return make_part(PartKind::open, first, last + 1); // "24 hour supervision"
    const bool within = follows(s, first, "within|in|w/in|inside|next|first|under|than");
    const bool session =
        measure == Measure::minutes || (measure == Measure::hours && !within && amount.most < 12);
    const bool rate = is_rate(s, last);
    if (session || rate || match_any(s.items, last, old) > last)
        return make_part(PartKind::noise, first, rate ? last + 2 : last);
    const bool pregnancy = measure == Measure::weeks && amount.least >= 20 && amount.most <= 42 &&
                           follows(s, first, "by|before|at|until|around|b4");
    if (pregnancy) return make_part(PartKind::vague, first, last); // "by 36 weeks"
    if (match_any(s.items, last, repeated) > last) return make_part(PartKind::frequency, first, last + 1);
    return std::nullopt;
}

Found measured(const Source& s, std::size_t i) {
    const auto amount = amount_at(s, i);
    if (!amount) return unsaid(s, i);
    const auto measure = measure_at(s, amount->end);
    if (!measure) return unsaid(s, i);
    if (auto other = something_else(s, i, measure->end, *amount, measure->measure)) return other;
    Part part = make_part(PartKind::period, i, measure->end);
    part.period = {amount->least, amount->most, measure->measure, amount->half || measure->half_term,
                   amount->lower, false};
    if (const std::size_t half = match(s.items, part.last, "and a half"); half > part.last) {
        part.period.half = true;
        part.last = half;
    }
    const std::size_t more = match(s.items, part.last, "or #"); // "a week or two"
    if (more > part.last && s.at(more - 1).digits == 0 && s.at(more - 1).value > amount->most) {
        part.period.most = s.at(more - 1).value;
        part.last = more;
    }
    part.period.length = is_length(s, i, part.last);
    return closed(part, s);
}

} // namespace

Found recognise_period(const Source& source, std::size_t index) {
    if (auto found = shorthand(source, index)) return found;
    return measured(source, index);
}

} // namespace plumbline::text::timescales
