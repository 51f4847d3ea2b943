#pragma once

/// The findings of one plan in the order in which people read them.

#include "judgement/judgement.hpp"

#include <vector>

namespace plumbline::report {

/// One thing to say: a finding, or the same finding at several nodes.
struct Entry {
    std::vector<const judgement::Finding*> findings; // never empty
    const judgement::Finding& first() const { return *findings.front(); }
};

/// Entries of one node, or one entry that several nodes share.
struct NodeGroup {
    std::vector<Entry> entries; // those of one rule stand together
};

/// Entries of one urgency.
struct Section {
    judgement::Priority priority = judgement::Priority::none;
    judgement::Outcome outcome = judgement::Outcome::not_met;
    std::vector<NodeGroup> groups; // the weightiest first (see Weights)
};

/// Most urgent first, and "not met" before "needs a person". Accepted findings are left out.
std::vector<Section> sections_of(const std::vector<judgement::Finding>& findings);

} // namespace plumbline::report
