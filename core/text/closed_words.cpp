#include "text/neighbours.hpp"

namespace plumbline::text {

Part ClosedWords::closed(Index i, const Word& w) const {
    switch (w.group.role) {
    case Role::determiner:
        if (g_.is(i, "that")) return that(i);
        return (g_.is(i, "what") || g_.is(i, "whatever") || g_.is(i, "which")) && clause_follows(i)
                   ? Part::relative
                   : Part::determiner;
    case Role::possessive:
        return g_.is(i, "her") && !opens_noun(i + 1) ? Part::pronoun : Part::possessive;
    case Role::subject:
    case Role::object:
        return Part::pronoun;
    case Role::preposition:
        if (g_.is(i, "like")) return likes(i) ? Part::verb : Part::preposition;
        return noun_for_once(i, w) ? Part::noun : Part::preposition;
    case Role::conjunction:
        return Part::conjunction;
    case Role::subordinator:
        return g_.is(i, "once") && !opens_clause(i) ? Part::number : Part::subordinator;
    case Role::relative:
        return Part::relative;
    case Role::be:
        return Part::be;
    case Role::have:
        return Part::have;
    case Role::do_:
        return Part::do_;
    case Role::modal:
        return Part::modal;
    case Role::to:
        return before_verb(i) ? Part::to : Part::preposition;
    case Role::negator:
        return g_.is(i, "neither") && opens_noun(i + 1) ? Part::determiner : Part::negator;
    case Role::adverb:
        return closed_adverb(i, w);
    case Role::content:
        break;
    }
    return Part::other;
}

/// "his past", "the inside"
bool ClosedWords::noun_for_once(Index i, const Word& w) const {
    const Part before = previous(i);
    return w.can_noun() && (before == Part::possessive || before == Part::determiner) && !opens_noun(i + 1);
}

/// "would like", "I like", "kids like Nan"; not "feels like cutting".
bool ClosedWords::likes(Index i) const {
    if (i == begin_) return false;
    const Part before = previous(i);
    if (before == Part::modal || before == Part::to || before == Part::do_ || before == Part::negator)
        return true;
    const Index subject = previous_index(i);
    if (before == Part::pronoun) return word(subject).group.role == Role::subject;
    return before == Part::noun && word(subject).lexeme.plural && (starts_object(i + 1) || opens_noun(i + 1));
}

/// "once Dad is back", not "once a week".
bool ClosedWords::opens_clause(Index i) const {
    if (!has_next(i) || g_.token(i + 1).kind == TokenKind::punctuation) return false;
    if (g_.is(i + 1, "a") || g_.is(i + 1, "an"))
        return i + 2 < end_ && !word(i + 2).is(time_unit) && !word(i + 2).is(unit);
    return !g_.is(i + 1, "per") && !g_.is(i + 1, "every") && !g_.is(i + 1, "each") && !g_.is(i + 1, "more") &&
           !g_.is(i + 1, "in") && !g_.is(i + 1, "and") && !word(i + 1).is(frequency);
}

/// "today", "home" and "back" can be nouns or verbs where the place asks for it.
Part ClosedWords::closed_adverb(Index i, const Word& w) const {
    const Part before = previous(i);
    const bool wants_noun =
        before == Part::determiner || before == Part::possessive || before == Part::adjective;
    if (wants_noun && w.can_noun() && w.lexeme.noun > 2) return Part::noun;
    if (before == Part::preposition && g_.is(i, "home")) return Part::noun;
    return Part::adverb;
}

/// "what she wants", "which is closed", but not "what help"
bool ClosedWords::clause_follows(Index i) const {
    if (!has_next(i) || g_.token(i + 1).kind == TokenKind::punctuation) return false;
    const Word& next = word(i + 1);
    switch (next.group.role) {
    case Role::subject:
    case Role::be:
    case Role::have:
    case Role::do_:
    case Role::modal:
    case Role::determiner:
    case Role::possessive:
        return true;
    case Role::content:
        return g_.who(i + 1) != Person::nobody ||
               (next.can_verb() && next.lexeme.verb > next.lexeme.noun && !next.has(ing_form)) ||
               (g_.token(i + 1).capital && !next.lexeme.known());
    default:
        return g_.is(i + 1, "to");
    }
}

Part ClosedWords::that(Index i) const {
    if (!has_next(i)) return Part::pronoun;
    const Word& next = word(i + 1);
    const Role role = next.group.role;
    const bool clause = role == Role::subject || role == Role::determiner || role == Role::possessive ||
                        g_.who(i + 1) != Person::nobody || g_.token(i + 1).capital;
    if (clause && i > begin_) return Part::subordinator;
    if (i > begin_ && (g_.part(i - 1) == Part::pronoun || g_.part(i - 1) == Part::determiner))
        return Part::subordinator;
    const bool verb = role == Role::be || role == Role::have || role == Role::do_ || role == Role::modal ||
                      (next.can_verb() && next.lexeme.verb > next.lexeme.noun);
    if (verb) return i > begin_ && g_.noun_like(i - 1) ? Part::relative : Part::pronoun;
    return Part::determiner;
}

} // namespace plumbline::text
