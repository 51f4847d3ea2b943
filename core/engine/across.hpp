#pragma once

/// Checks that compare plans with one another. A batch with such checks is read twice: once to keep the
/// little that each plan's plugin wants kept, then, when the comparison is made, to judge and report plan by
/// plan. So the memory a batch takes is that little and no more.

#include "engine/lookups.hpp"
#include "judgement/judgement.hpp"
#include "lua/worker.hpp"

#include <vector>

namespace plumbline::engine {

/// What the comparisons said of one plan: for each lookup, its observations (none for a lookup that compares
/// nothing).
using ComparedPlan = std::vector<std::vector<judgement::Observation>>;

/// `kept[plan][lookup]` is what was remembered. Returns one ComparedPlan for each plan.
std::vector<ComparedPlan> compare_plans(lua::Worker& worker, const Lookups& lookups,
                                        std::vector<std::vector<lua::Memory>> kept);

/// What a check said of the plan by itself, with what the comparison adds: a criterion that the comparison
/// judged is no longer unjudged.
std::vector<judgement::Observation> merge(std::vector<judgement::Observation> alone,
                                          const std::vector<judgement::Observation>& compared);

} // namespace plumbline::engine
