#pragma once

#include "text/grammar.hpp"

#include <string_view>

namespace plumbline::text {

/// Finds who does what, when and how much in one clause after another of a sentence, and carries over what a
/// clause leaves out: the actor of "and ring GP", the label of "SW: visit weekly".
class Roles {
public:
    Roles(const Grammar& grammar, const std::vector<Clause>& earlier)
        : g_{grammar}, earlier_{earlier}, first_{earlier.size()} {}

    /// `clause` has its tokens; `predicate` may be null; `opens` says that a strong mark or nothing stands
    /// before it.
    void fill(Clause& clause, const Predicate* predicate, bool opens);
    /// Between two strong marks stood [begin, end), then `mark`.
    void after_mark(std::string_view mark, Index begin, Index end);

private:
    Span span(Range range) const;
    Span noun_span(Range range) const;
    std::uint32_t clitic_begin(Index i) const;
    const Clause* previous() const { return earlier_.size() > first_ ? &earlier_.back() : nullptr; }
    void subject(Clause& clause, const Predicate& predicate, bool opens) const;
    bool names(Range range) const;
    Span antecedent(Index relative) const;
    void inherit(Clause& clause, const Predicate& predicate) const;
    void passive(Clause& clause, const Predicate& predicate) const;
    Range object(const Clause& clause, Index from, Range time, Range amount) const;
    const Clause& order_before() const;
    const Clause& main_before() const;
    bool embedded(const Clause& clause) const;
    bool how_often(Index i) const;
    bool lists(Index i, Index begin, Index end) const;
    void settle_tense(Clause& clause, const Predicate& predicate, bool has_subject, bool opens) const;
    bool sets_condition(const Clause& clause, const Predicate* predicate) const;
    bool denies(const Clause& clause, const Predicate* predicate) const;

    const Grammar& g_;
    const std::vector<Clause>& earlier_;
    std::size_t first_; // of the sentence
    Span label_;        // who a colon or dash has named
};

} // namespace plumbline::text
