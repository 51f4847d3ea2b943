#include "text/grammar.hpp"

#include <algorithm>
#include <array>

// Parts of speech by what a word can be (closed classes, WordNet) and what stands beside it. Notes leave out
// subjects, articles and capitals, so that the rules look at a few neighbours and never need a whole sentence
// to be right.

namespace plumbline::text {
namespace {

// Verbs that open an order though they are nouns too and a preposition follows: "Work with Dad on …".
constexpr std::array<std::string_view, 29> orders_with_preposition{
    "act",  "bring", "carry", "check", "come", "drop", "get",  "go",   "link",   "listen",
    "live", "look",  "meet",  "move",  "pick", "play", "put",  "read", "return", "ring",
    "sign", "sit",   "speak", "stay",  "take", "talk", "wait", "walk", "work"};
static_assert(std::ranges::is_sorted(orders_with_preposition));

class Tagger {
public:
    Tagger(Grammar& grammar, const Sentence& sentence)
        : g_{grammar}, begin_{sentence.first_token}, end_{sentence.last_token} {}

    void run() {
        for (Index i = begin_; i < end_; ++i)
            if (g_.token(i).kind == TokenKind::word) g_.set_part(i, choose(i));
    }

private:
    bool has_next(Index i) const { return i + 1 < end_; }
    const Word& word(Index i) const { return g_.word(i); }

    Part choose(Index i) const {
        const Word& w = word(i);
        if (w.is(number_like) && w.group.role == Role::content) return Part::number;
        if (w.group.role != Role::content && !is_name(i)) return closed(i, w);
        if (w.group.person != Person::nobody) return Part::noun;
        if (g_.who(i) == Person::child) return Part::name;
        if (g_.is(i, "&")) return Part::conjunction;
        return open(i, w);
    }

    /// "Will told his teacher": a child's name that is a closed word too.
    bool is_name(Index i) const {
        if (g_.who(i) != Person::child || !g_.token(i).capital || word(i).group.person == Person::child)
            return false;
        return has_next(i) && !(word(i + 1).can_verb() && word(i + 1).has(base_form));
    }

    Part closed(Index i, const Word& w) const {
        switch (w.group.role) {
        case Role::determiner:
            return g_.is(i, "that") ? that(i) : Part::determiner;
        case Role::possessive:
            return g_.is(i, "her") && !opens_noun(i + 1) ? Part::pronoun : Part::possessive;
        case Role::subject:
        case Role::object:
            return Part::pronoun;
        case Role::preposition:
            return Part::preposition;
        case Role::conjunction:
            return Part::conjunction;
        case Role::subordinator:
            return Part::subordinator;
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
            return Part::negator;
        case Role::adverb:
            return closed_adverb(i, w);
        case Role::content:
            break;
        }
        return Part::other;
    }

    /// "today", "home" and "back" can be nouns or verbs where the place asks for it.
    Part closed_adverb(Index i, const Word& w) const {
        const Part before = previous(i);
        const bool wants_noun =
            before == Part::determiner || before == Part::possessive || before == Part::adjective;
        if (wants_noun && w.can_noun() && w.lexeme.noun > 2) return Part::noun;
        if (before == Part::preposition && g_.is(i, "home")) return Part::noun;
        return Part::adverb;
    }

    Part that(Index i) const {
        if (!has_next(i)) return Part::pronoun;
        const Word& next = word(i + 1);
        const Role role = next.group.role;
        const bool clause = role == Role::subject || role == Role::determiner || role == Role::possessive ||
                            g_.who(i + 1) != Person::nobody || g_.token(i + 1).capital;
        if (clause && i > begin_) return Part::subordinator;
        const bool verb = role == Role::be || role == Role::have || role == Role::do_ ||
                          role == Role::modal || (next.can_verb() && !next.can_noun());
        if (verb) return i > begin_ && g_.noun_like(i - 1) ? Part::relative : Part::pronoun;
        return Part::determiner;
    }

