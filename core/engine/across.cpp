#include "engine/across.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::engine {

std::vector<ComparedPlan> compare_plans(lua::Worker& worker, const Lookups& lookups,
                                        std::vector<std::vector<lua::Memory>> kept) {
    const std::size_t count = lookups.all().size();
    std::vector<ComparedPlan> compared(kept.size(), ComparedPlan(count));
    for (std::size_t index = 0; index < count; ++index) {
        const Lookup& lookup = lookups.all()[index];
        if (!lookup.plugin->across_plans) continue;
        std::vector<lua::Memory> memories;
        std::vector<std::size_t> plans; // memories[i] is of plan plans[i]
        for (std::size_t plan = 0; plan < kept.size(); ++plan) {
            if (index >= kept[plan].size() || kept[plan][index].data.empty()) continue;
            memories.push_back(std::move(kept[plan][index]));
            plans.push_back(plan);
        }
        if (memories.empty()) continue;
        for (lua::Comparison& comparison : worker.compare(*lookup.plugin, lookup.parameters, memories))
            compared[plans.at(comparison.plan)][index].push_back(std::move(comparison.observation));
    }
    return compared;
}

std::vector<judgement::Observation> merge(std::vector<judgement::Observation> alone,
                                          const std::vector<judgement::Observation>& compared) {
    std::erase_if(alone, [&](const judgement::Observation& observation) {
        return observation.failure == judgement::Failure::unjudged &&
               std::any_of(compared.begin(), compared.end(), [&](const judgement::Observation& other) {
                   return other.criterion == observation.criterion;
               });
    });
    alone.insert(alone.end(), compared.begin(), compared.end());
    return alone;
}

} // namespace plumbline::engine
