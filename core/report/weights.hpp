#pragma once

/// What a reader should meet first among a plan's findings.

#include "judgement/judgement.hpp"

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

namespace plumbline::report {

/// Of one plan's findings, accepted ones left out. They outlive this.
class Weights {
public:
    explicit Weights(const std::vector<judgement::Finding>& findings);

    /// The sooner asked for; then not met before needs a person; then the check found in more places of the
    /// plan; then the one that more paragraphs ask for.
    bool heavier(const judgement::Finding& left, const judgement::Finding& right) const;

private:
    using Check = std::tuple<judgement::Priority, judgement::Outcome, std::string_view, std::string_view>;

    static Check check_of(const judgement::Finding& finding);

    std::map<Check, std::size_t> places_;
};

} // namespace plumbline::report
