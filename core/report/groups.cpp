#include "report/groups.hpp"

#include "report/weights.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumbline::report {

std::vector<Group> groups_of(const std::vector<judgement::Finding>& findings, judgement::Outcome outcome) {
    std::vector<const judgement::Finding*> wanted;
    for (const auto& finding : findings)
        if (!finding.accepted && finding.outcome == outcome) wanted.push_back(&finding);
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto* left, const auto* right) {
        return std::tie(left->at.line, left->at.column) < std::tie(right->at.line, right->at.column);
    });
    std::vector<Group> groups;
    const auto key = [](const judgement::Finding& finding) {
        return std::tie(finding.priority, finding.rule, finding.criterion);
    };
    std::map<decltype(key(findings.front())), std::size_t> index;
    for (const auto* finding : wanted) {
        const auto [entry, added] = index.emplace(key(*finding), groups.size());
        if (added) groups.emplace_back();
        groups[entry->second].findings.push_back(finding);
    }
    const Weights weights(findings);
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& left, const Group& right) {
        return weights.heavier(left.first(), right.first());
    });
    return groups;
}

std::vector<Alike> alike(const std::vector<const judgement::Finding*>& findings,
                         std::string judgement::Finding::*what) {
    std::vector<Alike> out;
    std::map<std::string_view, std::size_t> index;
    for (const auto* finding : findings) {
        const auto [entry, added] = index.emplace(finding->*what, out.size());
        if (added) out.push_back({finding->*what, {}});
        out[entry->second].findings.push_back(finding);
    }
    return out;
}

} // namespace plumbline::report
