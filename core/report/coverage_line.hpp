#pragma once

#include "standard/rule_set.hpp"

#include <string>

namespace plumbline::report {

/// What a clean result does and does not mean, in one sentence: the line that every report carries.
std::string coverage_line(const standard::Coverage& coverage);

} // namespace plumbline::report
