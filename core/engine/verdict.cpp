#include "engine/verdict.hpp"

#include <algorithm>

namespace plumbline::engine {

namespace {

using judgement::Observation;
using judgement::Outcome;

bool is_finding(const Observation& observation) {
    return observation.outcome == Outcome::not_met || observation.outcome == Outcome::needs_a_person;
}

judgement::Finding make_finding(const Observation& observation, const standard::Rule& rule,
                                const plan::Plan& plan) {
    judgement::Finding finding;
    finding.rule = rule.id;
    finding.plugin = rule.plugin;
    finding.criterion = observation.criterion;
    finding.outcome = observation.outcome;
    finding.priority = rule.priority;
    finding.at = observation.at;
    finding.evidence = observation.evidence;
    finding.message = observation.message;
    finding.advice = observation.advice;
    finding.citations = rule.citations;
    finding.fingerprint = judgement::fingerprint(plan.id, finding);
    return finding;
}

} // namespace

void add_verdicts(const std::vector<Observation>& observations, const standard::Rule& rule,
                  const plan::Plan& plan, const Lookups& lookups, judgement::PlanResult& result) {
    for (const Observation& observation : observations) {
        if (std::find(rule.criteria.begin(), rule.criteria.end(), observation.criterion) ==
            rule.criteria.end())
            continue;
        result.judgements.push_back({rule.id, rule.plugin, observation.criterion, observation.outcome,
                                     observation.at, observation.reason, observation.failure});
        if (!is_finding(observation)) continue;
        if (!observation.owner.empty() && lookups.asks_for(observation.owner, plan.kind)) continue;
        result.findings.push_back(make_finding(observation, rule, plan));
    }
}

void add_not_applicable(const NotAsked& check, const plan::Plan& plan, judgement::PlanResult& result) {
    const judgement::Place at{plan.id, plan.at.path(), plan.at.line, plan.at.column};
    result.judgements.push_back(
        {check.rule->id, check.rule->plugin, std::string(check.criterion), Outcome::not_applicable, at,
         "not asked of a plan of kind " + std::string(plan::to_word(plan.kind)), judgement::Failure::none});
}

} // namespace plumbline::engine
