#include "text/timescale_parts.hpp"

#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

Part span_part(std::size_t first, std::size_t last, Days days) {
    Part part = make_part(PartKind::days, first, last);
    part.days = days;
    return part;
}

/// Narrows a stretch to its start, middle or end.
Days narrowed(Days days, Edge edge) {
    if (!days.first || !days.last || edge == Edge::none) return days;
    const chrono::days length = *days.last - *days.first;
    const Date first = *days.first;
    if (edge == Edge::end) {
        days.first = *days.last - length / 3;
        return days;
    }
    if (edge == Edge::start) days.last = first + length / 3;
    if (edge == Edge::middle) days.first = first + length / 3, days.last = first + length * 2 / 3;
    days.exact = false;
    return days;
}

/// The number of a weekday in a month: "first Monday in May", "last Friday of June".
Found weekday_of_month(const Source& s, std::size_t i) {
    const Item& which = s.at(i);
    const bool last = which.is("last");
    if (!last && (!which.number() || !which.ordinal || which.value > 5)) return std::nullopt;
    const bool week = s.at(i + 1).is("week") || s.at(i + 1).is("wk");
    const auto weekday = weekday_like(s.at(i + 1).norm);
    if (!week && !weekday) return std::nullopt;
    std::size_t name = match(s.items, i + 2, "of|in the?");
    if (name == i + 2 && s.at(name).is("in")) ++name;
    const bool next_month = match(s.items, name, "next month") > name;
    const bool this_month = match(s.items, name, "this|month month?") > name;
    const unsigned month = month_like(s.at(name).norm);
    if (month == 0 && !next_month && !this_month) return std::nullopt;
    std::size_t end = month != 0 ? name + 1 : match(s.items, name, "next|this|month month?");
    Written written{0, month, 0};
    if (month == 0) {
        const Date in = next_month ? add_months(s.context.written, 1) : s.context.written;
        written.month = month_number(in);
        written.year = year_of(in);
    } else if (const auto year = year_at(s, end)) {
        if (year->bad) return span_part(i, year->end, invalid_days());
        written.year = year->year;
        end = year->end;
    }
    const Days whole = resolve(written, s.context);
    if (whole.fault != Fault::none) return span_part(i, end, whole);
    Date date;
    if (week) {
        date = last ? *whole.last : *whole.first + chrono::days{7 * which.value - 1};
    } else if (last) {
        date = *whole.last - (chrono::weekday{*whole.last} - *weekday);
    } else {
        date = *whole.first + (*weekday - chrono::weekday{*whole.first}) + chrono::weeks{which.value - 1};
    }
    if (date > *whole.last) date = *whole.last;
    return span_part(i, end, days_between(date, date, !week));
}

/// "March", "mid-June 2024", "end of Feb", "beginning of September".
Found month_alone(const Source& s, std::size_t i) {
    const EdgeAt edge = edge_at(s, i);
    std::size_t name = edge.end;
    const bool next = s.at(name).is("next") || s.at(name).is("this");
    if (next && month_of(s.at(name + 1).norm) != 0) ++name;
    if (!s.at(name).word()) return std::nullopt;
    const unsigned month = edge.edge != Edge::none ? month_like(s.at(name).norm) : month_of(s.at(name).norm);
    if (month == 0) return std::nullopt;
    std::size_t end = name + 1;
    if (s.at(end).is(".") && s.at(end).glued) ++end;
    if (is_name(s, name, end)) return std::nullopt;
    Written written{0, month, 0};
    std::size_t year_from = end;
    if (s.at(year_from).is(",") || s.at(year_from).is("/") || s.at(year_from).is("-") ||
        s.at(year_from).is("of"))
        ++year_from;
    if (const auto year = year_at(s, year_from)) {
        if (year->bad) return span_part(i, year->end, invalid_days());
        written.year = year->year;
        end = year->end;
    } else if (const std::size_t next_year = match(s.items, end, "of? next year"); next_year > end) {
        written.year = year_of(s.context.written) + 1;
        end = next_year;
    } else if (const std::size_t this_year = match(s.items, end, "of? this year"); this_year > end) {
        written.year = year_of(s.context.written);
        end = this_year;
    }
    return span_part(i, end, narrowed(resolve(written, s.context), edge.edge));
}

Days quarter_days(int quarter, int year) {
    const unsigned first = static_cast<unsigned>(quarter) * 3 - 2;
    return days_between(month_start(year, first), month_end(year, first + 2));
}

