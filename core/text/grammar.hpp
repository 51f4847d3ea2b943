#pragma once

/// What the steps of reading clauses share: tokens, their words and the people, seen together. Not for other
/// rooms.

#include "text/people.hpp"
#include "text/reading.hpp"
#include "text/words.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::text {

using Index = std::uint32_t; // of a token

/// The tokens of a quotation's marks; `close` is the token after the last one of an unclosed quotation.
struct QuoteMarks {
    Index open = 0, close = 0;
};

class Grammar {
public:
    Grammar(Reading& reading, const std::vector<const Word*>& words, const Cast& cast)
        : reading_{reading}, words_{words}, asides_(reading.tokens.size(), false),
          quote_marks_(reading.tokens.size(), false) {
        persons_.reserve(words.size());
        forms_.reserve(words.size());
        for (Index i = 0; i < count(); ++i) {
            persons_.push_back(cast.who(token(i), word(i)));
            forms_.push_back(token(i).kind == TokenKind::word ? word(i).form : token(i).norm);
        }
    }

    const Reading& reading() const { return reading_; }
    Index count() const { return static_cast<Index>(reading_.tokens.size()); }
    const Token& token(Index i) const { return reading_.tokens[i]; }
    const Word& word(Index i) const { return *words_[i]; }
    Part part(Index i) const { return reading_.tokens[i].part; }
    void set_part(Index i, Part part) { reading_.tokens[i].part = part; }
    /// By the word that is meant: "wiht" and "w/" are "with".
    bool is(Index i, std::string_view form) const { return forms_[i] == form; }
    bool in(Index i, Family family) const { return words_[i]->is(family); }
    Person who(Index i) const { return persons_[i]; }
    /// Somebody who can do something: a name or a word for a person, not a pronoun.
    bool somebody(Index i) const {
        const Person person = who(i);
        return person == Person::child || person == Person::parent || person == Person::worker;
    }
    /// Short words in brackets, that a sentence reads over: "Sue (carer) to drive".
    bool aside(Index i) const { return asides_[i]; }
    void set_aside(Index i) { asides_[i] = true; }
    /// The quotations' marks, in order.
    const std::vector<QuoteMarks>& quotes() const { return quotes_; }
    void set_quotes(std::vector<QuoteMarks> quotes);
    /// Those that may have to do with tokens [begin, end); asked for ascending ranges.
    std::span<const QuoteMarks> quotes_around(Index begin, Index end);
    bool quote_mark(Index i) const { return quote_marks_[i]; }
    bool touches_next(Index i) const {
        return i + 1 < count() && token(i).span.end == token(i + 1).span.begin;
    }

    /// Whether a token can stand in a noun phrase.
    bool nominal(Index i) const {
        switch (part(i)) {
        case Part::noun:
        case Part::name:
        case Part::pronoun:
        case Part::possessive:
        case Part::determiner:
        case Part::number:
        case Part::adjective:
            return true;
        default:
            return false;
        }
    }
    bool noun_like(Index i) const {
        const Part p = part(i);
        return p == Part::noun || p == Part::name || p == Part::pronoun;
    }

private:
    Reading& reading_;
    const std::vector<const Word*>& words_;
    std::vector<Person> persons_;
    std::vector<std::string_view> forms_;
    std::vector<bool> asides_, quote_marks_;
    std::vector<QuoteMarks> quotes_;
    std::size_t first_quote_ = 0; // of those that have not ended before the last range asked for
};

inline void Grammar::set_quotes(std::vector<QuoteMarks> quotes) {
    quotes_ = std::move(quotes);
    for (const auto& [open, close] : quotes_) {
        quote_marks_[open] = true;
        if (close < count()) quote_marks_[close] = true;
    }
}

inline std::span<const QuoteMarks> Grammar::quotes_around(Index begin, Index end) {
    while (first_quote_ < quotes_.size() && quotes_[first_quote_].close < begin)
        ++first_quote_;
    std::size_t last = first_quote_;
    while (last < quotes_.size() && quotes_[last].open < end)
        ++last;
    return std::span{quotes_}.subspan(first_quote_, last - first_quote_);
}

/// Gives every word token of a sentence its part of speech.
void tag(Grammar& grammar, const Sentence& sentence);

/// A verb with all that belongs to it.
struct Predicate {
    Index first = 0; // of its verb group: "will not attend", "to be seen"
    Index main = 0;  // the last verb of its chain
    Index end = 0;   // after its verb group
    Tense tense = Tense::none;
    bool negated = false, intended = false, passive = false, inverted = false;
    bool contracted = false; // the word before carries its auxiliary: "she'll"
    bool weak = false;       // a participle or -ing form by itself: "form completed", "Mum drinking again"
};

/// The verb group that begins at `begin`: auxiliaries, negation, main verb, and the chain of verbs that hang
/// on it.
std::optional<Predicate> read_verb_group(const Grammar& grammar, Index begin, Index end);

/// The predicates of [begin, end), in order.
std::vector<Predicate> find_predicates(const Grammar& grammar, Index begin, Index end);

/// Where the clause of `right` begins, of two predicates that follow each other in a part that begins at
/// `begin`: at the word or mark that joins best, or where the subject of `right` begins.
Index joint(const Grammar& grammar, Index begin, const Predicate& left, const Predicate& right);

/// Tokens [begin, end); empty when they are equal.
struct Range {
    Index begin = 0, end = 0;
    bool empty() const { return begin == end; }
};

/// The first expression of when, and of how much, within [begin, end).
Range find_time(const Grammar& grammar, Index begin, Index end);
Range find_amount(const Grammar& grammar, Index begin, Index end);

/// The noun phrase that ends just before `end`, not going back beyond `begin`; with what prepositions add to
/// its noun
/// ("feedback from each professional") where wanted.
Range noun_phrase_before(const Grammar& grammar, Index begin, Index end, bool with_prepositions = false);

} // namespace plumbline::text
