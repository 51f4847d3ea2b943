#pragma once

#include "text/reading.hpp"

namespace plumbline::text {

/// Where sentences end in notes: at . ! ? … (not in abbreviations, initials, decimals or list numbers), at a
/// heading's colon, before a bullet, and at a line break that was meant (a short line, a blank one, a new
/// start), not where a long line was wrapped.
std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens);

} // namespace plumbline::text
