#include "host/page.hpp"
#include "host/plugin_commands.hpp"
#include "host/plugin_origin.hpp"

#include "engine/examples.hpp"
#include "report/json.hpp"
#include "report/table.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

/// "ours"; the file that it was installed from, and whether it is still that; the folder of a council's own.
std::string origin_of(const lua::Plugin& plugin, const engine::Workspace& workspace) {
    const auto folder = plugin.folder.parent_path().lexically_normal();
    if (folder == workspace.installation().plugins.front().lexically_normal()) return "ours";
    const auto origin = read_origin(plugin.folder);
    if (!origin) return folder.generic_string();
    return origin->file + (origin->hash == plugin.hash ? "" : ", changed since");
}

struct Listed {
    const lua::Plugin* plugin = nullptr;
    std::string origin;
    engine::ExampleReport tests;
};

std::string tests_text(const engine::ExampleReport& tests) {
    const std::size_t failed = std::min(tests.failures.size(), tests.expectations);
    return std::to_string(tests.expectations - failed) + " of " + std::to_string(tests.expectations);
}

std::string list_text(const std::vector<Listed>& plugins) {
    report::Table table({{"plugin"},
                         {"version"},
                         {"hash"},
                         {"tests passed", true},
                         {"origin", false, true},
                         {"title", false, true}});
    for (const Listed& one : plugins)
        table.add({one.plugin->id, one.plugin->version.empty() ? "-" : one.plugin->version,
                   one.plugin->hash.substr(0, 12), tests_text(one.tests), one.origin,
                   report::clean(one.plugin->title)},
                  one.tests.failures.empty() ? report::Tone::plain : report::Tone::bad);
    return table.to_string(output_page());
}

std::string list_json(const std::vector<Listed>& plugins) {
    report::Json json = report::Json::array();
    for (const Listed& one : plugins)
        json.push_back({{"id", one.plugin->id},
                        {"title", one.plugin->title},
                        {"version", one.plugin->version},
                        {"hash", one.plugin->hash},
                        {"origin", one.origin},
                        {"folder", one.plugin->folder.generic_string()},
                        {"expectations", one.tests.expectations},
                        {"failures", one.tests.failures.size()}});
    return report::dump_indented(json) + "\n";
}

ExitCode list(const std::string& format, const Common& common) {
    const engine::Workspace workspace(common);
    const lua::Surroundings surroundings{&calendar::WorkingDays::england(), &workspace.intervals(),
                                         *parse_iso_date("2024-04-01")};
    lua::Worker worker(workspace.catalogue(), surroundings);
    std::vector<Listed> plugins;
    for (const lua::Plugin& plugin : workspace.catalogue().plugins())
        plugins.push_back({&plugin, origin_of(plugin, workspace), engine::run_examples(plugin, worker)});
    std::cout << (format == "json" ? list_json(plugins) : list_text(plugins));
    return ExitCode::clear;
}

} // namespace

void define_plugin_list(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto format = std::make_shared<std::string>("text");
    CLI::App* command = plugin.add_subcommand(
        "list", "every plugin: version, hash, whether its tests pass, where it is from");
    command->add_option("--format", *format, "text or json")->check(CLI::IsMember({"text", "json"}));
    command->callback(
        [format, &common, &chosen] { chosen = [format, &common] { return list(*format, common); }; });
}

} // namespace plumbline::host
