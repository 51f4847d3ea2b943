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

/// Whether `name` is `owner`, or one of the rule's criteria as "owner/criterion".
bool is_or_part_of(const std::string& name, const std::string& owner, const standard::Rule& rule) {
    if (name == owner) return true;
    const auto is_criterion = [&](const std::string& criterion) { return name == owner + '/' + criterion; };
    return std::any_of(rule.criteria.begin(), rule.criteria.end(), is_criterion);
}

bool names_rule(const std::string& name, const standard::Rule& rule) {
    return is_or_part_of(name, rule.id, rule) || is_or_part_of(name, short_rule(rule.id), rule);
}

bool names_plugin(const std::string& name, const standard::Rule& rule) {
    return is_or_part_of(name, rule.plugin, rule);
}

template <typename Test>
const standard::Rule* first_where(const standard::RuleSet& rule_set, Test test) {
    for (const auto* list : {&rule_set.rules, &rule_set.switched_off})
        for (const auto& rule : *list)
            if (test(rule)) return &rule;
    return nullptr;
}

[[noreturn]] void refuse_unknown(const standard::RuleSet& rule_set, const std::string& name) {
    std::vector<std::string> known;
    for (const auto* list : {&rule_set.rules, &rule_set.switched_off})
        for (const auto& rule : *list) {
            known.push_back(short_rule(rule.id));
            known.push_back(rule.plugin);
        }
    std::string wanted = name.starts_with(rule_set.id + '/') ? name.substr(rule_set.id.size() + 1) : name;
    wanted = wanted.substr(0, wanted.find('/'));
    const auto near = lua::nearest(wanted, known);
    throw UserError("no rule \"" + name + "\" in the rule set \"" + rule_set.id + '"' +
                    (near ? "; did you mean \"" + *near + "\"?" : "; 'plumbline rules show' lists them"));
}

} // namespace

std::string value_text(const lua::ParameterValue& value) {
    return std::visit(ValueText{}, value);
}

const standard::Rule& find_rule(const standard::RuleSet& rule_set, const std::string& name) {
    const auto by_rule = [&](const standard::Rule& rule) { return names_rule(name, rule); };
    const auto by_plugin = [&](const standard::Rule& rule) { return names_plugin(name, rule); };
    if (const auto* rule = first_where(rule_set, by_rule)) return *rule;
    if (const auto* rule = first_where(rule_set, by_plugin)) return *rule;
    refuse_unknown(rule_set, name);
}

} // namespace plumbline::report
