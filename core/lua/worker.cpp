#include "lua/worker.hpp"

#include "base/user_error.hpp"
#include "lua/clock.hpp"
#include "lua/judge_calls.hpp"
#include "lua/memory.hpp"
#include "lua/view_types.hpp"
#include "lua/worker_compare.hpp"
#include "lua/worker_outcome.hpp"
#include "lua/worker_room.hpp"

#include <algorithm>
#include <map>

namespace plumbline::lua {

using judgement::Observation;

struct Worker::Implementation {
    Implementation(const Catalogue& the_catalogue, const Surroundings& the_surroundings,
                   const Limits& the_limits, Recorder* recorder)
        : catalogue(the_catalogue), surroundings(&the_surroundings), limits(the_limits),
          session(catalogue.phrase_book(), *surroundings) {
        session.set_recorder(recorder);
        furnish();
    }

    void furnish() {
        std::vector<const Plugin*> plugins;
        for (const Plugin& plugin : catalogue.plugins())
            plugins.push_back(&plugin);
        room = std::make_unique<Room>(catalogue, plugins, session, limits);
    }

    /// Calls the plugin about the open plan.
    std::optional<Unjudged> call(const Plugin& plugin, const char* function, Judge* judge,
                                 const std::function<int(lua_State*)>& push,
                                 const std::function<void(lua_State*)>& take);

    std::optional<Unjudged> call_measured(const Plugin& plugin, const char* function,
                                          const std::function<int(lua_State*)>& push,
                                          const std::function<void(lua_State*)>& take) {
        const Sandbox& sandbox = room->sandbox();
        const auto reading = session.reading_time();
        const auto bytes = sandbox.allocated();
        const auto began = processor_time();
        auto failure = room->call(plugin, function, push, take);
        spent.reading = session.reading_time() - reading;
        spent.time = std::max(processor_time() - began - spent.reading, std::chrono::nanoseconds{0});
        spent.instructions = sandbox.instructions();
        spent.bytes = sandbox.allocated() - bytes;
        return failure;
    }

    Catalogue catalogue; // shares what the caller's holds
    const Surroundings* surroundings;
    Limits limits;
    Session session;
    std::unique_ptr<Room> room;
    bool measured = false;
    Spent spent;
    std::map<std::string, std::string> sources; // by plugin; read when one fails first
};

std::optional<Unjudged> Worker::Implementation::call(const Plugin& plugin, const char* function, Judge* judge,
                                                     const std::function<int(lua_State*)>& push,
                                                     const std::function<void(lua_State*)>& take) {
    if (!session.has_plan()) throw InternalError("a worker was asked to check without an open plan");
    const Plugin* known = catalogue.find(plugin.id);
    if (known == nullptr) throw InternalError("plugin " + plugin.id + " is not in this worker's catalogue");
    session.begin(*known, judge);
    auto failure =
        measured ? call_measured(plugin, function, push, take) : room->call(plugin, function, push, take);
    session.end();
    if (room->worn()) furnish();
    if (!failure) return failure;
    const auto [own, missing] = sources.try_emplace(known->id);
    if (missing) own->second = sources_of(*known);
    return scrubbed(std::move(*failure), private_of(session.plan()), own->second);
}

Worker::Worker(const Catalogue& catalogue, const Surroundings& surroundings, const Limits& limits,
               Recorder* recorder)
    : implementation_(std::make_unique<Implementation>(catalogue, surroundings, limits, recorder)) {}

Worker::~Worker() = default;
Worker::Worker(Worker&&) noexcept = default;
Worker& Worker::operator=(Worker&&) noexcept = default;

void Worker::open(const plan::Plan& plan) {
    implementation_->session.open(plan);
}

void Worker::close() {
    implementation_->session.close();
}

void Worker::measure() {
    implementation_->measured = true;
}

const Spent& Worker::spent() const {
    return implementation_->spent;
}

std::vector<Observation> Worker::check(const Plugin& plugin, const Parameters& parameters) {
    auto& self = *implementation_;
    Judge judge(plugin);
    const auto push = [&](lua_State* state) {
        push_node(state, self.session, plan_type(), &self.session.plan());
        push_judge(state, self.session);
        push_parameters(state, plugin, parameters);
        self.room->push_phrases(state, plugin);
        self.room->push_models(state, plugin);
        return 5;
    };
    const auto failure = self.call(plugin, "check", &judge, push, [](lua_State*) {});
    return complete(plugin, judge, place_of(self.session.plan()), failure);
}

Memory Worker::remember(const Plugin& plugin, const Parameters& parameters) {
    auto& self = *implementation_;
    std::optional<std::string> data;
    const auto push = [&](lua_State* state) {
        push_node(state, self.session, plan_type(), &self.session.plan());
        push_parameters(state, plugin, parameters);
        self.room->push_phrases(state, plugin);
        self.room->push_models(state, plugin);
        return 4;
    };
    const auto take = [&](lua_State* state) {
        if (!lua_isnil(state, -1)) data = serialise(state);
    };
    const auto failure = self.call(plugin, "remember", nullptr, push, take);
    if (failure) return forgotten(self.session.plan(), *failure);
    return data ? remembered(self.session.plan(), *data) : Memory{};
}

ObservationStore Worker::compare(const Plugin& plugin, const Parameters& parameters,
                                 const MemoryStore& memories) {
    const auto& self = *implementation_;
    return compare_memories(self.catalogue, *self.surroundings, self.limits, plugin, parameters, memories,
                            self.session.recorder());
}

} // namespace plumbline::lua
