#include "service/answer.hpp"

#include "base/hash.hpp"
#include "report/json.hpp"
#include "report/summary.hpp"

#include <algorithm>

namespace plumbline::service {

namespace {

using judgement::Finding;
using report::Json;

constexpr std::size_t most_quotes = 3; // shown with a question; the findings beneath have them all

/// The words that the finding is about, or only its place where there are none.
Json quote_of(const Finding& finding) {
    if (finding.evidence.empty())
        return {
            {"quote", ""}, {"line", finding.at.line}, {"column", finding.at.column}, {"id", finding.at.id}};
    const judgement::Evidence& evidence = finding.evidence.front();
    return {{"quote", evidence.text},
            {"line", evidence.line},
            {"column", evidence.column},
            {"id", finding.at.id}};
}

Json question_object(const Question& question) {
    const Finding& finding = *question.weightiest;
    Json json{{"question", question.text},
              {"check", finding.plugin + '/' + finding.criterion},
              {"outcome", judgement::to_word(finding.outcome)},
              {"priority", judgement::to_word(finding.priority)},
              {"advice", finding.advice}};
    json["about"] = Json::array();
    for (std::size_t i = 0; i < std::min(most_quotes, question.findings.size()); ++i)
        json["about"].push_back(quote_of(*question.findings[i]));
    json["findings"] = Json::array();
    for (const Finding* one : question.findings)
        json["findings"].push_back(one->fingerprint);
    return json;
}

void add_new(Json& list, Json object) {
    if (std::find(list.begin(), list.end(), object) == list.end()) list.push_back(std::move(object));
}

/// Each check that could not be judged, with its reason, once however many nodes it is about.
Json missed_list(const judgement::PlanResult& result) {
    Json list = Json::array();
    if (result.state != judgement::State::judged) list.push_back({{"check", ""}, {"reason", result.reason}});
    for (const judgement::Judgement& judged : result.judgements)
        if (judged.outcome == judgement::Outcome::could_not_check)
            add_new(list, {{"check", judged.plugin + '/' + judged.criterion}, {"reason", judged.reason}});
    return list;
}

std::string inputs_hash(const std::string& plan) {
    Hash hash; // as of a batch of one
    hash.add(sha256(plan));
    return hash.digest();
}

Json receipt_object(const Request& request, const Edition& edition) {
    report::Receipt receipt = edition.receipt(request.as_of);
    receipt.inputs_hash = inputs_hash(request.plan);
    Json json = report::to_json(receipt);
    json["fingerprint"] = edition.fingerprint();
    return json;
}

} // namespace

Answer answer_to(const Request& request, const judgement::PlanResult& result, const Edition& edition) {
    Answer answer;
    answer.outcome = outcome_of(result);
    Json json{{"schema", report::schema_name}, {"mode", to_word(request.mode)}};
    if (request.mode == Mode::sign_off) {
        json["outcome"] = to_word(answer.outcome);
        json["questions"] = Json::array();
        for (const Question& question : edition.asker().ask(result))
            json["questions"].push_back(question_object(question));
        json["could_not_judge"] = missed_list(result);
    }
    json["plans"] = Json::array();
    json["plans"].push_back(report::to_json(result));
    if (request.mode == Mode::audit) {
        report::Summary summary(edition.rule_set());
        summary.add(result);
        json["summary"] = report::to_json(summary);
    }
    json["receipt"] = receipt_object(request, edition);
    answer.json = report::dump(json) + '\n';
    if (result.state == judgement::State::unreadable)
        answer.problems = plan::read(input_of(request.plan).source).errors;
    return answer;
}

} // namespace plumbline::service
