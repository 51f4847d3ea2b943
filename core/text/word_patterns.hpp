#pragma once

/// Small patterns over a text's words and their classes: "^s @want" is a wish that begins a sentence.
///
/// Elements are separated by spaces; each is one word, and alternatives are separated by "|":
///   word      a stem ("drink" also matches "drinking")     @class    a word of that class
///   !…        none of these                                *         any word
///   ..N       up to N words of the same segment            ?x        the element x or nothing
///   ^         the start of the text                        ^s        the start of a sentence
///   $         the end of a segment (a mark other than a comma, or the end of the text)
/// A gap never crosses the end of a segment; a word element may name the mark itself ("=", ":", "→").

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::text {

struct TaggedWords;

using ClassId = std::uint8_t;
constexpr std::size_t max_classes = 256;
using ClassSet = std::bitset<max_classes>;
constexpr std::uint32_t no_stem = ~std::uint32_t{0};

struct PatternElement {
    enum class Kind : std::uint8_t { word, gap, text_start, sentence_start, segment_end };
    Kind kind = Kind::word;
    bool optional = false;
    bool negated = false;
    bool any = false;                 // "*"
    std::uint32_t gap = 0;            // at most so many words
    ClassSet classes;                 // one of these …
    std::vector<std::uint32_t> stems; // … or one of these
};

/// Several patterns may bear one name: they are alternatives.
struct WordPattern {
    std::string name;
    std::uint64_t hash = 0; // of the name
    std::vector<PatternElement> elements;
};

/// Which patterns to try at a word.
struct PatternIndex {
    std::vector<std::vector<std::uint32_t>> by_class; // by class of the first word
    std::vector<std::vector<std::uint32_t>> by_stem;  // by stem id
    std::vector<std::uint32_t> anywhere;              // first element is negated, "*" or a gap
};

/// Words [first, last) that match from `at` on; an empty pair (last == first) when none do.
struct WordRange {
    std::size_t first = 0, last = 0;
    bool empty() const { return first == last; }
};
WordRange match_at(const WordPattern& pattern, const TaggedWords& words, std::size_t at);

} // namespace plumbline::text
