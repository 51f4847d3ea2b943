#include "text/timescale_parts.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

constexpr int grace = 31;        // a day this long before the plan, without a year, is the one meant
constexpr int longest_plan = 18; // years: no date of a child's plan lies further ahead

struct Point {
    Written written;
    std::size_t end = 0;
    bool bad = false;    // written as a date and none
    bool either = false; // "Dec 24": of the month, or of the year
    bool bare = false;   // an ordinal alone
};
using PointAt = std::optional<Point>;

bool date_sign(const Item& item) {
    return item.is("/") || item.is(".") || item.is("-") || item.is("\\") || item.is("_");
}

std::size_t separator_end(const Source& s, std::size_t i) {
    std::size_t end = i;
    while (date_sign(s.at(end)) && end - i < 2 && (end == i || s.at(end).is(s.at(i).norm)))
        ++end;
    if (end == i && s.at(i).is(",") && s.at(i).glued && s.at(i + 1).glued) ++end;
    return end;
}

int century(int two_digits) {
    return 2000 + two_digits;
}

/// "12/04/24", "12,04,24", "5 . 7 . 24", "2024-07-05", "26 04 24".
PointAt numeric_full(const Source& s, std::size_t i) {
    if (!s.at(i).number() || s.at(i).digits == 0) return std::nullopt;
    const std::size_t second = separator_end(s, i + 1);
    const std::size_t third = separator_end(s, second + 1);
    const bool spaced = second == i + 1 && third == second + 1;
    if (!s.at(second).number() || !s.at(third).number()) return std::nullopt;
    if (!spaced && (second == i + 1 || third == second + 1)) return std::nullopt;
    if (s.at(second).ordinal || s.at(third).ordinal || s.at(second).digits > 2) return std::nullopt;
    const Item &a = s.at(i), &b = s.at(second), &c = s.at(third);
    if (b.digits == 0 || c.digits < 2) return std::nullopt;
    if (date_sign(s.at(third + 1)) && s.at(third + 1).glued && s.at(third + 2).number() &&
        s.at(third + 2).glued && !spaced)
        return std::nullopt; // "20/12-05/01"
    if (spaced && (a.digits != 2 || b.digits != 2 || (c.digits != 2 && c.digits != 4) || b.value > 12))
        return std::nullopt;
    Point point;
    point.end = third + 1;
    if (a.digits == 4) {
        point.written = {c.value, static_cast<unsigned>(b.value), a.value};
        point.bad = c.digits > 2;
    } else {
        point.written = {a.value, static_cast<unsigned>(b.value), c.digits == 2 ? century(c.value) : c.value};
        point.bad = a.digits > 2 || (c.digits != 2 && c.digits != 4);
    }
    return point;
}

/// "12/4", "6.3": not where a fraction of something else is written.
PointAt numeric_short(const Source& s, std::size_t i) {
    const Item &a = s.at(i), &sign = s.at(i + 1);
    if (!a.number() || a.digits == 0 || a.digits > 2 || !(sign.is("/") || sign.is("."))) return std::nullopt;
    std::size_t second = i + 2;
    if (sign.is("/") && s.at(second).is("/")) ++second;
    const Item& b = s.at(second);
    if (!b.number() || b.digits == 0 || b.digits > 2 || b.ordinal) return std::nullopt;
    if (sign.is(".") && (!sign.glued || !b.glued || b.value > 12 || b.value == 0 || a.value > 31))
        return std::nullopt;
    if (measure_of(s.at(second + 1).norm) || s.at(second + 1).is("%")) return std::nullopt;
    if (is_shorthand(s, i) || b.value == 40 || (a.value == 24 && b.value == 7)) return std::nullopt;
    Point point;
    point.written = {a.value, static_cast<unsigned>(b.value), 0};
    point.end = second + 1;
    return point;
}

