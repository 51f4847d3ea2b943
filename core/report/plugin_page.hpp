#pragma once

/// docs/rules/: a page for each plugin, made from its manifest and from the rule sets that ask for it.

#include "lua/catalogue.hpp"
#include "standard/rule_set.hpp"

#include <string>
#include <vector>

namespace plumbline::report {

/// Markdown. `rule_sets`: those that may ask for it, in the order in which they are told.
std::string plugin_page(const lua::Plugin& plugin, const std::vector<standard::RuleSet>& rule_sets);

/// The list of all pages, with what each plugin judges.
std::string plugin_index(const std::vector<lua::Plugin>& plugins);

} // namespace plumbline::report
