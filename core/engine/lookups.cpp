#include "engine/lookups.hpp"

#include "base/user_error.hpp"

#include <algorithm>

namespace plumbline::engine {

namespace {

bool judges_criterion(const standard::Rule& rule, std::string_view criterion) {
    return std::find(rule.criteria.begin(), rule.criteria.end(), criterion) != rule.criteria.end();
}

} // namespace

Lookups::Lookups(const lua::Catalogue& catalogue, const standard::RuleSet& rule_set) {
    for (const standard::Rule& rule : rule_set.rules)
        add(catalogue, rule);
    for (const Lookup& lookup : lookups_)
        for (const auto& [name, file] : lookup.plugin->models)
            models_.push_back(lua::load_model(lookup.plugin->folder / file, catalogue.words()));
}

void Lookups::add(const lua::Catalogue& catalogue, const standard::Rule& rule) {
    const lua::Plugin* plugin = catalogue.find(rule.plugin);
    if (plugin == nullptr) throw InternalError("rule " + rule.id + " was not resolved against the plugins");
    const auto same = std::find_if(lookups_.begin(), lookups_.end(), [&](const Lookup& lookup) {
        return lookup.plugin == plugin && lookup.parameters == rule.parameters;
    });
    if (same != lookups_.end())
        same->rules.push_back(&rule);
    else
        lookups_.push_back({plugin, rule.parameters, {&rule}});
}

bool Lookups::applies(const standard::Rule& rule, plan::Kind kind) {
    return std::find(rule.plans.begin(), rule.plans.end(), kind) != rule.plans.end();
}

bool Lookups::judges(plan::Kind kind) const {
    return std::any_of(lookups_.begin(), lookups_.end(), [&](const Lookup& lookup) {
        return std::any_of(lookup.rules.begin(), lookup.rules.end(),
                           [&](const standard::Rule* rule) { return applies(*rule, kind); });
    });
}

std::vector<NotAsked> Lookups::not_asked_of(plan::Kind kind) const {
    std::vector<NotAsked> not_asked;
    const auto is_listed = [&](const standard::Rule& rule, std::string_view criterion) {
        return std::any_of(not_asked.begin(), not_asked.end(), [&](const NotAsked& other) {
            return other.rule->plugin == rule.plugin && other.criterion == criterion;
        });
    };
    for (const Lookup& lookup : lookups_)
        for (const standard::Rule* rule : lookup.rules)
            for (const std::string& criterion : rule->criteria)
                if (!is_listed(*rule, criterion) && !asks_for(rule->plugin + "/" + criterion, kind))
                    not_asked.push_back({rule, criterion});
    return not_asked;
}

bool Lookups::asks_for(std::string_view check, plan::Kind kind) const {
    const std::size_t slash = check.find('/');
    if (slash == std::string_view::npos) return false;
    const std::string_view plugin = check.substr(0, slash);
    const std::string_view criterion = check.substr(slash + 1);
    return std::any_of(lookups_.begin(), lookups_.end(), [&](const Lookup& lookup) {
        return lookup.plugin->id == plugin &&
               std::any_of(lookup.rules.begin(), lookup.rules.end(), [&](const standard::Rule* rule) {
                   return applies(*rule, kind) && judges_criterion(*rule, criterion);
               });
    });
}

bool Lookups::across_plans() const {
    return std::any_of(lookups_.begin(), lookups_.end(),
                       [](const Lookup& lookup) { return lookup.plugin->across_plans; });
}

} // namespace plumbline::engine
