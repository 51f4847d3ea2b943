#pragma once

/// What a narrative says, worked out once: tokens, sentences, clauses, quotations. Everything is a span of
/// bytes of the narrative's text, so that a finding can point at the words.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::text {

/// Bytes [begin, end) of the text.
struct Span {
    std::uint32_t begin = 0, end = 0;

    bool empty() const { return begin == end; }
    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    friend bool operator==(const Span&, const Span&) = default;
};

enum class TokenKind : std::uint8_t { word, number, punctuation };

/// What a token does in its sentence, as far as a quick reading tells.
enum class Part : std::uint8_t {
    other,
    noun,
    name,    // a noun written with a capital where none was needed
    pronoun, // he, him, everybody
    possessive,
    determiner,
    number, // digits or "three", "twice"
    adjective,
    adverb,
    verb, // a main verb in any form
    be,
    have,
    do_,
    modal,
    to, // before a verb
    negator,
    preposition,
    conjunction,
    subordinator,
    relative,
    mark
};

struct Token {
    Span span;
    TokenKind kind = TokenKind::word;
    Part part = Part::other;
    bool capital = false; // begins with a capital letter
    std::string norm;     // NFC, lower case, straight quotes: "mum’s" → "mum's"
    std::string stem; // Snowball English stem of norm; for numbers and punctuation the norm itself. Shorthand
                      // and slips of the pen have the stem of what is meant: "wks" → "week", "wiht" → "with"
};

struct Sentence {
    Span span;
    std::uint32_t first_token = 0, last_token = 0; // [first, last) of Reading::tokens
};

enum class Tense : std::uint8_t { none, past, present, future, infinitive, imperative };

/// Who does what: one predicate with what belongs to it, or words without a predicate that stand by
/// themselves
/// ("second missed visit", "Home by 9"). Spans are empty where there is none.
struct Clause {
    Span span;
    std::uint32_t sentence = 0;
    std::uint32_t first_token = 0, last_token = 0;
    Span actor;  // who does it: the subject, or the "by" of a passive; it may stand outside the clause's own
                 // span
    Span verb;   // with its auxiliaries, negation and chain: "will not be able to attend"
    Span object; // what it is done to or with; of a passive, its subject
    Span time;   // when, by when, until when: "by 3 May", "after school", "for the next 6 weeks"
    Span amount; // how much, how many, how often: "3 sessions", "72%", "twice a week", "every Saturday"
    std::uint32_t verb_token = 0; // the main verb in Reading::tokens, when `verb` is not empty
    Tense tense = Tense::none;
    bool negated = false;
    bool condition =
        false; // "if …", "should … fail", "in the event of …", "… =": when something else applies
    bool intended = false; // will, to, should, plan to, or an order: "Refer Kai …"
    bool passive = false;  // "to be completed by"
};

enum class Speaker : std::uint8_t { unknown, child, parent, worker };

/// Words inside quotation marks, and who says them as far as the sentence tells.
struct Quotation {
    Span span; // without the marks
    Span speaker_words;
    Speaker speaker = Speaker::unknown;
};

/// Who is who in this plan, for telling speakers and actors apart.
struct People {
    std::vector<std::string> child_names; // name and also-known-as, as written
};

struct Reading {
    std::string text; // a copy: a reading outlives nothing it points to
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Clause> clauses;
    std::vector<Quotation> quotations;

    std::uint32_t count_words() const;
};

Reading read(std::string_view text, const People& people = {});

} // namespace plumbline::text
