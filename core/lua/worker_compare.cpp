#include "lua/worker_compare.hpp"

#include "base/user_error.hpp"
#include "lua/memory.hpp"
#include "lua/view_types.hpp"
#include "lua/worker_outcome.hpp"
#include "lua/worker_room.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

Limits for_plans(Limits limits, std::size_t plans) {
    limits.instructions += 100'000 * plans;
    limits.memory += (std::size_t{16} << 10U) * plans;
    limits.time += std::chrono::milliseconds(5 * plans);
    return limits;
}

/// What could be compared, numbered as the plugin sees it, apart from what `remember` failed on.
struct Taken {
    std::vector<Remembered> kept, failed;
};

Taken take_all(const std::vector<Memory>& memories) {
    Taken taken;
    for (std::size_t i = 0; i < memories.size(); ++i) {
        if (memories[i].data.empty()) continue;
        Remembered memory = take_apart(memories[i], i);
        memory.number = taken.kept.size();
        (memory.failure ? taken.failed : taken.kept).push_back(std::move(memory));
    }
    return taken;
}

void add_failure(std::vector<Comparison>& comparisons, const Plugin& plugin, const Remembered& memory,
                 const Judge& judge, const Unjudged& why) {
    for (const Criterion& criterion : plugin.criteria)
        if (!judge.judged_whole(memory.index, criterion.id))
            comparisons.push_back({memory.index, could_not_check(criterion.id, memory.place, why)});
}

} // namespace

std::vector<Comparison> compare_memories(const Catalogue& catalogue, const Surroundings& surroundings,
                                         const Limits& limits, const Plugin& plugin,
                                         const Parameters& parameters, const std::vector<Memory>& memories) {
    const Plugin* known = catalogue.find(plugin.id);
    if (known == nullptr) throw InternalError("plugin " + plugin.id + " is not in this worker's catalogue");
    const Taken taken = take_all(memories);
    Judge judge(*known, true);
    Session session(catalogue.phrase_book(), surroundings);
    Room room(catalogue, {known}, session, for_plans(limits, taken.kept.size()));
    session.begin(*known, &judge);
    const auto push = [&](lua_State* state) {
        push_list(state, taken.kept.size(),
                  [&](std::size_t i) { push_memory(state, session, taken.kept[i]); });
        push_judge(state, session);
        push_parameters(state, *known, parameters);
        return 3;
    };
    auto failure = room.call(*known, "compare", push, [](lua_State*) {});
    session.end();

    std::vector<Comparison> comparisons;
    for (const Given& given : judge.given())
        comparisons.push_back({given.plan, given.observation});
    for (const Remembered& memory : taken.failed)
        add_failure(comparisons, *known, memory, judge, *memory.failure);
    if (failure) {
        Private secret;
        for (const Remembered& memory : taken.kept)
            secret.texts.push_back(memory.data);
        const Unjudged why = scrubbed(std::move(*failure), secret, sources_of(*known));
        for (const Remembered& memory : taken.kept)
            add_failure(comparisons, *known, memory, judge, why);
    }
    std::stable_sort(comparisons.begin(), comparisons.end(),
                     [](const Comparison& left, const Comparison& right) { return left.plan < right.plan; });
    return comparisons;
}

} // namespace plumbline::lua
