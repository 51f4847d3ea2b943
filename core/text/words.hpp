#pragma once

/// What is known of a word by itself: its stem, its closed class, what the lexicon says. Worked out once a
/// thread and word: Snowball's stemmer is not thread-safe, and plans repeat their words.

#include "text/word_groups.hpp"
#include "text/wordnet.hpp"

#include <string>
#include <string_view>

namespace plumbline::text {

/// What an apostrophe adds to a word: he's, I'd, they'll, we've, I'm.
enum class Clitic : std::uint8_t { none, s, d, ll, ve, re, m };

struct Word {
    std::string form; // the normalised word itself, or what it is short for: "w/" → with
    std::string stem;
    Group group;
    Lexeme lexeme;
    Clitic clitic = Clitic::none;
    const Word* meant = nullptr; // the word of which this is a slip of the pen: "wiht" → with

    bool is(Family family) const { return (group.families & family) != 0; }
    bool can_noun() const { return lexeme.noun >= 0; }
    bool can_verb() const { return lexeme.verb >= 0; }
    bool has(VerbForms wanted) const { return (lexeme.forms & wanted) != 0; }
};

/// `norm` is a normalised token. Shorthand of notes is written out first ("wks" → week, "&" → and, "dont" →
/// don't); the parts of a hyphenated word are stemmed one by one. Valid until the thread's next
/// `forget_words_if_many`.
const Word& find_word(std::string_view norm);

/// To be called between readings: keeps the thread's words from growing without end.
void forget_words_if_many();

/// The stem of a word alone.
inline std::string_view stem_of(std::string_view norm) {
    return find_word(norm).stem;
}

/// Whether a word stands for a number: "three", "twenty-five", "twice".
bool is_number_word(std::string_view norm);

} // namespace plumbline::text
