#pragma once

/// A rule on its way from what the files say to what runs: inherited fields and a set's own put together.

#include "standard/graph.hpp"

#include <map>
#include <string>
#include <vector>

namespace plumbline::standard {

/// Each field as the last set that gave it wrote it.
struct Draft {
    RuleSource fields;
    std::string introduced_by; // the set that first had the rule
};

/// The rules of `source` with those it inherits, in the order in which they first appear.
std::vector<Draft> drafts_of(const Graph& graph, const Source& source);

} // namespace plumbline::standard
