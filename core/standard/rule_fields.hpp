#pragma once

/// What a rule takes from its plugin: each value checked against what the plugin offers, with its origin
/// recorded.

#include "standard/draft.hpp"

namespace plumbline::standard {

/// The plugin that the rule names. Throws UserError with a suggestion.
const lua::Plugin& find_plugin(const RuleSource& fields, const lua::Catalogue& catalogue);

/// Fills in plugin, title, kinds of plan, criteria and parameters.
void fill_from_plugin(Rule& rule, const RuleSource& fields, const lua::Plugin& plugin);

/// "rules/default.lua:12"
std::string origin_of(const FilePosition& at);

} // namespace plumbline::standard
