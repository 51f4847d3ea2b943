#pragma once

#include "lua/stack.hpp"

#include <string>
#include <vector>

namespace plumbline::lua {

/// A value for people who explore: a node with its fields, a list with its items, words with their place.
/// Ends with a line end; nil is "nil".
std::string console_text(lua_State* state, int index);

/// The names that can follow a dot (`methods`: a colon) after the value.
std::vector<std::string> member_names(lua_State* state, int index, bool methods);

} // namespace plumbline::lua
