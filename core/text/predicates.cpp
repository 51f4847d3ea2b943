#include "text/grammar.hpp"

#include <algorithm>

namespace plumbline::text {
namespace {

class Finder {
public:
    Finder(const Grammar& grammar, Index begin, Index end) : g_{grammar}, begin_{begin}, end_{end} {}

    std::vector<Predicate> all() {
        for (Index i = begin_; i < end_;) {
            if (g_.aside(i) || !starts(i)) {
                ++i;
                continue;
            }
            const auto read = read_verb_group(g_, i, end_);
            if (!read) {
                ++i;
                continue;
            }
            Predicate group = *read;
            take_negator(group);
            if (!invert(group)) settle_weak(group);
            if (useful(group)) found_.push_back(group);
            i = group.end > i ? group.end : i + 1;
        }
        return std::move(found_);
    }

private:
    bool starts(Index i) const {
        switch (g_.part(i)) {
        case Part::modal:
        case Part::be:
        case Part::have:
        case Part::do_:
        case Part::to:
        case Part::verb:
            return true;
        case Part::negator:
            return false;
        default:
            return contracted(i);
        }
    }

    /// he's, I'd; a noun's 's only before what cannot belong to it: "Mum's not", "Dad's been".
    bool contracted(Index i) const {
        const Clitic clitic = g_.word(i).clitic;
        if (clitic == Clitic::none) return false;
        if (clitic != Clitic::s || carries_is(i)) return i + 1 < end_;
        if (i + 1 >= end_) return false;
        Index phrase = i;
        while (phrase > begin_ && g_.nominal(phrase - 1))
            --phrase;
        if (phrase > begin_ && g_.part(phrase - 1) == Part::preposition)
            return false; // "at her mum's on Friday"
        const Part next = g_.part(i + 1);
        if (next == Part::negator || next == Part::be || next == Part::determiner ||
            next == Part::preposition)
            return true;
        const Part after = i + 2 < end_ ? g_.part(i + 2) : Part::mark;
        if (next == Part::adjective && i + 3 < end_ && g_.is(i + 2, ",") && g_.part(i + 3) == Part::adjective)
            return false; // a list
        if (next == Part::adjective || next == Part::adverb)
            return after == Part::mark || after == Part::conjunction || after == Part::pronoun ||
                   after == Part::preposition || after == Part::to || after == Part::subordinator ||
                   next == Part::adverb;
        return next == Part::verb && (g_.word(i + 1).has(ing_form) || g_.word(i + 1).has(participle_form));
    }

    /// he's, that's, who's; but somebody's is more often whose it is.
    bool carries_is(Index i) const {
        const Role role = g_.word(i).group.role;
        const std::string_view norm = g_.token(i).norm;
        if (role == Role::relative || norm.starts_with("that") || norm.starts_with("what") ||
            norm.starts_with("here") || norm.starts_with("how"))
            return true;
        return role == Role::subject && !norm.starts_with("nobody") && !norm.starts_with("every") &&
               !norm.starts_with("some") && !norm.starts_with("any") && !norm.starts_with("one");
    }

    bool opens(Index i) const {
        if (i == begin_) return true;
        const Part before = g_.part(i - 1);
        return before == Part::mark || before == Part::conjunction;
    }

    /// "Should the placement fail", "Does Mum agree": the verb stands after its subject.
    bool invert(Predicate& group) const {
        const Part p = g_.part(group.main);
        const bool auxiliary = p == Part::modal || p == Part::do_ || p == Part::be || p == Part::have;
        const bool turned =
            opens(group.first) || (g_.is(group.main, "should") && !g_.nominal(group.first - 1));
        if (!auxiliary || !turned || group.end >= end_ || !g_.nominal(group.end)) return false;
        Index verb = group.end;
        while (verb < end_ &&
               (g_.nominal(verb) || g_.part(verb) == Part::adverb || g_.part(verb) == Part::preposition ||
                g_.aside(verb) || g_.is(verb, "/") || g_.part(verb) == Part::conjunction))
            ++verb;
        if (verb >= end_ || verb == group.end) return false;
        const bool were_to = g_.is(group.main, "were") && g_.part(verb) == Part::to;
        if (!were_to && !chain_part(verb)) return false;
        const auto read = read_verb_group(g_, verb, end_);
        if (!read) return false;
        const bool negated = group.negated;
        const bool past = group.tense == Tense::past;
        group = *read;
        group.negated = group.negated || negated;
        group.inverted = true;
        group.intended = false;
        group.tense = past ? Tense::past : Tense::present;
        return true;
    }

    /// "never attends", "not to be seen": the negation before the group is its own.
    void take_negator(Predicate& group) const {
        Index i = group.first;
        while (i > begin_ && (g_.part(i - 1) == Part::negator ||
                              (g_.part(i - 1) == Part::adverb && g_.in(i - 1, negative))))
            --i;
        if (i == group.first) return;
        group.first = i;
        group.negated = true;
    }

    bool chain_part(Index i) const {
        const Part p = g_.part(i);
        return p == Part::verb || p == Part::be || p == Part::have;
    }

    /// A lone participle or -ing form: what was done to a thing, or nothing but a noun's modifier.
    void settle_weak(Predicate& group) const {
        if (!group.weak) return;
        const Word& main = g_.word(group.main);
        if (main.has(ing_form) && group.first > begin_) {
            const Part before = g_.part(group.first - 1);
            if (g_.is(group.first - 1, "without"))
                group.negated = true;
            else if (before == Part::preposition || before == Part::determiner || before == Part::possessive)
                group.main = group.end; // no predicate
        }
        if (main.has(ing_form) || group.main == group.end) return;
        const bool thing = group.first > begin_ && g_.noun_like(group.first - 1) &&
                           !g_.somebody(group.first - 1) && g_.part(group.first - 1) == Part::noun;
        // "Child seen": no past form, so nobody does anything here
        group.passive = !main.has(past_form) || (thing && !main.is(intransitive));
    }

    static bool useful(const Predicate& group) { return group.main < group.end; }

    const Grammar& g_;
    Index begin_, end_;
    std::vector<Predicate> found_;
};

} // namespace

std::vector<Predicate> find_predicates(const Grammar& grammar, Index begin, Index end) {
    return Finder{grammar, begin, end}.all();
}

} // namespace plumbline::text
