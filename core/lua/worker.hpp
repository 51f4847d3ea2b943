#pragma once

/// One Lua state with every plugin loaded once: what one thread checks plans with.

#include "calendar/interval.hpp"
#include "calendar/working_days.hpp"
#include "judgement/judgement.hpp"
#include "lua/catalogue.hpp"
#include "lua/memory_store.hpp"
#include "lua/observation_store.hpp"
#include "plan/plan.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace plumbline::lua {

/// What one check may use. A limit hit is latched: the check ends as could not check, whatever its pcall
/// does.
struct Limits {
    std::uint64_t instructions = 20'000'000;
    std::size_t memory = std::size_t{64} << 20U; // bytes of the plugin's state beyond what loading took
    std::chrono::milliseconds time{5000};
};

/// What plugins may ask of the world besides the plan. Outlives the worker.
struct Surroundings {
    const calendar::WorkingDays* calendar = nullptr;
    const calendar::Intervals* intervals = nullptr;
    Date as_of{};
};

/// What a plugin keeps of one plan for `compare`: plain data, independent of any Lua state.
struct Memory {
    std::string data; // serialised, or why remember failed; empty when the plugin kept nothing
};

/// What the last call of a plugin took.
struct Spent {
    std::chrono::nanoseconds time{0};    // of the processor, reading narratives left out
    std::chrono::nanoseconds reading{0}; // narratives that it was the first to ask for
    std::uint64_t instructions = 0;      // about
    std::uint64_t bytes = 0;             // of memory asked for
};

class Recorder;

class Worker {
public:
    /// `recorder` keeps what plugins ask of the host; it outlives the worker.
    Worker(const Catalogue& catalogue, const Surroundings& surroundings, const Limits& limits = {},
           Recorder* recorder = nullptr);
    ~Worker();
    Worker(Worker&&) noexcept;
    Worker& operator=(Worker&&) noexcept;

    /// Makes this plan the one that the next calls are about: its narratives are read when first asked for.
    /// The plan must stay alive until the next call of open or close.
    void open(const plan::Plan& plan);
    void close();

    /// Runs one plugin on the open plan. Never throws on account of the plugin: an error, a limit or an
    /// unjudged criterion comes back as could not check, with the plugin's file:line. Every criterion of the
    /// plugin is there.
    std::vector<judgement::Observation> check(const Plugin& plugin, const Parameters& parameters);

    /// Of the last check or remember; kept only where `measure` asked for it.
    void measure();
    const Spent& spent() const;

    /// For plugins with across_plans. A criterion that such a plugin's check leaves to compare comes back
    /// from check as could not check with Failure::unjudged: what compare says takes its place. A plan whose
    /// remember failed gets could not check from compare.
    Memory remember(const Plugin& plugin, const Parameters& parameters);
    ObservationStore compare(const Plugin& plugin, const Parameters& parameters, const MemoryStore& memories);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace plumbline::lua
