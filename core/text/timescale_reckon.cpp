#include "text/timescale_reckon.hpp"

#include "calendar/working_days.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

bool is_range_sign(const Source& s, const Part& part) {
    const Item& item = s.at(part.first);
    if (part.last != part.first + 1) return false;
    return (part.is(PartKind::sign) && (item.is("-") || item.is("/"))) || part.role == Role::range ||
           item.is("to") || item.is("until") || item.is("till") || item.is("til") || item.is("untill") ||
           item.is("through");
}

bool between_before(const Source& s, const Parts& parts, std::size_t index) {
    for (std::size_t back = index; back-- > 0 && index - back <= 2;) {
        if (parts[back].role == Role::between) return true;
        if (!parts[back].is(PartKind::filler)) return false;
        (void)s;
    }
    return false;
}

/// Two days written as a range. Without a year the first takes the second's, or the year before where that
/// alone makes sense ("20/12 to 5/1").
Days range_of(const Days& from, const Days& to, const TimescaleContext& context) {
    if (from.fault != Fault::none) return from;
    if (to.fault != Fault::none) return to;
    if (!from.first || !from.last || !to.last) return to;
    Days first = from;
    Days last = to;
    if (first.yearless && first.written.month != 0) {
        Written written = first.written;
        written.year = year_of(*last.last);
        if (written.month > month_number(*last.last)) --written.year;
        const Days dated = resolve(written, context);
        if (dated.fault == Fault::none) first = dated;
    } else if (last.yearless && last.written.month != 0) {
        Written written = last.written;
        written.year = year_of(*first.first);
        Days dated = resolve(written, context);
        if (dated.fault == Fault::none && dated.last < first.first) {
            const bool crosses = written.month < month_number(*first.first);
            if (crosses) ++written.year;
            dated = resolve(written, context);
        }
        if (dated.fault == Fault::none) last = dated;
    }
    const bool months = from.written.month != 0 && from.written.day == 0; // "Jun-Jul 24" is no 24 July
    Days joined = days_between(*first.first, *last.last, last.exact || months);
    if (*first.first > *last.last) joined.fault = Fault::reversed;
    joined.written = last.written;
    joined.yearless = last.yearless;
    joined.range = true;
    return joined;
}

} // namespace

void join_ranges(const Source& source, Parts& parts) {
    for (std::size_t i = 0; i + 2 < parts.size();) {
        std::size_t next = i + 1;
        bool range = false, also = false;
        while (next < parts.size() && !parts[next].is(PartKind::days)) {
            const bool joins = is_range_sign(source, parts[next]);
            const bool comma = parts[next].is(PartKind::sign) && source.at(parts[next].first).is(",");
            if (parts[next].role == Role::also)
                also = true;
            else if (!joins && !parts[next].is(PartKind::filler) && !comma)
                break;
            range |= joins;
            ++next;
        }
        const bool found = parts[i].is(PartKind::days) && next < parts.size() &&
                           parts[next].is(PartKind::days) && next > i + 1 && !parts[i].relative &&
                           ((range && !also) || (also && between_before(source, parts, i)));
        if (!found) {
            ++i;
            continue;
        }
        parts[i].days = range_of(parts[i].days, parts[next].days, source.context);
        parts[i].last = parts[next].last;
        parts[i].today = false;
        const auto begin = parts.begin() + static_cast<std::ptrdiff_t>(i);
        parts.erase(begin + 1, parts.begin() + static_cast<std::ptrdiff_t>(next) + 1);
    }
}

bool only_between(const Source& source, const Parts& parts, std::size_t left, std::size_t right,
                  std::string_view words) {
    for (std::size_t i = left + 1; i < right; ++i) {
        const Part& part = parts[i];
        const bool role = part.is(PartKind::role) &&
                          (part.role == Role::by || part.role == Role::range || part.role == Role::that_is);
        const bool sign =
            part.is(PartKind::sign) && words.find(source.at(part.first).norm) != std::string_view::npos;
        if (!part.is(PartKind::filler) && !role && !sign) return false;
    }
    return true;
}

