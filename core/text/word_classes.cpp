#include "text/word_classes.hpp"

#include "text/unicode.hpp"
#include "text/words.hpp"

#include <algorithm>

namespace plumbline::text {
namespace {

constexpr std::uint64_t number_hash = hash_of("<num>");
constexpr std::uint64_t name_hash = hash_of("<name>");

bool is_upper(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const Char c = char_at(word, at);
        if (c.letter() && !c.upper()) return false;
        letters += c.letter() ? 1 : 0;
        at += c.length;
    }
    return letters > 1;
}

std::string_view without_possessive(std::string_view norm) {
    return norm.ends_with("'s") ? norm.substr(0, norm.size() - 2) : norm;
}

/// Commas, quotation marks and brackets stand within what is said; the others end it.
bool ends_segment(std::string_view mark) {
    static constexpr std::string_view within[] = {",", "'", "\"", "“", "”", "‘",
                                                  "’", "-", "%",  "£", "/", "*"};
    return std::ranges::find(within, mark) == std::end(within);
}

} // namespace

void WordClasses::tag_word(const Reading& reading, const Token& token, TaggedWords::Word& word) const {
    const auto written = token.span.of(reading.text);
    if (token.kind == TokenKind::number) {
        word.classes.set(number_);
        word.stem_hash = number_hash;
        return;
    }
    word.stem_hash = hash_of(token.stem);
    if (token.kind == TokenKind::punctuation) {
        word.mark = ends_segment(token.norm);
        return;
    }
    const bool capital = char_at(written, 0).upper();
    if (capital && names_.contains(without_possessive(token.norm))) word.classes.set(name_);
    const bool listed = word.classes.any();
    const Lexeme& lexeme = find_word(token.norm).lexeme;
    if (token.part == Part::verb && lexeme.verb_class != VerbClass::none)
        word.classes.set(verb_[static_cast<std::size_t>(lexeme.verb_class)]);
    else if (token.part == Part::noun && lexeme.noun_class != NounClass::none)
        word.classes.set(noun_[static_cast<std::size_t>(lexeme.noun_class)]);
    else if (token.part == Part::adjective)
        word.classes.set(adjective_);
    if (is_upper(written)) {
        word.classes.set(acronym_);
    } else if (!listed && capital && (!word.starts_sentence || !lexeme.known())) {
        word.classes.set(capital_);
    }
    if (word.classes.test(capital_) || word.classes.test(name_)) word.stem_hash = name_hash;
}

void WordClasses::tag_phrases(TaggedWords& tagged, const std::vector<const Entry*>& entries) const {
    auto& words = tagged.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!entries[i]) continue;
        for (const std::uint32_t index : entries[i]->phrases) {
            const Phrase& phrase = phrases_[index];
            if (i + phrase.stems.size() > words.size()) continue;
            const auto same = [&](std::size_t k) { return words[i + k].stem == phrase.stems[k]; };
            std::size_t k = 1;
            while (k < phrase.stems.size() && same(k))
                ++k;
            if (k < phrase.stems.size()) continue;
            for (k = 0; k < phrase.stems.size(); ++k)
                words[i + k].classes |= phrase.classes;
        }
    }
}

TaggedWords WordClasses::tag(const Reading& reading) const {
    TaggedWords tagged;
    auto& words = tagged.words;
    words.resize(reading.tokens.size());
    std::vector<const Entry*> entries(words.size());
    for (const Sentence& sentence : reading.sentences)
        if (sentence.first_token < words.size()) words[sentence.first_token].starts_sentence = true;
    std::uint32_t segment = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Token& token = reading.tokens[i];
        auto& word = words[i];
        word.span = token.span;
        if (const auto found = entries_.find(token.stem); found != entries_.end()) {
            entries[i] = &found->second;
            word.stem = found->second.stem;
            word.classes = found->second.classes;
        }
        // a capital after an opening mark or a list number is no name
        if (i > 0 && !word.starts_sentence)
            word.starts_sentence =
                words[i - 1].starts_sentence && reading.tokens[i - 1].kind != TokenKind::word;
        tag_word(reading, token, word);
        word.segment = word.mark ? ++segment : segment;
        if (word.mark) ++segment;
    }
    tag_phrases(tagged, entries);
    return tagged;
}

} // namespace plumbline::text
