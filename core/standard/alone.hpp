#pragma once

#include "standard/rule_set.hpp"

namespace plumbline::standard {

/// A rule set without a document: each plugin of the catalogue asked of every kind of plan that it is for,
/// with its default parameters. What `check --plugin` judges by. Its rules are called as the plugins are.
RuleSet rules_of_plugins(const lua::Catalogue& catalogue);

} // namespace plumbline::standard
