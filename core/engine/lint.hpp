#pragma once

/// What a plugin's author would rather hear before anybody else does: `plumbline plugin lint`.

#include "base/user_error.hpp"
#include "engine/checker.hpp"

#include <string>
#include <vector>

namespace plumbline::engine {

struct LintProblem {
    FilePosition at;
    std::string message; // what is wrong, and what to do
};

/// Reads the plugin's files and runs its examples: names that do not exist, parameters, phrases and models
/// that nothing uses, findings without advice, criteria without examples, what the README leaves out. Empty:
/// clean.
std::vector<LintProblem> lint(const lua::Catalogue& catalogue, const lua::Plugin& plugin,
                              const lua::Surroundings& surroundings);

} // namespace plumbline::engine
