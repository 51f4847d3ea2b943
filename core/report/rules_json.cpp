#include "report/rules_report.hpp"

#include "report/json.hpp"

namespace plumbline::report {

namespace {

using standard::Rule;
using standard::RuleSet;

Json parameters_json(const Rule& rule) {
    Json json = Json::object();
    for (const auto& [name, value] : rule.parameters)
        json[name] = std::visit([](const auto& held) { return Json(held); }, value);
    return json;
}

Json rule_object(const Rule& rule, bool origin) {
    Json json{{"id", rule.id}, {"title", rule.title}, {"plugin", rule.plugin}, {"off", rule.off}};
    json["plans"] = Json::array();
    for (const auto kind : rule.plans)
        json["plans"].push_back(plan::to_word(kind));
    json["criteria"] = rule.criteria;
    json["parameters"] = parameters_json(rule);
    json["priority"] = judgement::to_word(rule.priority);
    json["answers"] = rule.answers;
    json["citations"] = Json::array();
    for (const auto& citation : rule.citations)
        json["citations"].push_back(to_json(citation));
    if (origin) json["origin"] = rule.origin;
    return json;
}

Json document_json(const RuleSet& rule_set) {
    if (!rule_set.document) return nullptr;
    const auto& document = *rule_set.document;
    return {{"title", document.title},
            {"publisher", document.publisher},
            {"published", document.published},
            {"about", document.about},
            {"short_name", document.short_name}};
}

Json about(const RuleSet& rule_set) {
    Json json{{"id", rule_set.id},
              {"title", rule_set.title},
              {"hash", rule_set.hash},
              {"file", rule_set.file.string()}};
    json["document"] = document_json(rule_set);
    json["extends"] = rule_set.extends;
    json["documents"] = rule_set.documents;
    json["coverage"] = to_json(standard::coverage(rule_set));
    return json;
}

} // namespace

std::string rule_sets_json(const std::vector<RuleSet>& rule_sets) {
    Json json = Json::array();
    for (const auto& rule_set : rule_sets) {
        json.push_back(about(rule_set));
        json.back()["rules"] = rule_set.rules.size();
    }
    return dump_indented(Json{{"rule_sets", json}});
}

std::string rule_set_json(const RuleSet& rule_set, bool origin) {
    Json json = about(rule_set);
    json["rag"] = {{"red_below", rule_set.red_below}, {"green_from", rule_set.green_from}};
    json["rules"] = Json::array();
    for (const auto* list : {&rule_set.rules, &rule_set.switched_off})
        for (const auto& rule : *list)
            json["rules"].push_back(rule_object(rule, origin));
    return dump_indented(json);
}

std::string rule_json(const RuleSet& rule_set, const Rule& rule, const lua::Plugin& plugin) {
    Json json = rule_object(rule, true);
    json["rule_set"] = rule_set.id;
    json["plugin"] = {
        {"id", plugin.id}, {"title", plugin.title}, {"version", plugin.version}, {"hash", plugin.hash}};
    json["criteria"] = Json::array();
    for (const auto& id : rule.criteria) {
        const lua::Criterion* criterion = plugin.criterion(id);
        json["criteria"].push_back({{"id", id}, {"title", criterion == nullptr ? "" : criterion->title}});
    }
    json["parameter_help"] = Json::object();
    for (const auto& parameter : plugin.parameters)
        json["parameter_help"][parameter.name] = parameter.help;
    return dump_indented(json);
}

} // namespace plumbline::report
