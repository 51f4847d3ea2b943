#include "text/roles.hpp"

#include "text/conditions.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace plumbline::text {

Span Roles::span(Range range) const {
    if (range.empty()) return {};
    return {g_.token(range.begin).span.begin, g_.token(range.end - 1).span.end};
}

/// A noun phrase without what the apostrophe at its end adds: "she'll" → she.
Span Roles::noun_span(Range range) const {
    Span words = span(range);
    if (!range.empty()) words.end = clitic_begin(range.end - 1);
    return words;
}

/// Where the "'ll" of "she'll" begins; the token's end when it has none.
std::uint32_t Roles::clitic_begin(Index i) const {
    const Token& token = g_.token(i);
    if (g_.word(i).clitic == Clitic::none) return token.span.end;
    const auto written = token.span.of(g_.reading().text);
    for (std::size_t at = written.size(); at > 0; --at)
        if (char_at(written, at - 1).apostrophe())
            return token.span.begin + static_cast<std::uint32_t>(at - 1);
    return token.span.end;
}

void Roles::after_mark(std::string_view mark, Index begin, Index end) {
    if (mark != ":" && mark != "-") {
        if (mark != "," && mark != "\"") label_ = {};
        return;
    }
    if (begin == end || end - begin > 4 || (previous() && !previous()->verb.empty())) return;
    const Range named = noun_phrase_before(g_, begin, end);
    if (!named.empty() && g_.somebody(named.end - 1)) label_ = span(named);
}

void Roles::fill(Clause& clause, const Predicate* predicate, bool opens) {
    Index first = clause.first_token; // "until his rights are exhausted" tells time by its whole clause
    if (predicate && g_.part(first) == Part::preposition && g_.in(first, reaching) &&
        first + 1 < predicate->first) {
        const Range all = noun_phrase_before(g_, first + 1, predicate->first);
        if (all.begin == first + 1) first = all.end;
    }
    Range time = find_time(g_, first, clause.last_token);
    const Range amount = find_amount(g_, clause.first_token, clause.last_token);
    if (!time.empty() && amount.begin < time.end && time.end < amount.end && time.begin < amount.begin)
        time = find_time(g_, amount.end, clause.last_token); // "for 10 hrs a month"
    clause.time = span(time);
    clause.amount = span(amount);
    if (predicate) {
        clause.verb = span({predicate->first, predicate->end});
        clause.verb_token = predicate->main;
        clause.tense = predicate->tense;
        clause.intended = predicate->intended;
        clause.passive = predicate->passive;
        subject(clause, *predicate, opens);
        const Range object_words = object(clause, predicate->end, time, amount);
        if (!clause.passive)
            clause.object = span(object_words);
        else
            passive(clause, *predicate);
    } else {
        clause.object = span(object(clause, clause.first_token, time, amount));
    }
    // "It was agreed that Dad would …"
    if (predicate && !opens && previous() && !previous()->verb.empty() &&
        g_.in(previous()->verb_token, intending) && g_.is(predicate->first, "would"))
        clause.intended = true;
    clause.negated = denies(clause, predicate);
    clause.condition = sets_condition(clause, predicate);
    if (clause.condition && !(predicate && predicate->tense == Tense::future)) clause.intended = false;
}

void Roles::subject(Clause& clause, const Predicate& predicate, bool opens) const {
    Index from = clause.first_token;
    if (g_.part(from) == Part::preposition && g_.in(from, reaching) &&
        noun_phrase_before(g_, from + 1, predicate.first).begin == from + 1)
        ++from;
    // "he'll ring": the pronoun carries the auxiliary
    const bool pronoun_only = predicate.contracted && g_.word(predicate.first).clitic != Clitic::none;
    Range before = noun_phrase_before(g_, from, predicate.first + (pronoun_only ? 1 : 0), true);
    if (!names(before)) before = {};
    clause.actor = noun_span(before);
    if (predicate.first > from && predicate.contracted) clause.verb.begin = clitic_begin(predicate.first - 1);
    if (pronoun_only) clause.verb.begin = clitic_begin(predicate.first);
    const Part first = g_.part(from);
    if (before.empty() && first == Part::relative && !g_.is(from, "where")) {
        clause.actor = antecedent(from);
        if (clause.actor.empty()) clause.actor = noun_span({from, from + 1});
    }
    const bool own = !clause.actor.empty();
    if (!own && opens && !label_.empty()) clause.actor = label_;
    if (!own && !opens) inherit(clause, predicate);
    settle_tense(clause, predicate, own || (opens && !label_.empty()), opens);
}

/// Whether a noun phrase has something that can act; "hard to settle" has not.
bool Roles::names(Range range) const {
    for (Index i = range.begin; i < range.end; ++i)
        if (g_.nominal(i) && g_.part(i) != Part::adjective) return true;
    return false;
}

