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

bool is_given_up(const Attempt* attempt, std::size_t lookup) {
    return attempt != nullptr &&
           std::find(attempt->given_up.begin(), attempt->given_up.end(), lookup) != attempt->given_up.end();
}

std::vector<judgement::Observation> given_up(const lua::Plugin& plugin, const plan::Plan& plan) {
    std::vector<judgement::Observation> observations;
    for (const lua::Criterion& criterion : plugin.criteria) {
        judgement::Observation& one = observations.emplace_back();
        one.criterion = criterion.id;
        one.at = {plan.id, plan.at.path(), plan.at.line, plan.at.column};
        one.reason = plugin.id + " gave no answer in the time that a check has, and was given up";
        one.failure = judgement::Failure::limit;
    }
    return observations;
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
    if (compared == nullptr) return check(input, Comparison{}, nullptr);
    return check(
        input, [&](std::size_t lookup) { return compared->at(lookup).of(number); }, nullptr);
}

judgement::PlanResult Checker::check_alone(const plan::Input& input, Attempt* attempt) {
    return check(
        input, [&](std::size_t lookup) { return compare_alone(lookups_->all()[lookup]); }, attempt);
}

judgement::PlanResult Checker::check(const plan::Input& input, const Comparison& comparison,
                                     Attempt* attempt) {
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
    judge(*read.plan, comparison, attempt, result);
    if (keep_plans_) result.plan = std::make_shared<const plan::Plan>(std::move(*read.plan));
    return result;
}

void Checker::judge(const plan::Plan& plan, const Comparison& comparison, Attempt* attempt,
                    judgement::PlanResult& result) {
    worker_.open(plan);
    const std::vector<Lookup>& lookups = lookups_->all();
    for (std::size_t index = 0; index < lookups.size(); ++index) {
        const Lookup& lookup = lookups[index];
        const auto applies = [&](const standard::Rule* rule) { return Lookups::applies(*rule, plan.kind); };
        if (std::none_of(lookup.rules.begin(), lookup.rules.end(), applies)) continue;
        if (attempt != nullptr) attempt->running = index;
        const std::vector<judgement::Observation> observations =
            is_given_up(attempt, index) ? given_up(*lookup.plugin, plan) : observe(index, comparison);
        for (const standard::Rule* rule : lookup.rules)
            if (applies(rule)) add_verdicts(observations, *rule, plan, *lookups_, result);
    }
    if (attempt != nullptr) attempt->running = Attempt::outside;
    worker_.close();
    for (const NotAsked& check : lookups_->not_asked_of(plan.kind))
        add_not_applicable(check, plan, result);
}

std::vector<judgement::Observation> Checker::observe(std::size_t lookup, const Comparison& comparison) {
    const lua::Plugin& plugin = *lookups_->all()[lookup].plugin;
    std::vector<judgement::Observation> observations =
        worker_.check(plugin, lookups_->all()[lookup].parameters);
    if (profile_ != nullptr) profile_->add(plugin.id, worker_.spent());
    if (!plugin.across_plans || !comparison) return observations;
    return merge(std::move(observations), comparison(lookup));
}

std::vector<judgement::Observation> Checker::compare_alone(const Lookup& lookup) {
    lua::MemoryStore memories;
    memories.add(worker_.remember(*lookup.plugin, lookup.parameters));
    return worker_.compare(*lookup.plugin, lookup.parameters, memories).of(0);
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
