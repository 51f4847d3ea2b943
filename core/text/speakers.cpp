#include "text/quotations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

// Who says a quotation, as far as its sentence or the one before tells.

namespace plumbline::text {
namespace {

// What somebody's words are called: "Tegan's views: …", "Mum's text said …". Sorted.
constexpr std::array<std::string_view, 19> utterances{
    "answer", "comment", "comments", "drawing", "email", "feelings", "letter", "list",   "message", "note",
    "own",    "quote",   "reply",    "text",    "view",  "views",    "voice",  "wishes", "words"};
static_assert(std::ranges::is_sorted(utterances));

class SpeakerFinder {
public:
    explicit SpeakerFinder(const Grammar& grammar)
        : g_{grammar}, reading_{grammar.reading()}, inside_(grammar.count(), false) {
        for (const auto& [open, close] : grammar.quotes())
            std::fill(inside_.begin() + open + 1, inside_.begin() + close, true);
    }

    void find(const QuoteMarks& marks, Quotation& quotation) const {
        if (after(marks, quotation) || said_before(marks, quotation) || labelled(marks, quotation) ||
            inside_clause(marks, quotation))
            return;
        neighbour(marks, quotation);
    }

private:
    /// The clauses that begin within [begin, end).
    std::span<const Clause> clauses_in(Index begin, Index end) const {
        const auto from = std::ranges::lower_bound(reading_.clauses, begin, {}, &Clause::first_token);
        const auto to = std::ranges::lower_bound(reading_.clauses, end, {}, &Clause::first_token);
        return {from, std::max(from, to)};
    }

    const Sentence& sentence_of(Index token) const {
        return *std::prev(std::ranges::upper_bound(reading_.sentences, token, {}, &Sentence::first_token));
    }

    /// The token of a span that says who it is: the last person in it ("Kofi's mum" is the mum).
    std::optional<Index> person_in(Span words, Index from, Index to) const {
        std::optional<Index> found;
        for (Index i = from; i < to; ++i) {
            const Span span = reading_.tokens[i].span;
            if (span.begin >= words.begin && span.begin < words.end && g_.who(i) != Person::nobody) found = i;
        }
        return found;
    }

    /// Whether a person is what a noun phrase is about: not the school of "school mornings".
    bool heads(Index person, Span words) const {
        for (Index i = person + 1; i < g_.count() && g_.token(i).span.begin < words.end; ++i)
            if (g_.part(i) == Part::noun && !g_.aside(i)) return false;
        return true;
    }

    void set(Quotation& quotation, Index token) const {
        quotation.speaker_words = reading_.tokens[token].span;
        switch (resolved(token)) {
        case Person::child:
        case Person::pronoun:
            quotation.speaker = Speaker::child;
            return;
        case Person::parent:
            quotation.speaker = Speaker::parent;
            return;
        case Person::worker:
            quotation.speaker = Speaker::worker;
            return;
        default:
            quotation.speaker = Speaker::unknown;
        }
    }

    /// A pronoun is the subject of the sentence before; the child where that names nobody.
    Person resolved(Index token) const {
        const Person person = g_.who(token);
        if (person != Person::pronoun) return person;
        const Sentence& sentence = sentence_of(token);
        if (const auto named = subject_named(sentence.first_token, token)) return *named;
        if (sentence.first_token == 0) return Person::child;
        const Sentence& before = sentence_of(sentence.first_token - 1);
        return subject_named(before.first_token, before.last_token).value_or(Person::child);
    }

    /// Who the first clause within [begin, end) has for its actor, when that is a name or a word for a
    /// person.
    std::optional<Person> subject_named(Index begin, Index end) const {
        for (const auto& clause : clauses_in(begin, end)) {
            if (inside_[clause.first_token] || clause.actor.empty()) continue;
            const auto person = person_in(clause.actor, begin, end);
            if (!person) continue;
            const Person who = g_.who(*person);
            if (who == Person::child || who == Person::parent || who == Person::worker) return who;
        }
        return std::nullopt;
    }

    /// “…,” said Mum · “…,” Kai told his teacher
    bool after(const QuoteMarks& marks, Quotation& quotation) const {
        const Index begin = marks.close + 1;
        if (begin >= g_.count()) return false;
        if (attributed(begin, quotation)) return true;
        const Index end = std::min(begin + 4, sentence_of(marks.close).last_token);
        bool spoken = false;
        std::optional<Index> person;
        for (Index i = begin; i < end && !inside_[i]; ++i) {
            if (g_.is(i, ".") || g_.is(i, ";") || g_.is(i, "and") || g_.is(i, "&") || g_.is(i, "but")) break;
            if (g_.in(i, speech))
                spoken = true;
            else if (!person && g_.who(i) != Person::nobody)
                person = i;
        }
        if (!spoken || !person) return false;
        set(quotation, *person);
        return true;
    }

