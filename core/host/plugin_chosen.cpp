#include "host/plugin_commands.hpp"

#include "base/user_error.hpp"

#include <filesystem>

namespace plumbline::host {

namespace fs = std::filesystem;

namespace {

bool names_folder(const std::string& id_or_folder) {
    std::error_code ignored;
    return id_or_folder == "." || id_or_folder.find('/') != std::string::npos ||
           fs::exists(fs::path(id_or_folder) / "plugin.lua", ignored);
}

/// The folder, if that is what was named and no known plugin has it as its id.
std::string folder_of(const std::string& id_or_folder, const Common& common) {
    if (id_or_folder.empty() || !names_folder(id_or_folder)) return {};
    const bool may_be_id = id_or_folder.find('/') == std::string::npos && id_or_folder != ".";
    if (may_be_id && engine::Workspace(common).catalogue().find(id_or_folder) != nullptr) return {};
    return id_or_folder;
}

} // namespace

ChosenPlugins::ChosenPlugins(const std::string& id_or_folder, const Common& common)
    : workspace(common, folder_of(id_or_folder, common)) {
    const lua::Catalogue& catalogue = workspace.catalogue();
    const bool all = id_or_folder.empty() || workspace.is_alone();
    if (!all && catalogue.find(id_or_folder) == nullptr)
        throw UserError("there is no plugin '" + id_or_folder +
                        "'; 'plumbline plugin list' names them, and a "
                        "path with a / names a folder that is not installed");
    for (const lua::Plugin& plugin : catalogue.plugins())
        if (all || plugin.id == id_or_folder) plugins.push_back(&plugin);
}

lua::Surroundings ChosenPlugins::surroundings() const {
    return {&calendar::WorkingDays::england(), &workspace.intervals(), *parse_iso_date("2024-04-01")};
}

} // namespace plumbline::host
