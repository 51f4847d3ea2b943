#include "standard/alone.hpp"

#include "base/hash.hpp"

namespace plumbline::standard {

namespace {

Rule rule_of(const lua::Plugin& plugin) {
    Rule rule;
    rule.id = "plugin/" + plugin.id;
    rule.plugin = plugin.id;
    rule.title = plugin.title;
    rule.plans = plugin.plans;
    for (const lua::Criterion& criterion : plugin.criteria)
        rule.criteria.push_back(criterion.id);
    for (const lua::Parameter& parameter : plugin.parameters) {
        rule.parameters[parameter.name] = parameter.default_value;
        rule.origin["parameters." + parameter.name] = "plugin default";
    }
    return rule;
}

} // namespace

RuleSet rules_of_plugins(const lua::Catalogue& catalogue) {
    RuleSet rule_set;
    rule_set.id = "plugin";
    Hash hash;
    for (const lua::Plugin& plugin : catalogue.plugins()) {
        rule_set.rules.push_back(rule_of(plugin));
        rule_set.title += (rule_set.title.empty() ? "" : ", ") + plugin.title;
        rule_set.file = plugin.folder / "plugin.lua";
        hash.add(plugin.id);
    }
    rule_set.hash = hash.digest();
    return rule_set;
}

} // namespace plumbline::standard
