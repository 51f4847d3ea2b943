#include "engine/checker.hpp"

#include "engine/profile.hpp"
#include "engine/verdict.hpp"
#include "plan/read.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace plumbline::engine {

namespace {

std::string place(const std::string& file, std::uint32_t line, std::uint32_t column) {
    return to_string(FilePosition{file, line, column});
}

std::string describe(const std::string& file, const std::vector<plan::Problem>& problems) {
    std::string out;
    for (const plan::Problem& problem : problems) {
        if (!out.empty()) out += '\n';
        out += place(file, problem.line, problem.column) + ": " + problem.message;
    }
    return out;
}

judgement::PlanResult unread(const plan::Input& input) {
    judgement::PlanResult result;
    result.file = input.source.file;
    result.line = input.line;
    result.state = input.skipped ? judgement::State::skipped : judgement::State::unreadable;
    result.reason = place(input.source.file, input.line, input.column) + ": " + input.problem;
    return result;
}

judgement::PlanResult head_of(const plan::Plan& plan) {
    judgement::PlanResult result;
    result.id = plan.id;
    result.version = plan.version;
    result.kind = plan::to_word(plan.kind);
    result.team = plan.team;
    result.file = plan.file;
    result.line = plan.at.line;
    return result;
}

} // namespace

Checker::Checker(const Foundation& foundation, const Lookups& lookups, const Settings& settings)
    : lookups_(&lookups),
      keep_plans_(settings.keep_plans), surroundings_{foundation.calendar, foundation.intervals,
                                                      settings.as_of},
      worker_(*foundation.catalogue, surroundings_, settings.limits), profile_(settings.profile) {
    if (profile_ != nullptr) worker_.measure();
}

judgement::PlanResult Checker::check(const plan::Input& input, std::size_t number,
                                     const ComparedPlans* compared) {
    if (!input.problem.empty()) return unread(input);
    plan::ReadResult read = plan::read(input.source);
    judgement::PlanResult result;
    if (!read.plan) {
        result.id = read.id;
        result.version = read.version;
        result.file = input.source.file;
        result.line = input.source.line;
        result.state = judgement::State::unreadable;
        result.reason = describe(input.source.file, read.errors);
        return result;
    }
    result = head_of(*read.plan);
    for (const plan::Problem& warning : read.warnings)
        result.warnings.push_back(place(input.source.file, warning.line, warning.column) + ": " +
                                  warning.message);
    if (!lookups_->judges(read.plan->kind)) {
        result.state = judgement::State::skipped;
        result.reason = place(result.file, result.line, 0) +
                        ": no rule of this rule set is for a plan of kind " + result.kind;
        return result;
    }
    judge(*read.plan, number, compared, result);
    if (keep_plans_) result.plan = std::make_shared<const plan::Plan>(std::move(*read.plan));
    return result;
}

void Checker::judge(const plan::Plan& plan, std::size_t number, const ComparedPlans* compared,
                    judgement::PlanResult& result) {
    worker_.open(plan);
    const std::vector<Lookup>& lookups = lookups_->all();
    for (std::size_t index = 0; index < lookups.size(); ++index) {
        const Lookup& lookup = lookups[index];
        const auto applies = [&](const standard::Rule* rule) { return Lookups::applies(*rule, plan.kind); };
        if (std::none_of(lookup.rules.begin(), lookup.rules.end(), applies)) continue;
        std::vector<judgement::Observation> observations = worker_.check(*lookup.plugin, lookup.parameters);
        if (profile_ != nullptr) profile_->add(lookup.plugin->id, worker_.spent());
        if (compared != nullptr && lookup.plugin->across_plans)
            observations = merge(std::move(observations), compared->at(index).of(number));
        for (const standard::Rule* rule : lookup.rules)
            if (applies(rule)) add_verdicts(observations, *rule, plan, *lookups_, result);
    }
    worker_.close();
    for (const NotAsked& check : lookups_->not_asked_of(plan.kind))
        add_not_applicable(check, plan, result);
}

std::vector<lua::Memory> Checker::remember(const plan::Input& input) {
    std::vector<lua::Memory> kept(lookups_->all().size());
    if (!input.problem.empty()) return kept;
    const plan::ReadResult read = plan::read(input.source);
    if (!read.plan) return kept;
    worker_.open(*read.plan);
    for (std::size_t index = 0; index < kept.size(); ++index) {
        const Lookup& lookup = lookups_->all()[index];
        const bool applies =
            std::any_of(lookup.rules.begin(), lookup.rules.end(),
                        [&](const standard::Rule* rule) { return Lookups::applies(*rule, read.plan->kind); });
        if (applies && lookup.plugin->across_plans)
            kept[index] = worker_.remember(*lookup.plugin, lookup.parameters);
    }
    worker_.close();
    return kept;
}

} // namespace plumbline::engine
