#include "report/json.hpp"

namespace plumbline::report {

namespace {

/// An object written field by field: nothing is looked up or copied, which counts for a batch's judgements.
class Object {
public:
    Object& with(const char* name, Json value) {
        fields_.emplace_back(name, std::move(value));
        return *this;
    }
    Json take() { return Json(std::move(fields_)); }

private:
    Json::object_t fields_;
};

/// `as_json` makes one value's object.
template <typename Value, typename Function>
Json list_of(const std::vector<Value>& values, Function as_json) {
    Json::array_t list;
    list.reserve(values.size());
    for (const auto& value : values)
        list.push_back(as_json(value));
    return Json(std::move(list));
}

Json place(const judgement::Place& at) {
    return Object()
        .with("id", at.id)
        .with("path", at.path)
        .with("line", at.line)
        .with("column", at.column)
        .take();
}

Json judgement_object(const judgement::Judgement& judgement) {
    Object object;
    object.with("rule", judgement.rule)
        .with("plugin", judgement.plugin)
        .with("criterion", judgement.criterion)
        .with("outcome", judgement::to_word(judgement.outcome))
        .with("at", place(judgement.at))
        .with("reason", judgement.reason);
    if (judgement.failure != judgement::Failure::none)
        object.with("failure", judgement::to_word(judgement.failure));
    return object.take();
}

Json evidence_object(const judgement::Evidence& evidence) {
    return Object()
        .with("text", evidence.text)
        .with("line", evidence.line)
        .with("column", evidence.column)
        .with("length", evidence.length)
        .take();
}

Json acceptance_object(const std::optional<judgement::Acceptance>& accepted) {
    if (!accepted) return nullptr;
    return Object()
        .with("by", accepted->by)
        .with("reason", accepted->reason)
        .with("on", accepted->on)
        .with("until", accepted->until)
        .take();
}

Json finding_object(const judgement::Finding& finding) {
    return Object()
        .with("rule", finding.rule)
        .with("plugin", finding.plugin)
        .with("criterion", finding.criterion)
        .with("outcome", judgement::to_word(finding.outcome))
        .with("priority", judgement::to_word(finding.priority))
        .with("at", place(finding.at))
        .with("evidence", list_of(finding.evidence, evidence_object))
        .with("message", finding.message)
        .with("advice", finding.advice)
        .with("citations", list_of(finding.citations, [](const auto& citation) { return to_json(citation); }))
        .with("fingerprint", finding.fingerprint)
        .with("accepted", acceptance_object(finding.accepted))
        .take();
}

/// "not met" → "not_met": as the coverage's names are written.
std::string name_of(judgement::Outcome outcome) {
    std::string name(judgement::to_word(outcome));
    for (char& c : name)
        if (c == ' ') c = '_';
    return name;
}

Json counts_object(const OutcomeCounts& counts) {
    Json json = Json::object();
    for (const auto outcome : all_outcomes)
        json[name_of(outcome)] = counts[outcome];
    return json;
}

Json criterion_object(const Summary::Criterion& criterion) {
    return {{"rule", criterion.rule},
            {"plugin", criterion.plugin},
            {"criterion", criterion.criterion},
            {"plans", counts_object(criterion.plans)},
            {"nodes", counts_object(criterion.nodes)}};
}

Json area_object(const AreaCount& counted, const Areas& areas) {
    const auto percent = met_percent(counted.plans);
    return {{"id", full_id(counted.area)},
            {"title", counted.area.title},
            {"service", counted.area.service},
            {"priority", judgement::to_word(counted.area.priority)},
            {"disposition", standard::to_word(counted.area.disposition)},
            {"plans", counts_object(counted.plans)},
            {"met_percent", percent ? Json(*percent) : Json(nullptr)},
            {"rag", to_word(areas.rag(counted.plans))},
            {"plans_accepted", counted.plans_accepted},
            {"findings", counted.findings},
            {"accepted", counted.accepted}};
}

} // namespace

Json to_json(const judgement::Citation& citation) {
    return Object()
        .with("document", citation.document)
        .with("published", citation.published)
        .with("paragraph", citation.paragraph)
        .with("area", citation.area)
        .take();
}

Json to_json(const judgement::PlanResult& plan) {
    return Object()
        .with("id", plan.id)
        .with("version", plan.version ? Json(*plan.version) : Json(nullptr))
        .with("kind", plan.kind)
        .with("team", plan.team)
        .with("file", plan.file)
        .with("line", plan.line)
        .with("state", judgement::to_word(plan.state))
        .with("reason", plan.reason)
        .with("judgements", list_of(plan.judgements, judgement_object))
        .with("findings", list_of(plan.findings, finding_object))
        .take();
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
    json["outcomes"] = counts_object(summary.outcomes);
    json["criteria"] = list_of(summary.criteria, criterion_object);
    json["areas"] = list_of(summary.areas.all(),
                            [&](const AreaCount& counted) { return area_object(counted, summary.areas); });
    json["coverage"] = to_json(summary.coverage);
    json["acceptance_notices"] = list_of(summary.acceptance_notices,
                                         [](const judgement::Notice& notice) { return Json(notice.text); });
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
