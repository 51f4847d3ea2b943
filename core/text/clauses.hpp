#pragma once

#include "text/reading.hpp"

namespace plumbline::text {

/// The clauses of a reading that has tokens, sentences and quotations, in their order.
std::vector<Clause> find_clauses(const Reading& reading, const People& people);

} // namespace plumbline::text