/// Who "who" stands for: the noun phrase before it.
Span Roles::antecedent(Index relative) const {
    if (g_.is(relative, "what") || g_.is(relative, "whatever")) return span({relative, relative + 1});
    const Index begin = previous() ? previous()->first_token : 0;
    Index end = relative;
    while (end > begin && g_.part(end - 1) == Part::mark)
        --end;
    return span(noun_phrase_before(g_, begin, end));
}

/// "SW to visit and report", "ask Mum to ring": the actor, and what a bare verb means, come from the clause
/// before.
void Roles::inherit(Clause& clause, const Predicate& predicate) const {
    const Clause* const before = previous();
    if (!before || before->verb.empty()) return;
    if (predicate.tense == Tense::infinitive && g_.part(clause.first_token) == Part::to) {
        const bool directed = !before->object.empty() && g_.in(before->verb_token, directing);
        const Range named = noun_phrase_before(g_, before->verb_token + 1, clause.first_token);
        const bool somebody =
            !named.empty() && (g_.somebody(named.end - 1) || g_.part(named.end - 1) == Part::pronoun ||
                               g_.part(named.end - 1) == Part::name);
        if (somebody)
            clause.actor = span(named);
        else
            clause.actor = before->actor;
        const bool meant =
            somebody && named.begin > 0 && g_.is(named.begin - 1, "for") && before->tense == Tense::present;
        clause.intended =
            meant || (somebody && directed && before->intended); // "the plan is for Kai to move"
        return;
    }
    // "If required, refer to Early Help": an order of its own
    if (predicate.tense == Tense::none && before->condition &&
        g_.part(clause.first_token) != Part::conjunction)
        return;
    const Clause& model = predicate.tense == Tense::none ? order_before() : main_before();
    clause.actor = model.actor;
    if (predicate.tense == Tense::none) {
        clause.tense = model.tense;
        clause.intended = model.intended;
    }
    if (predicate.tense == Tense::infinitive) clause.intended = before->intended;
}

/// The clause before, over those inside others: "Chair said they'd be noted and thanked them".
const Clause& Roles::main_before() const {
    for (std::size_t i = earlier_.size(); i > first_; --i)
        if (!embedded(earlier_[i - 1])) return earlier_[i - 1];
    return earlier_.back();
}

/// What somebody says or knows, or what a "who" adds.
bool Roles::embedded(const Clause& clause) const {
    const Index first = clause.first_token;
    const Part part = g_.part(first);
    if (part == Part::relative || g_.is(first, "that") || g_.is(first, "how") || g_.is(first, "why") ||
        g_.is(first, "whether"))
        return true;
    if (first == 0 || !g_.nominal(first)) return false;
    const Part before = g_.part(first - 1);
    if (before == Part::mark || before == Part::conjunction || &clause == &earlier_[first_]) return false;
    return !(&clause - 1)->condition;
}

/// The clause that a bare verb goes on from: "Carers to ask what she wants and write it down" goes on from
/// "to ask".
const Clause& Roles::order_before() const {
    for (std::size_t i = earlier_.size(); i > first_; --i) {
        const Clause& clause = earlier_[i - 1];
        if (clause.verb.empty()) continue;
        if (clause.tense == Tense::infinitive || clause.tense == Tense::imperative ||
            clause.tense == Tense::future)
            return clause;
    }
    return earlier_.back();
}

void Roles::settle_tense(Clause& clause, const Predicate& predicate, bool has_subject, bool opens) const {
    const bool joined = !opens && g_.part(clause.first_token) != Part::to;
    if (predicate.tense == Tense::infinitive) {
        if (has_subject || (opens && !has_subject))
            clause.intended = true;
        else if (joined && previous() && previous()->tense == Tense::infinitive)
            clause.intended = previous()->intended;
        return;
    }
    if (predicate.inverted) return;
    if (!has_subject && opens && g_.part(predicate.first) == Part::do_ &&
        g_.token(predicate.first).norm.starts_with("do") &&
        !g_.token(predicate.first).norm.starts_with("does") &&
        predicate.main > predicate.first) { // "Don't leave"
        clause.tense = Tense::imperative;
        clause.intended = true;
    }
    if (predicate.tense != Tense::none) return;
    if (has_subject)
        clause.tense = Tense::present;
    else if (clause.tense == Tense::none) {
        clause.tense = Tense::imperative;
        clause.intended = true;
    }
}

/// "form to be completed by HV": the actor is the HV, the form is what is acted on.
void Roles::passive(Clause& clause, const Predicate& predicate) const {
    clause.object = clause.actor;
    clause.actor = {};
    for (Index i = predicate.end; i + 1 < clause.last_token; ++i) {
        if (!g_.is(i, "by")) continue;
        Index end = i + 1;
        while (end < clause.last_token &&
               (g_.nominal(end) || g_.aside(end) || g_.is(end, "/") || g_.is(end, "and") || g_.is(end, "&")))
            ++end;
        while (end > i + 1 && !g_.noun_like(end - 1))
            --end;
        const Range agent{i + 1, end};
        bool acts = false;
        for (Index k = agent.begin; k < agent.end; ++k)
            acts = acts || g_.who(k) != Person::nobody || g_.part(k) == Part::name;
        const bool when = find_time(g_, i, end).begin == i && !find_time(g_, i, end).empty();
        if (acts && !when) {
            clause.actor = span(agent);
            return;
        }
    }
}

