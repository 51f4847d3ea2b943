#include "text/timescale_points.hpp"

#include <chrono>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

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
    else if (a.digits > 0 && a.digits <= 2 && b.digits == 2 && sign.is("/") && a.value >= 1 &&
             a.value <= 12 && b.value > 12 && century(b.value) >= now - 1 && century(b.value) <= now + 3)
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

/// Where the day or year after a month's name begins: "July, ", "Sept. ", "April the ".
std::size_t after_month(const Source& s, std::size_t name) {
    std::size_t next = name + 1;
    const Item& sign = s.at(next);
    if ((sign.is(".") && sign.glued) || sign.is(",") || sign.is("/") || sign.is("-")) ++next;
    if (s.at(next).is("of") && s.at(next + 1).number() && s.at(next + 1).digits == 4) ++next;
    if (s.at(next).is("the") && s.at(next + 1).ordinal) ++next;
    return next;
}

/// "July 5th, 2024", "March 6": a day that cannot be a year.
PointAt month_then_day(const Source& s, std::size_t i, unsigned month) {
    const Item& number = s.at(i);
    const bool written = number.ordinal || (number.digits > 0 && number.digits <= 2);
    if (!number.number() || number.value < 1 || number.value > 31 || !written) return std::nullopt;
    const auto year = year_at(s, s.at(i + 1).is(",") ? i + 2 : i + 1);
    const bool four = year && s.at(year->end - 1).digits == 4;
    if (!number.ordinal && !four && number.digits != 1) return std::nullopt;
    const bool counts = measure_of(s.at(i + 1).norm) || s.at(i + 1).is("-") || s.at(i + 1).is("x");
    if (!number.ordinal && counts) return std::nullopt; // "May 6 weeks"
    const bool dated = four || (number.ordinal && year);
    Point point;
    point.written = {number.value, month, dated ? year->year : 0};
    point.end = dated ? year->end : i + 1;
    return point;
}

/// "Sept '24", "March 2025", "Jan 31": a year, or a number that can only be a day.
PointAt month_then_year(const Source& s, std::size_t i, unsigned month) {
    const Item& number = s.at(i);
    const auto year = year_at(s, i);
    if (!year) return std::nullopt;
    const int gap = year->year - year_of(s.context.written);
    const bool could_be_day =
        number.number() && number.digits == 2 && number.value >= 1 && number.value <= 31;
    Point point;
    if (could_be_day && (gap < -1 || gap > 3)) {
        point.written = {number.value, month, 0};
        point.end = i + 1;
        return point;
    }
    point.written = {0, month, year->year};
    point.end = year->end;
    point.bad = year->bad;
    point.either = could_be_day;
    return point;
}

PointAt month_day(const Source& s, std::size_t i) {
    const unsigned month = s.at(i).word() ? month_like(s.at(i).norm) : 0;
    if (month == 0) return std::nullopt;
    const std::size_t next = after_month(s, i);
    const PointAt day = month_then_day(s, next, month);
    return day ? day : month_then_year(s, next, month);
}

/// "the 28th", "by the 5th", "28th": not "the 3rd time", "1st session", "1st of each month".
PointAt ordinal_alone(const Source& s, std::size_t i) {
    const Item& day = s.at(i);
    if (!day.number() || !day.ordinal || day.value < 1 || day.value > 31) return std::nullopt;
    std::size_t end = i + 1;
    const std::size_t of_this = match(s.items, end, "of this|the|next month|mth");
    const bool next_month = of_this > end && s.items[of_this - 2].is("next");
    if (of_this > end) end = of_this;
    const bool ends = (closes(s, end) && !s.at(end).is("/")) ||
                      match(s.items, end, "by|for|then|to|until|onwards|am|pm|ideally") > end;
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

} // namespace

PointAt day_of_month_at(const Source& source, std::size_t index) {
    return day_month(source, index);
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
    const bool clock_range = next.is("-") && next.glued && source.at(i + 2).number(); // "16 March 10-12"
    if (clock_range || gap < -8 || gap > longest_plan + 2 || clock || counts) return std::nullopt;
    return found;
}

} // namespace plumbline::text::timescales
