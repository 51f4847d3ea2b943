#include "text/timescale_parts.hpp"

#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

Part days_part(std::size_t first, std::size_t last, Days days) {
    Part part = make_part(PartKind::days, first, last);
    part.days = days;
    return part;
}

Date monday_of(Date date) {
    return date - (chrono::weekday{date} - chrono::Monday);
}

Date friday_of(Date date) {
    return monday_of(date) + chrono::days{4};
}

constexpr std::array same_day{
    std::string_view(
        "immediately|immediate|today|tonight|now|forthwith|instantly|imediately|immediatly|imediatly|2day"),
    std::string_view("straight away"),
    std::string_view("straightaway"),
    std::string_view("right away|now"),
    std::string_view("with immediate effect"),
    std::string_view("immediate start|effect|action"),
    std::string_view("~immediately"),
    std::string_view("the? same day"),
    std::string_view("this morning|afternoon|evening"),
    std::string_view("by? the? end of the? day|today"),
    std::string_view("by? eod"),
    std::string_view("at once"),
    std::string_view("within|in the|an hour"),
};

constexpr std::array next_day{
    std::string_view(
        "tomorrow|tomorow|tommorow|tommorrow|tomo|tomoz|tmrw|tmw|tom am|pm|morning|afternoon|evening|night?"),
    std::string_view("~tomorrow am|pm|morning|afternoon|evening|night?"),
    std::string_view("tomorrow|tomo|tomoz|tmrw"),
    std::string_view("2moro|2morrow"),
    std::string_view("2 moro|morrow"),
    std::string_view("the? next working day"),
    std::string_view("the? next day"),
    std::string_view("the? following day"),
    std::string_view("overnight"),
};

constexpr std::array day_before{
    std::string_view("yesterday|yest|yday"),
    std::string_view("~yesterday"),
    std::string_view("last night|week|month|year|term"),
};

/// "immediately a place comes up", "next day after any absence": not a day, but what follows something.
bool hangs(const Source& s, std::size_t end, bool one_word) {
    if (s.at(end).new_line) return false;
    const bool after = match(s.items, end, "upon|following|after|once|when|if|as") > end;
    const bool someone = one_word && match(s.items, end, "a|an|he|she|they|mum|dad|on") > end;
    return (after || someone) && !recognise_date(s, end + 1) && !recognise_event(s, end + 1);
}

Found condition(std::size_t first, std::size_t last) {
    Part part = make_part(PartKind::role, first, last);
    part.role = Role::condition;
    return part;
}

Found relative_day(const Source& s, std::size_t i) {
    const auto part = [&](std::size_t end, int ahead) {
        const Date date = s.context.written + chrono::days{ahead};
        Part found = days_part(i, end, days_between(date, date));
        found.relative = true;
        found.today = ahead == 0;
        return found;
    };
    if (const std::size_t end = match(s.items, i, "the? day after tomorrow|tomo"); end > i)
        return part(end, 2);
    if (const std::size_t end = match_any(s.items, i, same_day); end > i)
        return hangs(s, end, end == i + 1) ? condition(i, end) : part(end, 0);
    if (const std::size_t end = match_any(s.items, i, next_day); end > i)
        return hangs(s, end, false) ? condition(i, end) : part(end, 1);
    if (const std::size_t end = match_any(s.items, i, day_before); end > i) return part(end, -1);
    return std::nullopt;
}

/// "w/c", "WC", "week beginning": a week that a date follows. "w/e": a week that ends on it.
enum class WeekSide : std::uint8_t { none, begins, ends };
constexpr std::array week_begins{
    std::string_view("w/c|wc|w/b|wb|w/s|wkc|w/k"),
    std::string_view(
        "week|wk "
        "commencing|commencin|comencing|commencing:|beginning|begining|starting|start|of|from|comm|com|beg"),
    std::string_view("week|wk"),
    std::string_view("wk|week commencing the"),
};
constexpr std::array week_ends{
    std::string_view("w/e|w/end|we"),
    std::string_view("week|wk ending|ends|end|finishing"),
};

