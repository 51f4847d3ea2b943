#pragma once

#include "host/syntax.hpp"

#include <string>

namespace plumbline::host {

/// The manual page plumbline(1), in man macros: every command and option, as the program understands them.
std::string manual_page(const CommandSyntax& program, const std::string& version);

} // namespace plumbline::host
