#pragma once

#include "text/grammar.hpp"

namespace plumbline::text {

/// The quotations of a reading that has tokens and sentences, in order of their beginning; one inside another
/// follows it. An apostrophe is no quotation mark; a double one that is never closed ends with its paragraph.
std::vector<Quotation> find_quotations(const Grammar& grammar);

} // namespace plumbline::text
