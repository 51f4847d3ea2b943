#pragma once

/// Features of clauses: who (mother, worker, child …) does what kind of thing to what, whether it is a
/// condition, meant or denied, and whether a time or an amount is given.

#include "text/features_sink.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {

/// What kind of person acts in a clause.
class Actors {
public:
    Actors(const WordClasses& classes, const TaggedWords& tagged) : classes_{classes}, tagged_{tagged} {}

    ClassSet classes_in(Span span) const {
        ClassSet all;
        for (const auto& word : tagged_.words)
            if (word.span.begin >= span.begin && word.span.end <= span.end) all |= word.classes;
        return all & ~classes_.topics();
    }

    /// In one word.
    std::string_view of(const Clause& clause) const {
        if (clause.actor.empty()) return "nobody";
        const ClassSet who = classes_in(clause.actor);
        for (const auto name : kinds)
            if (const auto id = classes_.class_id(name); id && who.test(*id)) return name;
        if (const auto id = classes_.class_id("name"); id && who.test(*id)) return "child";
        if (const auto id = classes_.class_id("pronchild"); id && who.test(*id)) return "he";
        return "thing";
    }

private:
    static constexpr std::array<std::string_view, 9> kinds{"parent", "kin",   "carer", "worker", "group",
                                                           "child",  "first", "we",    "you"};

    const WordClasses& classes_;
    const TaggedWords& tagged_;
};

template <class Sink>
class ClauseMaker {
public:
    ClauseMaker(const Reading& reading, const WordClasses& classes, const TaggedWords& tagged, Sink& sink)
        : reading_{reading}, classes_{classes}, tagged_{tagged}, actors_{classes, tagged}, sink_{sink} {}

    void all() {
        bool condition_before = false;
        for (const Clause& clause : reading_.clauses) {
            flags(clause);
            if (clause.verb.empty())
                verbless(clause);
            else
                doing(clause, condition_before);
            condition_before = condition_before || clause.condition;
        }
    }

private:
    Piece klass(std::size_t id) const { return {classes_.class_hash(id), classes_.class_name(id)}; }

    template <class Use>
    void each(const ClassSet& set, Use use) const {
        for (std::size_t id = 0; id < classes_.class_count(); ++id)
            if (set.test(id)) use(klass(id));
    }

    static std::string_view tense(const Clause& clause) {
        static constexpr std::array<std::string_view, 6> names{"none",   "past",       "present",
                                                               "future", "infinitive", "order"};
        return names[static_cast<std::size_t>(clause.tense)];
    }

    void flags(const Clause& clause) {
        if (clause.condition) sink_.add('q', Piece{"condition"}, nothing, clause.span);
        if (clause.negated) sink_.add('q', Piece{"negated"}, nothing, clause.span);
        if (clause.intended) sink_.add('q', Piece{"intended"}, nothing, clause.span);
        if (clause.passive) sink_.add('q', Piece{"passive"}, nothing, clause.span);
        if (!clause.time.empty()) sink_.add('q', Piece{"time"}, nothing, clause.time);
        if (!clause.amount.empty()) sink_.add('q', Piece{"amount"}, nothing, clause.amount);
        sink_.add('q', Piece{tense(clause)}, nothing, clause.span);
    }

    void verbless(const Clause& clause) {
        each(actors_.classes_in(clause.span),
             [&](Piece name) { sink_.add('N', name, Piece{clause.condition ? "if" : ""}, clause.span); });
    }

    void doing(const Clause& clause, bool condition_before) {
        const ClassSet verb = tagged_.words[clause.verb_token].classes & ~classes_.topics();
        const Piece who{actors_.of(clause)};
        const std::string_view place = clause.condition ? "if" : condition_before ? "then" : "";
        sink_.add('A', who, Piece{tense(clause)}, clause.span);
        each(verb, [&](Piece does) {
            sink_.add('A', who, does, clause.span);
            sink_.add('R', does, Piece{place}, clause.verb);
            sink_.add('M', does, Piece{given(clause)}, clause.span);
            if (clause.negated) sink_.add('R', does, Piece{"not"}, clause.verb);
            each(actors_.classes_in(clause.object),
                 [&](Piece what) { sink_.add('V', does, what, clause.span); });
        });
    }

    static std::string_view given(const Clause& clause) {
        if (clause.time.empty()) return clause.amount.empty() ? "" : "amount";
        return clause.amount.empty() ? "time" : "both";
    }

    const Reading& reading_;
    const WordClasses& classes_;
    const TaggedWords& tagged_;
    Actors actors_;
    Sink& sink_;
};

} // namespace plumbline::text
