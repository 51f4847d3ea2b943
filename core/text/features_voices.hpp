#pragma once

/// Features of who speaks and how clauses follow one another: what stands inside quotation marks and beside
/// them, who holds what of whom ("Mum says he wants"), and the shapes of clauses in a row ("no reply by 8, he
/// goes in").

#include "text/features_clauses.hpp"

#include <algorithm>
#include <string>

namespace plumbline::text {

template <class Sink>
class VoiceMaker {
public:
    VoiceMaker(const Reading& reading, const WordClasses& classes, const TaggedWords& tagged, Sink& sink)
        : reading_{reading}, classes_{classes}, tagged_{tagged}, actors_{classes, tagged}, sink_{sink} {}

    void all() {
        for (const Quotation& quotation : reading_.quotations)
            quoted(quotation);
        if (!reading_.quotations.empty()) beside_quotations();
        for (std::size_t i = 0; i < reading_.clauses.size(); ++i) {
            is_what(reading_.clauses[i]);
            if (i > 0) follows(reading_.clauses[i - 1], reading_.clauses[i]);
        }
        ends();
    }

private:
    static bool within(Span inner, Span outer) {
        return inner.begin >= outer.begin && inner.end <= outer.end;
    }
    Piece klass(std::size_t id) const { return {classes_.class_hash(id), classes_.class_name(id)}; }

    template <class Use>
    void each_class(const ClassSet& set, Use use) const {
        const ClassSet own = set & ~classes_.topics();
        for (std::size_t id = own._Find_first(); id < own.size(); id = own._Find_next(id))
            use(klass(id));
    }

    /// A plan knows the child's name and training does not, so that the two are one.
    static std::string speaker(const Quotation& quotation) {
        return quotation.speaker == Speaker::parent   ? "parent"
               : quotation.speaker == Speaker::worker ? "worker"
                                                      : "other";
    }

    void quoted(const Quotation& quotation) {
        const std::string by = speaker(quotation);
        std::size_t words = 0;
        for (const auto& word : tagged_.words) {
            if (!within(word.span, quotation.span)) continue;
            ++words;
            each_class(word.classes, [&](Piece name) { sink_.add('K', Piece{by}, name, word.span); });
        }
        sink_.add('Q', Piece{by}, Piece{words < 5 ? "short" : words < 14 ? "some" : "long"}, quotation.span);
    }

    void beside_quotations() {
        for (const auto& word : tagged_.words) {
            const bool inside = std::ranges::any_of(
                reading_.quotations, [&](const Quotation& q) { return within(word.span, q.span); });
            if (!inside)
                each_class(word.classes, [&](Piece name) { sink_.add('P', name, nothing, word.span); });
        }
    }

    /// "Mum is adamant": what somebody is, where the verb says nothing.
    void is_what(const Clause& clause) {
        if (clause.verb.empty() || reading_.tokens[clause.verb_token].part != Part::be) return;
        const Piece who{actors_.of(clause)};
        const ClassSet what = actors_.classes_in(clause.object);
        each_class(what, [&](Piece name) { sink_.add(clause.negated ? 'd' : 'J', who, name, clause.span); });
    }

    std::string shape(const Clause& clause) const {
        if (clause.condition) return "if";
        if (clause.verb.empty()) return clause.amount.empty() ? "words" : "count";
        return std::string(actors_.of(clause)) + '-' + tense(clause);
    }

    static std::string tense(const Clause& clause) {
        if (clause.verb.empty()) return clause.condition ? "if" : "words";
        static constexpr std::array<std::string_view, 6> names{"none",   "past",       "present",
                                                               "future", "infinitive", "order"};
        return (clause.condition ? "if-"
                : clause.negated ? "not-"
                                 : "") +
               std::string(names[static_cast<std::size_t>(clause.tense)]);
    }

    std::string joint(const Clause& right) const {
        const std::uint32_t at = right.first_token;
        if (at > 0 && reading_.tokens[at - 1].kind == TokenKind::punctuation)
            return reading_.tokens[at - 1].norm;
        const Part part = reading_.tokens[at].part;
        return part == Part::conjunction || part == Part::subordinator ? reading_.tokens[at].norm : "_";
    }

    void follows(const Clause& left, const Clause& right) {
        const Span both{std::min(left.span.begin, right.span.begin), std::max(left.span.end, right.span.end)};
        const std::string joined = joint(right);
        sink_.add('G', Piece{shape(left)}, Piece{shape(right)}, both);
        sink_.add('E', Piece{tense(left) + joined}, Piece{tense(right)}, both);
        if (left.sentence != right.sentence || left.verb.empty() || right.verb.empty()) return;
        const Piece holder{actors_.of(left)};
        sink_.add('H', holder, Piece{actors_.of(right)}, both);
        each_class(tagged_.words[right.verb_token].classes,
                   [&](Piece does) { sink_.add('I', holder, does, both); });
    }

    void ends() {
        if (reading_.clauses.empty()) return;
        const Clause &first = reading_.clauses.front(), &last = reading_.clauses.back();
        sink_.add('F', Piece{"first"}, Piece{shape(first)}, first.span);
        sink_.add('F', Piece{"last"}, Piece{shape(last)}, last.span);
    }

    const Reading& reading_;
    const WordClasses& classes_;
    const TaggedWords& tagged_;
    Actors actors_;
    Sink& sink_;
};

} // namespace plumbline::text
