#pragma once

/// Where Lua code has got to, told from the call stack alone: allocates nothing in the Lua state.

#include "lua/budget.hpp"

#include <lua.hpp>
#include <string_view>

namespace plumbline::lua {

/// The innermost frame of Lua code and the traceback; no message.
LuaError trace(lua_State* L);

/// The same for an error with this message: where the message begins with the place of a frame ("file:line:
/// "), that place is the error's and is taken off the message.
LuaError trace(lua_State* L, std::string_view message);

/// The file that a chunk was loaded from, from its `source` in a lua_Debug.
std::string_view source_file(const lua_Debug& activation);

} // namespace plumbline::lua