/// "05/2024", "2024-05", "05/24": a month of a year.
PointAt numeric_month(const Source& s, std::size_t i) {
    const Item &a = s.at(i), &sign = s.at(i + 1), &b = s.at(i + 2);
    const bool signs =
        (sign.is("/") || sign.is("-") || sign.is(".")) && sign.glued && b.glued && !date_sign(s.at(i + 3));
    if (!a.number() || !b.number() || !signs || a.ordinal || b.ordinal) return std::nullopt;
    Point point;
    point.end = i + 3;
    const int now = year_of(s.context.written);
    if (a.digits == 4 && b.digits == 2 && b.value >= 1 && b.value <= 12 && a.value >= 1990 &&
        a.value < 2200 && !sign.is("/"))
        point.written = {0, static_cast<unsigned>(b.value), a.value};
    else if (a.digits > 0 && a.digits <= 2 && a.value >= 1 && a.value <= 12 && b.digits == 4 &&
             b.value >= 1990 && b.value < 2200)
        point.written = {0, static_cast<unsigned>(a.value), b.value};
    else if (a.digits == 2 && b.digits == 2 && sign.is("/") && a.value >= 1 && a.value <= 12 &&
             b.value > 12 && century(b.value) >= now - 1 && century(b.value) <= now + 3)
        point.written = {0, static_cast<unsigned>(a.value), century(b.value)};
    else
        return std::nullopt;
    return point;
}

/// "190424", "19042024", "20240419": six or eight digits are a date.
PointAt digits_only(const Source& s, std::size_t i) {
    const Item& item = s.at(i);
    if (!item.number() || (item.digits != 6 && item.digits != 8) || item.ordinal) return std::nullopt;
    const int value = item.value;
    Point point;
    point.end = i + 1;
    if (item.digits == 6)
        point.written = {value / 10000, static_cast<unsigned>(value / 100 % 100), century(value % 100)};
    else if (value / 10000 > 1900 && value / 10000 < 2200)
        point.written = {value % 100, static_cast<unsigned>(value / 100 % 100), value / 10000};
    else
        point.written = {value / 1000000, static_cast<unsigned>(value / 10000 % 100), value % 10000};
    return point;
}

std::size_t of_end(const Source& s, std::size_t i) {
    std::size_t end = i;
    while (date_sign(s.at(end)) || s.at(end).is(",")) {
        if (end > i) return i;
        ++end;
    }
    if (s.at(end).is("of") || s.at(end).is("in")) ++end;
    if (s.at(end).is("the")) return i;
    return end;
}

/// "12 April 2024", "first of May", "15Apr24", "12-Apr-24".
PointAt day_month(const Source& s, std::size_t i) {
    const Item& day = s.at(i);
    if (!day.number() || day.value < 0 || day.digits > 2) return std::nullopt;
    const std::size_t name = of_end(s, i + 1);
    if (!s.at(name).word()) return std::nullopt;
    const unsigned month = month_like(s.at(name).norm);
    if (month == 0) return std::nullopt;
    const bool modal = s.at(name).is("may") && !day.ordinal && day.digits == 0; // "one may attend"
    if (modal || (s.at(name).is("in"))) return std::nullopt;
    Point point;
    point.written = {day.value, month, 0};
    point.end = name + 1;
    std::size_t next = point.end;
    if ((date_sign(s.at(next)) || s.at(next).is(",")) && s.at(next + 1).number()) {
        const bool joined = s.at(next).glued && (s.at(next + 1).glued || s.at(next).is(","));
        if (joined) ++next;
    }
    if (const auto year = year_at(s, next)) {
        point.written.year = year->year;
        point.bad = year->bad;
        point.end = year->end;
    }
    return point;
}

