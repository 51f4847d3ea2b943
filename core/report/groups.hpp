#pragma once

/// A plan's findings as its page tells them: one entry for a check, with every place it was found at.

#include "judgement/judgement.hpp"

#include <string>
#include <vector>

namespace plumbline::report {

struct Group {
    std::vector<const judgement::Finding*>
        findings; // never empty; of one check, outcome, priority and advice
    const judgement::Finding& first() const { return *findings.front(); }
};

/// The most urgent first, within that as the plan goes on. Accepted findings are left out.
std::vector<Group> groups_of(const std::vector<judgement::Finding>& findings, judgement::Outcome outcome);

} // namespace plumbline::report
