#include "text/neighbours.hpp"

// Parts of speech by what a word can be (closed classes, WordNet) and what stands beside it. Notes leave out
// subjects, articles and capitals, so that the rules look at a few neighbours and never need a whole sentence
// to be right.

namespace plumbline::text {
namespace {

class Tagger : public Neighbours {
public:
    Tagger(Grammar& grammar, const Sentence& sentence)
        : Neighbours{grammar, sentence.first_token, sentence.last_token}, tagged_{grammar},
          closed_words_{grammar, begin_, end_}, verb_or_noun_{grammar, begin_, end_} {}

    void run() {
        for (Index i = begin_; i < end_; ++i)
            if (g_.token(i).kind == TokenKind::word) tagged_.set_part(i, choose(i));
        rescue();
    }

private:
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
                    tagged_.set_part(i, Part::verb);
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
        if (w.group.role != Role::content && !is_name(i)) return closed_words_.closed(i, w);
        if (w.group.person != Person::nobody) return Part::noun;
        if (g_.who(i) == Person::child) return Part::name;
        if (g_.is(i, "&")) return Part::conjunction;
        return open(i, w);
    }

    /// A day, month or feast; "may", "march" and "sun" only where a date or capital says so.
    bool names_day(Index i, const Word& w) const {
        if (w.group.role == Role::modal || (w.can_verb() && w.has(base_form) && w.lexeme.verb > 1))
            return !modal_use(i) &&
                   (g_.token(i).capital ? !opens(i) || beside_number(i) || closes(i) : dates(i));
        return true;
    }

    bool closes(Index i) const {
        return has_next(i) && i > begin_ && g_.token(i + 1).kind == TokenKind::punctuation;
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

    Part open(Index i, const Word& w) const {
        if (!w.lexeme.known()) return unknown(i);
        const bool capital = g_.token(i).capital && !opens(i);
        if (capital && !all_capitals_line(i)) {
            const Part before = previous(i);
            return (before == Part::to || before == Part::modal) && w.has(base_form) ? Part::verb
                                                                                     : Part::name;
        }
        if (w.can_verb() && verb_or_noun_.is_verb(i, w)) return Part::verb;
        if (g_.token(i).capital && opens(i) && verb_or_noun_.names_actor(i))
            return w.lexeme.noun >= 3 ? Part::noun : Part::name;
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

    Grammar& tagged_;
    ClosedWords closed_words_;
    VerbOrNoun verb_or_noun_;
};

} // namespace

void tag(Grammar& grammar, const Sentence& sentence) {
    Tagger{grammar, sentence}.run();
}

} // namespace plumbline::text