/// "July 5th, 2024", "Jan 31", "Sept '24", "March 2025".
PointAt month_day(const Source& s, std::size_t i) {
    if (!s.at(i).word()) return std::nullopt;
    const unsigned month = month_like(s.at(i).norm);
    if (month == 0) return std::nullopt;
    std::size_t next = i + 1;
    if (s.at(next).is(".") && s.at(next).glued)
        ++next;
    else if (s.at(next).is(",") || s.at(next).is("/") || s.at(next).is("-"))
        ++next;
    if (s.at(next).is("of") && s.at(next + 1).number() && s.at(next + 1).digits == 4) ++next;
    const bool the = s.at(next).is("the") && s.at(next + 1).ordinal;
    if (the) ++next;
    const Item& number = s.at(next);
    Point point;
    const bool day = number.number() && number.value >= 1 && number.value <= 31 &&
                     (number.ordinal || (number.digits > 0 && number.digits <= 2));
    if (day) {
        std::size_t after = next + 1;
        if (s.at(after).is(",")) ++after;
        const auto year = year_at(s, after);
        const bool four = year && s.at(year->end - 1).digits == 4;
        if (number.ordinal || four || number.digits == 1) {
            if (!number.ordinal &&
                (measure_of(s.at(next + 1).norm) || s.at(next + 1).is("-") || s.at(next + 1).is("x")))
                return std::nullopt;
            point.written = {number.value, month, four || (number.ordinal && year) ? year->year : 0};
            point.end = four || (number.ordinal && year) ? year->end : next + 1;
            return point;
        }
    }
    const auto year = year_at(s, next);
    if (!year) return std::nullopt;
    const int gap = year->year - year_of(s.context.written);
    const bool could_be_day = number.number() && number.digits == 2 && number.value <= 31;
    if (could_be_day && (gap < -1 || gap > 3)) { // "Jan 31"
        point.written = {number.value, month, 0};
        point.end = next + 1;
        return point;
    }
    point.written = {0, month, year->year};
    point.end = year->end;
    point.bad = year->bad;
    point.either = could_be_day;
    return point;
}

/// "the 28th", "by the 5th", "28th": not "the 3rd time", "1st session", "1st of each month".
PointAt ordinal_alone(const Source& s, std::size_t i) {
    const Item& day = s.at(i);
    if (!day.number() || !day.ordinal || day.value < 1 || day.value > 31) return std::nullopt;
    std::size_t end = i + 1;
    const std::size_t of_this = match(s.items, end, "of this|the|next month|mth");
    const bool next_month = of_this > end && s.items[of_this - 2].is("next");
    if (of_this > end) end = of_this;
    const Item& follows = s.at(end);
    const bool ends =
        follows.norm.empty() || (follows.sign() && !follows.is("/")) ||
        match(s.items, end,
              "at|by|or|and|if|please|latest|when|for|with|then|to|until|onwards|am|pm|ideally") > end;
    const bool announced =
        s.before(i).is("the") || s.before(i).is("by") || s.before(i).is("on") ||
        match(s.items, i > 0 ? i - 1 : 0,
              "until|till|til|w/c|wc|w/b|w/"
              "e|commencing|beginning|ending|between|from|to|and|&|or|after|before|b4") == i ||
        weekday_like(s.before(i).norm) || i == 0 || s.before(i).sign();
    if (day.digits == 0 && of_this == i + 1) return std::nullopt; // "first"
    if (!ends || !announced) return std::nullopt;
    Point point;
    const chrono::year_month_day now{s.context.written};
    const chrono::year_month month =
        chrono::year_month{now.year(), now.month()} + chrono::months{next_month ? 1 : 0};
    point.written = {day.value, static_cast<unsigned>(month.month()), static_cast<int>(month.year())};
    point.end = end;
    point.bare = of_this == i + 1;
    return point;
}

PointAt point_at(const Source& s, std::size_t i) {
    PointAt best;
    for (const auto& reader :
         {numeric_full, numeric_month, numeric_short, digits_only, day_month, month_day, ordinal_alone}) {
        PointAt point = reader(s, i);
        if (point && (!best || point->end > best->end)) best = point;
    }
    return best;
}

/// The next day of that number that is one of the weekdays, within three months.
Days next_numbered(int day, const std::vector<chrono::weekday>& weekdays, const TimescaleContext& context) {
    const chrono::year_month_day now{context.written};
    for (int ahead = 0; ahead < 3; ++ahead) {
        const chrono::year_month_day date =
            (chrono::year_month{now.year(), now.month()} + chrono::months{ahead}) /
            chrono::day{static_cast<unsigned>(day)};
        if (!date.ok() || Date{date} < context.written) continue;
        const chrono::weekday weekday{Date{date}};
        if (!weekdays.empty() && std::find(weekdays.begin(), weekdays.end(), weekday) == weekdays.end())
            continue;
        return days_between(date, date);
    }
    Days none = invalid_days();
    if (!weekdays.empty()) none.fault = Fault::weekday;
    return none;
}

