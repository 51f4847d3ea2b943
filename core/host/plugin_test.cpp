#include "host/error_text.hpp"
#include "host/plugin_commands.hpp"

#include "engine/examples.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

/// A failure's first line, and beneath it why the plugin could not judge, with the source.
void print(const std::string& failure) {
    const std::size_t end = failure.find('\n');
    std::cout << failure.substr(0, end) << '\n';
    if (end == std::string::npos) return;
    const std::string why = failure.substr(end + 1);
    std::cout << "  " << why << '\n' << source_of(why);
}

bool passes(const lua::Plugin& plugin, lua::Worker& worker) {
    const engine::ExampleReport report = engine::run_examples(plugin, worker);
    for (const std::string& failure : report.failures)
        print(failure);
    std::cout << plugin.id << ": " << report.examples << " examples, " << report.expectations
              << " expectations, " << report.failures.size() << " failed";
    if (report.known_misses > 0) std::cout << ", " << report.known_misses << " known misses";
    std::cout << '\n';
    return report.failures.empty();
}

ExitCode test(const std::string& only, const Common& common) {
    const ChosenPlugins chosen(only, common);
    const lua::Surroundings surroundings = chosen.surroundings();
    lua::Worker worker(chosen.workspace.catalogue(), surroundings);
    bool all_pass = true;
    for (const lua::Plugin* plugin : chosen.plugins)
        all_pass = passes(*plugin, worker) && all_pass;
    return all_pass ? ExitCode::clear : ExitCode::findings;
}

} // namespace

void define_plugin_test(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto only = std::make_shared<std::string>();
    CLI::App* command = plugin.add_subcommand("test", "runs the examples of every plugin, or of one");
    command->add_option("plugin", *only, "a plugin's id, or its folder (with a /)");
    command->callback([only, &common, &chosen] { chosen = [only, &common] { return test(*only, common); }; });
}

} // namespace plumbline::host