    /// Whether what stands at `i` continues a noun phrase that has begun.
    bool opens_noun(Index i) const {
        if (i >= end_) return false;
        const Token& token = g_.token(i);
        if (token.kind == TokenKind::number) return true;
        if (token.kind == TokenKind::punctuation) return false;
        const Word& w = word(i);
        if (w.group.person != Person::nobody) return w.group.role == Role::content;
        if (w.is(number_like)) return true;
        if (w.group.role == Role::determiner) return g_.is(i, "own") || g_.is(i, "other") || g_.is(i, "same");
        if (w.group.role == Role::adverb) return g_.is(i, "home") || g_.is(i, "first") || g_.is(i, "next");
        if (w.group.role != Role::content) return false;
        return w.can_noun() || w.lexeme.adjective >= 0 || !w.lexeme.known();
    }

    /// Whether the "to" at `i` goes with a verb: "to visit", not "to school".
    bool before_verb(Index i) const {
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
        if (g_.token(next).capital && next > begin_ && w.can_noun() && !g_.token(next - 1).capital)
            return false;
        if (w.lexeme.noun > w.lexeme.verb + 2)
            return next + 1 < end_ && starts_object(next + 1) && w.lexeme.verb > 2;
        return true;
    }

    /// Whether what stands at `i` looks like what follows a verb: "the", "her", "Mum", "3".
    bool starts_object(Index i) const {
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
            return g_.who(i) != Person::nobody || w.is(number_like);
        }
    }

    /// The part before `i`, over adverbs; `mark` at the start of what can be a sentence of its own.
    Part previous(Index i) const {
        while (i > begin_ && g_.part(i - 1) == Part::adverb)
            --i;
        return i == begin_ ? Part::mark : g_.part(i - 1);
    }
    Index previous_index(Index i) const {
        while (i > begin_ && g_.part(i - 1) == Part::adverb)
            --i;
        return i - 1;
    }

    /// Whether a new statement can start at `i`: nothing before it but marks, list numbers and joining words.
    bool opens(Index i) const {
        if (i == begin_) return true;
        const Part before = g_.part(i - 1);
        if (before == Part::mark) {
            const auto& mark = g_.token(i - 1).norm;
            return mark != "," && mark != "'" && mark != "/";
        }
        if (before == Part::adverb || before == Part::conjunction) return opens(i - 1);
        return before == Part::number && i - 1 == begin_;
    }

    Part open(Index i, const Word& w) const {
        if (!w.lexeme.known()) return unknown(i);
        const bool capital = g_.token(i).capital && !opens(i);
        if (capital && !all_capitals_line(i))
            return w.can_noun() || !w.can_verb() ? Part::name : verb_or_name(i, w);
        if (w.can_verb() && is_verb(i, w)) return Part::verb;
        return not_verb(i, w);
    }

    Part verb_or_name(Index i, const Word& w) const { return is_verb(i, w) ? Part::verb : Part::name; }

    /// Headline Style And Shouting say nothing about names.
    bool all_capitals_line(Index i) const {
        return i > begin_ && g_.token(i - 1).capital && has_next(i) && g_.token(i + 1).capital &&
               g_.who(i) == Person::nobody && g_.part(i - 1) == Part::verb;
    }

    Part unknown(Index i) const {
        const auto& norm = g_.token(i).norm;
        if (g_.token(i).capital) return Part::name;
        if (norm.ends_with("ly")) return Part::adverb;
        if (norm.ends_with("ing") && norm.size() > 5) return Part::verb;
        if (norm.ends_with("ed") && norm.size() > 4) return Part::verb;
        return Part::noun;
    }

    Part not_verb(Index i, const Word& w) const {
        const auto& lexeme = w.lexeme;
        if (lexeme.adverb >= 0 && lexeme.adverb >= lexeme.noun && lexeme.adverb > lexeme.adjective)
            return Part::adverb;
        if (lexeme.adjective >= 0 && (has_next(i) ? opens_noun(i + 1) : false) &&
            lexeme.adjective + 1 >= lexeme.noun)
            return Part::adjective;
        if (lexeme.noun >= 0 && lexeme.noun >= lexeme.adjective) return Part::noun;
        if (lexeme.adjective >= 0) {
            const Part before = previous(i);
            const bool alone = before == Part::determiner || before == Part::possessive;
            return alone && lexeme.noun >= 0 ? Part::noun : Part::adjective;
        }
        if (lexeme.noun >= 0) return Part::noun;
        if (lexeme.adverb >= 0) return Part::adverb;
        return w.has(participle_form) || w.has(ing_form) ? Part::adjective : Part::noun;
    }

