#include "report/rules_report.hpp"

#include "report/coverage_line.hpp"
#include "report/table.hpp"
#include "report/text_names.hpp"

namespace plumbline::report {

namespace {

using standard::Rule;
using standard::RuleSet;

std::string kinds_of(const Rule& rule) {
    std::vector<std::string> words;
    for (const auto kind : rule.plans)
        words.push_back(spaced(plan::to_word(kind)));
    return joined(words);
}

std::string priority_of(const Rule& rule) {
    const std::string word(judgement::to_word(rule.priority));
    return word.empty() ? "none" : word;
}

/// Facts of a rule, each under the name that its origin is recorded by.
std::vector<std::pair<std::string, std::string>> facts_of(const Rule& rule) {
    std::vector<std::pair<std::string, std::string>> facts{{"plugin", rule.plugin},
                                                           {"plans", kinds_of(rule)},
                                                           {"criteria", joined(rule.criteria)},
                                                           {"priority", priority_of(rule)}};
    for (const auto& [name, value] : rule.parameters)
        facts.emplace_back("parameters." + name, value_text(value));
    if (!rule.answers.empty()) facts.emplace_back("answers", joined(rule.answers));
    if (!rule.citations.empty()) facts.emplace_back("cites", short_citations(rule.citations));
    if (rule.off) facts.emplace_back("off", "true");
    return facts;
}

std::string facts_text(const Rule& rule, bool origin, const Page& page, std::size_t indent) {
    std::vector<Table::Column> columns{{""}, {"", false, true}};
    if (origin) columns.push_back({"from", false, true});
    Table table(std::move(columns));
    for (const auto& [name, value] : facts_of(rule)) {
        std::vector<std::string> cells{name, clean(value)};
        const auto from = rule.origin.find(name);
        if (origin) cells.push_back(from == rule.origin.end() ? "" : clean(from->second));
        table.add(std::move(cells));
    }
    return table.to_string(page, indent);
}

std::string rule_block(const Rule& rule, bool origin, const Page& page) {
    return '\n' +
           block(page, short_rule(rule.id) + "  " + clean(rule.title) + (rule.off ? " (switched off)" : ""),
                 0, 2, rule.off ? Tone::faint : Tone::strong) +
           facts_text(rule, origin, page, 2);
}

std::string document_of(const RuleSet& rule_set) {
    if (rule_set.document) return clean(rule_set.document->short_name) + ", " + rule_set.document->published;
    std::vector<std::string> on = rule_set.documents;
    on.insert(on.end(), rule_set.extends.begin(), rule_set.extends.end());
    return on.empty() ? "" : "builds on " + joined(on);
}

std::string about(const RuleSet& rule_set, const Page& page) {
    std::string out = block(page, clean(rule_set.title) + " (" + rule_set.id + ')', 0, 2, Tone::strong);
    if (rule_set.document)
        out += block(
            page,
            clean(rule_set.document->title) +
                (rule_set.document->publisher.empty() ? "" : ", " + clean(rule_set.document->publisher)) +
                ", " + rule_set.document->published,
            0, 2);
    out += block(page, rule_set.file.string(), 0, 2, Tone::faint);
    if (!rule_set.extends.empty()) out += block(page, "extends " + joined(rule_set.extends), 0, 2);
    if (!rule_set.documents.empty()) out += block(page, "answers " + joined(rule_set.documents), 0, 2);
    return out + block(page, coverage_line(standard::coverage(rule_set)), 0, 0);
}

std::string criteria_text(const Rule& rule, const lua::Plugin& plugin, const Page& page) {
    Table table({{""}, {"", false, true}});
    for (const auto& id : rule.criteria) {
        const lua::Criterion* criterion = plugin.criterion(id);
        table.add({id, criterion == nullptr ? "" : clean(criterion->title)});
    }
    return block(page, "It is met when", 0, 0, Tone::strong) + table.to_string(page, 2);
}

std::string parameters_text(const Rule& rule, const lua::Plugin& plugin, const Page& page) {
    if (rule.parameters.empty()) return {};
    Table table({{""}, {""}, {"", false, true}});
    for (const auto& [name, value] : rule.parameters) {
        const lua::Parameter* parameter = plugin.parameter(name);
        table.add({name, value_text(value), parameter == nullptr ? "" : clean(parameter->help)});
    }
    return '\n' + block(page, "Set to", 0, 0, Tone::strong) + table.to_string(page, 2);
}

std::string reasons_text(const RuleSet& rule_set, const Rule& rule, const Page& page) {
    std::string out = '\n' + block(page, "Asked for by", 0, 0, Tone::strong);
    if (rule.citations.empty()) return out + block(page, "no document: it is this rule set's own", 2, 2);
    for (const auto& citation : rule.citations) {
        std::string line = clean(short_citations({citation}));
        for (const auto& area : rule_set.areas_in_scope)
            if (full_id(area) == citation.area)
                line +=
                    ": " + clean(area.title) + " (" + std::string(judgement::to_word(area.priority)) + ')';
        out += block(page, line, 2, 4);
    }
    return out;
}

/// The other rules that run the same plugin, each for plans of its own.
std::string siblings_text(const RuleSet& rule_set, const Rule& rule, const Page& page) {
    std::vector<std::string> names;
    for (const auto* list : {&rule_set.rules, &rule_set.switched_off})
        for (const auto& other : *list)
            if (other.plugin == rule.plugin && other.id != rule.id)
                names.push_back(short_rule(other.id) + " (" + kinds_of(other) + ')');
    if (names.empty()) return {};
    std::string out = '\n' + block(page, "The same is looked for by", 0, 0, Tone::strong);
    for (const auto& name : names)
        out += block(page, name, 2, 4);
    return out;
}

} // namespace

std::string rule_sets_text(const std::vector<RuleSet>& rule_sets, const Page& page) {
    Table table({{"rule set"}, {"title", false, true}, {"document"}, {"areas", true}, {"rules", true}});
    for (const auto& rule_set : rule_sets)
        table.add({rule_set.id, clean(rule_set.title), cut(document_of(rule_set), page.width / 3),
                   std::to_string(rule_set.areas_in_scope.size()), std::to_string(rule_set.rules.size())});
    return table.to_string(page, 0);
}

std::string rule_set_text(const RuleSet& rule_set, bool origin, const Page& page) {
    std::string out = about(rule_set, page);
    for (const auto& rule : rule_set.rules)
        out += rule_block(rule, origin, page);
    for (const auto& rule : rule_set.switched_off)
        out += rule_block(rule, origin, page);
    if (rule_set.rules.empty()) out += '\n' + block(page, "No rule is switched on.", 0, 0);
    return out;
}

std::string rule_text(const RuleSet& rule_set, const Rule& rule, const lua::Plugin& plugin,
                      const Page& page) {
    std::string out = block(page, clean(rule.title) + " (" + rule.id + ')', 0, 2, Tone::strong);
    if (rule.off) out += block(page, "Switched off in this rule set.", 0, 0, Tone::doubtful);
    Table table({{""}, {"", false, true}});
    table.add({"looks at", kinds_of(rule) + " plans"});
    table.add({"priority", priority_of(rule)});
    table.add({"plugin", plugin.id + (plugin.version.empty() ? "" : ' ' + clean(plugin.version)) + ", " +
                             (plugin.folder / "README.md").string()});
    return out + table.to_string(page, 0) + '\n' + criteria_text(rule, plugin, page) +
           parameters_text(rule, plugin, page) + reasons_text(rule_set, rule, page) +
           siblings_text(rule_set, rule, page);
}

} // namespace plumbline::report
