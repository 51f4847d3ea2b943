#include "report/summary.hpp"

#include "base/user_error.hpp"

namespace plumbline::report {

namespace {

constexpr std::size_t most_obstacles = 100;
constexpr std::size_t most_missing = 100;

} // namespace

void Summary::add(const judgement::PlanResult& plan) {
    ++plans;
    switch (plan.state) {
    case judgement::State::judged:
        ++judged;
        break;
    case judgement::State::unreadable:
        ++unreadable;
        break;
    case judgement::State::skipped:
        ++skipped;
        break;
    }
    if (plan.state != judgement::State::judged && missing.size() < most_missing)
        missing.push_back({plan.file, plan.line, plan.state, plan.reason});
    add_criteria(plan);
    add_findings(plan);
    areas.add(plan);
}

void Summary::add_groups(const judgement::PlanResult& plan, const std::vector<RolledUp>& rolled) {
    if (plan.state != judgement::State::judged) return;
    for (Group* group : {&teams[plan.team], &kinds[plan.kind]}) {
        ++group->plans;
        for (const RolledUp& one : rolled)
            ++group->criteria[one.outcome];
    }
}

void Summary::add_criteria(const judgement::PlanResult& plan) {
    for (const auto& judgement : plan.judgements) {
        ++outcomes[judgement.outcome];
        if (judgement.outcome == judgement::Outcome::could_not_check) add_obstacle(plan, judgement);
    }
    const std::vector<RolledUp> all_rolled = roll_up(plan);
    add_groups(plan, all_rolled);
    for (const RolledUp& rolled : all_rolled) {
        const auto [entry, added] =
            criterion_index_.emplace(std::tuple(rolled.rule, rolled.criterion), criteria.size());
        if (added) criteria.push_back({rolled.rule, rolled.plugin, rolled.criterion, {}, {}});
        Criterion& criterion = criteria[entry->second];
        ++criterion.plans[rolled.outcome];
        for (const auto outcome : all_outcomes)
            criterion.nodes[outcome] += rolled.nodes[outcome];
    }
}

void Summary::add_findings(const judgement::PlanResult& plan) {
    for (const auto& finding : plan.findings) {
        ++findings;
        if (finding.accepted) ++accepted;
        ++findings_by_priority[finding.priority][finding.outcome];
    }
}

void Summary::add_obstacle(const judgement::PlanResult& plan, const judgement::Judgement& judgement) {
    ++could_not_check;
    if (judgement.failure != judgement::Failure::none) ++failed_checks;
    const auto key = std::tuple(judgement.plugin, judgement.criterion, judgement.reason);
    auto found = obstacle_index_.find(key);
    if (found == obstacle_index_.end()) {
        if (obstacles.size() == most_obstacles) {
            ++more_obstacles;
            return;
        }
        found = obstacle_index_.emplace(key, obstacles.size()).first;
        obstacles.push_back({judgement.plugin, judgement.criterion, judgement.reason, judgement.failure, 0,
                             to_string(FilePosition{plan.file, judgement.at.line, judgement.at.column})});
    }
    ++obstacles[found->second].judgements;
}

} // namespace plumbline::report
