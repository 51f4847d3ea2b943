#include "engine/workspace.hpp"
#include "host/check_run.hpp"
#include "host/command.hpp"
#include "host/difference_report.hpp"
#include "host/page.hpp"

#include "base/user_error.hpp"
#include "engine/batch.hpp"
#include "report/output.hpp"
#include "standard/alone.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <thread>

namespace plumbline::host {

namespace fs = std::filesystem;

namespace {

struct Arguments {
    std::string old_side, new_side;
    std::vector<std::string> paths;
    std::string rule_set = "default", as_of, format = "text", output = "-", fail_on = "not-met";
    unsigned jobs = 1;
};

bool holds_plugins(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (fs::exists(entry.path() / "plugin.lua", ignored)) return true;
    return false;
}

/// One of the two sides, loaded.
struct Side {
    std::unique_ptr<engine::Workspace> workspace;
    standard::RuleSet rule_set;
};

/// A plugin's folder; a folder with plugins/ and rules/; a folder of plugins that stand in for ours; else a
/// rule set by name or file.
Side side_of(const std::string& named, const Arguments& arguments, const Common& common) {
    std::error_code ignored;
    Side side;
    if (!fs::is_directory(named, ignored)) {
        side.workspace = std::make_unique<engine::Workspace>(common);
        side.rule_set = side.workspace->library().load(named);
        return side;
    }
    if (fs::exists(fs::path(named) / "plugin.lua", ignored)) {
        side.workspace = std::make_unique<engine::Workspace>(common, named);
        side.rule_set = standard::rules_of_plugins(side.workspace->catalogue());
        return side;
    }
    engine::Installation installation = engine::find_installation(common);
    if (fs::is_directory(fs::path(named) / "plugins", ignored) &&
        fs::is_directory(fs::path(named) / "rules", ignored)) {
        installation.root = named;
        installation.plugins.front() = fs::path(named) / "plugins";
        installation.rules.front() = fs::path(named) / "rules";
    } else if (holds_plugins(named)) {
        installation.plugins.front() = named;
    } else {
        throw UserError(FilePosition{named, 0, 0},
                        "is no plugin, no folder of plugins and no installation "
                        "(plugins/ and rules/); expected one of these or a rule set");
    }
    side.workspace = std::make_unique<engine::Workspace>(std::move(installation));
    side.rule_set = side.workspace->library().load(arguments.rule_set);
    return side;
}

RunRecord run(const Side& side, const Arguments& arguments, Date as_of) {
    if (side.rule_set.rules.empty())
        throw UserError(FilePosition{side.rule_set.file.string(), 0, 0},
                        "the rule set has no rules, so nothing can be judged");
    RunRecord record;
    engine::Sink sink;
    sink.put = [&](const judgement::PlanResult& result, const std::vector<std::string>&) {
        record.add(result);
    };
    engine::check_batch(arguments.paths, side.workspace->foundation(side.rule_set),
                        engine::Settings{arguments.jobs, as_of, {}, false, nullptr}, sink);
    if (record.plans().empty())
        throw UserError("no plan was found in what was given; expected files that end in .xml");
    return record;
}

bool gains(const DifferenceReport& report, const std::string& fail_on) {
    for (const auto& [check, difference] : report.checks)
        for (const Differing& one : difference.gained)
            if (fails(one.finding, fail_on)) return true;
    return false;
}

void write(const std::string& target, const std::string& content) {
    report::Output output(target);
    output.stream() << content;
    output.commit();
}

std::string content_of(const DifferenceReport& report, const std::string& format) {
    if (format == "json") return difference_json(report);
    if (format == "html") return difference_html(report);
    return difference_text(report, output_page());
}

ExitCode diff(const Arguments& arguments, const Common& common) {
    const Date as_of = as_of_date(arguments.as_of);
    const Side before = side_of(arguments.old_side, arguments, common);
    const Side after = side_of(arguments.new_side, arguments, common);
    const RunRecord old_run = run(before, arguments, as_of);
    const RunRecord new_run = run(after, arguments, as_of);
    const DifferenceReport report{arguments.old_side, arguments.new_side, to_iso(as_of),
                                  new_run.plans().size(), difference(old_run, new_run)};
    write(arguments.output, content_of(report, arguments.format));
    if (new_run.incomplete()) return ExitCode::incomplete;
    return gains(report, arguments.fail_on) ? ExitCode::findings : ExitCode::clear;
}

} // namespace

void define_diff(CLI::App& program, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    arguments->jobs = std::max(1U, std::thread::hardware_concurrency());
    CLI::App* command =
        program.add_subcommand("diff", "the findings that a change of rules or plugins gains and loses");
    command
        ->add_option(
            "old", arguments->old_side,
            "a rule set by name or file, a plugin's folder, a folder of plugins, or one with plugins/ "
            "and rules/")
        ->required();
    command->add_option("new", arguments->new_side, "the same, after the change")->required();
    command->add_option("path", arguments->paths, "plans, as for check")->required();
    command->add_option("--rule-set,-r", arguments->rule_set, "which rule set, where a side is a folder")
        ->capture_default_str();
    command->add_option("--as-of", arguments->as_of, "the day to judge by (default: today)");
    command->add_option("--format,-f", arguments->format, "text, json or html")
        ->check(CLI::IsMember({"text", "json", "html"}))
        ->capture_default_str();
    command->add_option("--output,-o", arguments->output, "a file (default: standard output)");
    command->add_option("--jobs,-j", arguments->jobs, "plans checked at once")->check(CLI::Range(1U, 1024U));
    command->add_option("--fail-on", arguments->fail_on, "which gained findings end with 1, as for check")
        ->check(CLI::IsMember(fail_on_words()))
        ->capture_default_str();
    command->footer(
        "Exit: 0 nothing gained at or above --fail-on; 1 findings gained; 2 could not run; 3 with the new\n"
        "rules something could not be judged.\n\nExamples:\n"
        "  plumbline diff default my-council plans/ --rules my-rules\n"
        "  plumbline diff old/own-views new/own-views plans/ --format json");
    command->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return diff(*arguments, common); };
    });
}

} // namespace plumbline::host
