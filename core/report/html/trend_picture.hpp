#pragma once

/// How batches compare, drawn. The table beside it says the same.

#include "report/trend.hpp"

#include <string>

namespace plumbline::report::html {

/// Inline SVG: a point for each batch with its interval, a line where the rule set changed.
std::string trend_picture(const Trend& trend);

} // namespace plumbline::report::html
