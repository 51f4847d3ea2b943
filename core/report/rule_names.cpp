#include "report/rules_report.hpp"

#include "base/user_error.hpp"
#include "lua/data.hpp"
#include "report/text_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace plumbline::report {

namespace {

std::string number_text(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::string string_text(const std::string& value) {
    return '"' + clean(value) + '"';
}

struct ValueText {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return number_text(value); }
    std::string operator()(const std::string& value) const { return string_text(value); }
    std::string operator()(const std::vector<std::string>& values) const {
        if (values.empty()) return "{}";
        std::string out;
        for (const auto& value : values)
            out += (out.empty() ? "" : ", ") + string_text(value);
        return "{ " + out + " }";
    }
};

/// "default/contingency/trigger" and "contingency/trigger" → "contingency", if there is such a criterion.
bool names(const standard::Rule& rule, std::string_view name) {
    const std::string short_name = short_rule(rule.id);
    if (name == rule.id || name == short_name) return true;
    const auto is_criterion = [&](const std::string& criterion) {
        return name == rule.id + '/' + criterion || name == short_name + '/' + criterion;
    };
    return std::any_of(rule.criteria.begin(), rule.criteria.end(), is_criterion);
}

} // namespace

std::string value_text(const lua::ParameterValue& value) {
    return std::visit(ValueText{}, value);
}

const standard::Rule& find_rule(const standard::RuleSet& rule_set, const std::string& name) {
    std::vector<std::string> known;
    for (const auto* list : {&rule_set.rules, &rule_set.switched_off})
        for (const auto& rule : *list) {
            if (names(rule, name)) return rule;
            known.push_back(short_rule(rule.id));
        }
    std::string wanted = name.starts_with(rule_set.id + '/') ? name.substr(rule_set.id.size() + 1) : name;
    wanted = wanted.substr(0, wanted.find('/'));
    const auto near = lua::nearest(wanted, known);
    throw UserError("no rule \"" + name + "\" in the rule set \"" + rule_set.id + '"' +
                    (near ? "; did you mean \"" + *near + "\"?" : "; `plumbline rules show` lists them"));
}

} // namespace plumbline::report
