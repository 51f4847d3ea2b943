#pragma once

/// What WordNet knows of English words, compiled in (data/lexicon.inc, made by tools/make_lexicon.py).
/// Nothing is built at start: a look-up is a binary search in the text of the table.

#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::text {

/// What a noun or verb names, by WordNet's lexicographer files; of its most frequent sense.
enum class NounClass : char {
    none = 0,
    top = 't',
    act = 'a',
    animal = 'z',
    artifact = 'i',
    attribute = 'q',
    body = 'b',
    cognition = 'k',
    communication = 'c',
    event = 'e',
    feeling = 'f',
    food = 'd',
    group = 'g',
    location = 'l',
    motive = 'm',
    object = 'o',
    person = 'h',
    phenomenon = 'y',
    plant = 'p',
    possession = 's',
    process = 'r',
    quantity = 'n',
    relation = 'x',
    shape = 'w',
    state = 'v',
    substance = 'u',
    time = 'j'
};

enum class VerbClass : char {
    none = 0,
    body = 'b',
    change = 'h',
    cognition = 'k',
    communication = 'c',
    competition = 'w',
    consumption = 'f',
    contact = 't',
    creation = 'r',
    emotion = 'e',
    motion = 'm',
    perception = 'p',
    possession = 'o',
    social = 's',
    stative = 'x',
    weather = 'z'
};

/// The forms that a word can be of a verb.
enum VerbForms : std::uint8_t {
    base_form = 1,
    s_form = 2,
    past_form = 4,
    participle_form = 8,
    ing_form = 16
};

/// A word in isolation. A level says how common the word is as that part of speech: 0 hardly ever to 9; -1 it
/// is none.
struct Lexeme {
    std::int8_t noun = -1, verb = -1, adjective = -1, adverb = -1;
    NounClass noun_class = NounClass::none;
    VerbClass verb_class = VerbClass::none;
    std::uint8_t forms = 0; // VerbForms
    bool plural = false;
    std::string verb_base; // "went" → "go"; empty when it is the word itself or no verb

    bool known() const { return noun >= 0 || verb >= 0 || adjective >= 0 || adverb >= 0; }
    std::int8_t level() const;
};

/// `norm` is a normalised word, inflected or not.
Lexeme look_up(std::string_view norm);

} // namespace plumbline::text
