#pragma once

/// The host's global functions, by what they are about. Each file defines its part of the binding table.

#include "lua/bindings.hpp"

#include <vector>

namespace plumbline::lua {

std::vector<Function> date_functions();     // date, as_of
std::vector<Function> calendar_functions(); // calendar.…
std::vector<Function> law_functions();      // statutory
std::vector<Function> language_functions(); // timescale, likeness, readability, pattern
std::vector<Function> memory_functions();   // place, quote

} // namespace plumbline::lua
