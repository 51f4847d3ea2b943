#include "report/coverage_line.hpp"

#include "report/layout.hpp"

namespace plumbline::report {

std::string coverage_line(const standard::Coverage& coverage) {
    if (coverage.areas == 0) return "These rules answer no area for improvement of any inspection document.";
    std::string out = "Of " + count_of(coverage.areas, "area", "areas") +
                      " for improvement, these rules check " + std::to_string(coverage.checked) +
                      " in full and " + std::to_string(coverage.partly) + " in part; " +
                      count_of(coverage.needs_a_person, "needs a person", "need a person") + " and " +
                      std::to_string(coverage.not_in_a_plan) + " cannot show in a plan";
    if (coverage.unanswered > 0)
        out += "; " + std::to_string(coverage.unanswered) + " could be checked, but no rule does";
    return out + '.';
}

} // namespace plumbline::report
