#include "report/html/index.hpp"

#include "base/user_error.hpp"

namespace plumbline::report::html {

Index::Index(const standard::RuleSet& rule_set, const Titles& titles)
    : areas_(rule_set.areas_in_scope.size()) {
    for (const standard::Rule& rule : rule_set.rules)
        for (const std::string& criterion : rule.criteria)
            if (by_check_.emplace(std::pair(rule.plugin, criterion), checks_.size()).second)
                checks_.push_back({rule.plugin, criterion, titles.plugin(rule.plugin),
                                   titles.criterion(rule.plugin, criterion)});
    for (std::size_t index = 0; index < areas_; ++index) {
        const standard::Area& area = rule_set.areas_in_scope[index];
        by_area_.emplace(standard::full_id(area), index);
        for (const std::string& rule : area.answered_by)
            by_rule_[rule].push_back(index);
    }
}

std::optional<std::size_t> Index::check(const std::string& plugin, const std::string& criterion) const {
    const auto found = by_check_.find({plugin, criterion});
    return found == by_check_.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<std::size_t>& Index::areas_of(const std::string& rule) const {
    static const std::vector<std::size_t> none;
    const auto found = by_rule_.find(rule);
    return found == by_rule_.end() ? none : found->second;
}

std::size_t Index::area(const std::string& full_id) const {
    const auto found = by_area_.find(full_id);
    if (found == by_area_.end()) throw InternalError("area " + full_id + " is none of the rule set's");
    return found->second;
}

} // namespace plumbline::report::html
