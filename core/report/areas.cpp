#include "report/areas.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

using judgement::Outcome;

/// What reports call a service that documents title differently ("Safeguarding services", "Help and
/// protection").
std::string common_title(const std::string& service) {
    if (service == "safeguarding") return "Safeguarding";
    if (service == "looked-after") return "Looked after children";
    if (service == "both") return "Safeguarding and looked after children";
    return {};
}

void settle_title(AreaGroup& group, const standard::Area& area) {
    if (group.areas.empty()) group.service_title = area.service_title;
    if (group.service_title == area.service_title) return;
    if (const std::string common = common_title(area.service); !common.empty()) group.service_title = common;
}

AreaCount::Part& part_of(AreaCount& area, const RolledUp& rolled) {
    const auto same = [&](const AreaCount::Part& part) {
        return part.plugin == rolled.plugin && part.criterion == rolled.criterion;
    };
    const auto found = std::find_if(area.parts.begin(), area.parts.end(), same);
    if (found != area.parts.end()) return *found;
    return area.parts.emplace_back(AreaCount::Part{rolled.plugin, rolled.criterion, {}});
}

} // namespace

std::string_view to_word(Rag rag) {
    switch (rag) {
    case Rag::none:
        return "";
    case Rag::red:
        return "red";
    case Rag::amber:
        return "amber";
    case Rag::green:
        return "green";
    }
    return "";
}

Areas::Areas(const standard::RuleSet& rule_set)
    : red_below_(rule_set.red_below), green_from_(rule_set.green_from) {
    for (const standard::Area& area : rule_set.areas_in_scope) {
        for (const std::string& rule : area.answered_by)
            by_rule_[rule].push_back(areas_.size());
        areas_.emplace_back().area = area;
    }
}

void Areas::add(const judgement::PlanResult& plan) {
    std::map<std::size_t, Answered> answers;
    for (const RolledUp& rolled : roll_up(plan)) {
        const auto rule = by_rule_.find(rolled.rule);
        if (rule == by_rule_.end()) continue;
        for (const std::size_t index : rule->second) {
            auto& outcome = answers[index].outcome;
            outcome = outcome ? judgement::combine(*outcome, rolled.outcome) : rolled.outcome;
            ++part_of(areas_[index], rolled).plans[rolled.outcome];
        }
    }
    for (const auto& finding : plan.findings) {
        const auto rule = by_rule_.find(finding.rule);
        if (rule == by_rule_.end()) continue;
        for (const std::size_t index : rule->second) {
            ++answers[index].findings;
            if (finding.accepted)
                ++areas_[index].accepted;
            else if (finding.outcome == Outcome::not_met)
                ++answers[index].open;
        }
    }
    for (const auto& [index, answered] : answers)
        count(areas_[index], plan, answered);
}

void Areas::count(AreaCount& area, const judgement::PlanResult& plan, const Answered& answered) {
    area.findings += answered.findings;
    if (!answered.outcome) return;
    const Outcome outcome = *answered.outcome;
    ++area.plans[outcome];
    ++area.teams[plan.team][outcome];
    ++area.kinds[plan.kind][outcome];
    if (outcome == Outcome::not_met && answered.findings > 0 && answered.open == 0) ++area.plans_accepted;
}

std::vector<AreaGroup> Areas::by_service_and_priority() const {
    std::vector<std::string> services; // in the documents' order
    for (const AreaCount& counted : areas_)
        if (std::find(services.begin(), services.end(), counted.area.service) == services.end())
            services.push_back(counted.area.service);
    std::vector<AreaGroup> groups;
    for (const std::string& service : services) {
        std::map<judgement::Priority, AreaGroup> urgency;
        AreaGroup titled; // one title for the service, whatever the urgency
        for (const AreaCount& counted : areas_) {
            if (counted.area.service != service) continue;
            settle_title(titled, counted.area);
            titled.areas.push_back(&counted);
            urgency[counted.area.priority].areas.push_back(&counted);
        }
        for (auto& [priority, group] : urgency)
            groups.push_back({service, titled.service_title, priority, std::move(group.areas)});
    }
    return groups;
}

Rag Areas::rag(const OutcomeCounts& counts) const {
    const auto percent = met_percent(counts);
    if (!percent) return Rag::none;
    if (*percent < red_below_) return Rag::red;
    return *percent < green_from_ ? Rag::amber : Rag::green;
}

} // namespace plumbline::report
