#include "text/grammar.hpp"

namespace plumbline::text {
namespace {

/// "Mum and Dad", "SW/HV", "head of year", "Sue (carer)": what may stand inside a noun phrase.
bool joins(const Grammar& g, Index i) {
    if (g.aside(i)) return true;
    if (g.part(i) == Part::conjunction) return g.is(i, "and") || g.is(i, "&") || g.is(i, "or");
    return g.is(i, "/") || g.is(i, "of") || (g.part(i) == Part::mark && (g.is(i, "'") || g.is(i, "\"")));
}

} // namespace

Range noun_phrase_before(const Grammar& g, Index begin, Index end) {
    while (end > begin && (g.part(end - 1) == Part::adverb || g.aside(end - 1)))
        --end;
    Index first = end;
    while (first > begin) {
        const Index i = first - 1;
        if (g.aside(i) || g.nominal(i)) {
            // A pronoun ends whatever stood before it: "at the review she …".
            if (first < end && g.part(i) == Part::pronoun && !joins(g, first)) break;
            first = i;
            if (g.part(i) == Part::pronoun && (i == begin || !joins(g, i - 1))) break;
            continue;
        }
        if (first < end && joins(g, i) && i > begin && (g.nominal(i - 1) || g.aside(i - 1))) {
            first = i;
            continue;
        }
        break;
    }
    // "At the review Mum …", "In the event of breakdown Nan …": after a preposition only the person at the
    // end acts.
    if (first > begin && first < end && g.part(first - 1) == Part::preposition) {
        Index last = end;
        while (last > first &&
               (g.aside(last - 1) || g.somebody(last - 1) || g.part(last - 1) == Part::pronoun ||
                (last < end && joins(g, last - 1) && last - 1 > first && g.somebody(last - 2))))
            --last;
        return last == first ? Range{} : Range{last, end};
    }
    while (first < end && (joins(g, first) || g.aside(first)))
        ++first;
    return {first, end};
}

} // namespace plumbline::text
