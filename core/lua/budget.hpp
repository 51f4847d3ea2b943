#pragma once

/// What one call into a sandbox may still use. A limit that was hit is latched: every further step fails
/// until the next call begins, so that no pcall can carry on.

#include "lua/worker.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <lua.hpp>
#include <string>

namespace plumbline::lua {

/// An error that Lua code raised or ran into, with the plugin's own place.
struct LuaError {
    std::string file;
    std::uint32_t line = 0;
    std::string message;   // without the place; the worker scrubs plan text from it
    std::string traceback; // the plugin's own frames, a line each: "file:line: in function 'name'"
    bool limit = false;
};

enum class Limit : std::uint8_t { none, instructions, memory, time };

class Budget {
public:
    explicit Budget(const Limits& limits);

    /// A new call from outside: counters start anew, nothing is latched.
    void begin(lua_State* L);
    /// What the state holds now is what loading took: `memory` of the limits counts from here.
    void settle() noexcept { floor_ = used_; }
    /// The state holds so much from earlier calls that a well-behaved call could run out of memory.
    bool worn() const noexcept { return used_ > floor_ + limits_.memory / 2; }

    /// Takes `steps` (each about one instruction of Lua) from the budget; raises a Lua error when a limit is
    /// hit or was. For every C function whose work grows with its arguments.
    void charge(lua_State* L, std::uint64_t steps);
    /// Refuses at once what would need this much memory in one piece.
    void charge_memory(lua_State* L, std::uint64_t bytes);
    /// Latches the limit with the place that Lua code has reached, and raises.
    [[noreturn]] void hit(lua_State* L, Limit limit);
    /// Latches a memory error that Lua itself raised; the place is that of the refused allocation.
    void latch_memory(lua_State* L);
    [[noreturn]] void raise_again(lua_State* L) const;

    bool latched() const noexcept { return hit_ != Limit::none; }
    /// Only when latched.
    const LuaError& error() const noexcept { return error_; }

    std::uint64_t steps() const noexcept { return steps_; }
    std::size_t memory() const noexcept { return used_; }
    /// Bytes asked for so far, given back or not.
    std::uint64_t allocated() const noexcept { return allocated_; }

    /// The lua_Alloc of a state whose allocator data is a Budget.
    static void* allocate(void* budget, void* block, std::size_t old_size, std::size_t new_size);

    /// Called with every line that runs from the next call on.
    using LineSeen = void (*)(void* who, lua_State* L, lua_Debug* activation);
    void watch_lines(LineSeen seen, void* who) noexcept {
        line_seen_ = seen;
        who_ = who;
    }

    /// Set once the state exists: refused allocations are traced there.
    void trace_in(lua_State* L) noexcept { traced_ = L; }

private:
    static void tick(lua_State* L, lua_Debug* activation);
    void latch(lua_State* L, Limit limit, LuaError error);
    std::string what(Limit limit) const;

    Limits limits_;
    std::chrono::steady_clock::time_point deadline_;
    std::uint64_t steps_ = 0, next_look_ = 0; // at next_look_ steps the clock is read
    std::uint64_t allocated_ = 0;
    std::size_t used_ = 0, floor_ = 0, ceiling_;
    Limit hit_ = Limit::none;
    LuaError error_, refused_;
    lua_State* traced_ = nullptr;
    LineSeen line_seen_ = nullptr;
    void* who_ = nullptr;
};

/// The budget of the state's sandbox.
Budget& budget(lua_State* L);

inline void charge(lua_State* L, std::uint64_t steps) {
    budget(L).charge(L, steps);
}

} // namespace plumbline::lua
