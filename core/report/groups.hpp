#pragma once

/// A plan's findings as its page tells them: one entry for a check, with every place it was found at.

#include "judgement/judgement.hpp"

#include <string>
#include <vector>

namespace plumbline::report {

struct Group {
    std::vector<const judgement::Finding*> findings; // never empty; of one check, outcome and priority
    const judgement::Finding& first() const { return *findings.front(); }
};

/// The weightiest first (see Weights), the places of each as the plan goes on. Accepted findings are left
/// out.
std::vector<Group> groups_of(const std::vector<judgement::Finding>& findings, judgement::Outcome outcome);

/// What several findings say alike, to be said once.
struct Alike {
    std::string said;
    std::vector<const judgement::Finding*> findings; // never empty
};

/// Findings by what they say (their message, or their advice), in the order in which it is first said.
std::vector<Alike> alike(const std::vector<const judgement::Finding*>& findings,
                         std::string judgement::Finding::*what);

} // namespace plumbline::report
