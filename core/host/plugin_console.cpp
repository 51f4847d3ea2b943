#include "host/line_editor.hpp"
#include "host/plan_file.hpp"
#include "host/plugin_commands.hpp"

#include "base/user_error.hpp"
#include "host/check_run.hpp"
#include "lua/console.hpp"

#include <unistd.h>

#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

struct Arguments {
    std::string plan, id, plugin, as_of;
};

constexpr const char* help = R"(Type Lua. The plan is 'plan'; a value is shown with what it holds.
  plan.actions                     every action
  plan.actions[1].task:clauses()   how its words are read
  timescale("within six weeks")    what the host makes of words
  a = plan.actions[1]              kept for later lines
Tab completes names, up and down go through what was typed. Ctrl-D ends.
)";

/// Reads and answers until the input ends. Returns whether a line failed.
bool converse(lua::Console& console, LineEditor& editor) {
    bool failed = false;
    std::string source;
    while (const auto line = editor.read(source.empty() ? "> " : ">> ")) {
        if (source.empty() && (*line == "help" || *line == "?")) {
            std::cout << help;
            continue;
        }
        source += (source.empty() ? "" : "\n") + *line;
        if (source.find_first_not_of(" \t\n") == std::string::npos) {
            source.clear();
            continue;
        }
        const lua::Console::Reply reply = console.run(source);
        if (reply.unfinished) continue;
        source.clear();
        failed = failed || reply.error;
        (reply.error ? std::cerr : std::cout) << reply.text << std::flush;
    }
    if (!source.empty()) {
        std::cerr << "the last statement is not finished\n";
        failed = true;
    }
    return failed;
}

ExitCode run(const Arguments& arguments, const Common& common) {
    const ChosenPlugins chosen(arguments.plugin, common);
    const lua::Plugin* const plugin = arguments.plugin.empty() ? nullptr : chosen.plugins.front();
    const plan::Plan plan = read_one_plan(arguments.plan, arguments.id);
    lua::Surroundings surroundings = chosen.surroundings();
    surroundings.as_of = as_of_date(arguments.as_of);
    lua::Console console(chosen.workspace.catalogue(), plugin, plan, surroundings);
    const bool terminal = ::isatty(STDIN_FILENO) != 0;
    if (terminal)
        std::cerr << "plan " << plan.id << (plugin != nullptr ? ", plugin " + plugin->id : std::string())
                  << "; 'help' says what can be typed\n";
    LineEditor editor([&](std::string_view line) {
        lua::Console::Completion found = console.complete(line);
        return std::pair(found.from, std::move(found.words));
    });
    const bool failed = converse(console, editor);
    return failed && !terminal ? ExitCode::findings : ExitCode::clear;
}

} // namespace

void define_plugin_console(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = plugin.add_subcommand("console", "a Lua prompt with a plan and the host's functions");
    command->add_option("plan", arguments->plan, "a plan's file")->required();
    command->add_option("--id", arguments->id, "the plan's id, where the file holds several");
    command->add_option("--plugin", arguments->plugin,
                        "whose phrases, parameters, models and judge to have: an id, or a folder (with a /)");
    command->add_option("--as-of", arguments->as_of, "the day that as_of is (default: today)");
    command->callback(
        [arguments, &common, &chosen] { chosen = [arguments, &common] { return run(*arguments, common); }; });
}

} // namespace plumbline::host
