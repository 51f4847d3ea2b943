#include "host/command.hpp"

#include "engine/workspace.hpp"
#include "host/page.hpp"
#include "report/coverage_report.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

struct Arguments {
    std::string rule_set = "default";
    std::string format = "text";
    bool uncovered = false;
};

ExitCode cover(const Arguments& arguments, const Common& common) {
    const engine::Workspace workspace(common);
    const standard::RuleSet rule_set = workspace.library().load(arguments.rule_set);
    std::cout << (arguments.format == "json"
                      ? report::coverage_json(rule_set, arguments.uncovered)
                      : report::coverage_text(rule_set, arguments.uncovered, output_page()));
    return ExitCode::clear;
}

} // namespace

void define_coverage(CLI::App& program, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("coverage", "what rules see of each area for improvement");
    command->add_option("rule-set", arguments->rule_set, "a rule set by name, or its file")
        ->capture_default_str();
    command->add_flag("--uncovered", arguments->uncovered, "only what no rule sees");
    command->add_option("--format", arguments->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    command->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return cover(*arguments, common); };
    });
}

} // namespace plumbline::host
