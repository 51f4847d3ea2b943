#pragma once

#include "text/reading.hpp"
#include "text/words.hpp"

namespace plumbline::text {

/// The words, numbers and marks of a text in their order. White space is between them; every other byte
/// belongs to one.
///
/// Kept whole: mum's, o'clock, self-harm, w/c, A&E, e.g., Dr. (with its dot, norm "dr"), gov.uk
/// addresses; 10.30, 72%, £1,200, 6/52, 06.03.24, 28-Jun-24, 4pm, 3x, 4-year-old, 10–15. "..." has the norm
/// "…", "->" has "→", dashes "-".
///
/// `words`, where given, receives what is known of each token's word, in step with the tokens.
std::vector<Token> tokenise(std::string_view text, std::vector<const Word*>* words = nullptr);

} // namespace plumbline::text
