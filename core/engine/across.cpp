#include "engine/across.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::engine {

ComparedPlans compare_plans(lua::Worker& worker, const Lookups& lookups, Kept kept) {
    ComparedPlans compared(lookups.all().size());
    for (std::size_t index = 0; index < compared.size(); ++index) {
        const Lookup& lookup = lookups.all()[index];
        if (!lookup.plugin->across_plans) continue;
        const lua::MemoryStore memories = std::move(kept.at(index));
        compared[index] = worker.compare(*lookup.plugin, lookup.parameters, memories);
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
