#include "text/grammar.hpp"

namespace plumbline::text {
namespace {

/// "Mum and Dad", "SW/HV", "head of year", "Sue (carer)": what may stand inside a noun phrase.
bool joins(const Grammar& g, Index i) {
    if (g.aside(i)) return true;
    if (g.part(i) == Part::conjunction) return g.is(i, "and") || g.is(i, "&") || g.is(i, "or");
    return g.is(i, "/") || g.is(i, "of") || (g.part(i) == Part::mark && (g.is(i, "'") || g.is(i, "\"")));
}

/// "all the", "both his"
bool before_article(const Grammar& g, Index i) {
    return g.is(i, "all") || g.is(i, "both") || g.is(i, "half") || g.part(i) == Part::number;
}

/// Whether an "and" follows within the words of a list.
bool joined_later(const Grammar& g, Index from, Index end) {
    for (Index i = from; i < end; ++i)
        if (g.part(i) == Part::conjunction) return true;
    return false;
}

/// "After two sessions Jo …": a common noun that is no person does not belong to the name after it.
bool adverbial(const Grammar& g, Index noun, Index name) {
    if (g.part(noun) != Part::noun || !g.token(name).capital || g.token(noun).capital || joins(g, name))
        return false;
    return g.who(noun) == Person::nobody && g.word(noun).lexeme.noun_class != NounClass::person &&
           g.word(noun).clitic == Clitic::none && (g.somebody(name) || g.part(name) == Part::name);
}

/// Back over the words of one noun phrase that ends before `end`.
Index phrase_begin(const Grammar& g, Index begin, Index end) {
    Index first = end;
    while (first > begin) {
        const Index i = first - 1;
        if (g.aside(i) || g.nominal(i)) {
            const bool inside = first < end;
            if (inside && g.part(i) == Part::pronoun && !joins(g, first))
                break; // a pronoun ends what stood before it
            if (inside && g.part(first) == Part::determiner && !g.aside(i) && !joins(g, first) &&
                !before_article(g, i))
                break;
            if (inside && g.part(first) == Part::possessive && !before_article(g, i)) break;
            if (inside && adverbial(g, i, first)) break;
            first = i;
            if (g.part(i) == Part::pronoun && (i == begin || !joins(g, i - 1))) break;
        } else if (first < end && joins(g, i) && i > begin && (g.nominal(i - 1) || g.aside(i - 1))) {
            first = i;
        } else if (first < end && g.is(i, ",") && i > begin && g.somebody(i - 1) && g.somebody(first) &&
                   joined_later(g, first, end)) {
            first = i - 1; // "Mum, Dad and Nan"
        } else {
            break;
        }
    }
    return first;
}

/// "At the review Mum", "off the kids": of words after a preposition, only the person at their end can act.
Range person_at_end(const Grammar& g, Index first, Index end) {
    const auto person = [&](Index i) {
        return g.aside(i) || g.somebody(i) || g.part(i) == Part::name || g.part(i) == Part::pronoun;
    };
    Index last = end;
    while (last > first &&
           (person(last - 1) || (last < end && joins(g, last - 1) && last - 1 > first && person(last - 2))))
        --last;
    if (last == end) return {};
    while (last > first && (g.part(last - 1) == Part::determiner || g.part(last - 1) == Part::possessive))
        --last;
    return {last, end};
}

} // namespace

Range noun_phrase_before(const Grammar& g, Index begin, Index end, bool with_prepositions) {
    while (end > begin && (g.part(end - 1) == Part::adverb || g.aside(end - 1)))
        --end;
    Index first = phrase_begin(g, begin, end);
    while (first > begin && first < end && g.part(first - 1) == Part::preposition) {
        const Index before = first - 1;
        if (!with_prepositions || before == begin || !g.noun_like(before - 1))
            return person_at_end(g, first, end);
        first = phrase_begin(g, begin, before);
    }
    while (first < end && (joins(g, first) || g.aside(first)))
        ++first;
    return {first, end};
}

} // namespace plumbline::text
