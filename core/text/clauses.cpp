#include "text/clauses.hpp"

#include "text/conditions.hpp"
#include "text/grammar.hpp"
#include "text/roles.hpp"

#include <algorithm>
#include <array>

// Clauses are built around predicates: a sentence is parted at its strong marks, then between each two
// predicates at the joint that fits best, then each part's actor, object, time and amount are looked for.

namespace plumbline::text {
namespace {

constexpr Index longest_aside = 5; // words in brackets that are read over

class ClauseFinder {
public:
    ClauseFinder(Grammar& grammar, std::uint32_t sentence, std::vector<Clause>& clauses)
        : g_{grammar}, sentence_{sentence}, clauses_{clauses},
          begin_{grammar.reading().sentences[sentence].first_token},
          end_{grammar.reading().sentences[sentence].last_token}, roles_{grammar, clauses} {}

    void run() {
        tag(g_, g_.reading().sentences[sentence_]);
        const std::size_t first_clause = clauses_.size();
        mark_asides();
        mark_quoted();
        for (Index at = after_list_mark(); at < end_;) {
            Index last = at;
            while (last < end_ && !parts(last))
                ++last;
            const std::size_t before = clauses_.size();
            part(at, last);
            if (last < end_ && (g_.is(last, "=") || g_.is(last, "→"))) left_of_arrow(before);
            roles_.after_mark(last < end_ ? g_.token(last).norm : "", at, last);
            at = last + 1;
        }
        questioned(first_clause);
        told(first_clause);
    }

private:
    /// "1. Ring GP", "b) book test": the mark of a list says nothing.
    Index after_list_mark() const {
        if (begin_ + 2 >= end_ || g_.token(begin_).kind == TokenKind::punctuation) return begin_;
        const bool marked = (g_.is(begin_ + 1, ".") || g_.is(begin_ + 1, ")")) && g_.touches_next(begin_);
        return marked && g_.token(begin_).norm.size() <= 2 ? begin_ + 2 : begin_;
    }

    /// Brackets around a few words without a predicate belong to what stands before them.
    void mark_asides() {
        for (Index i = begin_; i < end_; ++i) {
            if (!g_.is(i, "(") || i == begin_) continue;
            Index close = i + 1;
            while (close < end_ && !g_.is(close, ")"))
                ++close;
            if (close == end_ || close - i - 1 > longest_aside || !find_predicates(g_, i + 1, close).empty())
                continue;
            for (Index k = i; k <= close; ++k)
                g_.set_aside(k);
        }
    }

    /// Quotation marks part a sentence where a statement stands between them: not around "a brick on my
    /// chest".
    void mark_quoted() {
        quoted_statement_.assign(end_ - begin_, false);
        for (const auto& [open, close] : g_.quotes_around(begin_, end_)) {
            if (close < begin_ || open >= end_) continue;
            const bool whole = open >= begin_ && close < end_;
            if (whole && find_predicates(g_, open + 1, close).empty()) continue;
            if (open >= begin_) quoted_statement_[open - begin_] = true;
            if (close < end_ && close >= begin_) quoted_statement_[close - begin_] = true;
        }
    }

    /// A mark that always parts: not a comma, an apostrophe or a slash.
    bool parts(Index i) const {
        if (g_.token(i).kind != TokenKind::punctuation || g_.aside(i)) return false;
        if (g_.quote_mark(i)) return quoted_statement_[i - begin_];
        const std::string& mark = g_.token(i).norm;
        if (mark == "-")
            return i == begin_ || !(joined_by(i) || (number(i - 1) && i + 1 < end_ && number(i + 1)));
        static constexpr std::array<std::string_view, 14> marks{"!", "(", ")", ".", ":", ";", "=",
                                                                "?", "[", "]", "…", "→", "•", "*"};
        return std::ranges::find(marks, mark) != marks.end();
    }
    /// "Mon–Wed", "mother–baby unit"
    bool joined_by(Index i) const { return g_.touches_next(i) && g_.touches_next(i - 1); }
    bool number(Index i) const { return g_.part(i) == Part::number; }

