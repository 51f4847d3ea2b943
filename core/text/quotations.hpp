#pragma once

#include "text/grammar.hpp"

namespace plumbline::text {

/// The quotation marks of a reading that has tokens, in order of their beginning; a quotation inside another
/// follows it. An apostrophe is no quotation mark; a double mark that is never closed ends with its
/// paragraph.
std::vector<QuoteMarks> find_quote_marks(const Reading& reading);

/// The quotations of a reading that has tokens, sentences and clauses, with who says them.
std::vector<Quotation> find_quotations(const Grammar& grammar);

} // namespace plumbline::text
