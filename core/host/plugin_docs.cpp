#include "host/plugin_commands.hpp"

#include "base/user_error.hpp"
#include "engine/workspace.hpp"
#include "lua/stubs.hpp"
#include "report/output.hpp"
#include "report/plugin_page.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

namespace plumbline::host {

namespace fs = std::filesystem;

namespace {

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

/// A page for each plugin, and their list.
void write_rule_pages(const fs::path& folder, const engine::Workspace& workspace) {
    fs::create_directories(folder);
    std::vector<standard::RuleSet> rule_sets;
    for (const std::string& id : workspace.library().ids())
        rule_sets.push_back(workspace.library().load(id));
    write(folder / "README.md", report::plugin_index(workspace.catalogue().plugins()));
    for (const lua::Plugin& plugin : workspace.catalogue().plugins())
        write(folder / (plugin.id + ".md"), report::plugin_page(plugin, rule_sets));
}

ExitCode docs(const std::string& folder, const Common& common) {
    const fs::path page = fs::path(folder) / "plugin-api.md";
    write(fs::path(folder) / "plumbline.lua", lua::lua_stubs());
    write(page, lua::with_reference(content_of(page)));
    write_rule_pages(fs::path(folder) / "rules", engine::Workspace(common));
    return ExitCode::clear;
}

} // namespace

void define_plugin_docs(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto folder = std::make_shared<std::string>("docs");
    CLI::App* command = plugin.add_subcommand(
        "docs", "writes the reference of what plugins can reach, and a page for each plugin");
    command->add_option("folder", *folder, "where plumbline.lua and plugin-api.md are")
        ->capture_default_str();
    command->callback(
        [folder, &common, &chosen] { chosen = [folder, &common] { return docs(*folder, common); }; });
}

} // namespace plumbline::host
