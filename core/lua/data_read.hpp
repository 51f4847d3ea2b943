#pragma once

/// From a Lua value to Data: what load_data and the manifest reader share.

#include "lua/data.hpp"
#include "lua/sandbox.hpp"

#include <string>

namespace plumbline::lua {

/// The value on top of the sandbox's stack, read past metatables, with the places of `source`. Throws
/// UserError for what is no data (other keys, too deep, text that is not UTF-8). Stack: -1.
Data take_data(Sandbox& sandbox, std::string_view source, const std::string& file);

/// Runs the chunk on top of the stack, which is of that file. UserError on any error and for anything but a
/// table. Stack: the function is replaced by the table; on an error -1.
void run_data_file(Sandbox& sandbox, const std::string& file);

} // namespace plumbline::lua
