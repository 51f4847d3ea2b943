#pragma once

/// `plumbline rules list`, `plumbline rules show` and `plumbline explain`.

#include "lua/catalogue.hpp"
#include "report/layout.hpp"
#include "standard/rule_set.hpp"

#include <string>
#include <vector>

namespace plumbline::report {

/// The rule sets that there are, with their documents and counts.
std::string rule_sets_text(const std::vector<standard::RuleSet>& rule_sets, const Page& page);
std::string rule_sets_json(const std::vector<standard::RuleSet>& rule_sets);

/// Every rule of one set. `origin`: each value with the place that it comes from.
std::string rule_set_text(const standard::RuleSet& rule_set, bool origin, const Page& page);
std::string rule_set_json(const standard::RuleSet& rule_set, bool origin);

/// One rule in full: what it looks for, in which plans, how, and who asks for it. `plugin` is the rule's.
std::string rule_text(const standard::RuleSet& rule_set, const standard::Rule& rule,
                      const lua::Plugin& plugin, const Page& page);
std::string rule_json(const standard::RuleSet& rule_set, const standard::Rule& rule,
                      const lua::Plugin& plugin);

/// The rule of this name ("contingency-safety", "default/contingency-safety"), or the first that runs a
/// plugin of this name ("contingency"; rule_text names the others); either may end in a criterion
/// ("contingency/trigger"). Those that are switched off are found as well. Throws UserError with a
/// suggestion.
const standard::Rule& find_rule(const standard::RuleSet& rule_set, const std::string& name);

/// A parameter's value as a rule set writes it: 4, 0.5, true, "plain", { "a", "b" }.
std::string value_text(const lua::ParameterValue& value);

} // namespace plumbline::report
