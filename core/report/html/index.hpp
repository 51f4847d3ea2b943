#pragma once

/// The checks and areas of a report by number: what rows, filters and pages name them by.

#include "report/titles.hpp"
#include "standard/rule_set.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plumbline::report::html {

class Index {
public:
    /// A criterion of a plugin that rules run, whichever rules those are.
    struct Check {
        std::string plugin, criterion;
        std::string plugin_title, title;
    };

    Index(const standard::RuleSet& rule_set, const Titles& titles);

    const std::vector<Check>& checks() const { return checks_; }
    std::optional<std::size_t> check(const std::string& plugin, const std::string& criterion) const;

    std::size_t areas() const { return areas_; }
    /// The areas that a rule answers, by their place in the rule set's areas_in_scope.
    const std::vector<std::size_t>& areas_of(const std::string& rule) const;
    /// Throws InternalError for an area that is not in scope.
    std::size_t area(const std::string& full_id) const;

private:
    std::vector<Check> checks_;
    std::map<std::pair<std::string, std::string>, std::size_t> by_check_;
    std::map<std::string, std::vector<std::size_t>> by_rule_;
    std::map<std::string, std::size_t> by_area_;
    std::size_t areas_ = 0;
};

} // namespace plumbline::report::html
