#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace plumbline::engine {

/// What a council adds to the program's own.
struct Folders {
    std::vector<std::string> plugins; // folders of plugin folders
    std::vector<std::string> rules;   // folders of rule sets
};

/// Where the program's own plugins and rules are, and what a council adds.
struct Installation {
    std::filesystem::path root;                 // holds plugins/ and rules/
    std::vector<std::filesystem::path> plugins; // folders of plugin folders: ours, then the council's
    std::vector<std::filesystem::path> rules;   // folders of rule sets: ours, then the council's

    std::filesystem::path statutory() const { return root / "rules" / "statutory.lua"; }
    std::filesystem::path words() const { return root / "plugins" / "words"; }
};

/// Looks for plugins/ and rules/ in PLUMBLINE_HOME, else beside the program, in ../share/plumbline, and in
/// the folders above it. Throws UserError when there are none, or when a folder of the council's does not
/// exist.
Installation find_installation(const Folders& more);

} // namespace plumbline::engine
