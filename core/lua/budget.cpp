#include "lua/budget.hpp"

#include "lua/trace.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace plumbline::lua {

namespace {

// Few enough that a hundred copies of the longest string between two ticks stay under a second.
constexpr int instructions_a_tick = 100;
constexpr std::uint64_t steps_a_look = 5000;
constexpr std::size_t bytes_a_step = 64; // of memory asked for

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

} // namespace

Budget::Budget(const Limits& limits) : limits_(limits), ceiling_(limits.memory) {}

void Budget::begin(lua_State* L) {
    if (used_ > floor_ + limits_.memory / 4) lua_gc(L, LUA_GCCOLLECT);
    // What earlier calls left behind is not counted against this one, but the whole state stays bounded.
    ceiling_ = std::min(used_, floor_ + limits_.memory) + limits_.memory;
    steps_ = 0;
    next_look_ = steps_a_look;
    deadline_ = std::chrono::steady_clock::now() + limits_.time;
    hit_ = Limit::none;
    refused_ = {};
    const int lines = line_seen_ != nullptr ? LUA_MASKLINE : 0;
    lua_sethook(L, &Budget::tick, LUA_MASKCOUNT | lines, instructions_a_tick);
}

void Budget::tick(lua_State* L, lua_Debug* activation) {
    Budget& self = budget(L);
    if (activation->event == LUA_HOOKLINE) {
        self.line_seen_(self.who_, L, activation);
        return;
    }
    self.next_look_ = 0; // instructions may be slow ones: the clock is read at each tick
    self.charge(L, instructions_a_tick);
}

void Budget::charge(lua_State* L, std::uint64_t steps) {
    if (latched()) raise_again(L);
    if (steps > limits_.instructions - std::min(steps_, limits_.instructions)) hit(L, Limit::instructions);
    steps_ += steps;
    if (steps_ < next_look_) return;
    next_look_ = steps_ + steps_a_look;
    if (std::chrono::steady_clock::now() > deadline_) hit(L, Limit::time);
}

void Budget::charge_memory(lua_State* L, std::uint64_t bytes) {
    if (latched()) raise_again(L);
    if (bytes > limits_.memory) hit(L, Limit::memory);
}

void Budget::hit(lua_State* L, Limit limit) {
    latch(L, limit, trace(L));
    raise_again(L);
}

void Budget::latch_memory(lua_State* L) {
    if (!latched()) latch(L, Limit::memory, std::exchange(refused_, {}));
}

void Budget::latch(lua_State* L, Limit limit, LuaError error) {
    hit_ = limit;
    error_ = std::move(error);
    error_.message = what(limit);
    error_.limit = true;
    lua_sethook(L, &Budget::tick, LUA_MASKCOUNT, 1); // closing handlers get no instruction further
}

void Budget::raise_again(lua_State* L) const {
    lua_pushstring(L, error_.message.c_str());
    lua_error(L);
    std::abort(); // lua_error does not return
}

std::string Budget::what(Limit limit) const {
    if (limit == Limit::instructions)
        return "stopped after " + grouped(limits_.instructions) + " instructions, all that one check may use";
    if (limit == Limit::time)
        return "stopped after " + grouped(static_cast<std::uint64_t>(limits_.time.count())) +
               " milliseconds, all that one check may take";
    return "stopped on asking for more than " + grouped(limits_.memory / 1024) +
           " KiB of memory, all that one check may use";
}

void* Budget::allocate(void* budget, void* block, std::size_t old_size, std::size_t new_size) {
    auto& self = *static_cast<Budget*>(budget);
    const std::size_t held = block == nullptr ? 0 : old_size; // without a block, old_size is a type
    if (new_size == 0) {
        std::free(block);
        self.used_ -= held;
        return nullptr;
    }
    if (new_size > held && self.used_ + (new_size - held) > self.ceiling_) {
        // Lua collects garbage and asks once more before it gives up; the last refusal is the one that
        // counts.
        if (self.traced_ != nullptr)
            if (auto found = trace(self.traced_); found.line != 0) self.refused_ = std::move(found);
        return nullptr;
    }
    void* const moved = std::realloc(block, new_size);
    if (moved == nullptr) return nullptr;
    self.used_ += new_size - held;
    if (new_size > held) self.allocated_ += new_size - held;
    self.steps_ += new_size / bytes_a_step; // filling it is work that no instruction shows
    return moved;
}

Budget& budget(lua_State* L) {
    void* data = nullptr;
    lua_getallocf(L, &data);
    return *static_cast<Budget*>(data);
}

} // namespace plumbline::lua
