#include "host/plugin_commands.hpp"

#include "base/user_error.hpp"
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

void define_plugin_docs(CLI::App& plugin, const Common& /*common*/, Chosen& chosen) {
    auto folder = std::make_shared<std::string>("docs");
    CLI::App* command =
        plugin.add_subcommand("docs", "writes the reference of everything that plugins can reach");
    command->add_option("folder", *folder, "where plumbline.lua and plugin-api.md are")
        ->capture_default_str();
    command->callback([folder, &chosen] { chosen = [folder] { return docs(*folder); }; });
}

} // namespace plumbline::host
