#pragma once

/// The sub-commands of `plumbline plugin`, one file each.

#include "engine/workspace.hpp"
#include "host/command.hpp"

#include <string>

namespace plumbline::host {

void define_plugin_list(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_new(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_test(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_lint(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_bench(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_console(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_pack(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_install(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_remove(CLI::App& plugin, const Common& common, Chosen& chosen);
void define_plugin_docs(CLI::App& plugin, const Common& common, Chosen& chosen);

/// The plugins that a command is about: every known one, the one of an id, or that of a folder which need not
/// be installed ("my/own-plugin", "./own-plugin", or any name with a slash).
struct ChosenPlugins {
    ChosenPlugins(const std::string& id_or_folder, const Common& common);

    engine::Workspace workspace;
    std::vector<const lua::Plugin*> plugins;

    /// What examples and benches run with: England's calendar, and a day that never changes.
    lua::Surroundings surroundings() const;
};

} // namespace plumbline::host
