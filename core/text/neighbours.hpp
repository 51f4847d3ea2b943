#pragma once

/// What the tagging of one sentence looks at: a word's neighbours, those before it already tagged. Not for
/// other rooms.

#include "text/grammar.hpp"

namespace plumbline::text {

class Neighbours {
public:
    Neighbours(const Grammar& grammar, Index begin, Index end) : g_{grammar}, begin_{begin}, end_{end} {}

    bool has_next(Index i) const { return i + 1 < end_; }
    const Word& word(Index i) const { return g_.word(i); }
    /// Whether what stands at `i` continues a noun phrase that has begun.
    bool opens_noun(Index i) const;
    /// Whether the "to" at `i` goes with a verb: "to visit", not "to school".
    bool before_verb(Index i) const;
    /// Whether what stands at `i` looks like what follows a verb: "the", "her", "Mum", "3".
    bool starts_object(Index i) const;
    /// The part before `i`, over adverbs; `mark` at the start of what can be a sentence of its own.
    Part previous(Index i) const;
    Index previous_index(Index i) const;
    /// Whether a new statement can start at `i`: nothing before it but marks, list numbers and joining words.
    bool opens(Index i) const;

protected:
    const Grammar& g_;
    Index begin_, end_; // of the sentence
};

/// What a word of the closed classes is here: "her" a possessive or a pronoun, "to" before a verb or a place.
class ClosedWords : public Neighbours {
public:
    using Neighbours::Neighbours;

    Part closed(Index i, const Word& w) const;

private:
    /// "his past", "the inside"
    bool noun_for_once(Index i, const Word& w) const;
    /// "would like", "I like", "kids like Nan"; not "feels like cutting".
    bool likes(Index i) const;
    /// "once Dad is back", not "once a week".
    bool opens_clause(Index i) const;
    /// "today", "home" and "back" can be nouns or verbs where the place asks for it.
    Part closed_adverb(Index i, const Word& w) const;
    /// "what she wants", "which is closed", but not "what help"
    bool clause_follows(Index i) const;
    Part that(Index i) const;
};

/// Whether a word that can be a verb is one here.
class VerbOrNoun : public Neighbours {
public:
    using Neighbours::Neighbours;

    bool is_verb(Index i, const Word& w) const;
    /// "Pat rings me": a name or noun with a verb of its own after it.
    bool names_actor(Index i) const;

private:
    /// "to do practice interviews", "we do budget together": not the auxiliary of "do not", "does Mum".
    bool main_do(Index i) const;
    /// "a missed visit", "two broken promises"
    bool modifies(Index i, const Word& w) const;
    static bool adjective_after_be(const Word& w);
    bool after_determiner(Index i, const Word& w) const;
    /// "he wants", "let her know", but "her wants" is decided before.
    bool after_pronoun(Index i, const Word& w) const;
    bool after_noun(Index i, const Word& w) const;
    /// "Should the placement break down": the order of a question, with the verb after its subject.
    bool asks_order(Index i) const;
    /// "the plan changes to", but not "the school visits by": an article, one noun, and what can only follow
    /// a verb.
    bool closes_noun(Index i, Index noun) const;
    /// put, cut, hit, set: the base is the past too, and a noun before them says nothing.
    static bool has_past_only_use(const Word& w);
    bool after_verb(Index i, const Word& w) const;
    /// "… and report", "…, ring Nan": like what the joint joins.
    bool after_joint(Index i, const Word& w) const;
    bool particle(Index i) const;
    bool has_verb_before(Index i) const;
    /// "school and health": the word after the conjunction is a noun when a noun stood before and no object
    /// follows.
    bool joined_noun(Index i) const;
    bool opens_with_verb(Index i, const Word& w) const;
    /// "Contact Dad", "Work with school", not "Contact with Dad" nor "Support worker".
    bool opens_order(Index i, const Word& w) const;
    /// "School nurse to weigh": the person at `i` has a predicate of their own.
    bool person_acts(Index i) const;
};

} // namespace plumbline::text
