#pragma once

#include "text/timescale_parts.hpp"

namespace plumbline::text::timescales {

/// What the parts of a text come to, the plan's `due` left aside.
Timescale decide(const Source& source, Parts parts);

} // namespace plumbline::text::timescales
