#pragma once

#include "text/grammar.hpp"

namespace plumbline::text {

/// The clauses of a reading that has tokens and sentences, in their order. Gives the tokens their parts of
/// speech.
std::vector<Clause> find_clauses(Grammar& grammar);

} // namespace plumbline::text
