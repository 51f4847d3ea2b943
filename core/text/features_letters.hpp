#pragma once

/// Runs of letters within and across words: "_late", "se_di". They tell what the words' own features miss
/// where a word is rare or misspelt.

#include "text/features_sink.hpp"

#include <algorithm>
#include <string>

namespace plumbline::text {

/// Whether a run may begin or end before this byte: not in the middle of a character.
inline bool between_characters(std::string_view line, std::size_t at) {
    return at == line.size() || (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U;
}

template <class Sink>
void add_letters(const Reading& reading, Sink& sink) {
    std::string line = "_";
    std::vector<std::uint32_t> token_at{0}; // of each byte of the line
    for (std::uint32_t i = 0; i < reading.tokens.size(); ++i) {
        for (const char c : reading.tokens[i].norm)
            line += c >= '0' && c <= '9' ? '0' : c;
        line += '_';
        token_at.resize(line.size(), i);
    }
    for (std::size_t length = 3; length <= 5; ++length)
        for (std::size_t at = 0; at + length <= line.size(); ++at) {
            if (!between_characters(line, at) || !between_characters(line, at + length)) continue;
            const auto& first = reading.tokens[token_at[at]];
            const auto& last = reading.tokens[token_at[at + length - 1]];
            sink.add_letters(std::string_view(line).substr(at, length), {first.span.begin, last.span.end});
        }
}

} // namespace plumbline::text
