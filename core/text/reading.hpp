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

struct Token {
    Span span;
    TokenKind kind = TokenKind::word;
    std::string norm; // NFC, lower case, straight quotes: "mum’s" → "mum's"
    std::string stem; // Snowball English stem of norm; for numbers and punctuation the norm itself
};

struct Sentence {
    Span span;
    std::uint32_t first_token = 0, last_token = 0; // [first, last) of Reading::tokens
};

enum class Tense : std::uint8_t { none, past, present, future, infinitive, imperative };

/// Who does what: one predicate with what belongs to it. Spans are empty where there is none.
struct Clause {
    Span span;
    std::uint32_t sentence = 0;
    std::uint32_t first_token = 0, last_token = 0;
    Span actor, verb, object, time, amount;
    Tense tense = Tense::none;
    bool negated = false;
    bool condition = false; // "if …", "should … fail", "in the event of …": when something else applies
    bool intended = false;  // will, to, should, plan to
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
