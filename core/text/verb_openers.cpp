#include "text/neighbours.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {
namespace {

// Verbs that open an order though they are nouns too and a preposition follows: "Work with Dad on …".
constexpr std::array<std::string_view, 29> orders_with_preposition{
    "act",  "bring", "carry", "check", "come", "drop", "get",  "go",   "link",   "listen",
    "live", "look",  "meet",  "move",  "pick", "play", "put",  "read", "return", "ring",
    "sign", "sit",   "speak", "stay",  "take", "talk", "wait", "walk", "work"};
static_assert(std::ranges::is_sorted(orders_with_preposition));
// Nouns that open an order rather than the name of a thing when a noun follows: "Issue care proceedings".
constexpr std::array<std::string_view, 24> orders_with_noun{
    "book",     "chase", "claim", "clean", "fit",   "fix",   "fund",   "help",
    "increase", "issue", "log",   "mark",  "move",  "name",  "note",   "offer",
    "place",    "print", "seek",  "show",  "start", "track", "update", "use"};
static_assert(std::ranges::is_sorted(orders_with_noun));

} // namespace

bool VerbOrNoun::opens_with_verb(Index i, const Word& w) const {
    const auto& lexeme = w.lexeme;
    if (w.has(base_form) && names_actor(i)) return false;
    if (w.has(base_form) && !w.can_noun()) {
        const bool describes =
            lexeme.adjective >= 0 && lexeme.adjective + 2 >= lexeme.verb; // "Secure transport booked"
        return !describes || starts_object(i + 1) || !opens_noun(i + 1);
    }
    if (w.has(ing_form))
        return has_next(i) && g_.token(i + 1).kind == TokenKind::punctuation
                   ? !w.can_noun()
                   : lexeme.verb > lexeme.noun + 1 || !w.can_noun();
    if (w.has(past_form) && !w.has(base_form))
        return lexeme.verb >= lexeme.noun && lexeme.verb >= lexeme.adjective;
    if (w.has(participle_form) && !w.has(base_form)) return lexeme.verb > lexeme.adjective;
    if (!has_next(i)) return lexeme.noun < 0;
    if (w.has(s_form)) {
        if (!w.can_noun()) return true;
        if (g_.token(i + 1).kind == TokenKind::word && word(i + 1).group.role == Role::to)
            return lexeme.verb > lexeme.noun;
        return starts_object(i + 1) ? lexeme.verb >= lexeme.noun : lexeme.verb > lexeme.noun + 2;
    }
    return opens_order(i, w);
}

/// "Pat rings me": a name or noun with a verb of its own after it.
bool VerbOrNoun::names_actor(Index i) const {
    if (!has_next(i) || g_.token(i + 1).kind != TokenKind::word) return false;
    const Word& next = word(i + 1);
    if (next.has(base_form) && g_.token(i).capital && next.lexeme.verb >= next.lexeme.noun + 4)
        return true; // "Josh say"
    if (!next.has(s_form) && !(next.has(past_form) && !next.has(base_form))) return false;
    return !next.can_noun() || starts_object(i + 2);
}

/// "Contact Dad", "Work with school", not "Contact with Dad" nor "Support worker".
bool VerbOrNoun::opens_order(Index i, const Word& w) const {
    const Token& next = g_.token(i + 1);
    const auto& lexeme = w.lexeme;
    if (next.norm == "worker" || next.norm == "workers" || next.norm == "team" || next.norm == "staff")
        return false;
    if (next.kind == TokenKind::punctuation) return lexeme.verb > lexeme.noun + 2;
    if (next.kind == TokenKind::number) return lexeme.verb >= lexeme.noun;
    const Word& following = word(i + 1);
    if (following.group.role == Role::be || following.group.role == Role::modal ||
        following.group.role == Role::have || following.group.role == Role::negator)
        return false;
    if (starts_object(i + 1)) {
        if (following.group.role == Role::content && person_acts(i + 1) && !w.is(directing)) return false;
        return lexeme.verb + 3 >= lexeme.noun && lexeme.verb > 1;
    }
    if (following.group.role == Role::preposition || following.group.role == Role::to)
        return std::ranges::binary_search(orders_with_preposition, std::string_view{g_.token(i).norm});
    if (following.group.role == Role::adverb || following.group.role == Role::subordinator)
        return lexeme.verb >= lexeme.noun;
    // "Care Act assessment", "Triple P"
    if (std::ranges::binary_search(orders_with_noun, std::string_view{g_.token(i).norm})) return true;
    if (next.capital && following.clitic == Clitic::none && (following.lexeme.known() || lexeme.verb < 3))
        return false;
    if (following.has(ing_form) && following.can_noun()) return false; // "travel training"
    if (following.can_noun() || following.lexeme.adjective >= 0) return lexeme.verb > lexeme.noun + 1;
    return lexeme.verb > lexeme.noun;
}

/// "School nurse to weigh": the person at `i` has a predicate of their own.
bool VerbOrNoun::person_acts(Index i) const {
    if (i + 1 >= end_ || g_.token(i + 1).kind != TokenKind::word) return false;
    const Role role = word(i + 1).group.role;
    return role == Role::be || role == Role::modal || role == Role::have ||
           (role == Role::to && before_verb(i + 1));
}

} // namespace plumbline::text
