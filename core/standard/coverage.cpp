#include "standard/rule_set.hpp"

namespace plumbline::standard {

namespace {

std::size_t& counter(Coverage& coverage, const Area& area) {
    switch (area.disposition) {
    case Disposition::checked:
        return area.answered_by.empty() ? coverage.unanswered : coverage.checked;
    case Disposition::partly:
        return area.answered_by.empty() ? coverage.unanswered : coverage.partly;
    case Disposition::needs_a_person:
        return coverage.needs_a_person;
    case Disposition::not_in_a_plan:
        return coverage.not_in_a_plan;
    }
    return coverage.unanswered;
}

} // namespace

Coverage coverage(const RuleSet& rule_set) {
    Coverage result;
    for (const Area& area : rule_set.areas_in_scope) {
        ++result.areas;
        ++counter(result, area);
    }
    return result;
}

} // namespace plumbline::standard
