#pragma once

/// Which checks a plan of each kind gets: rules that ask one plugin with the same parameters share one run of
/// it.

#include "lua/catalogue.hpp"
#include "lua/functions_model.hpp"
#include "standard/rule_set.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::engine {

/// One run of a plugin on a plan, and the rules that its answers serve.
struct Lookup {
    const lua::Plugin* plugin = nullptr;
    lua::Parameters parameters;
    std::vector<const standard::Rule*> rules;
};

/// A check that is not asked of a kind of plan.
struct NotAsked {
    const standard::Rule* rule = nullptr;
    std::string_view criterion; // of the rule
};

class Lookups {
public:
    /// Both must outlive this. Throws UserError, with file and line, for a file of weights or words that
    /// cannot be read: a run stops before its first plan. Throws InternalError when a rule names a plugin
    /// that the catalogue lacks: rule sets are resolved against it before.
    Lookups(const lua::Catalogue& catalogue, const standard::RuleSet& rule_set);

    const std::vector<Lookup>& all() const { return lookups_; }

    /// Whether the rule judges plans of this kind.
    static bool applies(const standard::Rule& rule, plan::Kind kind);
    /// Each check that some rule asks for, but none of plans of this kind, with the first rule that asks for
    /// it: what is not applicable to them.
    std::vector<NotAsked> not_asked_of(plan::Kind kind) const;
    /// Whether any rule judges plans of this kind.
    bool judges(plan::Kind kind) const;
    /// Whether a rule asks for this check ("timescales/bounded") of plans of this kind.
    bool asks_for(std::string_view check, plan::Kind kind) const;
    /// Whether any plugin in use compares plans with one another.
    bool across_plans() const;

private:
    void add(const lua::Catalogue& catalogue, const standard::Rule& rule);

    std::vector<Lookup> lookups_;
    std::vector<lua::NamedModel> models_; // kept, so that no worker reads them again
};

} // namespace plumbline::engine
