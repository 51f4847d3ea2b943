#include "text/timescale_reckon.hpp"

#include <algorithm>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

bool is_review_kind(std::string_view kind) {
    return kind == "review" || kind.ends_with("-review") || kind == "review-conference" ||
           kind == "child-in-need-meeting";
}

constexpr chrono::days grace{31}; // as for dates without a year: a meeting longer gone is not the one meant

struct PlanDates {
    std::optional<Date> next, latest; // still to come; the last planned one gone by
    std::vector<Date> all;
};

PlanDates plan_dates(const TimescaleContext& context, const Event& event) {
    PlanDates dates;
    for (const NamedDay& day : context.events) {
        const bool review = event.kind == "review" && is_review_kind(day.kind);
        if (day.kind != event.kind && !review) continue;
        dates.all.push_back(day.on);
        const bool to_come = day.on > context.written || (day.on == context.written && !day.happened);
        if (to_come) {
            if (!dates.next || day.on < *dates.next) dates.next = day.on;
        } else if (!day.happened && day.on >= context.written - grace &&
                   (!dates.latest || day.on > *dates.latest)) {
            dates.latest = day.on;
        }
    }
    if (context.next_review && is_review_kind(event.kind) &&
        (dates.all.empty() || event.kind == "review" || !dates.next)) {
        dates.all.push_back(*context.next_review);
        const bool to_come = *context.next_review >= context.written;
        const bool nearer = event.kind == "review" || !dates.next;
        if (to_come && nearer) dates.next = context.next_review;
        if (!to_come && !dates.next && !dates.latest) dates.latest = context.next_review;
    }
    return dates;
}

constexpr int tolerance = 7; // days by which a text and the plan's own date may differ

bool near(const Days& days, Date date) {
    const chrono::days slack{tolerance};
    return days.first && days.last && *days.first - slack <= date && date <= *days.last + slack;
}

/// Whether the date in the text and the plan's own exclude each other. A later one may be the one after the
/// next.
bool disagrees(const PlanDates& plan, const Event& event, const Days& dated) {
    if (plan.all.empty() || !dated.last) return false;
    if (std::any_of(plan.all.begin(), plan.all.end(), [&](Date date) { return near(dated, date); }))
        return false;
    const auto expected = plan.next ? plan.next : plan.latest;
    return expected && (*dated.last < *expected || event.next);
}

Date birthday(Date born, int years, int months) {
    return add_months(born, 12 * years + months);
}

Bound bound_of_birthday(const Source& source, const Part& part, Bound bound, const Days* dated) {
    const auto& born = source.context.born;
    if (born) {
        int years = part.event.age;
        if (part.event.age == 0 && part.event.age_months == 0)
            years = age_on(*born, source.context.written) + 1;
        const Date day = birthday(*born, years, part.event.age_months);
        if (dated != nullptr && dated->last && !near(*dated, day)) bound.conflict = true;
        if (dated == nullptr) {
            bound.last = day;
            bound.how = "the birthday is on " + to_reader(day);
        }
    } else if (dated == nullptr) {
        bound.how = "a birthday is a fixed day, though the plan does not show it";
    }
    return bound;
}

Bound bound_of_season(const Part& part, Bound bound) {
    bound.exact = false;
    if (part.event.about) {
        if (part.event.sort == EventSort::feast || part.event.dated_year) bound.last = part.event.about;
        bound.how = "about " + to_reader(*part.event.about);
        if (part.event.sort == EventSort::school) bound.how += "; councils set their own term dates";
    } else {
        bound.how = "a fixed point of the year";
    }
    return bound;
}

} // namespace

Bound bound_of_event(const Source& source, const Part& part, std::size_t index, const Days* dated) {
    Bound bound;
    bound.part = index;
    bound.kind = TimescaleKind::event_bounded;
    if (dated != nullptr) {
        bound.first = dated->first;
        bound.last = dated->last;
        bound.exact = dated->exact;
        bound.fault = dated->fault;
        if (bound.last) bound.how = "it is dated " + to_reader(*bound.last);
    }
    if (part.event.sort == EventSort::birthday) return bound_of_birthday(source, part, bound, dated);
    if (part.event.sort == EventSort::school || part.event.sort == EventSort::feast) {
        if (dated != nullptr && dated->written.day == 0 && dated->written.month != 0) bound.exact = false;
        return dated != nullptr ? bound : bound_of_season(part, bound);
    }
    const PlanDates plan = plan_dates(source.context, part.event);
    if (dated != nullptr) {
        bound.conflict = disagrees(plan, part.event, *dated);
        const bool stretch = bound.first && bound.last && *bound.first < *bound.last;
        for (const Date date : plan.all) { // "the review in May": the plan knows the day
            if (!stretch || date < *bound.first || date > *bound.last || date < source.context.written)
                continue;
            bound.first = bound.last = date;
            bound.how = "the plan has it on " + to_reader(date);
            break;
        }
        if (bound.conflict && plan.next) bound.how = "the plan has it on " + to_reader(*plan.next);
        return bound;
    }
    if (plan.next)
        bound.last = plan.next;
    else if (plan.latest && !part.event.next)
        bound.last = plan.latest;
    if (bound.last)
        bound.how = "the plan has it on " + to_reader(*bound.last);
    else
        bound.how = "it is held at set times, though the plan shows no date for it";
    return bound;
}

} // namespace plumbline::text::timescales
