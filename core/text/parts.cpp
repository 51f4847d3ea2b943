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
// Nouns that open an order rather than the name of a thing when a noun follows: "Issue care proceedings".
constexpr std::array<std::string_view, 23> orders_with_noun{
    "chase", "claim", "clean", "fit",   "fix",   "fund",   "help",  "increase",
    "issue", "log",   "mark",  "move",  "name",  "note",   "offer", "place",
    "print", "seek",  "show",  "start", "track", "update", "use"};
static_assert(std::ranges::is_sorted(orders_with_noun));

class Tagger {
public:
    Tagger(Grammar& grammar, const Sentence& sentence)
        : g_{grammar}, begin_{sentence.first_token}, end_{sentence.last_token} {}

    void run() {
        for (Index i = begin_; i < end_; ++i)
            if (g_.token(i).kind == TokenKind::word) g_.set_part(i, choose(i));
        rescue();
    }

private:
    bool has_next(Index i) const { return i + 1 < end_; }
    const Word& word(Index i) const { return g_.word(i); }

    /// A part of the sentence in which no verb was found has one after all where a noun can be it: "Notice
    /// period ends 22nd", "Dad's shifts change".
    void rescue() {
        for (Index from = begin_; from < end_;) {
            Index to = from;
            bool verb = false;
            for (; to < end_ && (g_.part(to) != Part::mark || g_.is(to, "'") || g_.is(to, "/")); ++to) {
                const Part p = g_.part(to);
                verb = verb || p == Part::verb || p == Part::be || p == Part::have || p == Part::do_ ||
                       p == Part::modal || word(to).clitic != Clitic::none;
            }
            for (Index i = from + 1; !verb && i < to; ++i)
                if (could_be_verb(i, to)) {
                    g_.set_part(i, Part::verb);
                    verb = true;
                }
            from = to + 1;
        }
    }

    /// "Nurse book eye test", "If placement end": English without endings.
    bool acts_without_ending(Index i, Index end) const {
        Index first = i;
        while (first > begin_ && g_.part(first - 1) != Part::mark)
            --first;
        if (g_.part(first) == Part::subordinator)
            return g_.noun_like(i - 1) && i > first + 1 && word(i).lexeme.verb > word(i).lexeme.noun - 2;
        const bool somebody = g_.somebody(i - 1) || g_.part(i - 1) == Part::name;
        return somebody && i + 1 < end && end - first >= 4 && word(i).lexeme.verb >= word(i).lexeme.noun &&
               !g_.is(i + 1, "of") && g_.part(i + 1) != Part::preposition &&
               word(i - 1).clitic == Clitic::none;
    }

    bool could_be_verb(Index i, Index end) const {
        const Word& w = word(i);
        const Part part = g_.part(i);
        if ((part != Part::noun && part != Part::adjective) || !w.can_verb() || w.lexeme.verb < 3 ||
            w.lexeme.verb + 1 < w.lexeme.noun)
            return false;
        if (w.has(base_form) && acts_without_ending(i, end)) return true;
        if (part != Part::noun) return false;
        if (g_.part(i - 1) != Part::noun && g_.part(i - 1) != Part::name) return false;
        const bool plural = word(i - 1).lexeme.plural;
        if (w.has(s_form) ? plural : !(w.has(base_form) && plural)) return false;
        if (i + 1 == end) return w.has(base_form);
        const Part next = g_.part(i + 1);
        return next == Part::adverb || next == Part::determiner || next == Part::possessive ||
               next == Part::pronoun || next == Part::number || g_.is(i + 1, "to");
    }

    Part choose(Index i) const {
        const Word& w = word(i);
        if (w.is(frequency)) return opens_noun(i + 1) ? Part::adjective : Part::adverb;
        if (w.is(calendar) && names_day(i, w)) return Part::noun;
        if (w.is(ordinal) && w.group.role == Role::content) return Part::adjective;
        if (w.is(number_like) && w.group.role == Role::content) return Part::number;
        if (w.group.role != Role::content && !is_name(i)) return closed(i, w);
        if (w.group.person != Person::nobody) return Part::noun;
        if (g_.who(i) == Person::child) return Part::name;
        if (g_.is(i, "&")) return Part::conjunction;
        return open(i, w);
    }

