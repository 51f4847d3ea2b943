#include "host/syntax.hpp"

namespace plumbline::host {

namespace {

/// CLI11 writes a list of choices as "TEXT:{a,b,c}".
std::vector<std::string> choices_in(const std::string& type) {
    std::vector<std::string> choices;
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return choices;
    for (std::size_t at = open + 1; at <= close;) {
        const std::size_t end = std::min(type.find(',', at), close);
        choices.push_back(type.substr(at, end - at));
        at = end + 1;
    }
    return choices;
}

OptionSyntax option_syntax(const CLI::Option& option) {
    OptionSyntax syntax;
    for (const std::string& name : option.get_lnames())
        syntax.names.push_back("--" + name);
    for (const std::string& name : option.get_snames())
        syntax.names.push_back("-" + name);
    if (option.get_items_expected_max() > 0) {
        const std::string type = option.get_type_name();
        syntax.placeholder = syntax.names.empty() ? option.get_name() : type.substr(0, type.find(':'));
        syntax.choices = choices_in(type);
        syntax.preset = option.get_default_str();
    }
    syntax.description = option.get_description();
    syntax.required = option.get_required();
    syntax.repeatable = option.get_items_expected_max() > 1;
    return syntax;
}

CommandSyntax command_syntax(const CLI::App& app, const std::string& parents, const std::string& footer) {
    CommandSyntax syntax;
    syntax.words = parents.empty() ? app.get_name() : parents + " " + app.get_name();
    syntax.description = app.get_description();
    if (app.get_footer() != footer) syntax.footer = app.get_footer();
    for (const CLI::Option* option : app.get_options())
        (option->nonpositional() ? syntax.options : syntax.positionals).push_back(option_syntax(*option));
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
        syntax.commands.push_back(command_syntax(*sub, syntax.words, app.get_footer()));
    return syntax;
}

} // namespace

CommandSyntax syntax_of(const CLI::App& program) {
    return command_syntax(program, "", "");
}

} // namespace plumbline::host
