#include "report/groups.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumbline::report {

std::vector<Group> groups_of(const std::vector<judgement::Finding>& findings, judgement::Outcome outcome) {
    std::vector<const judgement::Finding*> wanted;
    for (const auto& finding : findings)
        if (!finding.accepted && finding.outcome == outcome) wanted.push_back(&finding);
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto* left, const auto* right) {
        return std::tie(left->priority, left->at.line, left->at.column) <
               std::tie(right->priority, right->at.line, right->at.column);
    });
    std::vector<Group> groups;
    const auto key = [](const judgement::Finding& finding) {
        return std::tie(finding.priority, finding.rule, finding.criterion, finding.advice);
    };
    std::map<decltype(key(findings.front())), std::size_t> index;
    for (const auto* finding : wanted) {
        const auto [entry, added] = index.emplace(key(*finding), groups.size());
        if (added) groups.emplace_back();
        groups[entry->second].findings.push_back(finding);
    }
    return groups;
}

} // namespace plumbline::report
