#pragma once

/// What plugins took, as text and JSON: of `plugin bench` and of `check --profile`.

#include "engine/profile.hpp"
#include "report/json.hpp"
#include "report/layout.hpp"

#include <string>

namespace plumbline::host {

double microseconds(std::chrono::nanoseconds time);
/// "12.3"
std::string decimal(double value, int places = 1);

/// Plugins by what they took, most first, and the reading that all share.
std::string costs_text(const engine::Costs& costs, const report::Page& page);
report::Json costs_json(const engine::Costs& costs);

} // namespace plumbline::host
