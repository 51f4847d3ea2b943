#include "report/weights.hpp"

namespace plumbline::report {

Weights::Weights(const std::vector<judgement::Finding>& findings) {
    for (const judgement::Finding& finding : findings)
        if (!finding.accepted) ++places_[check_of(finding)];
}

Weights::Check Weights::check_of(const judgement::Finding& finding) {
    return {finding.priority, finding.outcome, finding.rule, finding.criterion};
}

bool Weights::heavier(const judgement::Finding& left, const judgement::Finding& right) const {
    const auto weight = [&](const judgement::Finding& finding) {
        const auto found = places_.find(check_of(finding));
        return std::pair(found == places_.end() ? 0 : found->second, finding.citations.size());
    };
    const auto urgency = [](const judgement::Finding& finding) {
        return std::pair(finding.priority, finding.outcome);
    };
    if (urgency(left) != urgency(right)) return urgency(left) < urgency(right);
    return weight(left) > weight(right);
}

} // namespace plumbline::report
