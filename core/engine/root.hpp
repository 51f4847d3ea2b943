#pragma once

#include "engine/installation.hpp"

#include <filesystem>
#include <string>

namespace plumbline::engine {

/// The folder that holds plugins/ and rules/: `home` where it is not empty, else PLUMBLINE_HOME, else the
/// first of the folders above `beside`, or share/plumbline in one of them. Throws UserError when there is
/// none.
std::filesystem::path find_root(const std::string& home, const std::filesystem::path& beside);

/// What stands at that root, with what a council adds. Throws UserError when a folder of the council's does
/// not exist.
Installation installation_at(const std::filesystem::path& root, const Folders& more);

} // namespace plumbline::engine
