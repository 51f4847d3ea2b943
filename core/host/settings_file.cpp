#include "host/settings_file.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace plumbline::host {

namespace {

std::string environment_name(const std::string& option) {
    std::string name = "PLUMBLINE_";
    for (const char c : option)
        name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

/// The line that sets this key in this section; 0 when it cannot be told.
std::uint32_t line_of(const std::string& text, const std::string& section, const std::string& key) {
    std::istringstream lines(text);
    std::string line;
    std::string current;
    for (std::uint32_t number = 1; std::getline(lines, line); ++number) {
        line.erase(0, line.find_first_not_of(" \t"));
        if (line.starts_with('[')) current = line.substr(1, line.find(']') - 1);
        if (current != section || !line.starts_with(key)) continue;
        const std::size_t after = line.find_first_not_of(" \t", key.size());
        if (after != std::string::npos && line[after] == '=') return number;
    }
    return 0;
}

CLI::App* find_command(CLI::App& app, const std::string& name) {
    const auto found = app.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == name; });
    return found.empty() ? nullptr : found.front();
}

CLI::App* command_of(CLI::App& program, const std::vector<std::string>& parents) {
    CLI::App* app = &program;
    for (const std::string& parent : parents) {
        app = find_command(*app, parent);
        if (app == nullptr) return nullptr;
    }
    return app;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : ".") + word;
    return out;
}

void apply(CLI::App& program, const CLI::ConfigItem& item, const std::string& file, const std::string& text) {
    if (item.name == "++" || item.name == "--") return; // CLI11's marks of a section's start and end
    const std::string section = joined(item.parents);
    const FilePosition place{file, line_of(text, section, item.name), 0};
    CLI::App* command = command_of(program, item.parents);
    if (command == nullptr) throw UserError(place, "there is no command '" + section + "'");
    CLI::Option* option = command->get_option_no_throw("--" + item.name);
    if (option == nullptr)
        throw UserError(place, "unknown setting '" + item.name + "'; expected an option of " +
                                   (section.empty() ? "plumbline" : "plumbline " + section) +
                                   " without its dashes");
    if (option->count() > 0 || (!item.parents.empty() && !command->parsed())) return;
    try {
        option->add_result(item.inputs);
        option->run_callback();
    } catch (const CLI::ParseError& error) {
        throw UserError(place, error.what());
    }
}

void name_options(CLI::App& app) {
    for (CLI::Option* option : app.get_options()) {
        if (option->get_lnames().empty()) continue;
        const std::string& name = option->get_lnames().front();
        if (name != "help" && name != "version") option->envname(environment_name(name));
    }
    for (CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
        name_options(*sub);
}

} // namespace

void apply_settings_file(CLI::App& program, const std::string& file) {
    std::ifstream stream(file);
    if (!stream)
        throw UserError(FilePosition{file, 0, 0}, std::string("cannot be read: ") + std::strerror(errno));
    std::stringstream text;
    text << stream.rdbuf();
    std::istringstream again(text.str());
    std::vector<CLI::ConfigItem> items;
    try {
        items = CLI::ConfigTOML().from_config(again);
    } catch (const CLI::Error& error) {
        throw UserError(FilePosition{file, 0, 0}, error.what());
    }
    for (const CLI::ConfigItem& item : items)
        apply(program, item, file, text.str());
}

void name_environment(CLI::App& program) {
    name_options(program);
}

} // namespace plumbline::host
