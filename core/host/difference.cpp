#include "host/difference.hpp"

#include <algorithm>
#include <tuple>

namespace plumbline::host {

namespace {

using judgement::Finding;
using judgement::PlanResult;

std::string check_of(const auto& judged) {
    return judged.plugin + "/" + judged.criterion;
}

using Key = std::tuple<std::string, std::string, judgement::Outcome>; // check, path, outcome

Key key_of(const Finding& finding) {
    return {check_of(finding), finding.at.path, finding.outcome};
}

/// What this run says of the same criterion at the same node.
std::string said_of(const PlanResult& plan, const Finding& finding) {
    for (const auto& judged : plan.judgements)
        if (check_of(judged) == check_of(finding) && judged.at.path == finding.at.path)
            return std::string(to_word(judged.outcome));
    return {};
}

/// The findings of `some` that `others` does not have, each counted as often as it stands there.
std::vector<Differing> only_in(const PlanResult& some, const PlanResult& others) {
    std::map<Key, std::size_t> known;
    for (const Finding& finding : others.findings)
        ++known[key_of(finding)];
    std::vector<Differing> out;
    for (const Finding& finding : some.findings) {
        std::size_t& left = known[key_of(finding)];
        if (left > 0)
            --left;
        else
            out.push_back({some.id, some.file, finding, said_of(others, finding)});
    }
    return out;
}

} // namespace

bool RunRecord::incomplete() const {
    return std::any_of(plans_.begin(), plans_.end(), [](const PlanResult& plan) {
        return plan.state == judgement::State::unreadable ||
               std::any_of(plan.judgements.begin(), plan.judgements.end(),
                           [](const auto& judged) { return judged.failure != judgement::Failure::none; });
    });
}

std::map<std::string, CheckDifference> difference(const RunRecord& old_run, const RunRecord& new_run) {
    std::map<std::string, CheckDifference> out;
    const std::size_t plans = std::min(old_run.plans().size(), new_run.plans().size());
    for (std::size_t i = 0; i < plans; ++i) {
        const PlanResult& before = old_run.plans()[i];
        const PlanResult& after = new_run.plans()[i];
        for (Differing& one : only_in(after, before))
            out[check_of(one.finding)].gained.push_back(std::move(one));
        for (Differing& one : only_in(before, after))
            out[check_of(one.finding)].lost.push_back(std::move(one));
    }
    return out;
}

} // namespace plumbline::host
