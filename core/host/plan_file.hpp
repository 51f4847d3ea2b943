#pragma once

#include "plan/plan.hpp"

#include <string>

namespace plumbline::host {

/// The one plan of a file, or the one with this id where it holds several. Throws UserError: what is wrong
/// with the plan, or which ids there are.
plan::Plan read_one_plan(const std::string& file, const std::string& id);

} // namespace plumbline::host
