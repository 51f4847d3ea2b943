#pragma once

/// The replacements, one file a library: each does its work in steps that the budget counts.

#include <lua.hpp>
#include <span>
#include <string_view>

namespace plumbline::lua {

struct Replacement {
    std::string_view name; // "string.rep"
    lua_CFunction function;
};

std::span<const Replacement> base_replacements();
std::span<const Replacement> string_replacements();
std::span<const Replacement> pattern_replacements(); // string.find, match, gmatch, gsub
std::span<const Replacement> table_replacements();

/// Refuses a table that is frozen: an environment, a library, anything of the host's.
bool frozen(lua_State* L, int table);
/// Marks the metatable at `index`: what has it is frozen.
void mark_frozen(lua_State* L, int index);

} // namespace plumbline::lua
