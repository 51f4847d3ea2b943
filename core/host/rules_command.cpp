#include "host/command.hpp"

#include "engine/workspace.hpp"
#include "host/page.hpp"
#include "report/rules_report.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

struct Arguments {
    std::string rule_set = "default";
    std::string format = "text";
    bool origin = false;
};

void add_format(CLI::App* command, const std::shared_ptr<Arguments>& arguments) {
    command->add_option("--format", arguments->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
}

ExitCode list(const Arguments& arguments, const Common& common) {
    const engine::Workspace workspace(common);
    std::vector<standard::RuleSet> rule_sets;
    for (const std::string& id : workspace.library().ids())
        rule_sets.push_back(workspace.library().load(id));
    std::cout << (arguments.format == "json" ? report::rule_sets_json(rule_sets)
                                             : report::rule_sets_text(rule_sets, output_page()));
    return ExitCode::clear;
}

ExitCode show(const Arguments& arguments, const Common& common) {
    const engine::Workspace workspace(common);
    const standard::RuleSet rule_set = workspace.library().load(arguments.rule_set);
    std::cout << (arguments.format == "json"
                      ? report::rule_set_json(rule_set, arguments.origin)
                      : report::rule_set_text(rule_set, arguments.origin, output_page()));
    return ExitCode::clear;
}

} // namespace

void define_rules(CLI::App& program, const Common& common, Chosen& chosen) {
    CLI::App* command =
        program.add_subcommand("rules", "the rule sets that there are, and what stands in them");
    command->require_subcommand(1);
    auto arguments = std::make_shared<Arguments>();

    CLI::App* listing = command->add_subcommand("list", "every rule set");
    add_format(listing, arguments);
    listing->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return list(*arguments, common); };
    });

    CLI::App* showing = command->add_subcommand("show", "one rule set, its rules as they will run");
    showing->add_option("rule-set", arguments->rule_set, "a rule set by name, or its file")
        ->capture_default_str();
    showing->add_flag("--origin", arguments->origin, "say where each value comes from");
    add_format(showing, arguments);
    showing->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return show(*arguments, common); };
    });
}

} // namespace plumbline::host
