#include "host/check_run.hpp"
#include "host/command.hpp"

#include <memory>
#include <thread>

namespace plumbline::host {

void define_check(CLI::App& program, const Common& common, Chosen& chosen) {
    auto options = std::make_shared<CheckOptions>();
    options->jobs = std::max(1U, std::thread::hardware_concurrency());

    CLI::App* command = program.add_subcommand("check", "judge plans by a rule set");
    command
        ->add_option("path", options->paths,
                     "plans: files, folders (searched for *.xml), globs, - for standard input")
        ->required();
    command->add_option("--rule-set,-r", options->rule_set, "a rule set by name, or its file")
        ->capture_default_str();
    command
        ->add_option(
            "--format,-f", options->formats,
            "NAME or NAME=FILE, repeatable, one run writes them all: text (the default), html\n"
            "(for a browser), xlsx (Excel), markdown (a board paper), csv (findings), csv-areas (areas for\n"
            "improvement), json, jsonl, sarif, junit; - is standard output")
        ->take_all()
        ->allow_extra_args(false);
    command->add_option("--as-of", options->as_of,
                        "the day to judge by, such as 2024-04-01 (the only clock; default: today)");
    command->add_option("--jobs,-j", options->jobs, "plans checked at once (default: one for each core)")
        ->check(CLI::Range(1U, 1024U));
    command
        ->add_option("--fail-on", options->fail_on,
                     "which findings end with 1: not-met, needs-a-person (those too), immediately, "
                     "three-months, six-months "
                     "(not met, asked for at least so soon), never")
        ->check(CLI::IsMember(fail_on_words()))
        ->capture_default_str();
    command
        ->add_option("--show", options->show,
                     "what text shows: findings, not-met, all (judgements that were met as well), counts")
        ->check(CLI::IsMember(show_words()))
        ->capture_default_str();
    command->add_option("--evidence", options->evidence, "full, or ids: no quotes and no names in any report")
        ->check(CLI::IsMember({"full", "ids"}))
        ->capture_default_str();
    command->add_option("--colour,--color", options->colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
    command->add_option(
        "--accepted", options->accepted,
        "a CSV list of findings that a manager accepts for a while (see 'plumbline accept'):\n"
        "counted and listed apart, and not by --fail-on");
    command->add_option(
        "--plugin", options->plugin,
        "the folder of one plugin: run it alone, with its own parameters, without installing it");
    command->add_flag("--profile", options->profile, "say on standard error what each plugin took");
    command->add_option("--history", options->history,
                        "keep judgements and counts of this run in a history: a file (SQLite), or a URL\n"
                        "postgresql://…; the same run again replaces itself (see 'plumbline history')");
    command->add_flag("--history-words", options->history_words,
                      "keep findings too, with the words of the plan that show them");
    command->add_flag("--exit-zero", options->exit_zero, "end with 0 where findings would end with 1");
    auto watch = std::make_shared<bool>(false);
    command->add_flag("--watch", *watch, "judge again whenever a plan, a plugin or a rule set is saved");
    command->callback([options, watch, &common, &chosen] {
        chosen = [options, watch, &common] {
            return *watch ? watch_plans(*options, common) : check_plans(*options, common);
        };
    });
    command->footer("Exit: 0 clear; 1 findings at or above --fail-on; 2 could not run; 3 at least one plan "
                    "or check could not\n"
                    "be judged.\n\nExamples:\n"
                    "  plumbline check plans/ --fail-on immediately\n"
                    "  plumbline check 'plans/2024-*/cp-*.xml' --format jsonl\n"
                    "  cat plan.xml | plumbline check - --format json --as-of 2024-04-01");
}

} // namespace plumbline::host
