#include "service/questions.hpp"

#include "report/weights.hpp"

#include <algorithm>
#include <tuple>

namespace plumbline::service {

namespace {

using judgement::Finding;

bool is_asked(const Finding& finding) {
    return !finding.accepted;
}

bool missed(const judgement::Judgement& judged) {
    return judged.outcome == judgement::Outcome::could_not_check;
}

bool failed(const judgement::Judgement& judged) {
    return judged.failure != judgement::Failure::none;
}

bool stands_before(const Finding* left, const Finding* right) {
    return std::tie(left->at.line, left->at.column) < std::tie(right->at.line, right->at.column);
}

} // namespace

std::string_view to_word(Outcome outcome) {
    switch (outcome) {
    case Outcome::clear:
        return "clear";
    case Outcome::questions:
        return "questions";
    case Outcome::could_not_judge:
        break;
    }
    return "could-not-judge";
}

Outcome outcome_of(const judgement::PlanResult& result) {
    const auto& judgements = result.judgements;
    if (result.state != judgement::State::judged || judgements.empty() ||
        std::any_of(judgements.begin(), judgements.end(), &failed))
        return Outcome::could_not_judge;
    if (std::any_of(result.findings.begin(), result.findings.end(), &is_asked)) return Outcome::questions;
    return std::any_of(judgements.begin(), judgements.end(), &missed) ? Outcome::could_not_judge
                                                                      : Outcome::clear;
}

Asker::Asker(const lua::Catalogue& catalogue) {
    for (const lua::Plugin& plugin : catalogue.plugins())
        for (const lua::Criterion& criterion : plugin.criteria)
            if (!criterion.question.empty()) questions_[{plugin.id, criterion.id}] = criterion.question;
}

const std::string& Asker::words_for(const Finding& finding) const {
    const auto found = questions_.find(std::pair{finding.plugin, finding.criterion});
    return found == questions_.end() ? finding.advice : found->second;
}

std::vector<Question> Asker::ask(const judgement::PlanResult& result) const {
    const report::Weights weights(result.findings);
    std::vector<const Finding*> findings;
    for (const Finding& finding : result.findings)
        if (is_asked(finding)) findings.push_back(&finding);
    std::stable_sort(findings.begin(), findings.end(), &stands_before);

    std::vector<Question> questions;
    for (const Finding* finding : findings) {
        const std::string& words = words_for(*finding);
        auto same = std::find_if(questions.begin(), questions.end(),
                                 [&](const Question& other) { return other.text == words; });
        if (same == questions.end()) same = questions.insert(same, Question{words, {}, finding});
        same->findings.push_back(finding);
        if (weights.heavier(*finding, *same->weightiest)) same->weightiest = finding;
    }
    std::stable_sort(questions.begin(), questions.end(), [&](const Question& left, const Question& right) {
        return weights.heavier(*left.weightiest, *right.weightiest);
    });
    if (questions.size() > most_questions) questions.resize(most_questions);
    return questions;
}

} // namespace plumbline::service
