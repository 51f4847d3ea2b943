#pragma once

/// Checks that compare plans with one another. A batch with such checks is read twice: once to keep the
/// little that each plan's plugin wants kept, then, when the comparison is made, to judge and report plan by
/// plan. So the memory a batch takes is that little and no more.

#include "engine/lookups.hpp"
#include "judgement/judgement.hpp"
#include "lua/worker.hpp"

#include <vector>

namespace plumbline::engine {

/// What was remembered, or said, of every plan of a batch: one store a lookup, in the order of the lookups.
using Kept = std::vector<lua::MemoryStore>;
using ComparedPlans = std::vector<lua::ObservationStore>;

/// Takes each lookup's memories and lets them go when they were compared.
ComparedPlans compare_plans(lua::Worker& worker, const Lookups& lookups, Kept kept);

/// What a check said of the plan by itself, with what the comparison adds: a criterion that the comparison
/// judged is no longer unjudged.
std::vector<judgement::Observation> merge(std::vector<judgement::Observation> alone,
                                          const std::vector<judgement::Observation>& compared);

} // namespace plumbline::engine
