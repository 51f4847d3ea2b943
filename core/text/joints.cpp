#include "text/conditions.hpp"
#include "text/grammar.hpp"

#include <algorithm>

namespace plumbline::text {
namespace {

class Joint {
public:
    explicit Joint(const Grammar& grammar) : g_{grammar} {}

    /// Where the clause of `right` begins.
    Index of(Index begin, const Predicate& left, const Predicate& right) const {
        const Index low = std::max(left.end, begin),
                    high = right.inverted ? inverted_start(low, right.first) : right.first;
        for (Index i = low; i < high; ++i) {
            const Part p = g_.part(i);
            if (g_.aside(i)) continue;
            if (p == Part::relative) return i;
            if (p == Part::subordinator) return i > low && g_.part(i - 1) == Part::conjunction ? i - 1 : i;
            if (p == Part::preposition && begins_clause(i, high, right)) return i;
        }
        for (Index i = high; i > low; --i)
            if (g_.is(i - 1, ",") && nominal_until(i, high)) return i;
        if (const Index i = joined_at(low, high); i != high) return i;
        for (Index i = high; i > low; --i)
            if (g_.is(i - 1, ",")) return i;
        const Range subject = noun_phrase_before(g_, low, high);
        if (right.tense == Tense::infinitive) {
            // "Where Kai is missing carer to ring …": who is named after a condition does what follows
            const bool follows = opens_condition(g_, begin, high) && !subject.empty() &&
                                 g_.somebody(subject.end - 1) && !g_.in(left.main, directing);
            return follows ? subject.begin : high;
        }
        return subject.empty() ? high : subject.begin;
    }

private:
    Index inverted_start(Index low, Index high) const {
        for (Index i = high; i > low; --i)
            if (g_.part(i - 1) == Part::modal || g_.part(i - 1) == Part::have || g_.part(i - 1) == Part::be ||
                g_.part(i - 1) == Part::do_)
                return i - 1;
        return high;
    }

    /// "after she rang", "until Mum is well": a preposition with a whole clause.
    bool begins_clause(Index i, Index high, const Predicate& right) const {
        if (!g_.is(i, "after") && !g_.is(i, "before") && !g_.is(i, "until") && !g_.is(i, "till") &&
            !g_.is(i, "since"))
            return false;
        return (i + 1 < high || right.contracted) && nominal_until(i + 1, high);
    }

    bool nominal_until(Index from, Index to) const {
        for (Index i = from; i < to; ++i) {
            const Part p = g_.part(i);
            const bool fits = g_.nominal(i) || g_.aside(i) || p == Part::adverb || p == Part::conjunction ||
                              p == Part::preposition || g_.is(i, "/") || p == Part::negator;
            if (!fits) return false;
        }
        return true;
    }

    /// The conjunction before the subject of the predicate at `high`: the nearest, or the one before it when
    /// the nearest joins two people: "… and Mum and Dad will …".
    Index joined_at(Index low, Index high) const {
        Index found = high;
        for (Index i = high; i > low; --i) {
            if (g_.part(i - 1) == Part::conjunction) {
                const bool pair =
                    found != high && i < high && g_.somebody(i) && found == i + 1 && g_.somebody(found + 1);
                if (found != high && !pair) break;
                found = i - 1;
            } else if (!g_.nominal(i - 1) && !g_.aside(i - 1) && g_.part(i - 1) != Part::adverb &&
                       g_.part(i - 1) != Part::preposition && !g_.is(i - 1, "/"))
                break;
        }
        return found;
    }

    const Grammar& g_;
};

} // namespace

Index joint(const Grammar& grammar, Index begin, const Predicate& left, const Predicate& right) {
    return Joint{grammar}.of(begin, left, right);
}

} // namespace plumbline::text