    void left_of_arrow(std::size_t from) {
        for (std::size_t i = from; i < clauses_.size(); ++i)
            clauses_[i].condition = true;
    }

    /// "Mum in hospital again? Uncle Raj moves in." – a question in the form of a statement, with something
    /// after it.
    void questioned(std::size_t from) {
        if (!g_.is(end_ - 1, "?") || from == clauses_.size() || end_ == g_.count()) return;
        const Token& first = g_.token(begin_);
        const Part part = g_.part(begin_);
        const bool asks = part == Part::modal || part == Part::be || part == Part::do_ ||
                          part == Part::have || part == Part::relative || part == Part::mark ||
                          first.norm == "what" || first.norm == "how" || first.norm == "why" ||
                          first.norm == "which" || first.norm == "when" || first.norm == "where" ||
                          first.norm == "who" || first.norm == "whose";
        if (!asks) clauses_[from].condition = true;
    }

    /// "When we read it to him he took a word out": what happened, not what shall apply.
    void told(std::size_t from) {
        const auto past = [](const Clause& clause) {
            return !clause.condition && clause.tense == Tense::past && !clause.passive;
        };
        if (std::none_of(clauses_.begin() + static_cast<std::ptrdiff_t>(from), clauses_.end(), past)) return;
        for (std::size_t i = from; i < clauses_.size(); ++i)
            if (g_.is(clauses_[i].first_token, "when") || g_.is(clauses_[i].first_token, "once"))
                clauses_[i].condition = false;
    }

    /// The clauses of one part of the sentence, without strong marks.
    void part(Index begin, Index end) {
        while (begin < end && (g_.is(begin, ",") || g_.part(begin) == Part::mark))
            ++begin;
        if (begin == end) return;
        auto predicates = without_idle(find_predicates(g_, begin, end));
        std::vector<Index> cuts{begin};
        cut_conditions(begin, end, predicates, cuts);
        for (std::size_t i = 0; i + 1 < predicates.size(); ++i)
            cuts.push_back(joint(g_, begin, predicates[i], predicates[i + 1]));
        std::ranges::sort(cuts);
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        std::size_t next = 0;
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const Index from = cuts[i], to = i + 1 < cuts.size() ? cuts[i + 1] : end;
            const Predicate* predicate = nullptr;
            while (next < predicates.size() && predicates[next].main < to) {
                if (!predicate || predicate->weak) predicate = &predicates[next];
                ++next;
            }
            add(begin, from, to, predicate);
        }
    }

    bool joins(Index i) const {
        const Part p = g_.part(i);
        return g_.is(i, ",") || p == Part::conjunction || p == Part::subordinator || p == Part::relative;
    }

    /// "Mum and Dad covering …": an "and" that only joins what it stands between.
    bool joins_nouns(Index i, Index from, Index to) const {
        return g_.part(i) == Part::conjunction && i > from && i + 1 < to && g_.nominal(i - 1) &&
               g_.nominal(i + 1);
    }

    /// A lone participle beside a full predicate only modifies: "to get the form signed".
    std::vector<Predicate> without_idle(std::vector<Predicate> predicates) const {
        const auto parted = [&](Index from, Index to) {
            for (Index i = from; i < to; ++i)
                if (joins(i) && !joins_nouns(i, from, to)) return true;
            return false;
        };
        std::vector<Predicate> kept;
        for (std::size_t i = 0; i < predicates.size(); ++i) {
            const bool after = i > 0 && !parted(predicates[i - 1].end, predicates[i].first);
            const bool before = i + 1 < predicates.size() && !predicates[i + 1].weak &&
                                !parted(predicates[i].end, predicates[i + 1].first);
            if (predicates[i].weak && !predicates[i].negated && (after || before)) continue;
            kept.push_back(predicates[i]);
        }
        return kept;
    }

