#pragma once

#include "base/user_error.hpp"

#include <string>

namespace plumbline::host {

/// "plumbline: file:line:column: message", and for Lua beneath it the line that it is about, with a mark
/// where the column is.
std::string error_text(const UserError& error);

/// For a message that begins with "file.lua:line:": that line, as error_text shows it. Empty for any other.
std::string source_of(const std::string& message);

} // namespace plumbline::host
