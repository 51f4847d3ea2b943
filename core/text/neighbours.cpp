#include "text/neighbours.hpp"

namespace plumbline::text {

/// Whether what stands at `i` continues a noun phrase that has begun.
bool Neighbours::opens_noun(Index i) const {
    if (i >= end_) return false;
    const Token& token = g_.token(i);
    if (token.kind == TokenKind::number) return true;
    if (token.kind == TokenKind::punctuation) return false;
    const Word& w = word(i);
    if (w.group.person != Person::nobody) return w.group.role == Role::content;
    if (w.is(number_like)) return !g_.is(i, "twice") && !g_.is(i, "once");
    if (w.group.role == Role::determiner) return g_.is(i, "own") || g_.is(i, "other") || g_.is(i, "same");
    if (w.group.role == Role::adverb) return g_.is(i, "home") || g_.is(i, "first") || g_.is(i, "next");
    if (w.group.role != Role::content) return false;
    return w.can_noun() || w.lexeme.adjective >= 0 || !w.lexeme.known();
}

/// Whether the "to" at `i` goes with a verb: "to visit", not "to school".
bool Neighbours::before_verb(Index i) const {
    Index next = i + 1;
    while (next < end_ && g_.token(next).kind == TokenKind::word &&
           (word(next).group.role == Role::adverb || word(next).group.role == Role::negator ||
            (word(next).lexeme.adverb >= 0 && !word(next).can_verb() && !word(next).can_noun())))
        ++next;
    if (next >= end_ || g_.token(next).kind != TokenKind::word) return false;
    const Word& w = word(next);
    const Role role = w.group.role;
    if (role == Role::be || role == Role::have || role == Role::do_) return true;
    if (role != Role::content && role != Role::adverb) return false;
    if (!w.has(base_form) || !w.can_verb() || w.group.person != Person::nobody) return false;
    if (g_.token(next).capital && g_.who(next) == Person::child) return false;
    if (g_.token(next).capital && next > begin_ && w.can_noun() && !g_.token(next - 1).capital) return false;
    if (g_.is(next, "number") ||
        (has_next(next) && g_.token(next + 1).kind == TokenKind::number && w.lexeme.noun > w.lexeme.verb))
        return false;
    if (g_.is(next, "foster") && !(has_next(next) && starts_object(next + 1))) return false;
    if (w.can_noun() && has_next(next) && g_.is(next + 1, "of")) return false; // "to end of May"
    if (i > begin_ && word(i - 1).is(catenative)) return true;
    if (w.lexeme.noun > w.lexeme.verb + 1 &&
        !(has_next(next) && (starts_object(next + 1) || opens_noun(next + 1))))
        return false; // "come to contact"
    if (w.lexeme.noun > w.lexeme.verb + 2)
        return next + 1 < end_ && starts_object(next + 1) && w.lexeme.verb > 2;
    return true;
}

/// Whether what stands at `i` looks like what follows a verb: "the", "her", "Mum", "3".
bool Neighbours::starts_object(Index i) const {
    if (i >= end_) return false;
    if (g_.token(i).kind == TokenKind::number) return true;
    const Word& w = word(i);
    switch (w.group.role) {
    case Role::determiner:
    case Role::possessive:
    case Role::object:
        return true;
    case Role::subject:
        return g_.is(i, "it") || g_.is(i, "you") || g_.is(i, "everyone") || g_.is(i, "everything");
    default:
        if (g_.who(i) == Person::worker)
            return g_.token(i).capital || g_.token(i).norm.size() <= 3; // "care coordinator"
        return g_.who(i) != Person::nobody || w.is(number_like) || (g_.token(i).capital && !w.lexeme.known());
    }
}

/// The part before `i`, over adverbs; `mark` at the start of what can be a sentence of its own.
Part Neighbours::previous(Index i) const {
    while (i > begin_ && g_.part(i - 1) == Part::adverb)
        --i;
    return i == begin_ ? Part::mark : g_.part(i - 1);
}

Index Neighbours::previous_index(Index i) const {
    while (i > begin_ && g_.part(i - 1) == Part::adverb)
        --i;
    return i - 1;
}

/// Whether a new statement can start at `i`: nothing before it but marks, list numbers and joining words.
bool Neighbours::opens(Index i) const {
    if (i == begin_) return true;
    const Part before = g_.part(i - 1);
    if (before == Part::mark) {
        const auto& mark = g_.token(i - 1).norm;
        return mark != "," && mark != "'" && mark != "/";
    }
    return (before == Part::adverb || before == Part::conjunction) && opens(i - 1);
}

} // namespace plumbline::text