/// "Q2", "end of Q3 2025": calendar quarters.
Found quarter(const Source& s, std::size_t i) {
    const EdgeAt edge = edge_at(s, i);
    const std::size_t q = edge.end;
    const bool short_form =
        (s.at(q).is("q") || s.at(q).is("qtr") || s.at(q).is("quarter")) && s.at(q + 1).number();
    const int number = s.at(q + 1).value;
    if (!short_form || number < 1 || number > 4) return std::nullopt;
    std::size_t end = q + 2;
    int year = year_of(s.context.written);
    if (const auto written = year_at(s, s.at(end).is("of") ? end + 1 : end)) {
        year = written->year;
        end = written->end;
    } else if (*quarter_days(number, year).last < s.context.written) {
        ++year;
    }
    return span_part(i, end, narrowed(quarter_days(number, year), edge.edge));
}

/// The week, month, quarter or year around a day.
Days around(Measure measure, Date date) {
    const int year = year_of(date);
    if (measure == Measure::weeks) {
        const Date monday = date - (chrono::weekday{date} - chrono::Monday);
        return days_between(monday, monday + chrono::days{4});
    }
    if (measure == Measure::months)
        return days_between(month_start(year, month_number(date)), month_end(year, month_number(date)));
    if (measure == Measure::quarters) return quarter_days(static_cast<int>(month_number(date) + 2) / 3, year);
    return days_between(month_start(year, 1), month_end(year, 12));
}

Date stepped(Measure measure, Date date) {
    if (measure == Measure::weeks) return date + chrono::weeks{1};
    if (measure == Measure::months) return add_months(month_start(year_of(date), month_number(date)), 1);
    if (measure == Measure::quarters) return add_months(month_start(year_of(date), month_number(date)), 3);
    return month_start(year_of(date) + 1, 1);
}

constexpr std::array end_words{
    std::string_view("eom|e/o/m"),
    std::string_view("month end"),
    std::string_view("months end"),
};

/// "this week", "next month", "end of the month", "EOW", "year end", "the weekend".
Found calendar_stretch(const Source& s, std::size_t i) {
    const Date now = s.context.written;
    if (const std::size_t end = match_any(s.items, i, end_words); end > i)
        return span_part(i, end, around(Measure::months, now));
    if (const std::size_t end = match(s.items, i, "eow|e/o/w"); end > i)
        return span_part(i, end, around(Measure::weeks, now));
    if (const std::size_t end = match(s.items, i, "eoy"); end > i)
        return span_part(i, end, around(Measure::years, now));
    if (const std::size_t end = match(s.items, i, "the|calendar? year end"); end > i)
        return span_part(i, end, around(Measure::years, now));
    static constexpr std::array following{std::string_view("the? next|nxt|following")};
    static constexpr std::array current{std::string_view("the|this? current|calendar|same?"),
                                        std::string_view("this|current|the")};
    const EdgeAt edge = edge_at(s, i);
    std::size_t word = edge.end;
    const bool rolling =
        i > 0 && match(s.items, i - 1, "for|over|within|in|during the") == i + 1 && s.at(i).is("the");
    if (rolling && match(s.items, i, "the next|coming|following") > i)
        return std::nullopt; // a period: "over the next month"
    const std::size_t after_next = match_any(s.items, word, following);
    const bool next = after_next > word;
    const std::size_t which = next ? after_next : match_any(s.items, word, current);
    const bool the = which == word || (s.at(word).is("the") && which == word + 1);
    if (the &&
        edge.edge == Edge::none) { // "the week" says nothing; "within the month" and "by the weekend" do
        const bool weekend = match(s.items, which, "weekend|w/end|wkend") > which;
        const bool inside = i > 0 && match(s.items, i - 1, "within|in|w/in|before") == i;
        if (!weekend && !(inside && s.at(word).is("the"))) return std::nullopt;
    }
    word = which;
    if (const std::size_t end = match(s.items, word, "weekend|w/end|wkend"); end > word) {
        const Date friday = *around(Measure::weeks, now).last;
        const Date sunday = friday + chrono::days{next ? 9 : 2};
        return span_part(i, end, days_between(sunday - chrono::days{1}, sunday));
    }
    const auto measure = s.at(word).word() ? measure_of(s.at(word).norm) : std::nullopt;
    const bool known = measure && (*measure == Measure::weeks || *measure == Measure::months ||
                                   *measure == Measure::quarters || *measure == Measure::years);
    if (!known || (s.at(word).norm.size() < 2)) return std::nullopt;
    if (match(s.items, word + 1, "# |commencing|beginning|ending|of") > word + 1 && edge.edge == Edge::none)
        return std::nullopt;
    if (weekday_of(s.at(word + 1).norm) && !next && the) return std::nullopt;
    if (s.at(i).is("later") && *measure == Measure::years) return make_part(PartKind::vague, i, word + 1);
    Days days = around(*measure, next ? stepped(*measure, now) : now);
    if (*measure == Measure::weeks && !next && *days.last < now)
        *days.last += chrono::days{2}; // written at the weekend
    return span_part(i, word + 1, narrowed(days, edge.edge));
}

