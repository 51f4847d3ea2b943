#include "text/timescale_points.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

constexpr int grace = 31; // a day this long before the plan, without a year, is the one meant

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
        const PointAt point = day_of_month_at(s, last);
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