Days days_of(const Point& point, const std::vector<chrono::weekday>& weekdays,
             const TimescaleContext& context) {
    if (point.bad) return invalid_days();
    if (point.bare) return next_numbered(point.written.day, weekdays, context);
    Days days = resolve(point.written, context);
    if (point.either && days.last) {
        Days day = resolve({point.written.year % 100, point.written.month, 0}, context);
        if (*days.last < context.written) days = day;
        days.exact = false;
    }
    if (days.fault == Fault::none && !weekdays.empty() && point.written.day != 0 && days.last) {
        const bool agrees =
            std::find(weekdays.begin(), weekdays.end(), chrono::weekday{*days.last}) != weekdays.end();
        if (!agrees) days.fault = Fault::weekday;
    }
    return days;
}

/// Weekdays before a date: "Thurs", "Thurs/Fri", "Mon,". They count only where the date follows.
struct Weekdays {
    std::vector<chrono::weekday> days;
    std::size_t end = 0;
};

Weekdays weekdays_at(const Source& s, std::size_t i) {
    Weekdays found{{}, i};
    while (const auto weekday = weekday_like(s.at(found.end).norm)) {
        found.days.push_back(*weekday);
        ++found.end;
        const std::size_t joined = match(s.items, found.end, "/|,|&|and|or|.|-");
        if (joined > found.end && weekday_like(s.at(joined).norm)) found.end = joined;
    }
    if (!found.days.empty()) {
        while (match(s.items, found.end, ",|.|the|-|:") > found.end)
            ++found.end;
    }
    return found;
}

bool joins_days(const Source& s, std::size_t i) {
    return match(s.items, i, "/|,|and|&|or|to|-|till|until") > i;
}

/// The start of "10 and 24 June", "14/15 May", "1st, 8th & 15th May": numbers that share a later month's
/// name.
Found shared_month(const Source& s, std::size_t i) {
    if (!s.at(i).number() || s.at(i).value < 1 || s.at(i).value > 31 || s.at(i).digits > 2)
        return std::nullopt;
    if (!s.at(i).ordinal && s.at(i).digits == 0) return std::nullopt;
    std::size_t last = i;
    bool range = false;
    for (int count = 0; count < 6 && joins_days(s, last + 1); ++count) {
        const Item& sign = s.at(last + 1);
        range |= sign.is("-") || sign.is("to") || sign.is("till") || sign.is("until");
        last += 2;
        while (s.at(last).is("the") || weekday_of(s.at(last).norm) ||
               (s.at(last).is("and") && !s.at(last).number()))
            ++last;
        if (!s.at(last).number() || s.at(last).value < 1 || s.at(last).value > 31) return std::nullopt;
        const PointAt point = day_month(s, last);
        if (!point) continue;
        Part part = make_part(PartKind::days, i, point->end);
        part.days = days_of(*point, {}, s.context);
        Written first = point->written;
        first.day = s.at(i).value;
        if (part.days.fault == Fault::none && part.days.last) {
            first.year = year_of(*part.days.last);
            const Days start = resolve(first, s.context);
            const bool between =
                s.before(i).is("between") || (s.before(i).is("the") && s.before(i, 2).is("between"));
            if (start.fault != Fault::none)
                part.days.fault = Fault::invalid;
            else if (*start.last > *part.days.last && (range || between))
                part.days.fault = Fault::reversed;
            else {
                part.days.first = std::min(*start.last, *part.days.last);
                part.days.last = std::max(*start.last, *part.days.last);
                part.days.range = range || between;
            }
        }
        return part;
    }
    return std::nullopt;
}

} // namespace

