#pragma once

#include "text/reading.hpp"

#include <string>

namespace plumbline::text {

/// What was read, for people: one line a sentence, beneath it its clauses with who, what, when and how much,
/// its quotations and its words with part of speech and stem.
std::string describe(const Reading& reading);

std::string_view to_word(Part part);
std::string_view to_word(Tense tense);
std::string_view to_word(Speaker speaker);

} // namespace plumbline::text