    /// Parts off what sets a condition without a predicate: "in the event of a breakdown Nan …".
    void cut_conditions(Index begin, Index end, const std::vector<Predicate>& predicates,
                        std::vector<Index>& cuts) const {
        for (Index i = begin; i < end; ++i) {
            const bool phrase = condition_phrase_end(g_, i, end) > i;
            const bool short_if = !phrase && opens_condition(g_, i, end);
            if (!phrase && !short_if) continue;
            if (i > begin) cuts.push_back(with_words_before(begin, i));
            const auto next =
                std::ranges::find_if(predicates, [&](const Predicate& p) { return p.first > i; });
            const Index bound = next == predicates.end() ? end : next->first;
            Index comma = i;
            while (comma < bound && !g_.is(comma, ","))
                ++comma;
            if (comma < bound && (phrase || comma_ends(i, comma)))
                cuts.push_back(comma + 1);
            else if (!phrase && next != predicates.end() && next + 1 == predicates.end())
                cut_rest(next->end, end, cuts);
            else if (phrase && next != predicates.end() && bound > i) {
                const Range subject = noun_phrase_before(g_, i, bound);
                if (!subject.empty() && stands_alone(i, subject.begin) && g_.somebody(subject.begin))
                    cuts.push_back(subject.begin);
                else if (subject.empty() && g_.part(i) == Part::adverb)
                    cuts.push_back(i + 1);
            }
        }
    }

    /// Whether a phrase that opens at `i` is whole before `subject`: "otherwise Nan …", not "in the event Nan
    /// …".
    bool stands_alone(Index i, Index subject) const {
        const Index phrase = condition_phrase_end(g_, i, subject);
        static constexpr std::array<std::string_view, 7> whole{"otherwise", "else",   "that",       "this",
                                                               "emergency", "crisis", "emergencies"};
        return phrase < subject || std::ranges::find(whole, g_.token(phrase - 1).norm) != whole.end();
    }

    /// "even if", "as and when"
    Index with_words_before(Index begin, Index i) const {
        if (i > begin + 1 && g_.is(i - 1, "and") && (g_.is(i - 2, "as") || g_.is(i - 2, "if"))) return i - 2;
        return g_.is(i - 1, "even") || g_.is(i - 1, "only") || g_.is(i - 1, "especially") ? i - 1 : i;
    }

    /// "If neither assessment is positive, adoption": what follows without a predicate.
    void cut_rest(Index from, Index end, std::vector<Index>& cuts) const {
        for (Index i = from; i < end; ++i)
            if (g_.is(i, ",")) {
                if (i + 1 < end && g_.part(i + 1) != Part::conjunction) cuts.push_back(i + 1);
                return;
            }
    }

    /// "If needed, …", "If not, …"
    bool comma_ends(Index at, Index comma) const { return comma - at <= 4; }

    void add(Index part_begin, Index from, Index to, const Predicate* predicate) {
        while (from < to && (g_.part(from) == Part::mark || g_.aside(from)))
            ++from; // also "(a)"
        while (to > from &&
               ((g_.part(to - 1) == Part::mark && !g_.aside(to - 1)) || g_.part(to - 1) == Part::conjunction))
            --to;
        if (from == to) return;
        Clause clause;
        clause.span = {g_.token(from).span.begin, g_.token(to - 1).span.end};
        clause.sentence = sentence_;
        clause.first_token = from;
        clause.last_token = to;
        roles_.fill(clause, predicate, from == part_begin);
        clauses_.push_back(clause);
    }

    Grammar& g_;
    std::uint32_t sentence_;
    std::vector<Clause>& clauses_;
    Index begin_, end_;
    Roles roles_;
    std::vector<bool> quoted_statement_; // by token of the sentence: a quotation mark that parts
};

} // namespace

std::vector<Clause> find_clauses(Grammar& grammar) {
    std::vector<Clause> clauses;
    for (std::uint32_t i = 0; i < grammar.reading().sentences.size(); ++i)
        ClauseFinder{grammar, i, clauses}.run();
    return clauses;
}

} // namespace plumbline::text
