#pragma once

/// `plumbline coverage`: the ledger of the areas for improvement, and what becomes of each.

#include "report/layout.hpp"
#include "standard/rule_set.hpp"

#include <string>

namespace plumbline::report {

/// `uncovered`: only what no rule sees: areas that are not checked in full, and why.
std::string coverage_text(const standard::RuleSet& rule_set, bool uncovered, const Page& page);
std::string coverage_json(const standard::RuleSet& rule_set, bool uncovered);

} // namespace plumbline::report
