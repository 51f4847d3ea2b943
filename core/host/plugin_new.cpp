#include "host/plugin_commands.hpp"

#include "host/plugin_template.hpp"

#include "base/user_error.hpp"
#include "lua/manifest.hpp"
#include "report/output.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

namespace plumbline::host {

namespace fs = std::filesystem;

namespace {

struct Arguments {
    std::string id, folder = ".";
};

void refuse_known(const std::string& id, const Common& common) {
    const engine::Workspace workspace(common);
    if (const lua::Plugin* known = workspace.catalogue().find(id))
        throw UserError("there is a plugin '" + id + "' already, in " + known->folder.generic_string() +
                        "; nothing is shadowed, so choose another name");
}

ExitCode create(const Arguments& arguments, const Common& common) {
    if (!lua::is_kebab_case(arguments.id))
        throw UserError("'" + arguments.id +
                        "' is no id; expected lower-case words joined by hyphens, such as own-views");
    const fs::path folder = fs::path(arguments.folder) / arguments.id;
    std::error_code error;
    if (fs::exists(folder, error))
        throw UserError(FilePosition{folder.generic_string(), 0, 0}, "is there already; nothing was written");
    refuse_known(arguments.id, common);
    for (const auto& [name, content] : plugin_files(arguments.id)) {
        const fs::path file = folder / name;
        fs::create_directories(file.parent_path(), error);
        if (error)
            throw UserError(FilePosition{file.parent_path().generic_string(), 0, 0},
                            "cannot be made: " + error.message());
        report::Output output(file.string());
        output.stream() << content;
        output.commit();
        std::cout << "wrote " << file.lexically_normal().generic_string() << '\n';
    }
    const std::string named =
        fs::path(arguments.folder) == "." ? "./" + arguments.id : folder.generic_string();
    std::cout << "\nIt works as it is. Next:\n"
              << "  plumbline plugin test " << named << "             its examples\n"
              << "  plumbline plugin lint " << named << "             what is unused, missing or misspelt\n"
              << "  plumbline check PLANS --plugin " << named << "    what it says of your plans\n";
    return ExitCode::clear;
}

} // namespace

void define_plugin_new(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        plugin.add_subcommand("new", "writes a small plugin that works, with examples, to start from");
    command->add_option("name", arguments->id, "its id: lower-case words joined by hyphens")->required();
    command->add_option("--in", arguments->folder, "the folder that its own folder is made in")
        ->capture_default_str();
    command->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return create(*arguments, common); };
    });
}

} // namespace plumbline::host
