#include "host/plugin_commands.hpp"

#include "engine/lint.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

ExitCode lint(const std::string& only, const Common& common) {
    const ChosenPlugins chosen(only, common);
    const lua::Surroundings surroundings = chosen.surroundings();
    std::size_t problems = 0;
    for (const lua::Plugin* plugin : chosen.plugins)
        for (const engine::LintProblem& problem :
             engine::lint(chosen.workspace.catalogue(), *plugin, surroundings)) {
            const std::string place = to_string(problem.at);
            std::cout << place << (place.empty() ? "" : ": ") << problem.message << '\n';
            ++problems;
        }
    std::cout << chosen.plugins.size() << (chosen.plugins.size() == 1 ? " plugin, " : " plugins, ")
              << problems << (problems == 1 ? " problem" : " problems") << '\n';
    return problems == 0 ? ExitCode::clear : ExitCode::findings;
}

} // namespace

void define_plugin_lint(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto only = std::make_shared<std::string>();
    CLI::App* command = plugin.add_subcommand(
        "lint", "names that do not exist, what is never used, missing advice, examples and explanations");
    command->add_option("plugin", *only, "a plugin's id, or its folder (with a /)");
    command->callback([only, &common, &chosen] { chosen = [only, &common] { return lint(*only, common); }; });
}

} // namespace plumbline::host
