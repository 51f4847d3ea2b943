#include "standard/source.hpp"

#include <algorithm>

namespace plumbline::standard {

namespace {

using Strings = Placed<std::vector<Placed<std::string>>>;

std::optional<Placed<std::string>> read_words(const lua::Data& rule, std::string_view key) {
    const lua::Data* field = rule.find(key);
    if (field == nullptr) return std::nullopt;
    return Placed<std::string>{words_of(*field), field->at};
}

std::optional<Strings> read_list(const lua::Data& rule, std::string_view key) {
    const lua::Data* field = rule.find(key);
    if (field == nullptr) return std::nullopt;
    return Strings{placed_strings(*field), field->at};
}

/// A rule that looks at nothing is not how one is switched off.
std::optional<Strings> read_filled_list(const lua::Data& rule, std::string_view key) {
    auto list = read_list(rule, key);
    if (list && list->value.empty())
        refuse(list->at, '\'' + std::string(key) + "' is empty; leave it out for all, or write 'off = true'");
    return list;
}

/// "29-1" of this set becomes "this-set/29-1".
std::optional<Strings> read_answers(const lua::Data& rule, const std::string& set) {
    auto answers = read_list(rule, "answers");
    if (!answers) return answers;
    for (auto& answer : answers->value)
        if (answer.value.find('/') == std::string::npos) answer.value = set + '/' + answer.value;
    return answers;
}

std::optional<Placed<std::vector<Cite>>> read_cites(const lua::Data& rule, const std::string& set) {
    const lua::Data* field = rule.find("cites");
    if (field == nullptr) return std::nullopt;
    Placed<std::vector<Cite>> cites{{}, field->at};
    for (const lua::Data& item : field->as_list()) {
        item.as_table({"set", "paragraph"});
        Cite cite{words_of(item, "set"), item.require("paragraph").as_string(), item.at};
        if (cite.set.empty()) cite.set = set;
        check_paragraph({cite.paragraph, item.require("paragraph").at});
        cites.value.push_back(std::move(cite));
    }
    return cites;
}

RuleSource read_rule(const lua::Data& data, const std::string& set) {
    data.as_table(
        {"id", "plugin", "plans", "criteria", "parameters", "priority", "answers", "cites", "off", "title"});
    RuleSource rule;
    const lua::Data& id = data.require("id");
    rule.id = {words_of(id), data.at};
    check_id({rule.id.value, id.at});
    rule.plugin = read_words(data, "plugin");
    rule.title = read_words(data, "title");
    rule.plans = read_filled_list(data, "plans");
    rule.criteria = read_filled_list(data, "criteria");
    rule.answers = read_answers(data, set);
    rule.cites = read_cites(data, set);
    if (const lua::Data* parameters = data.find("parameters"))
        for (const auto& [name, value] : fields_of(*parameters))
            rule.parameters.push_back({{name, value}, value.at});
    if (const lua::Data* priority = data.find("priority"))
        rule.priority = {read_priority(*priority), priority->at};
    if (const lua::Data* off = data.find("off")) rule.off = {off->as_boolean(), off->at};
    return rule;
}

} // namespace

std::vector<RuleSource> read_rules(const lua::Data& list, const std::string& set) {
    std::vector<RuleSource> rules;
    for (const lua::Data& item : list.as_list()) {
        RuleSource rule = read_rule(item, set);
        const auto same = [&](const RuleSource& other) { return other.id.value == rule.id.value; };
        const auto earlier = std::find_if(rules.begin(), rules.end(), same);
        if (earlier != rules.end())
            refuse(rule.id.at, "the rule " + in_quotes(rule.id.value) + " stands here twice; first at line " +
                                   std::to_string(earlier->id.at.line));
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace plumbline::standard
