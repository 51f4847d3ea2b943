#pragma once

#include "engine/lookups.hpp"
#include "judgement/judgement.hpp"
#include "plan/plan.hpp"

#include <vector>

namespace plumbline::engine {

/// Turns what a plugin observed into a rule's judgements and findings: why it is asked for, how soon, its
/// fingerprint. A defect that another check owns makes no finding where a rule asks for that check of this
/// kind of plan.
void add_verdicts(const std::vector<judgement::Observation>& observations, const standard::Rule& rule,
                  const plan::Plan& plan, const Lookups& lookups, judgement::PlanResult& result);

/// Says of a check that is not asked of this kind of plan that it is not applicable: silence is no judgement.
void add_not_applicable(const NotAsked& check, const plan::Plan& plan, judgement::PlanResult& result);

} // namespace plumbline::engine