    bool is_verb(Index i, const Word& w) const {
        const auto& lexeme = w.lexeme;
        const bool rarely_noun = lexeme.noun <= 0 || lexeme.verb >= lexeme.noun + 4;
        if (opens(i) && !(i > begin_ && g_.part(i - 1) == Part::conjunction && joined_noun(i)))
            return opens_with_verb(i, w);
        switch (previous(i)) {
        case Part::to:
            return true;
        case Part::modal:
        case Part::do_:
            return w.has(base_form) || !w.can_noun();
        case Part::negator:
            return w.has(base_form) || w.has(participle_form) || w.has(ing_form);
        case Part::be:
            return (w.has(participle_form) || w.has(ing_form)) && !adjective_after_be(w);
        case Part::have:
            return w.has(participle_form) &&
                   !(w.has(base_form) && starts_object(i + 1) == false && w.can_noun());
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
            return true;
        case Part::noun:
        case Part::name:
            return after_noun(i, w);
        case Part::verb:
            return after_verb(i, w);
        case Part::conjunction:
        case Part::mark:
            return after_joint(i, w);
        case Part::subordinator:
            return w.has(ing_form) || w.has(participle_form) ? !w.can_noun() || lexeme.verb > lexeme.noun
                                                             : lexeme.verb > lexeme.noun + 3;
        default:
            return lexeme.verb > lexeme.noun && lexeme.verb > lexeme.adjective;
        }
    }

    static bool adjective_after_be(const Word& w) {
        return w.lexeme.adjective >= 0 && w.lexeme.adjective > w.lexeme.verb;
    }

    bool after_determiner(Index i, const Word& w) const {
        if (w.can_noun() || w.lexeme.adjective >= 0) {
            // "all agree", "that works": a determiner can stand for somebody.
            const Index before = previous_index(i);
            const bool stands = g_.is(before, "all") || g_.is(before, "both") || g_.is(before, "each");
            return stands && w.has(base_form) && w.lexeme.verb > w.lexeme.noun + 1;
        }
        return !opens_noun(i + 1);
    }

    /// "he wants", "let her know", but "her wants" is decided before.
    bool after_pronoun(Index i, const Word& w) const {
        const Index before = previous_index(i);
        const bool subject = word(before).group.role == Role::subject || word(before).clitic != Clitic::none;
        if (word(before).clitic == Clitic::s || word(before).clitic == Clitic::re ||
            word(before).clitic == Clitic::m)
            return w.has(participle_form) || w.has(ing_form);
        if (subject) return true;
        return w.lexeme.verb >= w.lexeme.noun;
    }

    bool after_noun(Index i, const Word& w) const {
        const Index before = previous_index(i);
        const auto& lexeme = w.lexeme;
        if (word(before).clitic == Clitic::s && !w.has(ing_form) && w.can_noun()) return false; // Mum's visit
        if (word(before).clitic == Clitic::s && w.has(participle_form) && w.lexeme.adjective >= 0 &&
            opens_noun(i + 1))
            return false;
        const bool person = g_.who(before) != Person::nobody || g_.part(before) == Part::name;
        if (w.has(base_form)) {
            if (!w.can_noun()) return person || word(before).lexeme.plural || lexeme.adjective < 0;
            if (has_past_only_use(w)) return true;
            const bool plural = word(before).lexeme.plural && g_.part(before) == Part::noun;
            if (starts_object(i + 1)) return (person || plural) && lexeme.verb + 1 >= lexeme.noun;
            return (person || plural) && lexeme.verb > lexeme.noun + 1 && !opens_noun(i + 1);
        }
        if (w.has(ing_form)) return !w.can_noun() || lexeme.verb > lexeme.noun + 1;
        if (w.has(s_form)) {
            if (!w.can_noun()) return true;
            return person ? lexeme.verb >= lexeme.noun || starts_object(i + 1)
                          : lexeme.verb >= lexeme.noun + 3;
        }
        return !w.can_noun() || lexeme.verb >= lexeme.noun; // past or participle
    }

