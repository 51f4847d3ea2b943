#pragma once

/// The closed classes of English and the small families of words that reading a plan turns on, by hand. What
/// a word is by itself; what it does in a sentence is decided elsewhere.

#include <cstdint>
#include <string_view>

namespace plumbline::text {

enum class Role : std::uint8_t {
    content, // noun, verb, adjective or adverb: the lexicon says which
    determiner,
    possessive,
    subject, // pronouns: he, who stands for somebody and does something
    object,  // him
    preposition,
    conjunction,  // and, but, or
    subordinator, // because, although, until
    relative,     // which, who
    be,
    have,
    do_,
    modal,
    to,
    negator, // not, never
    adverb   // already, also, still: may stand between an auxiliary and its verb
};

enum class Person : std::uint8_t {
    nobody,
    child,   // by name, or "the child", "young person", "baby"
    parent,  // mum, stepdad, carer, nan …: who brings a child up
    worker,  // SW, teacher, police …: who is paid to help
    pronoun, // he, she, they
    self     // I, me, we
};

enum Family : std::uint32_t {
    negative = 1U << 0U,     // no, n't, never, nobody, without
    speech = 1U << 1U,       // say, tell, write: verbs that a quotation follows
    unit = 1U << 2U,         // week, hour, pound, session: what amounts are counted in
    time_unit = 1U << 3U,    // of those, what time is counted in
    calendar = 1U << 4U,     // days of the week, months, Easter
    occasion = 1U << 5U,     // review, conference, term: events that time is told by
    frequency = 1U << 6U,    // weekly, daily, often enough to be counted
    condition = 1U << 7U,    // if, unless, when: may open a condition
    reaching = 1U << 8U,     // by, before, within, until: prepositions of time
    catenative = 1U << 9U,   // verbs that take "to" and a verb: want, agree, need
    intending = 1U << 10U,   // of those, what is meant to be done: plan, agree, intend
    refusing = 1U << 11U,    // of those, what is then not done: refuse, fail
    starting = 1U << 12U,    // verbs that take a verb in -ing: start, stop, continue, keep
    embedding = 1U << 13U,   // ask, check, know: an "if" after them asks, it does not set a condition
    directing = 1U << 14U,   // ask, help, remind somebody to do something
    number_like = 1U << 15U, // two, twice, dozen
    ordinal = 1U << 16U,     // second, next, another
    phrasal = 1U << 17U,     // may begin a phrase that sets a condition: "in the event of"
    intransitive = 1U << 18U // nobody does it to a thing: "behaviour improved"
};

struct Group {
    Role role = Role::content;
    Person person = Person::nobody;
    std::uint32_t families = 0;
};

/// All that the tables say of a normalised word, which may stand in several.
Group group_of(std::string_view norm);

} // namespace plumbline::text
