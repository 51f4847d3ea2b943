#pragma once

#include "calendar/interval.hpp"
#include "engine/checker.hpp"
#include "host/command.hpp"
#include "host/installation.hpp"
#include "lua/catalogue.hpp"
#include "standard/rule_set.hpp"

#include <string>

namespace plumbline::host {

/// Everything that commands work with, loaded once: plugins, rule sets, intervals, calendar.
class Workspace {
public:
    explicit Workspace(const Common& common);

    const Installation& installation() const { return installation_; }
    const lua::Catalogue& catalogue() const { return catalogue_; }
    const standard::Library& library() const { return library_; }
    const calendar::Intervals& intervals() const { return intervals_; }

    /// What checks by this rule set stand on; both must outlive it.
    engine::Foundation foundation(const standard::RuleSet& rule_set) const;

private:
    Installation installation_;
    lua::Catalogue catalogue_;
    standard::Library library_;
    calendar::Intervals intervals_;
};

} // namespace plumbline::host
