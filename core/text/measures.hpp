#pragma once

#include "text/reading.hpp"

namespace plumbline::text {

/// How hard a text is to read (Flesch-Kincaid grade; syllables counted by rule). 0 for an empty text.
struct Readability {
    double grade = 0;
    double words_per_sentence = 0;
    std::uint32_t words = 0, sentences = 0;
};
Readability readability(const Reading& reading);

/// How alike two texts are, 0 to 1: the share of runs of five stems that they have in common, of the shorter
/// one.
double likeness(const Reading& left, const Reading& right);

} // namespace plumbline::text