    /// put, cut, hit, set: the base is the past too, and a noun before them says nothing.
    static bool has_past_only_use(const Word& w) {
        return w.has(past_form) && w.lexeme.verb > w.lexeme.noun + 2;
    }

    bool after_verb(Index i, const Word& w) const {
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
    bool after_joint(Index i, const Word& w) const {
        const auto& lexeme = w.lexeme;
        if (!w.can_noun() && lexeme.adjective < lexeme.verb) return true;
        if (w.has(ing_form)) return lexeme.verb > lexeme.noun;
        const bool verb_before = has_verb_before(i);
        if (starts_object(i + 1))
            return lexeme.verb + 2 >= lexeme.noun && (verb_before || lexeme.verb >= lexeme.noun);
        if (w.has(past_form)) return lexeme.verb > lexeme.noun;
        return verb_before && lexeme.verb > lexeme.noun + 1;
    }

    bool has_verb_before(Index i) const {
        for (Index j = i; j > begin_; --j)
            if (g_.part(j - 1) == Part::verb || g_.part(j - 1) == Part::be) return true;
        return false;
    }

    /// "school and health": the word after the conjunction is a noun when a noun stood before and no object
    /// follows.
    bool joined_noun(Index i) const { return i >= begin_ + 2 && g_.nominal(i - 2) && !starts_object(i + 1); }

    bool opens_with_verb(Index i, const Word& w) const {
        const auto& lexeme = w.lexeme;
        if (w.has(base_form) && !w.can_noun())
            return lexeme.adjective < 0 || lexeme.verb > lexeme.adjective || starts_object(i + 1);
        if (w.has(ing_form)) return lexeme.verb > lexeme.noun + 1 || !w.can_noun();
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

    /// "Contact Dad", "Work with school", not "Contact with Dad" nor "Support worker".
    bool opens_order(Index i, const Word& w) const {
        const Token& next = g_.token(i + 1);
        const auto& lexeme = w.lexeme;
        if (next.norm == "worker" || next.norm == "workers" || next.norm == "team" || next.norm == "staff")
            return false;
        if (next.kind == TokenKind::punctuation) return lexeme.verb > lexeme.noun + 2;
        if (next.kind == TokenKind::number) return lexeme.verb >= lexeme.noun;
        const Word& following = word(i + 1);
        if (following.group.role == Role::be || following.group.role == Role::modal ||
            following.group.role == Role::have)
            return false;
        if (starts_object(i + 1)) {
            if (following.group.role == Role::content && person_acts(i + 1)) return false;
            return lexeme.verb + 3 >= lexeme.noun && lexeme.verb > 1;
        }
        if (following.group.role == Role::preposition || following.group.role == Role::to)
            return std::ranges::binary_search(orders_with_preposition, std::string_view{g_.token(i).norm});
        if (following.group.role == Role::adverb || following.group.role == Role::subordinator)
            return lexeme.verb >= lexeme.noun;
        if (following.can_noun() || following.lexeme.adjective >= 0) return lexeme.verb > lexeme.noun + 1;
        return lexeme.verb > lexeme.noun;
    }

    /// "School nurse to weigh": the person at `i` has a predicate of their own.
    bool person_acts(Index i) const {
        if (i + 1 >= end_ || g_.token(i + 1).kind != TokenKind::word) return false;
        const Role role = word(i + 1).group.role;
        return role == Role::be || role == Role::modal || role == Role::have ||
               (role == Role::to && before_verb(i + 1));
    }

    Grammar& g_;
    Index begin_, end_;
};

} // namespace

void tag(Grammar& grammar, const Sentence& sentence) {
    Tagger{grammar, sentence}.run();
}

} // namespace plumbline::text