Role role_of(const Source& source, const Parts& parts, std::size_t index) {
    int words = 0;
    bool signs = false;
    for (std::size_t i = index; i-- > 0;) {
        const Part& part = parts[i];
        if (part.is(PartKind::role)) {
            if (part.role == Role::also || part.role == Role::between || part.role == Role::that_is)
                return Role::none;
            // "starting in", "completed on", "maybe by": the word before the preposition says what the day
            // is.
            const Item& word = source.at(part.first);
            const bool bare =
                part.last == part.first + 1 &&
                (word.is("in") || word.is("on") || word.is("at") || word.is("for") || word.is("@"));
            if (part.role == Role::by && i > 0 && parts[i - 1].is(PartKind::role)) {
                const Role earlier = parts[i - 1].role;
                if (earlier == Role::maybe || earlier == Role::not_before) return earlier;
                const bool says = earlier == Role::start || earlier == Role::fact || earlier == Role::done ||
                                  earlier == Role::after;
                if (bare && says) return earlier;
            }
            return part.role;
        }
        if (part.timely() || part.is(PartKind::frequency)) return Role::none;
        if (part.is(PartKind::sign)) {
            const Item& sign = source.at(part.first);
            if (sign.is(";") || sign.is(".") || sign.is(")") || words > 0) return Role::none;
            signs = true;
        }
        if (part.is(PartKind::word) || part.is(PartKind::noise)) ++words;
        if (words > 3 || (signs && words > 0)) return Role::none;
    }
    return Role::none;
}

std::optional<Date> end_of(const Period& period, Date start, int direction) {
    const int half = period.half ? 1 : 0;
    const int count = period.most * direction;
    const chrono::days days{period.most};
    switch (period.measure) {
    case Measure::minutes:
        return start;
    case Measure::hours:
        return start + chrono::days{(period.most + 23) / 24} * direction;
    case Measure::days:
        return start + days * direction;
    case Measure::working_days:
        return calendar::WorkingDays::england().add(start, count);
    case Measure::weeks:
        return start + (chrono::weeks{period.most} + chrono::days{half * 4}) * direction;
    case Measure::fortnights:
        return start + (chrono::weeks{2 * period.most} + chrono::days{half * 7}) * direction;
    case Measure::months:
        return add_months(start, count) + chrono::days{half * 15} * direction;
    case Measure::quarters:
        return add_months(start, 3 * count);
    case Measure::years:
        return add_months(start, 12 * count + 6 * half * direction);
    case Measure::terms: // councils set their own: near enough to say where, not when
        return start + (chrono::weeks{14 * period.most} + chrono::weeks{7 * half}) * direction;
    }
    return std::nullopt;
}

std::string period_words(const Period& period) {
    static constexpr std::array names{std::string_view("minute"), std::string_view("hour"),
                                      std::string_view("day"),    std::string_view("working day"),
                                      std::string_view("week"),   std::string_view("fortnight"),
                                      std::string_view("month"),  std::string_view("quarter"),
                                      std::string_view("term"),   std::string_view("year")};
    const std::string name{names.at(static_cast<std::size_t>(period.measure))};
    if (period.half && period.most == 0) return "half a " + name;
    return std::to_string(period.most) + (period.half ? "½ " : " ") + name +
           (period.most == 1 && !period.half ? "" : "s");
}

Bound bound_of_days(const Part& part, std::size_t index) {
    Bound bound;
    bound.part = index;
    bound.first = part.days.first;
    bound.last = part.days.last;
    bound.exact = part.days.exact;
    bound.fault = part.days.fault;
    bound.kind = part.relative ? TimescaleKind::relative : TimescaleKind::date;
    if (bound.last) bound.how = (bound.exact ? "last day " : "about ") + to_reader(*bound.last);
    return bound;
}

} // namespace plumbline::text::timescales
