#pragma once

/// What a plugin keeps of a plan until all plans of the batch were read: plain data that belongs to no Lua
/// state.

#include "judgement/judgement.hpp"
#include "lua/judge.hpp"
#include "lua/memory_index.hpp"
#include "lua/memory_store.hpp"
#include "lua/view.hpp"
#include "lua/worker.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace plumbline::lua {

/// The most that `remember` may return for one plan, serialised: 20,000 plans stay under 40 MB.
constexpr std::size_t most_memory = 2048;

/// What one comparison looks at. Outlives the handles to it.
struct Compared {
    const MemoryStore* memories = nullptr;
    /// Made when first asked for: field, least, most.
    std::map<std::tuple<std::string, std::uint32_t, std::uint32_t>, MemoryIndex> indexes;
};

/// Serialises the value on top of the stack: nil, booleans, numbers, strings, dates, places, quotes, and
/// tables of them. Throws UserError, with what to do, for anything else and for what is longer than
/// most_memory. Stack unchanged.
std::string serialise(lua_State* state);
/// Pushes a value that was serialised; `words` as the bytes were packed with, nullptr when they were not.
void push_serialised(lua_State* state, std::string_view data, const WordTable* words);

Memory remembered(const plan::Plan& plan, std::string_view data);
Memory forgotten(const plan::Plan& plan, const Unjudged& why);

/// The memory behind a handle to one.
Remembered memory_of(const Handle& handle);
void push_memories(lua_State* state, const Session& session, Compared& compared);

} // namespace plumbline::lua
