#include "host/command.hpp"

#include "host/page.hpp"
#include "host/workspace.hpp"
#include "report/rules_report.hpp"

#include "base/user_error.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

struct Arguments {
    std::string rule;
    std::string rule_set; // empty: the one that the rule's name begins with, or default
    std::string format = "text";
};

/// "cheshire-east-2011/contingency" names a rule of that set, where there is such a set.
std::string rule_set_of(const Arguments& arguments, const standard::Library& library) {
    if (!arguments.rule_set.empty()) return arguments.rule_set;
    const std::string first = arguments.rule.substr(0, arguments.rule.find('/'));
    for (const std::string& id : library.ids())
        if (id == first) return id;
    return "default";
}

ExitCode explain(const Arguments& arguments, const Common& common) {
    const Workspace workspace(common);
    const standard::RuleSet rule_set = workspace.library().load(rule_set_of(arguments, workspace.library()));
    const standard::Rule& rule = report::find_rule(rule_set, arguments.rule);
    const lua::Plugin* plugin = workspace.catalogue().find(rule.plugin);
    if (plugin == nullptr) throw InternalError("rule " + rule.id + " has no plugin");
    std::cout << (arguments.format == "json" ? report::rule_json(rule_set, rule, *plugin)
                                             : report::rule_text(rule_set, rule, *plugin, output_page()));
    return ExitCode::clear;
}

} // namespace

void define_explain(CLI::App& program, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        program.add_subcommand("explain", "one rule: what it looks for, in which plans, who asks for it");
    command->add_option("rule", arguments->rule, "such as default/contingency, or contingency/trigger")
        ->required();
    command->add_option("--rule-set,-r", arguments->rule_set, "the rule set that has it");
    command->add_option("--format", arguments->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    command->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return explain(*arguments, common); };
    });
}

} // namespace plumbline::host
