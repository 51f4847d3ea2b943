#pragma once

#include <string>
#include <vector>

namespace plumbline::plan {

/// A file that a path of the user led to.
struct FoundFile {
    std::string path;    // as the user would write it; "-" for standard input
    bool named = false;  // the user named this very file; otherwise a directory or a pattern led to it
    std::string problem; // why a directory could not be searched
};

/// The files behind files, directories (searched for *.xml), patterns and "-", in the order to read them,
/// each once. In patterns, "*", "?" and "[…]" stay within a name and "**" stands for any directories or none.
/// Throws UserError naming every path that does not exist; a directory or pattern without files adds nothing.
std::vector<FoundFile> find_files(const std::vector<std::string>& paths);

} // namespace plumbline::plan
