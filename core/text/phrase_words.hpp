#pragma once

/// The words that phrases compare: those of the tokens, with hyphenated words and numbers with a unit taken
/// apart, so that "self-harm" is "self harm" and "6wks" is "6 weeks" in phrases and texts alike.

#include "text/reading.hpp"
#include "text/words.hpp"

#include <string_view>

namespace plumbline::text {

struct PhraseWord {
    std::string_view stem, form;
    bool number = false;
};

namespace detail {

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Where the part of a number that begins at `begin` ends: at a hyphen before a letter, or where a unit
/// follows digits.
inline std::size_t number_part_end(std::string_view norm, std::size_t begin) {
    for (std::size_t i = begin + 1; i < norm.size(); ++i) {
        const bool letter = norm[i] >= 'a' && norm[i] <= 'z';
        if (letter && is_digit(norm[i - 1])) {
            const auto tail = norm.substr(i, 2);
            const bool ordinal = tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
            if (!ordinal) return i;
        }
        if (norm[i] == '-' && i + 1 < norm.size() && !is_digit(norm[i + 1])) return i;
    }
    return norm.size();
}

} // namespace detail

template <typename Visit>
void for_each_phrase_word(const Token& token, Visit visit) {
    if (token.kind == TokenKind::word) {
        std::string_view stem = token.stem, form = token.norm;
        for (;;) {
            const auto cut = stem.find('-'), form_cut = form.find('-');
            const bool last = cut == std::string_view::npos || form_cut == std::string_view::npos;
            visit(PhraseWord{last ? stem : stem.substr(0, cut), last ? form : form.substr(0, form_cut),
                             token.part == Part::number});
            if (last) return;
            stem.remove_prefix(cut + 1);
            form.remove_prefix(form_cut + 1);
        }
    }
    if (token.kind != TokenKind::number) return;
    const std::string_view norm = token.norm;
    for (std::size_t begin = 0; begin < norm.size();) {
        const std::size_t end = detail::number_part_end(norm, begin);
        const auto part = norm.substr(begin, end - begin);
        const bool digits = begin == 0;
        visit(PhraseWord{digits ? part : stem_of(part), part, digits});
        begin = end + (end < norm.size() && norm[end] == '-' ? 1 : 0);
    }
}

} // namespace plumbline::text
