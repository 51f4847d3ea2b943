#include "host/command.hpp"
#include "host/error_text.hpp"
#include "host/manual_command.hpp"
#include "host/settings_file.hpp"
#include "host/version.hpp"

#include "base/user_error.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <exception>
#include <iostream>

namespace {

using namespace plumbline;

constexpr const char* about =
    R"(Reads children's social-care plans and says, with the words that show it, which of them
do what inspectors have asked plans to do.)";

constexpr const char* examples = R"(Examples:
  plumbline check plans/                        every plan under a folder, findings on the terminal
  plumbline check plans/ --format html=report.html --format json=out.json
  plumbline feedback plans/cp-2041.xml          one page for the author of a plan
  plumbline check container.xml --rule-set cheshire-east-2011
  plumbline explain default/contingency         what a rule asks, and which document says so
  plumbline import cin-census census.xml -o plans.xml
  plumbline coverage --uncovered                what no rule can see
  plumbline calendar add 2024-12-20 20          20 working days after 20 December 2024

Exit: 0 clear; 1 findings; 2 could not run; 3 something could not be judged.

Settings: any option can stand in a settings file (--config) or in PLUMBLINE_<OPTION>; a flag wins, then the
environment.)";

/// Standard output is the report's alone, so the log goes to standard error.
void set_up_log(const host::Common& common) {
    auto logger = spdlog::stderr_color_mt("plumbline");
    logger->set_pattern("plumbline: %^%l%$: %v");
    logger->set_level(common.verbose ? spdlog::level::debug
                      : common.quiet ? spdlog::level::err
                                     : spdlog::level::warn);
    spdlog::set_default_logger(logger);
}

host::ExitCode run(int argc, char** argv) {
    host::Common common;
    host::Chosen chosen;
    std::string settings_file;

    CLI::App program(about, "plumbline");
    program.footer(examples);
    program.set_version_flag("--version", host::version_text());
    program.require_subcommand(1);
    program.fallthrough();
    program.add_option("--plugins", common.plugins, "a folder of further plugins (repeatable)")
        ->allow_extra_args(false);
    program.add_option("--rules", common.rules, "a folder of further rule sets (repeatable)")
        ->allow_extra_args(false);
    program.add_flag("--quiet,-q", common.quiet, "no chatter on standard error; findings and errors stay");
    program.add_flag("--verbose", common.verbose, "say more on standard error");
    program.add_option("--config", settings_file, "a settings file");

    host::define_check(program, common, chosen);
    host::define_accept(program, common, chosen);
    host::define_feedback(program, common, chosen);
    host::define_history(program, common, chosen);
    host::define_moderation(program, common, chosen);
    host::define_rules(program, common, chosen);
    host::define_coverage(program, common, chosen);
    host::define_explain(program, common, chosen);
    host::define_diff(program, common, chosen);
    host::define_plugin(program, common, chosen);
    host::define_import(program, common, chosen);
    host::define_serve(program, common, chosen);
    host::define_text(program, common, chosen);
    host::define_calendar(program, common, chosen);
    host::define_manual(program, chosen);
    host::define_completion(program, chosen);
    host::name_environment(program);

    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
        program.exit(error, std::cout, std::cerr);
        return asked ? host::ExitCode::clear : host::ExitCode::cannot_run;
    }
    set_up_log(common);
    if (!settings_file.empty()) host::apply_settings_file(program, settings_file);
    return chosen();
}

} // namespace

int main(int argc, char** argv) {
    // A closed pipe is a report that could not be written, not the end of the program.
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const UserError& error) {
        std::cerr << host::error_text(error);
    } catch (const std::exception& error) {
        std::cerr << "plumbline: " << error.what()
                  << "\nplumbline: this is a bug in plumbline; please report it\n";
    }
    return static_cast<int>(host::ExitCode::cannot_run);
}
