#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace plumbline::host {

/// Gives every option of the chosen command that neither a flag nor PLUMBLINE_… set the value that the
/// settings file has for it. The file is in CLI11's TOML form:
///
///     jobs = 2
///     [check]
///     rule-set = "example-council"
///
/// Throws UserError with file and line for a key that no option has, or a value that the option refuses.
void apply_settings_file(CLI::App& program, const std::string& file);

/// Lets every option be set by PLUMBLINE_<NAME> ("--fail-on" by PLUMBLINE_FAIL_ON).
void name_environment(CLI::App& program);

} // namespace plumbline::host
