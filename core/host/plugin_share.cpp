/// plugin pack, install, remove.

#include "host/plugin_archive.hpp"
#include "host/plugin_commands.hpp"
#include "host/plugin_origin.hpp"

#include "base/hash.hpp"
#include "base/user_error.hpp"
#include "engine/examples.hpp"

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

namespace plumbline::host {

namespace fs = std::filesystem;

namespace {

std::string hash_of_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw UserError(FilePosition{file.generic_string(), 0, 0}, "cannot be read");
    return sha256(std::string{std::istreambuf_iterator<char>{in}, {}});
}

engine::ExampleReport tested(const lua::Catalogue& catalogue, const lua::Plugin& plugin,
                             const lua::Surroundings& surroundings) {
    lua::Worker worker(catalogue, surroundings);
    return engine::run_examples(plugin, worker);
}

/// Throws UserError when the plugin's own examples do not hold.
engine::ExampleReport require_tests(const lua::Catalogue& catalogue, const lua::Plugin& plugin,
                                    const lua::Surroundings& surroundings) {
    engine::ExampleReport report = tested(catalogue, plugin, surroundings);
    if (!report.failures.empty())
        throw UserError(plugin.id + " does not pass its own tests: " + report.failures.front());
    return report;
}

std::string tests_text(const engine::ExampleReport& report) {
    return std::to_string(report.expectations - report.failures.size()) + " of " +
           std::to_string(report.expectations) + " expectations hold";
}

ExitCode pack(const std::string& named, std::string output, const Common& common) {
    const ChosenPlugins chosen(named, common);
    const lua::Plugin& plugin = *chosen.plugins.front();
    const auto report = require_tests(chosen.workspace.catalogue(), plugin, chosen.surroundings());
    if (output.empty()) output = plugin.id + (plugin.version.empty() ? "" : "-" + plugin.version) + ".tar";
    pack_folder(plugin.folder, output);
    std::cout << "wrote " << output << "\n  plugin   " << plugin.id << ' ' << plugin.version
              << "\n  hash     " << plugin.hash << "\n  sha256   " << hash_of_file(output)
              << "  (of the file)\n  tests    " << tests_text(report) << '\n';
    return ExitCode::clear;
}

/// A folder beside the plugins that is gone, with all in it, unless its content was moved.
class Scratch {
public:
    explicit Scratch(const fs::path& beside) : path_(beside / (".installing-" + std::to_string(::getpid()))) {
        std::error_code error;
        fs::create_directories(path_, error);
        if (error)
            throw UserError(FilePosition{path_.generic_string(), 0, 0}, "cannot be made: " + error.message());
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

fs::path council_folder(const std::string& into, const Common& common) {
    if (!into.empty()) return into;
    if (!common.plugins.empty()) return common.plugins.front();
    throw UserError(
        "where to? Name your folder of plugins: --into FOLDER, or --plugins FOLDER, PLUMBLINE_PLUGINS or a "
        "settings file, which check reads as well");
}

/// The new plugin in place of the old one of that id, or neither changed.
void put_in_place(const fs::path& made, const fs::path& wanted, const fs::path& scratch) {
    std::error_code error;
    if (fs::exists(wanted, error)) fs::rename(wanted, scratch / ".old", error);
    if (!error) fs::rename(made, wanted, error);
    if (error) {
        std::error_code ignored;
        if (!fs::exists(wanted, ignored)) fs::rename(scratch / ".old", wanted, ignored);
        throw UserError(FilePosition{wanted.generic_string(), 0, 0}, "cannot be written: " + error.message());
    }
}

ExitCode install(const std::string& file, const std::string& into, bool replace, const Common& common) {
    const fs::path folder = council_folder(into, common);
    std::error_code error;
    fs::create_directories(folder, error);
    const Scratch scratch(folder);
    const fs::path made = unpack_file(file, scratch.path());
    const fs::path wanted = folder / made.filename();
    const engine::Workspace ours(Common{});
    if (const lua::Plugin* known = ours.catalogue().find(made.filename().string()))
        throw UserError("the id '" + known->id + "' is that of a plugin of ours, " +
                        known->folder.generic_string() + "; nothing is shadowed");
    if (fs::exists(wanted, error) && !replace)
        throw UserError(FilePosition{wanted.generic_string(), 0, 0},
                        "is installed already; --replace puts the new one in its place");
    const lua::Catalogue catalogue = lua::Catalogue::load_one(made, ours.installation().words());
    const lua::Plugin& plugin = catalogue.plugins().front();
    const lua::Surroundings surroundings{&calendar::WorkingDays::england(), &ours.intervals(),
                                         *parse_iso_date("2024-04-01")};
    const auto report = require_tests(catalogue, plugin, surroundings);
    const std::string sha = hash_of_file(file);
    write_origin(made, {fs::path(file).filename().string(), sha, plugin.hash});
    put_in_place(made, wanted, scratch.path());
    std::cout << "installed " << wanted.generic_string() << "\n  plugin   " << plugin.id << ' '
              << plugin.version << "\n  hash     " << plugin.hash << "\n  sha256   " << sha
              << "  (of the file)\n  tests    " << tests_text(report) << "\nUse it with --plugins "
              << folder.generic_string() << '\n';
    return ExitCode::clear;
}

ExitCode remove(const std::string& id, bool changed, const Common& common) {
    const engine::Workspace workspace(common);
    const lua::Plugin* plugin = workspace.catalogue().find(id);
    if (plugin == nullptr)
        throw UserError("there is no plugin '" + id +
                        "' in what --plugins names; 'plumbline plugin list' names them");
    const auto origin = read_origin(plugin->folder);
    if (!origin)
        throw UserError(FilePosition{plugin->folder.generic_string(), 0, 0},
                        "was not installed from a file, so it is not removed; delete the folder yourself");
    if (origin->hash != plugin->hash && !changed)
        throw UserError(FilePosition{plugin->folder.generic_string(), 0, 0},
                        "was changed since it was installed; --changed removes it all the same");
    std::error_code error;
    fs::remove_all(plugin->folder, error);
    if (error)
        throw UserError(FilePosition{plugin->folder.generic_string(), 0, 0},
                        "cannot be removed: " + error.message());
    std::cout << "removed " << plugin->folder.generic_string() << '\n';
    return ExitCode::clear;
}

} // namespace

void define_plugin_pack(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto named = std::make_shared<std::string>();
    auto output = std::make_shared<std::string>();
    CLI::App* command = plugin.add_subcommand("pack", "a plugin as one file, to share");
    command->add_option("plugin", *named, "a plugin's id, or its folder (with a /)")->required();
    command->add_option("--output,-o", *output, "the file (default: its id and version, .tar)");
    command->callback([named, output, &common, &chosen] {
        chosen = [named, output, &common] { return pack(*named, *output, common); };
    });
}

void define_plugin_install(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto file = std::make_shared<std::string>();
    auto into = std::make_shared<std::string>();
    auto replace = std::make_shared<bool>(false);
    CLI::App* command = plugin.add_subcommand(
        "install", "puts a packed plugin, if it passes its tests, in your folder of plugins");
    command->add_option("file", *file, "what 'plugin pack' wrote")->required();
    command->add_option("--into", *into, "your folder of plugins (default: the first of --plugins)");
    command->add_flag("--replace", *replace, "in place of the one that is installed");
    command->callback([file, into, replace, &common, &chosen] {
        chosen = [file, into, replace, &common] { return install(*file, *into, *replace, common); };
    });
}

void define_plugin_remove(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto id = std::make_shared<std::string>();
    auto changed = std::make_shared<bool>(false);
    CLI::App* command = plugin.add_subcommand("remove", "removes a plugin that was installed from a file");
    command->add_option("plugin", *id, "its id")->required();
    command->add_flag("--changed", *changed, "even if its files were changed since");
    command->callback([id, changed, &common, &chosen] {
        chosen = [id, changed, &common] { return remove(*id, *changed, common); };
    });
}

} // namespace plumbline::host
