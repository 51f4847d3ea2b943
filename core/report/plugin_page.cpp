#include "report/plugin_page.hpp"

#include "plan/plan.hpp"
#include "report/rules_report.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

constexpr std::string_view made_by = "<!-- made by `plumbline plugin docs`; do not edit -->\n";

/// A cell of a table: no line ends, no bar.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::string row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& text : cells)
        out += ' ' + cell(text) + " |";
    return out + '\n';
}

std::string kinds_of(const std::vector<plan::Kind>& kinds) {
    std::string out;
    for (const plan::Kind kind : kinds)
        out += (out.empty() ? "" : ", ") + std::string(plan::to_word(kind));
    return out;
}

std::string parameters_of(const lua::Plugin& plugin) {
    if (plugin.parameters.empty()) return {};
    std::string out = "\n## What a rule may set\n\n| parameter | default | what it does |\n|---|---|---|\n";
    for (const lua::Parameter& parameter : plugin.parameters)
        out += row(
            {'`' + parameter.name + '`', '`' + value_text(parameter.default_value) + '`', parameter.help});
    return out;
}

/// "Cheshire East 2015 R9; Halton 2011 §11"
std::string citations_of(const standard::Rule& rule) {
    std::string out;
    for (const judgement::Citation& citation : rule.citations) {
        const bool numbered = !citation.paragraph.empty() && citation.paragraph.front() >= '0' &&
                              citation.paragraph.front() <= '9';
        out += (out.empty() ? "" : "; ") + citation.short_name + (numbered ? " §" : " ") + citation.paragraph;
    }
    return out.empty() ? "·" : out;
}

std::string rules_of(const lua::Plugin& plugin, const std::vector<standard::RuleSet>& rule_sets) {
    std::string rows;
    for (const standard::RuleSet& rule_set : rule_sets)
        for (const standard::Rule& rule : rule_set.rules)
            if (rule.plugin == plugin.id)
                rows += row({'`' + rule.id + '`', kinds_of(rule.plans),
                             std::string(judgement::to_word(rule.priority)), citations_of(rule)});
    if (rows.empty()) return "\nNo rule set asks for it.\n";
    return "\n## Who asks for it\n\n| rule | plans | priority | paragraphs |\n|---|---|---|---|\n" + rows;
}

} // namespace

std::string plugin_page(const lua::Plugin& plugin, const std::vector<standard::RuleSet>& rule_sets) {
    std::string out =
        "# " + plugin.id + ": " + plugin.title + "\n\n" + std::string(made_by) +
        "\nHow it looks, why, and what it cannot see: [its own page](../../plugins/" + plugin.id +
        "/README.md). Judges plans of these kinds: " + kinds_of(plugin.plans) + '.' +
        (plugin.across_plans ? " It compares the plans of a batch with one another." : "") +
        "\n\n## What it judges\n\n| criterion | met when | asked at sign-off |\n|---|---|---|\n";
    for (const lua::Criterion& criterion : plugin.criteria)
        out += row({'`' + criterion.id + '`', criterion.title,
                    criterion.question.empty() ? "·" : criterion.question});
    return out + parameters_of(plugin) + rules_of(plugin, rule_sets);
}

std::string plugin_index(const std::vector<lua::Plugin>& plugins) {
    std::string out =
        "# The checks\n\n" + std::string(made_by) + "\n| plugin | looks for | criteria |\n|---|---|---|\n";
    for (const lua::Plugin& plugin : plugins) {
        std::string criteria;
        for (const lua::Criterion& criterion : plugin.criteria)
            criteria += (criteria.empty() ? "`" : ", `") + criterion.id + '`';
        out += row({'[' + plugin.id + "](" + plugin.id + ".md)", plugin.title, criteria});
    }
    return out;
}

} // namespace plumbline::report
