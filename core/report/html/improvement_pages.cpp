// The action plan in the shape of the 2011 improvement plan, the self-assessment in that of the 2017 one.

#include "base/date.hpp"
#include "report/html/area_data.hpp"
#include "report/html/changes.hpp"
#include "report/layout.hpp"

#include <algorithm>

namespace plumbline::report::html {

namespace {

using judgement::Outcome;
using judgement::Priority;

constexpr std::size_t most_actions = 3, most_parts = 5;

/// By when to look again: as soon as the document asks.
std::string next_check(Priority priority, const std::string& as_of) {
    const auto from = parse_iso_date(as_of);
    if (!from) return {};
    const int months = priority == Priority::immediately         ? 1
                       : priority == Priority::within_six_months ? 6
                                                                 : 3;
    return to_reader(add_months(*from, months));
}

/// A criterion without advice of its own is told by another of the same plans.
Data actions_of(const AreaCount& counted, const Batch& batch) {
    Data out = list();
    for (const Part& weak : parts_of(counted, batch.summary.areas).weak) {
        const AreaCount::Part& part = *weak.part;
        const auto check = batch.index.check(part.plugin, part.criterion);
        const std::string advice = check ? batch.kept.advice(*check) : std::string{};
        if (advice.empty()) continue;
        const std::string title = sentence_case(batch.titles.criterion(part.plugin, part.criterion));
        Data one;
        one.set("action", advice);
        one.set("why", title + ": not met in " + count_of(part.plans[Outcome::not_met], "plan", "plans"));
        out.push_back(one);
        if (out.list_value().size() == most_actions) break;
    }
    return out;
}

Data action_rows(const AreaGroup& group, const Batch& batch) {
    Data out = list();
    for (const AreaCount* counted : group.areas) {
        if (counted->plans[Outcome::not_met] == 0) continue;
        Data row = area_data(*counted, batch);
        set_list(row, "actions", actions_of(*counted, batch));
        row.set("next-check", next_check(counted->area.priority, batch.receipt.as_of));
        out.push_back(row);
    }
    return out;
}

/// Whether what the plans show speaks for "met": the document's own set may see the area only in part.
std::string verdict(const AreaCount& counted, Rag rag) {
    const bool whole = counted.area.disposition == standard::Disposition::checked;
    switch (rag) {
    case Rag::green:
        return whole ? "Yes: the plans support it."
                     : "As far as plans show it; the rest needs other evidence.";
    case Rag::amber:
        return "In part.";
    case Rag::red:
        return "Not yet.";
    case Rag::none:
        return asked(counted) ? "Plans do not decide it: people must read them." : "No plan was asked it.";
    }
    return {};
}

Data assessed(const AreaCount& counted, const Batch& batch) {
    const Parts parts = parts_of(counted, batch.summary.areas);
    Data out = area_data(counted, batch);
    set_list(out, "strong", parts_data(parts.strong, most_parts, batch));
    set_list(out, "weak", parts_data(parts.weak, most_parts, batch));
    if (parts.strong.size() > most_parts) out.set("more-strong", number(parts.strong.size() - most_parts));
    if (parts.weak.size() > most_parts) out.set("more-weak", number(parts.weak.size() - most_parts));
    out.set("verdict", verdict(counted, batch.summary.areas.rag(counted.plans)));
    return out;
}

std::string service_of(const AreaGroup& group) {
    return group.service_title.empty() ? "All services" : group.service_title;
}

} // namespace

std::string action_plan_page(const Batch& batch) {
    Data services = list();
    for (const AreaGroup& group : batch.summary.areas.by_service_and_priority()) {
        const Data areas = action_rows(group, batch);
        if (!areas.is_non_empty_list()) continue;
        Data one;
        one.set("service", service_of(group));
        one.set("priority-word", heading_of(group.priority));
        one.set("areas", areas);
        Data groups = list();
        groups.push_back(one);
        Data service;
        service.set("groups", groups);
        services.push_back(service);
    }
    Data data;
    data.set("rule-set", batch.receipt.rule_set_title);
    data.set("any", services.is_non_empty_list());
    data.set("services", services);
    return filled("action-plan", data);
}

std::string self_assessment_page(const Batch& batch) {
    Data services = list();
    std::string last;
    Data now;
    Data areas = list();
    const auto close = [&] {
        if (!areas.is_non_empty_list()) return;
        now.set("service", last);
        now.set("assessed", areas);
        services.push_back(now);
        areas = list();
    };
    for (const AreaGroup& group : batch.summary.areas.by_service_and_priority()) {
        if (service_of(group) != last) close();
        last = service_of(group);
        for (const AreaCount* counted : group.areas)
            if (!counted->area.answered_by.empty()) areas.push_back(assessed(*counted, batch));
    }
    close();
    Data data;
    data.set("rule-set", batch.receipt.rule_set_title);
    data.set("services", services);
    return filled("self-assessment", data);
}

} // namespace plumbline::report::html
