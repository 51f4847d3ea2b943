#include "lua/worker_compare.hpp"

#include "base/user_error.hpp"
#include "lua/memory.hpp"
#include "lua/view_types.hpp"
#include "lua/worker_outcome.hpp"
#include "lua/worker_room.hpp"

#include <utility>

namespace plumbline::lua {

namespace {

Limits for_plans(Limits limits, std::size_t plans) {
    limits.instructions += 100'000 * plans;
    limits.memory += (std::size_t{1} << 10U) * plans;
    limits.time += std::chrono::milliseconds(5 * plans);
    return limits;
}

void add_failure(ObservationStore& said, const Plugin& plugin, const Remembered& memory, const Judge& judge,
                 const Unjudged& why) {
    for (const Criterion& criterion : plugin.criteria)
        if (!judge.judged_whole(memory.index, criterion.id))
            said.add(memory.index, could_not_check(criterion.id, memory.place, why));
}

/// Could not check, of every plan that the comparison was about.
void fail_all(ObservationStore& said, const Plugin& plugin, const MemoryStore& memories, const Judge& judge,
              Unjudged why) {
    Private secret;
    secret.texts = memories.texts();
    why = scrubbed(std::move(why), secret, sources_of(plugin));
    for (std::size_t number = 0; number < memories.size(); ++number)
        add_failure(said, plugin, memories.at(number), judge, why);
}

} // namespace

ObservationStore compare_memories(const Catalogue& catalogue, const Surroundings& surroundings,
                                  const Limits& limits, const Plugin& plugin, const Parameters& parameters,
                                  const MemoryStore& memories, Recorder* recorder) {
    const Plugin* known = catalogue.find(plugin.id);
    if (known == nullptr) throw InternalError("plugin " + plugin.id + " is not in this worker's catalogue");
    ObservationStore said(memories.plans());
    Judge judge(*known, said);
    Compared compared{&memories, {}};
    Session session(catalogue.phrase_book(), surroundings);
    session.set_recorder(recorder);
    Room room(catalogue, {known}, session, for_plans(limits, memories.size()));
    session.begin(*known, &judge);
    const auto push = [&](lua_State* state) {
        push_memories(state, session, compared);
        push_judge(state, session);
        push_parameters(state, *known, parameters);
        return 3;
    };
    auto failure = room.call(*known, "compare", push, [](lua_State*) {});
    session.end();
    for (std::size_t number = 0; number < memories.failures(); ++number) {
        const Remembered memory = memories.failure(number);
        add_failure(said, *known, memory, judge, *memory.failure);
    }
    if (failure) fail_all(said, *known, memories, judge, std::move(*failure));
    return said;
}

} // namespace plumbline::lua
