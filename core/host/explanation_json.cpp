#include "host/explanation_report.hpp"

#include "host/source_lines.hpp"

#include "report/json.hpp"

namespace plumbline::host {

namespace {

using report::Json;

Json place_json(const judgement::Place& at) {
    return {{"id", at.id}, {"path", at.path}, {"line", at.line}, {"column", at.column}};
}

Json words_json(const judgement::Evidence& evidence) {
    return {{"words", evidence.text}, {"line", evidence.line}, {"column", evidence.column}};
}

Json from_json(const std::vector<lua::CodePlace>& from) {
    Json json = Json::array();
    for (const lua::CodePlace& place : from)
        json.push_back({{"file", place.file}, {"line", place.line}, {"function", place.function}});
    return json;
}

Json step_json(const lua::Step& step) {
    Json json{{"kind", step.kind == lua::Step::Kind::read ? "read" : "call"},
              {"what", step.what},
              {"arguments", step.arguments},
              {"answer", step.answer}};
    if (!step.at.path.empty()) json["at"] = place_json(step.at);
    if (!step.narrative.empty()) json["narrative"] = step.narrative;
    Json words = Json::array();
    for (const auto& [evidence, phrase] : step.words) {
        Json one = words_json(evidence);
        if (!phrase.empty()) one["phrase"] = phrase;
        words.push_back(std::move(one));
    }
    if (!words.empty()) json["words"] = std::move(words);
    json["from"] = from_json(step.from);
    return json;
}

Json decision_json(const engine::Decision& decision, SourceLines& sources) {
    const auto& said = decision.observation;
    Json json{{"criterion", said.criterion},
              {"outcome", to_word(said.outcome)},
              {"at", place_json(said.at)},
              {"message", said.message},
              {"reason", said.reason}};
    json["evidence"] = Json::array();
    for (const auto& evidence : said.evidence)
        json["evidence"].push_back(words_json(evidence));
    json["judged_at"] = from_json(decision.from);
    json["lines"] = Json::array();
    for (const engine::RanLine& line : decision.lines)
        json["lines"].push_back({{"file", line.file},
                                 {"line", line.line},
                                 {"times", line.times},
                                 {"decided", line.decided},
                                 {"source", sources.line(line.file, line.line)}});
    json["steps"] = Json::array();
    for (const lua::Step& step : decision.steps)
        json["steps"].push_back(step_json(step));
    return json;
}

} // namespace

std::string explanation_json(const Explained& explained) {
    SourceLines sources;
    Json json{{"plan", explained.plan->id},
              {"file", explained.plan->file},
              {"rule", explained.rule->id},
              {"plugin", explained.rule->plugin},
              {"decisions", Json::array()}};
    json["parameters"] = Json::object();
    for (const auto& [name, value] : explained.rule->parameters)
        json["parameters"][name] = std::visit([](const auto& held) { return Json(held); }, value);
    for (const engine::Decision& decision : explained.decisions)
        json["decisions"].push_back(decision_json(decision, sources));
    return report::dump_indented(json);
}

} // namespace plumbline::host
