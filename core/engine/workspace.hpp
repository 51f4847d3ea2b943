#pragma once

#include "calendar/interval.hpp"
#include "engine/checker.hpp"
#include "engine/installation.hpp"
#include "lua/catalogue.hpp"
#include "standard/rule_set.hpp"

#include <string>

namespace plumbline::engine {

/// Everything that checks are made with, loaded once: plugins, rule sets, intervals, calendar.
class Workspace {
public:
    /// `plugin`: the folder of one plugin that stands for all, installed or not; empty: every installed one.
    explicit Workspace(const Folders& folders, const std::string& plugin = {});
    explicit Workspace(Installation installation, const std::string& plugin = {});

    const Installation& installation() const { return installation_; }
    const lua::Catalogue& catalogue() const { return catalogue_; }
    const standard::Library& library() const { return library_; }
    /// Whether one plugin stands for all.
    bool is_alone() const { return alone_; }
    const calendar::Intervals& intervals() const { return intervals_; }

    /// What checks by this rule set stand on; both must outlive it.
    Foundation foundation(const standard::RuleSet& rule_set) const;

private:
    Installation installation_;
    bool alone_;
    lua::Catalogue catalogue_;
    standard::Library library_;
    calendar::Intervals intervals_;
};

} // namespace plumbline::engine
