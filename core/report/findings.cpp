#include "report/findings.hpp"

#include "report/weights.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumbline::report {

namespace {

using judgement::Finding;

/// What has to be the same for two findings to be told as one.
auto said(const Finding& finding) {
    return std::tie(finding.rule, finding.criterion, finding.message, finding.advice);
}

auto place(const Finding& finding) {
    return std::tie(finding.at.path, finding.at.id, finding.at.line, finding.at.column);
}

auto order_in_plan(const Finding& finding) {
    return std::tie(finding.at.line, finding.at.column);
}

std::vector<Entry> fold(const std::vector<const Finding*>& findings) {
    std::vector<Entry> entries;
    std::map<decltype(said(*findings.front())), std::size_t> index;
    for (const Finding* finding : findings) {
        const auto [entry, added] = index.emplace(said(*finding), entries.size());
        if (added) entries.emplace_back();
        entries[entry->second].findings.push_back(finding);
    }
    return entries;
}

std::vector<NodeGroup> group(std::vector<Entry> entries) {
    std::vector<NodeGroup> groups;
    std::map<decltype(place(entries.front().first())), std::size_t> index;
    for (Entry& entry : entries) {
        const bool shared = entry.findings.size() > 1;
        const auto found = index.find(place(entry.first()));
        if (!shared && found != index.end()) {
            groups[found->second].entries.push_back(std::move(entry));
            continue;
        }
        if (!shared) index.emplace(place(entry.first()), groups.size());
        groups.emplace_back().entries.push_back(std::move(entry));
    }
    return groups;
}

/// The rule of the weightiest entry first, each rule's entries together.
void order_entries(NodeGroup& group, const Weights& weights) {
    std::stable_sort(group.entries.begin(), group.entries.end(), [&](const Entry& left, const Entry& right) {
        return weights.heavier(left.first(), right.first());
    });
    std::map<std::string_view, std::size_t> order;
    for (const Entry& entry : group.entries)
        order.emplace(entry.first().rule, order.size());
    std::stable_sort(group.entries.begin(), group.entries.end(), [&](const Entry& left, const Entry& right) {
        return order.at(left.first().rule) < order.at(right.first().rule);
    });
}

/// The weightiest first; of equal ones the first in the plan.
Section section_of(const std::vector<const Finding*>& findings, const Weights& weights) {
    Section section{findings.front()->priority, findings.front()->outcome, group(fold(findings))};
    for (NodeGroup& group : section.groups)
        order_entries(group, weights);
    const auto leading = [](const NodeGroup& group) -> const Finding& {
        return group.entries.front().first();
    };
    std::stable_sort(section.groups.begin(), section.groups.end(),
                     [&](const NodeGroup& left, const NodeGroup& right) {
                         if (weights.heavier(leading(left), leading(right))) return true;
                         if (weights.heavier(leading(right), leading(left))) return false;
                         return order_in_plan(leading(left)) < order_in_plan(leading(right));
                     });
    return section;
}

} // namespace

std::vector<Section> sections_of(const std::vector<Finding>& findings) {
    std::map<std::pair<judgement::Priority, judgement::Outcome>, std::vector<const Finding*>> by_urgency;
    for (const Finding& finding : findings)
        if (!finding.accepted) by_urgency[{finding.priority, finding.outcome}].push_back(&finding);
    const Weights weights(findings);
    std::vector<Section> sections;
    sections.reserve(by_urgency.size());
    for (const auto& [urgency, found] : by_urgency)
        sections.push_back(section_of(found, weights));
    return sections;
}

} // namespace plumbline::report
