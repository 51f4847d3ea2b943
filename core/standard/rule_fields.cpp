#include "standard/rule_fields.hpp"

#include <algorithm>

namespace plumbline::standard {

namespace {

constexpr const char* plugin_default = "plugin default";

std::vector<std::string> words_of_kinds(const std::vector<plan::Kind>& kinds) {
    std::vector<std::string> words;
    words.reserve(kinds.size());
    for (const plan::Kind kind : kinds)
        words.emplace_back(plan::to_word(kind));
    return words;
}

plan::Kind read_kind(const Placed<std::string>& word, const lua::Plugin& plugin) {
    const auto kind = plan::kind_from_word(word.value);
    if (!kind) {
        const auto& known = plan::kind_words();
        refuse(word.at, "unknown kind of plan " + in_quotes(word.value) +
                            suggestion(word.value, std::vector<std::string>(known.begin(), known.end())));
    }
    if (std::find(plugin.plans.begin(), plugin.plans.end(), *kind) == plugin.plans.end()) {
        std::string known;
        for (const auto& offered : words_of_kinds(plugin.plans))
            known += (known.empty() ? "" : ", ") + offered;
        refuse(word.at, "the plugin " + in_quotes(plugin.id) + " does not look at " + in_quotes(word.value) +
                            " plans; it looks at " + known);
    }
    return *kind;
}

void check_criterion(const Placed<std::string>& word, const lua::Plugin& plugin) {
    if (plugin.criterion(word.value) != nullptr) return;
    std::vector<std::string> known;
    for (const auto& criterion : plugin.criteria)
        known.push_back(criterion.id);
    refuse(word.at, "the plugin " + in_quotes(plugin.id) + " has no criterion " + in_quotes(word.value) +
                        suggestion(word.value, known));
}

const lua::Parameter& find_parameter(const std::string& name, const FilePosition& at,
                                     const lua::Plugin& plugin) {
    if (const lua::Parameter* parameter = plugin.parameter(name)) return *parameter;
    std::vector<std::string> known;
    for (const auto& parameter : plugin.parameters)
        known.push_back(parameter.name);
    refuse(at, "the plugin " + in_quotes(plugin.id) + " has no parameter " + in_quotes(name) +
                   (known.empty() ? "; it has none" : suggestion(name, known)));
}

lua::ParameterValue read_value(const lua::Parameter& parameter, const lua::Data& data) {
    switch (parameter.type) {
    case lua::ParameterType::boolean:
        return data.as_boolean();
    case lua::ParameterType::integer:
        return data.as_integer();
    case lua::ParameterType::number:
        return data.as_number();
    case lua::ParameterType::string:
        return data.as_string();
    case lua::ParameterType::list:
        return data.as_strings();
    }
    throw InternalError("a parameter type outside its enumeration");
}

void fill_parameters(Rule& rule, const RuleSource& fields, const lua::Plugin& plugin) {
    for (const auto& parameter : plugin.parameters) {
        rule.parameters[parameter.name] = parameter.default_value;
        rule.origin["parameters." + parameter.name] = plugin_default;
    }
    for (const auto& given : fields.parameters) {
        const auto& [name, data] = given.value;
        const lua::Parameter& parameter = find_parameter(name, given.at, plugin);
        lua::ParameterValue value = read_value(parameter, data);
        if (const auto problem = lua::check_parameter(parameter, value))
            refuse(given.at,
                   "parameter " + in_quotes(name) + " of " + in_quotes(plugin.id) + ": " + *problem);
        rule.parameters[name] = std::move(value);
        rule.origin["parameters." + name] = origin_of(given.at);
    }
}

void fill_plans(Rule& rule, const RuleSource& fields, const lua::Plugin& plugin) {
    rule.plans = plugin.plans;
    rule.origin["plans"] = plugin_default;
    if (!fields.plans) return;
    rule.plans.clear();
    for (const auto& word : fields.plans->value)
        rule.plans.push_back(read_kind(word, plugin));
    rule.origin["plans"] = origin_of(fields.plans->at);
}

void fill_criteria(Rule& rule, const RuleSource& fields, const lua::Plugin& plugin) {
    if (!fields.criteria) {
        for (const auto& criterion : plugin.criteria)
            rule.criteria.push_back(criterion.id);
        rule.origin["criteria"] = plugin_default;
        return;
    }
    for (const auto& word : fields.criteria->value) {
        check_criterion(word, plugin);
        rule.criteria.push_back(word.value);
    }
    rule.origin["criteria"] = origin_of(fields.criteria->at);
}

} // namespace

std::string origin_of(const FilePosition& at) {
    return to_string({at.file, at.line, 0});
}

const lua::Plugin& find_plugin(const RuleSource& fields, const lua::Catalogue& catalogue) {
    if (const lua::Plugin* plugin = catalogue.find(fields.plugin->value)) return *plugin;
    std::vector<std::string> known;
    for (const auto& plugin : catalogue.plugins())
        known.push_back(plugin.id);
    refuse(fields.plugin->at,
           "no plugin " + in_quotes(fields.plugin->value) + suggestion(fields.plugin->value, known));
}

void fill_from_plugin(Rule& rule, const RuleSource& fields, const lua::Plugin& plugin) {
    rule.plugin = plugin.id;
    rule.origin["plugin"] = origin_of(fields.plugin->at);
    rule.title = fields.title ? fields.title->value : plugin.title;
    rule.origin["title"] = fields.title ? origin_of(fields.title->at) : plugin_default;
    fill_plans(rule, fields, plugin);
    fill_criteria(rule, fields, plugin);
    fill_parameters(rule, fields, plugin);
}

} // namespace plumbline::standard
