#pragma once

#include "host/syntax.hpp"

#include <string>

namespace plumbline::host {

/// A script that completes commands, options, and values where there is a short list of them; files
/// elsewhere. Bash alone runs it; it needs no other script.
std::string bash_completion(const CommandSyntax& program);

} // namespace plumbline::host
