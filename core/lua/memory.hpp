#pragma once

/// What a plugin keeps of a plan until all plans of the batch were read: plain data that belongs to no Lua
/// state.

#include "judgement/judgement.hpp"
#include "lua/judge.hpp"
#include "lua/view.hpp"
#include "lua/worker.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::lua {

/// The most that `remember` may return for one plan, serialised: 20,000 plans stay under 40 MB.
constexpr std::size_t most_memory = 2048;

/// A Memory taken apart. `data` points into the Memory.
struct Remembered {
    std::size_t index = 0;  // among the memories given to the worker
    std::size_t number = 0; // among those that the plugin sees, from 0
    std::string plan_id, child_id;
    std::int64_t version = 0;        // 0: none
    judgement::Place place;          // of the plan
    std::optional<Unjudged> failure; // remember itself failed
    std::string_view data;           // serialised value
};

/// Serialises the value on top of the stack: nil, booleans, numbers, strings, dates, places, quotes, and
/// tables of them. Throws UserError, with what to do, for anything else and for what is longer than
/// most_memory. Stack unchanged.
std::string serialise(lua_State* state);
/// Pushes a value that was serialised.
void push_serialised(lua_State* state, std::string_view data);

Memory remembered(const plan::Plan& plan, std::string_view data);
Memory forgotten(const plan::Plan& plan, const Unjudged& why);
/// Throws InternalError when the memory is none that this host wrote.
Remembered take_apart(const Memory& memory, std::size_t index);

const Remembered& memory_of(const Handle& handle);
const Handle* check_memory(lua_State* state, int index);
void push_memory(lua_State* state, const Session& session, const Remembered& memory);

} // namespace plumbline::lua
