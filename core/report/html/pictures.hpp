#pragma once

/// Counts as pictures and in words. A picture never stands without its words.

#include "report/counts.hpp"

#include <string>

namespace plumbline::report::html {

/// Inline SVG: met, not met, needs a person and could not check, side by side. Empty where none was counted.
std::string bar(const OutcomeCounts& counts);

/// "12 of 29 plans (41%)"; "no plan: none was met or not met".
std::string met_of(const OutcomeCounts& counts, const std::string& one, const std::string& many);

/// "3 plans need a person, 1 could not be checked"; what a percentage leaves out, or empty.
std::string others_of(const OutcomeCounts& counts);

} // namespace plumbline::report::html
