#include "host/check_run.hpp"
#include "host/command.hpp"

#include "engine/workspace.hpp"
#include "host/explanation_report.hpp"
#include "host/page.hpp"
#include "host/plan_file.hpp"
#include "report/rules_report.hpp"
#include "report/text_names.hpp"
#include "standard/alone.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

struct Arguments {
    std::string rule;
    std::string rule_set; // empty: the one that the rule's name begins with, or default
    std::string format = "text";
    std::string plan, id, at, as_of; // why a plan got its judgement
    std::string plugin;              // a folder, not installed
};

/// "cheshire-east-2011/contingency" names a rule of that set, where there is such a set.
std::string rule_set_of(const Arguments& arguments, const standard::Library& library) {
    if (!arguments.rule_set.empty()) return arguments.rule_set;
    const std::string first = arguments.rule.substr(0, arguments.rule.find('/'));
    for (const std::string& id : library.ids())
        if (id == first) return id;
    return "default";
}

/// "specific", of "smart-targets/specific"; empty where the name ends in none of the plugin's criteria.
std::string criterion_of(const std::string& name, const lua::Plugin& plugin) {
    const std::size_t slash = name.rfind('/');
    if (slash == std::string::npos) return {};
    const std::string last = name.substr(slash + 1);
    return plugin.criterion(last) != nullptr ? last : "";
}

/// The rule that was named, or another of its plugin that is for plans of this kind.
const standard::Rule& rule_for(const standard::RuleSet& rule_set, const standard::Rule& named,
                               plan::Kind kind) {
    const auto is_for = [&](const standard::Rule& rule) {
        return std::find(rule.plans.begin(), rule.plans.end(), kind) != rule.plans.end();
    };
    if (is_for(named)) return named;
    for (const standard::Rule& rule : rule_set.rules)
        if (rule.plugin == named.plugin && is_for(rule)) return rule;
    throw UserError("no rule of " + rule_set.id + " asks " + named.plugin + " of a plan of kind " +
                    std::string(plan::to_word(kind)));
}

bool is_at(const judgement::Place& place, const std::string& at) {
    return at.empty() || place.id == at || place.path == at || std::to_string(place.line) == at ||
           (at == "plan" && place.path == "/plan");
}

void keep_what_was_asked(Explained& explained, const std::string& criterion, const std::string& at) {
    std::vector<std::string> places;
    for (const engine::Decision& decision : explained.decisions) {
        const std::string name = report::name_of(decision.observation.at);
        if ((criterion.empty() || decision.observation.criterion == criterion) &&
            std::find(places.begin(), places.end(), name) == places.end())
            places.push_back(name);
    }
    std::erase_if(explained.decisions, [&](const engine::Decision& decision) {
        return (!criterion.empty() && decision.observation.criterion != criterion) ||
               !is_at(decision.observation.at, at);
    });
    if (explained.decisions.empty())
        throw UserError("--at " + at + ": nothing was judged there; judged were " + report::joined(places));
}

ExitCode explain(const Arguments& arguments, const Common& common) {
    const engine::Workspace workspace(common, arguments.plugin);
    const standard::RuleSet rule_set =
        workspace.is_alone() ? standard::rules_of_plugins(workspace.catalogue())
                             : workspace.library().load(rule_set_of(arguments, workspace.library()));
    const standard::Rule& rule = report::find_rule(rule_set, arguments.rule);
    const lua::Plugin* plugin = workspace.catalogue().find(rule.plugin);
    if (plugin == nullptr) throw InternalError("rule " + rule.id + " has no plugin");
    if (arguments.plan.empty()) {
        if (!arguments.at.empty()) throw UserError("--at needs --plan: a plan's file");
        std::cout << (arguments.format == "json" ? report::rule_json(rule_set, rule, *plugin)
                                                 : report::rule_text(rule_set, rule, *plugin, output_page()));
        return ExitCode::clear;
    }
    const plan::Plan plan = read_one_plan(arguments.plan, arguments.id);
    const standard::Rule& asked = rule_for(rule_set, rule, plan.kind);
    Explained explained{
        &plan, &asked,
        engine::explain(workspace.foundation(rule_set), asked, plan, as_of_date(arguments.as_of))};
    keep_what_was_asked(explained, criterion_of(arguments.rule, *plugin), arguments.at);
    if (arguments.format == "json")
        std::cout << explanation_json(explained) << '\n';
    else
        std::cout << explanation_text(explained, output_page());
    return ExitCode::clear;
}

} // namespace

void define_explain(CLI::App& program, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand(
        "explain", "one rule: what it looks for, who asks for it; with --plan, why a plan got its judgement");
    command->add_option("rule", arguments->rule, "such as default/contingency, or contingency/trigger")
        ->required();
    command->add_option("--rule-set,-r", arguments->rule_set, "the rule set that has it");
    command->add_option("--plan", arguments->plan, "a plan's file: say why it got its judgement");
    command->add_option("--id", arguments->id, "the plan's id, where the file holds several");
    command->add_option("--at", arguments->at,
                        "only at this node: its id (a3), its path, its line, or plan (default: every one)");
    command->add_option("--as-of", arguments->as_of, "the day to judge by (default: today)");
    command->add_option("--plugin", arguments->plugin, "the folder of a plugin that is not installed");
    command->add_option("--format", arguments->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    command->footer("Examples:\n  plumbline explain default/contingency\n"
                    "  plumbline explain smart-targets/specific --plan plan.xml --at a3");
    command->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return explain(*arguments, common); };
    });
}

} // namespace plumbline::host
