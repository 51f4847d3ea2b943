#pragma once

#include <string>
#include <utility>
#include <vector>

namespace plumbline::host {

/// The files of a new plugin, by path within its folder: a small check that works, its examples, its README,
/// and what an editor with the Lua language server needs.
std::vector<std::pair<std::string, std::string>> plugin_files(const std::string& id);

} // namespace plumbline::host
