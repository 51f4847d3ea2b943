#include "host/plugin_commands.hpp"

namespace plumbline::host {

void define_plugin(CLI::App& program, const Common& common, Chosen& chosen) {
    CLI::App* command = program.add_subcommand("plugin", "plugins: start, test, measure and share them");
    command->require_subcommand(1);
    define_plugin_new(*command, common, chosen);
    define_plugin_test(*command, common, chosen);
    define_plugin_lint(*command, common, chosen);
    define_plugin_bench(*command, common, chosen);
    define_plugin_console(*command, common, chosen);
    define_plugin_list(*command, common, chosen);
    define_plugin_pack(*command, common, chosen);
    define_plugin_install(*command, common, chosen);
    define_plugin_remove(*command, common, chosen);
    define_plugin_docs(*command, common, chosen);
}

} // namespace plumbline::host
