#include "report/json.hpp"

namespace plumbline::report {

namespace {

Json to_json(const judgement::Place& at) {
    return {{"id", at.id}, {"path", at.path}, {"line", at.line}, {"column", at.column}};
}

Json to_json(const judgement::Judgement& judgement) {
    Json json{{"rule", judgement.rule},           {"plugin", judgement.plugin},
              {"criterion", judgement.criterion}, {"outcome", judgement::to_word(judgement.outcome)},
              {"at", to_json(judgement.at)},      {"reason", judgement.reason}};
    if (judgement.failure != judgement::Failure::none)
        json["failure"] = judgement::to_word(judgement.failure);
    return json;
}

Json to_json(const judgement::Evidence& evidence) {
    return {{"text", evidence.text},
            {"line", evidence.line},
            {"column", evidence.column},
            {"length", evidence.length}};
}

Json to_json(const std::optional<judgement::Acceptance>& accepted) {
    if (!accepted) return nullptr;
    return {
        {"by", accepted->by}, {"reason", accepted->reason}, {"on", accepted->on}, {"until", accepted->until}};
}

/// `as_json` makes one value's object.
template <typename Value, typename Function>
Json list_of(const std::vector<Value>& values, Function as_json) {
    Json list = Json::array();
    for (const auto& value : values)
        list.push_back(as_json(value));
    return list;
}

Json to_json(const judgement::Finding& finding) {
    Json json{{"rule", finding.rule},
              {"plugin", finding.plugin},
              {"criterion", finding.criterion},
              {"outcome", judgement::to_word(finding.outcome)},
              {"priority", judgement::to_word(finding.priority)},
              {"at", to_json(finding.at)}};
    json["evidence"] = list_of(finding.evidence, [](const auto& value) { return to_json(value); });
    json["message"] = finding.message;
    json["advice"] = finding.advice;
    json["citations"] = list_of(finding.citations, [](const auto& value) { return report::to_json(value); });
    json["fingerprint"] = finding.fingerprint;
    json["accepted"] = to_json(finding.accepted);
    return json;
}

/// "not met" → "not_met": as the coverage's names are written.
std::string name_of(judgement::Outcome outcome) {
    std::string name(judgement::to_word(outcome));
    for (char& c : name)
        if (c == ' ') c = '_';
    return name;
}

Json to_json(const OutcomeCounts& counts) {
    Json json = Json::object();
    for (const auto outcome : all_outcomes)
        json[name_of(outcome)] = counts[outcome];
    return json;
}

Json to_json(const Summary::Criterion& criterion) {
    return {{"rule", criterion.rule},
            {"plugin", criterion.plugin},
            {"criterion", criterion.criterion},
            {"plans", to_json(criterion.plans)},
            {"nodes", to_json(criterion.nodes)}};
}

} // namespace

Json to_json(const judgement::Citation& citation) {
    return {{"document", citation.document},
            {"published", citation.published},
            {"paragraph", citation.paragraph},
            {"area", citation.area}};
}

Json to_json(const judgement::PlanResult& plan) {
    Json json{{"id", plan.id}};
    json["version"] = plan.version ? Json(*plan.version) : Json(nullptr);
    json["kind"] = plan.kind;
    json["team"] = plan.team;
    json["file"] = plan.file;
    json["line"] = plan.line;
    json["state"] = judgement::to_word(plan.state);
    json["reason"] = plan.reason;
    json["judgements"] = list_of(plan.judgements, [](const auto& value) { return to_json(value); });
    json["findings"] = list_of(plan.findings, [](const auto& value) { return to_json(value); });
    return json;
}

Json to_json(const Receipt& receipt) {
    Json json{{"plumbline", receipt.plumbline}, {"as_of", receipt.as_of}};
    json["rule_set"] = {
        {"id", receipt.rule_set}, {"title", receipt.rule_set_title}, {"hash", receipt.rule_set_hash}};
    json["plugins"] = Json::array();
    for (const auto& plugin : receipt.plugins)
        json["plugins"].push_back(
            Json{{"id", plugin.id}, {"version", plugin.version}, {"hash", plugin.hash}});
    json["calendar"] = receipt.calendar;
    json["settings"] = Json::object();
    for (const auto& [name, value] : receipt.settings)
        json["settings"][name] = value;
    json["inputs_hash"] = receipt.inputs_hash;
    return json;
}

Json to_json(const Summary& summary) {
    Json json{{"plans", summary.plans},
              {"judged", summary.judged},
              {"unreadable", summary.unreadable},
              {"skipped", summary.skipped},
              {"findings", summary.findings},
              {"accepted", summary.accepted},
              {"could_not_check", summary.could_not_check},
              {"failed_checks", summary.failed_checks}};
    json["outcomes"] = to_json(summary.outcomes);
    json["criteria"] = list_of(summary.criteria, [](const auto& value) { return to_json(value); });
    json["coverage"] = to_json(summary.coverage);
    return json;
}

Json to_json(const standard::Coverage& coverage) {
    return {{"areas", coverage.areas},
            {"checked", coverage.checked},
            {"partly", coverage.partly},
            {"needs_a_person", coverage.needs_a_person},
            {"not_in_a_plan", coverage.not_in_a_plan},
            {"unanswered", coverage.unanswered}};
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string dump_indented(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace plumbline::report