    /// “…” (Dad) · “…” – Mum
    bool attributed(Index mark, Quotation& quotation) const {
        if (mark < g_.count() && g_.is(mark, ".") && !g_.touches_next(mark)) ++mark;
        if (mark + 1 >= g_.count() || g_.who(mark + 1) == Person::nobody) return false;
        const bool last = mark + 2 >= g_.count() || g_.token(mark + 2).kind == TokenKind::punctuation;
        if (!last || (!g_.is(mark, "(") && !g_.is(mark, "-"))) return false;
        set(quotation, mark + 1);
        return true;
    }

    bool speaks(const Clause& clause) const {
        if (clause.verb.empty()) return false;
        if (g_.in(clause.verb_token, speech)) return true;
        for (Index i = clause.verb_token; i > clause.first_token; --i)
            if (g_.part(i - 1) == Part::verb && g_.in(i - 1, speech)) return true;
        return false;
    }

    /// Kai said “…” · Told me “…”
    bool said_before(const QuoteMarks& marks, Quotation& quotation) const {
        const Sentence& sentence = sentence_of(marks.open);
        const auto clauses = clauses_in(sentence.first_token, marks.open);
        for (std::size_t i = clauses.size(); i > 0; --i) {
            const Clause& clause = clauses[i - 1];
            if (!inside_[clause.first_token] && speaks(clause) && by_actor(clause, sentence, quotation))
                return true;
        }
        return false;
    }

    bool by_actor(const Clause& clause, const Sentence& sentence, Quotation& quotation) const {
        if (clause.actor.empty()) { // notes leave out the subject when it is the child
            if (clause.intended) return false;
            quotation.speaker = Speaker::child;
            quotation.speaker_words = clause.verb;
            return true;
        }
        const auto person = person_in(clause.actor, sentence.first_token, sentence.last_token);
        if (!person || !heads(*person, clause.actor)) return false;
        set(quotation, *person);
        return true;
    }

    /// Carer: “…” · Tegan's views: “…”
    bool labelled(const QuoteMarks& marks, Quotation& quotation) const {
        const Index begin = sentence_of(marks.open).first_token;
        for (Index i = marks.open; i > begin; --i) {
            const Index k = i - 1;
            if (inside_[k]) continue;
            const bool possessive =
                k + 1 < g_.count() && g_.who(k) != Person::nobody && g_.who(k) != Person::self &&
                std::ranges::binary_search(utterances, std::string_view{g_.token(k + 1).norm});
            const bool label = k + 1 < marks.open && g_.is(k + 1, ":") && g_.who(k) != Person::nobody;
            if (!possessive && !label) continue;
            set(quotation, k);
            return true;
        }
        return false;
    }

    /// He put “embarrassed” · Wants “a room of her own”
    bool inside_clause(const QuoteMarks& marks, Quotation& quotation) const {
        const Index last = std::min(marks.close, g_.count() - 1);
        for (const auto& clause :
             clauses_in(sentence_of(marks.open).first_token, sentence_of(last).last_token)) {
            const bool around = clause.first_token < marks.open && clause.last_token > marks.open;
            const bool beside = clause.last_token == marks.open || clause.last_token + 1 == marks.open ||
                                clause.first_token == marks.close + 1 ||
                                clause.first_token == marks.close + 2;
            const bool bare = beside && clause.actor.empty() &&
                              (clause.tense == Tense::present || clause.tense == Tense::past);
            if (clause.verb.empty() || (!around && !bare) || inside_[clause.first_token] || clause.passive)
                continue;
            if (by_actor(clause, sentence_of(marks.open), quotation)) return true;
        }
        return false;
    }

    /// The sentence before, where the quotation stands alone.
    void neighbour(const QuoteMarks& marks, Quotation& quotation) const {
        const Index begin = sentence_of(marks.open).first_token;
        if (begin != marks.open || begin == 0) return;
        const Sentence& before = sentence_of(begin - 1);
        const auto clauses = clauses_in(before.first_token, before.last_token);
        for (std::size_t i = clauses.size(); i > 0; --i) {
            const Clause& clause = clauses[i - 1];
            if (clause.verb.empty()) continue;
            if (clause.tense == Tense::past || clause.tense == Tense::present)
                by_actor(clause, before, quotation);
            return;
        }
    }

    const Grammar& g_;
    const Reading& reading_;
    std::vector<bool> inside_; // by token: within quotation marks
};

} // namespace

std::vector<Quotation> find_quotations(const Grammar& grammar) {
    const Reading& reading = grammar.reading();
    std::vector<Quotation> quotations;
    if (grammar.quotes().empty()) return quotations;
    const SpeakerFinder speakers{grammar};
    for (const auto& marks : grammar.quotes()) {
        Quotation quotation;
        const bool comma =
            marks.close > marks.open + 2 && grammar.is(marks.close - 1, ","); // “Leave me,” he said
        quotation.span = {reading.tokens[marks.open + 1].span.begin,
                          reading.tokens[marks.close - (comma ? 2 : 1)].span.end};
        speakers.find(marks, quotation);
        quotations.push_back(quotation);
    }
    return quotations;
}

} // namespace plumbline::text