std::optional<YearAt> year_at(const Source& source, std::size_t index) {
    std::size_t i = index;
    const bool apostrophe = source.at(i).is("'");
    if (apostrophe) ++i;
    const Item& item = source.at(i);
    if (!item.number() || item.ordinal || item.digits == 0) return std::nullopt;
    YearAt found{item.value, i + 1, false};
    if (item.digits == 4 || item.digits == 5) {
        const bool clock = item.digits == 4 && item.value < 1900 && item.norm[0] != '0';
        if (clock) return std::nullopt;
        found.bad = item.digits == 5 || item.value < 1900;
        return found;
    }
    if (item.digits != 2) return std::nullopt;
    found.year = century(item.value);
    if (apostrophe) return found;
    const int gap = found.year - year_of(source.context.written);
    const Item& next = source.at(i + 1);
    const bool clock =
        (next.is(":") || next.is(".")) && next.glued && source.at(i + 2).number() && source.at(i + 2).glued;
    const bool counts = measure_of(next.norm) || next.is("am") || next.is("pm") || next.is("x") ||
                        next.is("/") || month_of(next.norm) != 0 || next.is("sessions") ||
                        next.is("visits") || next.is("%") || next.is("times");
    if (gap < -15 || gap > longest_plan + 2 || clock || counts) return std::nullopt;
    return found;
}

Days invalid_days() {
    Days days;
    days.fault = Fault::invalid;
    return days;
}

Days days_between(Date first, Date last, bool exact) {
    Days days;
    days.first = first;
    days.last = last;
    days.exact = exact;
    return days;
}

Days resolve(const Written& written, const TimescaleContext& context) {
    const auto build = [&](int year) {
        const chrono::year_month month{chrono::year{year}, chrono::month{written.month}};
        if (written.day == 0) return chrono::year_month_day{month / chrono::last};
        return month / chrono::day{static_cast<unsigned>(written.day)};
    };
    const int now = year_of(context.written);
    std::optional<Date> date;
    if (written.month < 1 || written.month > 12 || written.day < 0) return invalid_days();
    if (written.year != 0) {
        const bool usable =
            written.year >= 1900 && written.year <= now + longest_plan - 1 && build(written.year).ok();
        if (!usable) return invalid_days();
        date = Date{build(written.year)};
    } else {
        for (int year = now - 1; year <= now + 1; ++year) {
            if (!build(year).ok()) continue;
            const Date candidate{build(year)};
            if (!date && candidate >= context.written - chrono::days{grace}) date = candidate;
        }
        if (!date) return invalid_days();
    }
    Days days = days_between(written.day == 0 ? month_start(year_of(*date), written.month) : *date, *date);
    days.written = written;
    days.yearless = written.year == 0;
    return days;
}

Found recognise_date(const Source& source, std::size_t index) {
    if (auto shared = shared_month(source, index)) return shared;
    const Weekdays weekdays = weekdays_at(source, index);
    if (weekdays.end > index) {
        if (auto shared = shared_month(source, weekdays.end)) {
            Days& days = shared->days;
            const bool agrees = days.last && std::find(weekdays.days.begin(), weekdays.days.end(),
                                                       chrono::weekday{*days.last}) != weekdays.days.end();
            if (days.fault == Fault::none && !agrees && weekdays.days.size() > 1) days.fault = Fault::weekday;
            shared->first = index;
            return shared;
        }
    }
    const PointAt point = point_at(source, weekdays.end);
    const Item& number = source.at(weekdays.end);
    if (!point && weekdays.end > index && number.number() && number.digits == 2 && number.value <= 31) {
        const Item& next = source.at(weekdays.end + 1); // "Mon 18": a day where the month agrees
        const Days days = next_numbered(number.value, weekdays.days, source.context);
        if (days.fault != Fault::none || next.word() || next.is("-") || next.is(".") || next.is(":"))
            return std::nullopt;
        Part part = make_part(PartKind::days, index, weekdays.end + 1);
        part.days = days;
        return part;
    }
    if (!point) return std::nullopt;
    std::vector<chrono::weekday> named = weekdays.days;
    std::size_t end = point->end;
    if (named.empty() && source.at(end).is("(") && weekday_of(source.at(end + 1).norm) &&
        source.at(end + 2).is(")")) {
        named.push_back(*weekday_of(source.at(end + 1).norm)); // "6 March (Wed)"
        end += 3;
    }
    Part part = make_part(PartKind::days, index, end);
    part.days = days_of(*point, named, source.context);
    return part;
}

} // namespace plumbline::text::timescales