    /// A day, month or feast; "may", "march" and "sun" only where a date or capital says so.
    bool names_day(Index i, const Word& w) const {
        if (w.group.role == Role::modal || (w.can_verb() && w.has(base_form) && w.lexeme.verb > 1))
            return !modal_use(i) && (g_.token(i).capital ? !opens(i) || beside_number(i) : dates(i));
        return true;
    }
    bool beside_number(Index i) const {
        return (has_next(i) && g_.token(i + 1).kind == TokenKind::number) ||
               (i > begin_ && g_.token(i - 1).kind == TokenKind::number);
    }
    /// "last day of march", "by may": small letters beside a number or a word that dates follow.
    bool dates(Index i) const {
        return beside_number(i) ||
               (i > begin_ && (g_.is(i - 1, "of") || g_.is(i - 1, "by") || word(i - 1).is(calendar)));
    }
    bool modal_use(Index i) const {
        return has_next(i) && g_.token(i + 1).kind == TokenKind::word && word(i + 1).has(base_form) &&
               word(i + 1).can_verb() && !word(i + 1).can_noun();
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
    bool noun_for_once(Index i, const Word& w) const {
        const Part before = previous(i);
        return w.can_noun() && (before == Part::possessive || before == Part::determiner) &&
               !opens_noun(i + 1);
    }

    /// "would like", "I like", "kids like Nan"; not "feels like cutting".
    bool likes(Index i) const {
        if (i == begin_) return false;
        const Part before = previous(i);
        if (before == Part::modal || before == Part::to || before == Part::do_ || before == Part::negator)
            return true;
        const Index subject = previous_index(i);
        if (before == Part::pronoun) return word(subject).group.role == Role::subject;
        return before == Part::noun && word(subject).lexeme.plural &&
               (starts_object(i + 1) || opens_noun(i + 1));
    }

    /// "once Dad is back", not "once a week".
    bool opens_clause(Index i) const {
        if (!has_next(i) || g_.token(i + 1).kind == TokenKind::punctuation) return false;
        if (g_.is(i + 1, "a") || g_.is(i + 1, "an"))
            return i + 2 < end_ && !word(i + 2).is(time_unit) && !word(i + 2).is(unit);
        return !g_.is(i + 1, "per") && !g_.is(i + 1, "every") && !g_.is(i + 1, "each") &&
               !g_.is(i + 1, "more") && !g_.is(i + 1, "in") && !g_.is(i + 1, "and") &&
               !word(i + 1).is(frequency);
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

    /// "what she wants", "which is closed", but not "what help"
    bool clause_follows(Index i) const {
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

    Part that(Index i) const {
        if (!has_next(i)) return Part::pronoun;
        const Word& next = word(i + 1);
        const Role role = next.group.role;
        const bool clause = role == Role::subject || role == Role::determiner || role == Role::possessive ||
                            g_.who(i + 1) != Person::nobody || g_.token(i + 1).capital;
        if (clause && i > begin_) return Part::subordinator;
        if (i > begin_ && (g_.part(i - 1) == Part::pronoun || g_.part(i - 1) == Part::determiner))
            return Part::subordinator;
        const bool verb = role == Role::be || role == Role::have || role == Role::do_ ||
                          role == Role::modal || (next.can_verb() && next.lexeme.verb > next.lexeme.noun);
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
        if (w.is(number_like)) return !g_.is(i, "twice") && !g_.is(i, "once");
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
            if (g_.who(i) == Person::worker)
                return g_.token(i).capital || g_.token(i).norm.size() <= 3; // "care coordinator"
            return g_.who(i) != Person::nobody || w.is(number_like) ||
                   (g_.token(i).capital && !w.lexeme.known());
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
        return (before == Part::adverb || before == Part::conjunction) && opens(i - 1);
    }

    Part open(Index i, const Word& w) const {
        if (!w.lexeme.known()) return unknown(i);
        const bool capital = g_.token(i).capital && !opens(i);
        if (capital && !all_capitals_line(i)) {
            const Part before = previous(i);
            return (before == Part::to || before == Part::modal) && w.has(base_form) ? Part::verb
                                                                                     : Part::name;
        }
        if (w.can_verb() && is_verb(i, w)) return Part::verb;
        if (g_.token(i).capital && opens(i) && names_actor(i)) return Part::name;
        return not_verb(i, w);
    }

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
            return w.has(base_form) || w.has(participle_form) || w.has(ing_form) ||
                   w.lexeme.verb > w.lexeme.noun;
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
            return word(previous_index(i)).clitic == Clitic::none || w.has(participle_form) ||
                   w.has(ing_form);
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
    bool main_do(Index i) const {
        const bool denies = word(i).is(negative) || (has_next(i) && g_.part(i + 1) == Part::negator);
        return !denies && !opens(i);
    }

    /// "a missed visit", "two broken promises"
    bool modifies(Index i, const Word& w) const {
        if (!w.has(participle_form) || w.has(base_form) || !opens_noun(i + 1) || starts_object(i + 1))
            return false;
        const Part before = i == begin_ ? Part::mark : g_.part(i - 1);
        if (opens(i))
            return w.lexeme.adjective >= 0 &&
                   !g_.token(i + 1).capital; // "Supported lodgings with Mrs Achebe"
        return before == Part::determiner || before == Part::possessive || before == Part::adjective ||
               before == Part::number || before == Part::preposition;
    }

    static bool adjective_after_be(const Word& w) {
        if (w.lexeme.adjective < 0 || w.has(ing_form)) return false;
        const auto kind = w.lexeme.verb_class; // tired, worried: how somebody is, not what was done
        return w.lexeme.adjective > w.lexeme.verb || kind == VerbClass::emotion || kind == VerbClass::body;
    }

    bool after_determiner(Index i, const Word& w) const {
        if (w.can_noun() || w.lexeme.adjective >= 0) {
            // "all agree", "that works": a determiner can stand for somebody.
            const Index before = previous_index(i);
            const bool stands = g_.is(before, "all") || g_.is(before, "both");
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
            return (w.has(participle_form) || w.has(ing_form)) && !adjective_after_be(w);
        if (subject) return true;
        return w.lexeme.verb >= w.lexeme.noun;
    }

    bool after_noun(Index i, const Word& w) const {
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
            if (lexeme.adjective + 2 >= lexeme.verb && opens_noun(i + 1) && !starts_object(i + 1))
                return false;
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
            return ((person && !institution) || plural) && lexeme.verb > lexeme.noun + 1 &&
                   !opens_noun(i + 1);
        }
        if (w.has(ing_form))
            return !w.can_noun() || (lexeme.noun >= 5 ? starts_object(i + 1) : lexeme.verb > lexeme.noun + 1);
        if (w.has(s_form)) {
            if (!w.can_noun()) return true;
            if (person) return lexeme.verb >= lexeme.noun || starts_object(i + 1);
            return lexeme.verb >= lexeme.noun + 3 || (lexeme.verb > lexeme.noun && closes_noun(i, before));
        }
        return !w.can_noun() || lexeme.verb >= lexeme.noun; // past or participle
    }

    /// "Should the placement break down": the order of a question, with the verb after its subject.
    bool asks_order(Index i) const {
        Index j = i;
        while (j > begin_ && (g_.nominal(j - 1) || g_.is(j - 1, "of") || g_.is(j - 1, "/") ||
                              g_.part(j - 1) == Part::conjunction))
            --j;
        return j > begin_ && j < i && (g_.part(j - 1) == Part::modal || g_.part(j - 1) == Part::do_) &&
               opens(j - 1);
    }

    /// "the plan changes to", but not "the school visits by": an article, one noun, and what can only follow
    /// a verb.
    bool closes_noun(Index i, Index noun) const {
        if (noun == begin_ || word(noun).lexeme.plural || i + 1 >= end_) return false;
        const Part before = g_.part(noun - 1);
        if (before != Part::determiner && before != Part::possessive) return false;
        const Role next = word(i + 1).group.role;
        return g_.token(i + 1).kind == TokenKind::word &&
               (next == Role::to || next == Role::determiner || next == Role::possessive ||
                next == Role::object || (next == Role::adverb && !g_.is(i + 1, "are")));
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
        if (verb_before && w.has(s_form) && has_next(i) &&
            word(i + 1).lexeme.adjective > word(i + 1).lexeme.noun)
            return true;
        if (particle(i + 1) && w.has(base_form) && verb_before && lexeme.verb > 1) return true;
        if (starts_object(i + 1))
            return lexeme.verb + 2 >= lexeme.noun && (verb_before || lexeme.verb >= lexeme.noun);
        if (w.has(past_form)) return lexeme.verb > lexeme.noun;
        const bool beside_noun = i >= begin_ + 2 && g_.nominal(i - 2);
        return verb_before && lexeme.verb > lexeme.noun + (beside_noun ? 1 : -1);
    }

    bool particle(Index i) const {
        return i < end_ &&
               (g_.is(i, "up") || g_.is(i, "out") || g_.is(i, "off") || g_.is(i, "down") || g_.is(i, "back"));
    }

    bool has_verb_before(Index i) const {
        for (Index j = i;
             j > begin_ && !(g_.part(j - 1) == Part::mark && !g_.is(j - 1, ",") && !g_.is(j - 1, "'")); --j)
            if (g_.part(j - 1) == Part::verb || g_.part(j - 1) == Part::be) return true;
        return false;
    }

    /// "school and health": the word after the conjunction is a noun when a noun stood before and no object
    /// follows.
    bool joined_noun(Index i) const { return i >= begin_ + 2 && g_.nominal(i - 2) && !starts_object(i + 1); }

    bool opens_with_verb(Index i, const Word& w) const {
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
    bool names_actor(Index i) const {
        if (!has_next(i) || g_.token(i + 1).kind != TokenKind::word) return false;
        const Word& next = word(i + 1);
        if (next.has(base_form) && g_.token(i).capital && next.lexeme.verb >= next.lexeme.noun + 4)
            return true; // "Josh say"
        if (!next.has(s_form) && !(next.has(past_form) && !next.has(base_form))) return false;
        return !next.can_noun() || starts_object(i + 2);
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
