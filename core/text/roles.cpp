#include "text/roles.hpp"

#include "text/conditions.hpp"

#include <algorithm>
#include <ranges>

namespace plumbline::text {

Span Roles::span(Range range) const {
    if (range.empty()) return {};
    return {g_.token(range.begin).span.begin, g_.token(range.end - 1).span.end};
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
    const Range time = find_time(g_, clause.first_token, clause.last_token);
    const Range amount = find_amount(g_, clause.first_token, clause.last_token);
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
    clause.negated = denies(clause, predicate);
    clause.condition = sets_condition(clause, predicate);
    if (clause.condition && !(predicate && predicate->tense == Tense::future)) clause.intended = false;
}

void Roles::subject(Clause& clause, const Predicate& predicate, bool opens) const {
    Index from = clause.first_token;
    // "he'll ring": the pronoun carries the auxiliary
    const Range before = noun_phrase_before(g_, from, predicate.first);
    clause.actor = span(before);
    const Part first = g_.part(from);
    if (before.empty() && first == Part::relative && !g_.is(from, "where")) clause.actor = antecedent(from);
    const bool own = !clause.actor.empty();
    if (!own && opens && !label_.empty()) clause.actor = label_;
    if (!own && !opens) inherit(clause, predicate);
    settle_tense(clause, predicate, own || (opens && !label_.empty()), opens);
}

/// Who "who" stands for: the noun phrase before it.
Span Roles::antecedent(Index relative) const {
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
            !named.empty() && (g_.somebody(named.end - 1) || g_.part(named.end - 1) == Part::pronoun);
        if (somebody)
            clause.actor = span(named);
        else
            clause.actor = before->actor;
        clause.intended = somebody && directed && before->intended;
        return;
    }
    clause.actor = before->actor;
    if (predicate.tense == Tense::none) {
        clause.tense = before->tense;
        clause.intended = before->intended;
    }
    if (predicate.tense == Tense::infinitive) clause.intended = before->intended;
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
    if (predicate.tense != Tense::none || predicate.inverted) return;
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
        const bool acts = std::ranges::any_of(std::views::iota(agent.begin, agent.end), [&](Index k) {
            return g_.who(k) != Person::nobody || g_.part(k) == Part::name;
        });
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
        if (!amount.empty() && end == amount.begin && end > begin && g_.in(amount.begin, frequency)) break;
        if (g_.part(end) == Part::mark && !g_.aside(end) && !g_.is(end, "'") && !g_.is(end, "/")) break;
        if (g_.part(end) == Part::subordinator) break;
    }
    while (end > begin && (g_.part(end - 1) == Part::preposition || g_.part(end - 1) == Part::conjunction ||
                           g_.part(end - 1) == Part::adverb))
        --end;
    if (begin < end && !time.empty() && time.begin <= begin && end <= time.end) return {};
    const bool names = std::any_of(
        g_.reading().tokens.begin() + begin, g_.reading().tokens.begin() + end, [](const Token& token) {
            return token.part == Part::noun || token.part == Part::name || token.part == Part::pronoun ||
                   token.part == Part::verb || token.part == Part::adjective || token.part == Part::number;
        });
    return names ? Range{begin, end} : Range{};
}

bool Roles::sets_condition(const Clause& clause, const Predicate* predicate) const {
    Index first = clause.first_token;
    while (first < clause.last_token &&
           (g_.part(first) == Part::conjunction || g_.part(first) == Part::adverb) &&
           condition_phrase_end(g_, first, clause.last_token) == first)
        ++first;
    if (first == clause.last_token) return false;
    if (condition_phrase_end(g_, first, clause.last_token) > first) return true;
    if (predicate && predicate->inverted)
        return g_.is(first, "should") || g_.is(first, "had") || g_.is(first, "were");
    if (!opens_condition(g_, first, clause.last_token)) return false;
    const bool when =
        g_.is(first, "when") || g_.is(first, "once") || g_.is(first, "whenever") || g_.is(first, "where");
    if (!when) return true;
    return predicate && predicate->tense != Tense::past;
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
        // "no later than", "no more than" bound an amount and deny nothing
        if (i + 1 < clause.last_token &&
            (g_.is(i + 1, "later") || g_.is(i + 1, "more") || g_.is(i + 1, "less") || g_.is(i + 1, "fewer")))
            continue;
        return true;
    }
    return denied;
}

} // namespace plumbline::text
