#pragma once

#include "host/exit_code.hpp"

#include "engine/installation.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace plumbline::host {

/// Options that every command understands.
struct Common : engine::Folders {
    bool quiet = false;
    bool verbose = false;
};

/// What the command line chose; main runs it once all arguments are understood.
using Chosen = std::function<ExitCode()>;

// Each defines one command (and its sub-commands) and sets `chosen` when it was asked for.
void define_check(CLI::App& program, const Common& common, Chosen& chosen);
void define_accept(CLI::App& program, const Common& common, Chosen& chosen);
void define_feedback(CLI::App& program, const Common& common, Chosen& chosen);
void define_history(CLI::App& program, const Common& common, Chosen& chosen);
void define_moderation(CLI::App& program, const Common& common, Chosen& chosen);
void define_rules(CLI::App& program, const Common& common, Chosen& chosen);
void define_coverage(CLI::App& program, const Common& common, Chosen& chosen);
void define_diff(CLI::App& program, const Common& common, Chosen& chosen);
void define_explain(CLI::App& program, const Common& common, Chosen& chosen);
void define_calendar(CLI::App& program, const Common& common, Chosen& chosen);
void define_plugin(CLI::App& program, const Common& common, Chosen& chosen);
void define_import(CLI::App& program, const Common& common, Chosen& chosen);
void define_serve(CLI::App& program, const Common& common, Chosen& chosen);
void define_text(CLI::App& program, const Common& common, Chosen& chosen);

} // namespace plumbline::host
