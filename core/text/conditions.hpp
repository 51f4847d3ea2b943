#pragma once

#include "text/grammar.hpp"

namespace plumbline::text {

/// Words that open a condition without being a clause themselves: "in the event of", "in case", "on a
/// second", "failing that", "as soon as". Returns the token after them; `at` when there is none.
Index condition_phrase_end(const Grammar& grammar, Index at, Index end);

/// Whether a conjunction at `at` ("if", "when", "once", "where" …) may set a condition there.
bool opens_condition(const Grammar& grammar, Index at, Index end);

} // namespace plumbline::text
