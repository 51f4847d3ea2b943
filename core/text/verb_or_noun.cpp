#include "text/neighbours.hpp"

namespace plumbline::text {

bool VerbOrNoun::is_verb(Index i, const Word& w) const {
    const auto& lexeme = w.lexeme;
    if (modifies(i, w)) return false;
    const bool rarely_noun = lexeme.noun <= 0 || lexeme.verb >= lexeme.noun + 4;
    if (opens(i) && !(i > begin_ && g_.part(i - 1) == Part::conjunction && joined_noun(i)))
        return opens_with_verb(i, w);
    switch (previous(i)) {
    case Part::to:
        return true;
    case Part::do_:
        if (main_do(previous_index(i)))
            return (w.has(base_form) && w.lexeme.verb >= w.lexeme.noun + 3) || after_verb(i, w);
        [[fallthrough]];
    case Part::modal:
        return w.has(base_form) || !w.can_noun();
    case Part::negator:
        return w.has(base_form) || w.has(participle_form) || w.has(ing_form) || w.lexeme.verb > w.lexeme.noun;
    case Part::be:
        return (w.has(participle_form) || w.has(ing_form)) && !adjective_after_be(w);
    case Part::have:
        return w.has(participle_form) && (w.lexeme.verb > w.lexeme.noun || starts_object(i + 1));
    case Part::determiner:
    case Part::possessive:
        return after_determiner(i, w);
    case Part::number:
        return w.has(ing_form) ? !w.can_noun() : !w.can_noun() && lexeme.adjective < 0;
    case Part::adjective:
        return rarely_noun && !w.has(base_form) && !w.has(ing_form) && lexeme.noun < 0;
    case Part::preposition:
        return w.has(ing_form) && lexeme.noun < lexeme.verb;
    case Part::pronoun:
        return after_pronoun(i, w);
    case Part::relative:
        return word(previous_index(i)).clitic == Clitic::none || w.has(participle_form) || w.has(ing_form);
    case Part::noun:
    case Part::name:
        return after_noun(i, w);
    case Part::verb:
        return after_verb(i, w);
    case Part::conjunction:
    case Part::mark:
        return after_joint(i, w);
    case Part::subordinator:
        if (lexeme.adjective >= lexeme.verb) return false;
        return w.has(ing_form) || w.has(participle_form) ? !w.can_noun() || lexeme.verb > lexeme.noun
                                                         : lexeme.verb > lexeme.noun + 3;
    default:
        return lexeme.verb > lexeme.noun && lexeme.verb > lexeme.adjective;
    }
}

/// "to do practice interviews", "we do budget together": not the auxiliary of "do not", "does Mum".
bool VerbOrNoun::main_do(Index i) const {
    const bool denies = word(i).is(negative) || (has_next(i) && g_.part(i + 1) == Part::negator);
    return !denies && !opens(i);
}

/// "a missed visit", "two broken promises"
bool VerbOrNoun::modifies(Index i, const Word& w) const {
    if (!w.has(participle_form) || w.has(base_form) || !opens_noun(i + 1) || starts_object(i + 1))
        return false;
    const Part before = i == begin_ ? Part::mark : g_.part(i - 1);
    if (opens(i))
        return w.lexeme.adjective >= 0 && !g_.token(i + 1).capital; // "Supported lodgings with Mrs Achebe"
    return before == Part::determiner || before == Part::possessive || before == Part::adjective ||
           before == Part::number || before == Part::preposition;
}

bool VerbOrNoun::adjective_after_be(const Word& w) {
    if (w.lexeme.adjective < 0 || w.has(ing_form)) return false;
    const auto kind = w.lexeme.verb_class; // tired, worried: how somebody is, not what was done
    return w.lexeme.adjective > w.lexeme.verb || kind == VerbClass::emotion || kind == VerbClass::body;
}

bool VerbOrNoun::after_determiner(Index i, const Word& w) const {
    if (w.can_noun() || w.lexeme.adjective >= 0) {
        // "all agree", "that works": a determiner can stand for somebody.
        const Index before = previous_index(i);
        const bool stands = g_.is(before, "all") || g_.is(before, "both");
        return stands && w.has(base_form) && w.lexeme.verb > w.lexeme.noun + 1;
    }
    return !opens_noun(i + 1);
}

/// "he wants", "let her know", but "her wants" is decided before.
bool VerbOrNoun::after_pronoun(Index i, const Word& w) const {
    const Index before = previous_index(i);
    const bool subject = word(before).group.role == Role::subject || word(before).clitic != Clitic::none;
    if (word(before).clitic == Clitic::s || word(before).clitic == Clitic::re ||
        word(before).clitic == Clitic::m)
        return (w.has(participle_form) || w.has(ing_form)) && !adjective_after_be(w);
    if (subject) return true;
    return w.lexeme.verb >= w.lexeme.noun;
}

bool VerbOrNoun::after_noun(Index i, const Word& w) const {
    const Index before = previous_index(i);
    const auto& lexeme = w.lexeme;
    if (word(before).clitic == Clitic::s && !w.has(ing_form) && w.can_noun()) return false; // Mum's visit
    if (word(before).clitic == Clitic::s && w.has(participle_form) && opens_noun(i + 1) &&
        !starts_object(i + 1))
        return false;
    const bool person = g_.who(before) != Person::nobody || g_.part(before) == Part::name;
    const bool institution =
        g_.who(before) == Person::worker && !g_.token(before).capital && !word(before).lexeme.plural;
    if (w.has(base_form)) {
        if (lexeme.adjective + 2 >= lexeme.verb && opens_noun(i + 1) && !starts_object(i + 1)) return false;
        if (asks_order(i)) return true;
        if (lexeme.adjective + 1 >= lexeme.verb && !starts_object(i + 1)) return false;
        const bool many = word(before).lexeme.plural || g_.is(before, "family");
        if (((person && !institution) || many) && lexeme.verb >= lexeme.noun + 4) return true;
        if (!w.can_noun()) return person || word(before).lexeme.plural || lexeme.adjective < 0;
        if (has_past_only_use(w)) return true;
        const bool plural = many && g_.part(before) == Part::noun;
        if (starts_object(i + 1)) return (person || plural) && lexeme.verb + 1 >= lexeme.noun;
        const bool family = g_.who(before) == Person::parent || g_.who(before) == Person::child;
        const bool closes =
            i + 1 >= end_ || g_.token(i + 1).kind == TokenKind::punctuation; // "Mum drink, kids go …"
        if (family && closes) return lexeme.verb > lexeme.noun;
        return ((person && !institution) || plural) && lexeme.verb > lexeme.noun + 1 && !opens_noun(i + 1);
    }
    if (w.has(ing_form))
        return !w.can_noun() ||
               (lexeme.noun >= 5 ? person && starts_object(i + 1) : lexeme.verb > lexeme.noun + 1);
    if (w.has(s_form)) {
        if (!w.can_noun()) return true;
        if (person) return lexeme.verb >= lexeme.noun || starts_object(i + 1);
        return lexeme.verb >= lexeme.noun + 3 || (lexeme.verb > lexeme.noun && closes_noun(i, before));
    }
    return !w.can_noun() || lexeme.verb >= lexeme.noun; // past or participle
}

/// "Should the placement break down": the order of a question, with the verb after its subject.
bool VerbOrNoun::asks_order(Index i) const {
    Index j = i;
    while (j > begin_ && (g_.nominal(j - 1) || g_.is(j - 1, "of") || g_.is(j - 1, "/") ||
                          g_.part(j - 1) == Part::conjunction))
        --j;
    if (j == begin_ || j == i || (g_.part(j - 1) != Part::modal && g_.part(j - 1) != Part::do_)) return false;
    return opens(j - 1) || (g_.is(j - 1, "should") && !g_.nominal(j - 2));
}

/// "the plan changes to", but not "the school visits by": an article, one noun, and what can only follow
/// a verb.
bool VerbOrNoun::closes_noun(Index i, Index noun) const {
    if (noun == begin_ || word(noun).lexeme.plural || i + 1 >= end_) return false;
    const Part before = g_.part(noun - 1);
    if (before != Part::determiner && before != Part::possessive) return false;
    const Role next = word(i + 1).group.role;
    return g_.token(i + 1).kind == TokenKind::word &&
           (next == Role::to || next == Role::determiner || next == Role::possessive ||
            next == Role::object || (next == Role::adverb && !g_.is(i + 1, "are")));
}

/// put, cut, hit, set: the base is the past too, and a noun before them says nothing.
bool VerbOrNoun::has_past_only_use(const Word& w) {
    return w.has(past_form) && w.lexeme.verb > w.lexeme.noun + 2;
}

bool VerbOrNoun::after_verb(Index i, const Word& w) const {
    const Index before = previous_index(i);
    if (w.has(ing_form))
        return !w.can_noun() || word(before).is(starting) || w.lexeme.verb > w.lexeme.noun + 1;
    if (w.has(base_form) || w.has(s_form)) {
        const bool joined =
            g_.is(before, "help") || g_.is(before, "go") || g_.is(before, "come") || g_.is(before, "let");
        return joined && w.lexeme.verb >= w.lexeme.noun;
    }
    return !w.can_noun() && w.lexeme.adjective < w.lexeme.verb && !opens_noun(i + 1);
}

/// "… and report", "…, ring Nan": like what the joint joins.
bool VerbOrNoun::after_joint(Index i, const Word& w) const {
    const auto& lexeme = w.lexeme;
    if (!w.can_noun() && lexeme.adjective < lexeme.verb) return true;
    if (w.has(ing_form)) return lexeme.verb > lexeme.noun;
    const bool verb_before = has_verb_before(i);
    if (verb_before && w.has(s_form) && has_next(i) && g_.part(i - 1) == Part::conjunction &&
        word(i + 1).lexeme.adjective > word(i + 1).lexeme.noun)
        return true;
    if (particle(i + 1) && w.has(base_form) && verb_before && lexeme.verb > 1) return true;
    if (starts_object(i + 1))
        return lexeme.verb + 2 >= lexeme.noun && (verb_before || lexeme.verb >= lexeme.noun);
    if (w.has(past_form)) return lexeme.verb > lexeme.noun;
    const bool beside_noun = i >= begin_ + 2 && g_.nominal(i - 2);
    return verb_before && lexeme.verb > lexeme.noun + (beside_noun ? 1 : -1);
}

bool VerbOrNoun::particle(Index i) const {
    return i < end_ &&
           (g_.is(i, "up") || g_.is(i, "out") || g_.is(i, "off") || g_.is(i, "down") || g_.is(i, "back"));
}

bool VerbOrNoun::has_verb_before(Index i) const {
    for (Index j = i;
         j > begin_ && !(g_.part(j - 1) == Part::mark && !g_.is(j - 1, ",") && !g_.is(j - 1, "'")); --j)
        if (g_.part(j - 1) == Part::verb || g_.part(j - 1) == Part::be) return true;
    return false;
}

/// "school and health": the word after the conjunction is a noun when a noun stood before and no object
/// follows.
bool VerbOrNoun::joined_noun(Index i) const {
    return i >= begin_ + 2 && g_.nominal(i - 2) && !starts_object(i + 1);
}

} // namespace plumbline::text
