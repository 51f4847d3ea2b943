#include "host/command.hpp"

#include "host/workspace.hpp"

#include "base/user_error.hpp"
#include "engine/examples.hpp"
#include "lua/stubs.hpp"
#include "report/output.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

namespace plumbline::host {

namespace fs = std::filesystem;

namespace {

ExitCode list(const Common& common) {
    const Workspace workspace(common);
    for (const lua::Plugin& plugin : workspace.catalogue().plugins())
        std::cout << plugin.id << '\t' << (plugin.version.empty() ? "-" : plugin.version) << '\t'
                  << plugin.hash.substr(0, 12) << '\t' << plugin.title << '\n';
    return ExitCode::clear;
}

bool passes(const lua::Plugin& plugin, lua::Worker& worker) {
    const engine::ExampleReport report = engine::run_examples(plugin, worker);
    for (const std::string& failure : report.failures)
        std::cout << failure << '\n';
    std::cout << plugin.id << ": " << report.examples << " examples, " << report.expectations
              << " expectations, " << report.failures.size() << " failed";
    if (report.known_misses > 0) std::cout << ", " << report.known_misses << " known misses";
    std::cout << '\n';
    return report.failures.empty();
}

ExitCode test(const std::string& only, const Common& common) {
    const Workspace workspace(common);
    if (!only.empty() && workspace.catalogue().find(only) == nullptr)
        throw UserError("there is no plugin '" + only + "'; 'plumbline plugin list' names them");
    const lua::Surroundings surroundings{&calendar::WorkingDays::england(), &workspace.intervals(),
                                         *parse_iso_date("2024-04-01")};
    lua::Worker worker(workspace.catalogue(), surroundings);
    bool all_pass = true;
    for (const lua::Plugin& plugin : workspace.catalogue().plugins())
        if (only.empty() || plugin.id == only) all_pass = passes(plugin, worker) && all_pass;
    return all_pass ? ExitCode::clear : ExitCode::findings;
}

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw UserError(FilePosition{file.string(), 0, 0}, "cannot be read");
    std::stringstream content;
    content << stream.rdbuf();
    return content.str();
}

void write(const fs::path& file, const std::string& content) {
    report::Output output(file.string());
    output.stream() << content;
    output.commit();
    std::cerr << "wrote " << file.string() << '\n';
}

ExitCode docs(const std::string& folder) {
    const fs::path page = fs::path(folder) / "plugin-api.md";
    write(fs::path(folder) / "plumbline.lua", lua::lua_stubs());
    write(page, lua::with_reference(content_of(page)));
    return ExitCode::clear;
}

} // namespace

void define_plugin(CLI::App& program, const Common& common, Chosen& chosen) {
    CLI::App* command =
        program.add_subcommand("plugin", "plugins: what there is, and whether their examples hold");
    command->require_subcommand(1);
    command->add_subcommand("list", "every plugin: id, version, hash, title")->callback([&common, &chosen] {
        chosen = [&common] { return list(common); };
    });
    auto folder = std::make_shared<std::string>("docs");
    CLI::App* writing =
        command->add_subcommand("docs", "writes the reference of everything that plugins can reach");
    writing->add_option("folder", *folder, "where plumbline.lua and plugin-api.md are")
        ->capture_default_str();
    writing->callback([folder, &chosen] { chosen = [folder] { return docs(*folder); }; });
    auto only = std::make_shared<std::string>();
    CLI::App* testing = command->add_subcommand("test", "runs the examples of every plugin, or of one");
    testing->add_option("plugin", *only, "the plugin's id");
    testing->callback([only, &common, &chosen] { chosen = [only, &common] { return test(*only, common); }; });
}

} // namespace plumbline::host