/// What follows the verb, up to when and how much or a new part of the sentence.
Range Roles::object(const Clause& clause, Index from, Range time, Range amount) const {
    Index begin = from;
    while (begin < clause.last_token &&
           (g_.part(begin) == Part::adverb || g_.part(begin) == Part::mark ||
            g_.part(begin) == Part::subordinator || g_.part(begin) == Part::conjunction))
        ++begin;
    Index end = begin;
    for (; end < clause.last_token; ++end) {
        if (!time.empty() && end == time.begin) break;
        if (!amount.empty() && end == amount.begin && how_often(end)) break;
        if (g_.part(end) == Part::mark && !g_.aside(end) && !g_.is(end, "'") && !g_.is(end, "/") &&
            !lists(end, begin, clause.last_token))
            break;
        if (g_.part(end) == Part::subordinator) break;
    }
    while (end > begin && (g_.part(end - 1) == Part::preposition || g_.part(end - 1) == Part::conjunction ||
                           g_.part(end - 1) == Part::adverb))
        --end;
    if (begin < end && !time.empty() && time.begin <= begin && end <= time.end) return {};
    const bool names = std::any_of(
        g_.reading().tokens.begin() + begin, g_.reading().tokens.begin() + end, [](const Token& token) {
            return token.part == Part::noun || token.part == Part::name || token.part == Part::pronoun ||
                   token.part == Part::verb || token.part == Part::adjective || token.part == Part::number ||
                   (token.part == Part::determiner && token.norm != "no");
        });
    return names ? Range{begin, end} : Range{};
}

/// Whether an amount that begins here says how often, not how many things.
bool Roles::how_often(Index i) const {
    return g_.in(i, frequency) || g_.is(i, "every") || g_.is(i, "each") || g_.is(i, "once") ||
           g_.is(i, "twice") || g_.is(i, "alternate");
}

/// "Alesha, Tommy and the baby": a comma inside a list.
bool Roles::lists(Index i, Index begin, Index end) const {
    return g_.is(i, ",") && i > begin && i + 1 < end && g_.nominal(i - 1) && g_.nominal(i + 1);
}

bool Roles::sets_condition(const Clause& clause, const Predicate* predicate) const {
    Index first = clause.first_token;
    while (first < clause.last_token &&
           (g_.part(first) == Part::conjunction || g_.part(first) == Part::adverb) &&
           condition_phrase_end(g_, first, clause.last_token) == first)
        ++first;
    if (first + 2 < clause.last_token && g_.is(first, "as") && g_.is(first + 1, "and"))
        first += 2; // as and when
    if (first == clause.last_token) return false;
    if (condition_phrase_end(g_, first, clause.last_token) > first) return true;
    if (predicate && predicate->inverted)
        return g_.is(first, "should") || g_.is(first, "had") || g_.is(first, "were");
    // "If Mum drinks and Nan is away": the condition goes on
    if (first > clause.first_token && g_.part(clause.first_token) == Part::conjunction && predicate &&
        previous() && previous()->condition && previous()->last_token == clause.first_token &&
        previous()->tense == predicate->tense)
        return true;
    if (!opens_condition(g_, first, clause.last_token)) return false;
    const bool when =
        g_.is(first, "when") || g_.is(first, "once") || g_.is(first, "whenever") || g_.is(first, "where");
    if (!when) return true;
    return predicate && (predicate->tense != Tense::past || predicate->weak);
}

bool Roles::denies(const Clause& clause, const Predicate* predicate) const {
    bool denied = predicate && predicate->negated;
    const auto says_no = [&](Index i) {
        return g_.in(i, negative) && g_.part(i) != Part::modal && g_.part(i) != Part::have &&
               g_.part(i) != Part::be && g_.part(i) != Part::do_;
    };
    for (Index i = clause.first_token; i < clause.last_token; ++i) {
        if (predicate && i >= predicate->first && i < predicate->end) continue;
        if (!says_no(i) || g_.is(i, "without") || g_.aside(i)) continue;
        if (i > clause.first_token && g_.part(i - 1) == Part::preposition) continue; // "with no head"
        // "no later than", "no more than" bound an amount and deny nothing
        if (i + 1 < clause.last_token &&
            (g_.is(i + 1, "later") || g_.is(i + 1, "more") || g_.is(i + 1, "less") || g_.is(i + 1, "fewer")))
            continue;
        return true;
    }
    return denied;
}

} // namespace plumbline::text
