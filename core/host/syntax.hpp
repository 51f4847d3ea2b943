#pragma once

/// What the command line understands, as plain values: the manual page and the completion are made of it,
/// so that neither can say anything else than the program does.

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace plumbline::host {

struct OptionSyntax {
    std::vector<std::string> names;   // with dashes, the long ones first; empty for a positional
    std::string placeholder;          // "TEXT", a positional's own name; empty for a flag
    std::vector<std::string> choices; // what it takes, where that is a short list
    std::string preset;               // its default, where the program shows one
    std::string description;
    bool required = false;
    bool repeatable = false;

    bool takes_value() const { return !placeholder.empty(); }
};

struct CommandSyntax {
    std::string words; // "plumbline plugin new"
    std::string description;
    std::string footer; // examples, exit codes; empty where it is its parent's
    std::vector<OptionSyntax> positionals;
    std::vector<OptionSyntax> options;
    std::vector<CommandSyntax> commands;
};

CommandSyntax syntax_of(const CLI::App& program);

} // namespace plumbline::host
