#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline::text {

enum class StepKind : std::uint8_t {
    stem,     // a word by its stem
    form,     // =word: exactly this form
    any_word, // *
    number,   // #
    gap       // …: up to `longest_gap` words
};

constexpr std::uint32_t longest_gap = 4;

struct Step {
    StepKind kind = StepKind::stem;
    std::string word; // stem or form
};

/// What a phrase says, with its {alternatives} multiplied out. Throws UserError that quotes the phrase.
std::vector<std::vector<Step>> parse_phrase(const std::string& phrase);

} // namespace plumbline::text