Found week_at(const Source& s, std::size_t i) {
    std::size_t end = match_any(s.items, i, week_ends);
    WeekSide side = end > i ? WeekSide::ends : WeekSide::none;
    if (side == WeekSide::none) {
        end = match_any(s.items, i, week_begins);
        if (end == i) return std::nullopt;
        side = WeekSide::begins;
    }
    while (s.at(end).is(":") || s.at(end).is(".") || s.at(end).is("the") || s.at(end).is("-"))
        ++end;
    auto date = recognise_date(s, end);
    if (!date) date = recognise_day(s, end);
    if (!date || !date->is(PartKind::days)) return std::nullopt;
    Days days = date->days;
    if (days.fault == Fault::none && days.last && side == WeekSide::begins) {
        const chrono::weekday weekday{*days.last};
        const bool sunday = weekday == chrono::Sunday; // a week that begins on Sunday is the one that follows
        const bool saturday = weekday == chrono::Saturday;
        const Date inside = *days.last + chrono::days{sunday ? 1 : saturday ? 2 : 0};
        days.first = days.last;
        days.last = friday_of(inside);
    }
    return days_part(i, date->last, days);
}

/// "Friday", "this Friday", "next Tues", "last Friday", "Friday week", "a week on Friday", "Friday of next
/// week".
Found weekday_alone(const Source& s, std::size_t i) {
    std::size_t end = i;
    int weeks = 0;
    if (const std::size_t on = match(s.items, i, "a? week|wk on"); on > i)
        weeks = 1, end = on;
    else if (const std::size_t two = match(s.items, i, "a? fortnight on"); two > i)
        weeks = 2, end = two;
    else if (const std::size_t this_one = match(s.items, i, "this|coming|this coming"); this_one > i)
        end = this_one;
    const bool next = weeks == 0 && end == i && s.at(i).is("next");
    const bool last = weeks == 0 && end == i && s.at(i).is("last");
    if (next || last) ++end;
    const auto weekday = weekday_like(s.at(end).norm);
    if (!weekday) return std::nullopt;
    const bool short_name = s.at(end).norm.size() == 3;
    if (short_name && !s.at(end).capital && end == i && (s.at(end).is("sat") || s.at(end).is("sun")))
        return std::nullopt;
    ++end;
    if (s.at(end).is(".")) ++end;
    Date date = s.context.written + chrono::days{1};
    date += *weekday - chrono::weekday{date};
    if (const std::size_t week = match(s.items, end, "week|wk"); week > end)
        weeks = 1, end = week;
    else if (const std::size_t two = match(s.items, end, "fortnight"); two > end)
        weeks = 2, end = two;
    else if (const std::size_t after_next = match(s.items, end, "after next"); after_next > end)
        weeks = 1, end = after_next;
    else if (const std::size_t of = match(s.items, end, "of? next week|wk"); of > end) {
        date = monday_of(s.context.written) + chrono::days{7} + (*weekday - chrono::Monday);
        end = of;
    } else if (const std::size_t this_week = match(s.items, end, "of? this week|wk"); this_week > end) {
        date = monday_of(s.context.written) + (*weekday - chrono::Monday);
        end = this_week;
    }
    if (last) date -= chrono::days{date - chrono::days{7} >= s.context.written ? 14 : 7};
    // "next Friday" is that of next week, as most people mean it early in the week.
    if (next && monday_of(date) == monday_of(s.context.written)) weeks = 1;
    date += chrono::weeks{weeks};
    if (const std::size_t part = match(s.items, end, "am|pm|morning|afternoon|evening|night|lunchtime|noon");
        part > end)
        end = part;
    Part found = days_part(i, end, days_between(date, date));
    found.relative = weeks > 0 && !next;
    return found;
}

} // namespace

Found recognise_day(const Source& source, std::size_t index) {
    Found best;
    for (const auto& recogniser : {relative_day, weekday_alone, week_at}) {
        Found found = recogniser(source, index);
        if (found && (!best || found->last > best->last)) best = found;
    }
    return best;
}

Date month_start(int year, unsigned month) {
    return chrono::year{year} / chrono::month{month} / 1;
}

Date month_end(int year, unsigned month) {
    return chrono::year{year} / chrono::month{month} / chrono::last;
}

int year_of(Date date) {
    return static_cast<int>(chrono::year_month_day{date}.year());
}

unsigned month_number(Date date) {
    return static_cast<unsigned>(chrono::year_month_day{date}.month());
}

} // namespace plumbline::text::timescales
