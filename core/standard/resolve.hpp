#pragma once

/// From what the files say to what runs: every rule complete, checked against its plugin and the areas it
/// answers.

#include "standard/graph.hpp"

namespace plumbline::standard {

/// `source` is one of the graph's. Throws UserError with file, line and a suggestion.
RuleSet resolve(const Graph& graph, const Source& source, const lua::Catalogue& catalogue);

} // namespace plumbline::standard