/// "the week after next", "month after next", "the weekend after next".
Found after_next(const Source& s, std::size_t i) {
    const std::size_t word = match(s.items, i, "the?");
    const std::size_t end = match(s.items, word, "week|wk|weekend|month after next");
    if (end == word) return std::nullopt;
    const bool month = s.at(word).is("month"), weekend = s.at(word).is("weekend");
    const Measure measure = month ? Measure::months : Measure::weeks;
    const Days days = around(measure, stepped(measure, stepped(measure, s.context.written)));
    if (!weekend) return span_part(i, end, days);
    const Date sunday = *days.last + chrono::days{2};
    return span_part(i, end, days_between(sunday - chrono::days{1}, sunday));
}

/// "end of 2025", "in 2026", "end of the financial year".
Found year_alone(const Source& s, std::size_t i) {
    const EdgeAt edge = edge_at(s, i);
    const Date now = s.context.written;
    if (const std::size_t end = match(s.items, edge.end, "this|the? financial|tax|fiscal year");
        end > edge.end) {
        const int year = year_of(now) + (month_number(now) > 3 ? 1 : 0);
        return span_part(i, end,
                         narrowed(days_between(month_start(year - 1, 4), month_end(year, 3)), edge.edge));
    }
    const Item& item = s.at(edge.end);
    if (!item.number() || item.digits != 4 || item.ordinal || item.value < 1900 || item.value > 2199)
        return std::nullopt;
    const bool announced =
        edge.edge != Edge::none ||
        (i > 0 && match(s.items, i - 1, "by|in|until|till|during|throughout|before|or|of") == i);
    const std::size_t end = edge.end + 1;
    const bool ends = closes(s, end) || s.at(end).number();
    if (!announced || !ends) return std::nullopt;
    Days days = days_between(month_start(item.value, 1), month_end(item.value, 12));
    days.exact = edge.edge == Edge::end || s.before(i).is("by") || s.before(i).is("until");
    return span_part(i, end, narrowed(days, edge.edge));
}

} // namespace

EdgeAt edge_at(const Source& source, std::size_t index) {
    static constexpr std::array ends{
        std::string_view("the? very? end|close of|in?"),
        std::string_view("the? back end of|in?"),
        std::string_view("late|later in?"),
        std::string_view("the? latter|later|second part|half|end of|in?"),
        std::string_view("the? end of|in? the"),
        std::string_view("late|later in? the"),
        std::string_view("the? latter|later|second part|half|end of|in? the"),
    };
    static constexpr std::array middles{
        std::string_view("mid|midway of|through|in? the?"),
        std::string_view("the? middle of|in? the?"),
    };
    static constexpr std::array starts{
        std::string_view("the? very? start|beginning|begining|beggining of? the?"),
        std::string_view("the? first part|half of|in? the?"),
        std::string_view("early in? the?"),
    };
    if (const std::size_t end = match_any(source.items, index, ends); end > index) return {Edge::end, end};
    if (const std::size_t end = match_any(source.items, index, middles); end > index)
        return {Edge::middle, end};
    if (const std::size_t end = match_any(source.items, index, starts); end > index)
        return {Edge::start, end};
    return {Edge::none, index};
}

Found recognise_span(const Source& source, std::size_t index) {
    Found best;
    for (const auto& recogniser :
         {weekday_of_month, month_alone, quarter, calendar_stretch, after_next, year_alone}) {
        Found found = recogniser(source, index);
        if (found && (!best || found->last > best->last)) best = found;
    }
    return best;
}

} // namespace plumbline::text::timescales
