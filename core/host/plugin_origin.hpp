#pragma once

/// Where an installed plugin came from: kept in a hidden file of its folder, which is no part of the plugin.

#include <filesystem>
#include <optional>
#include <string>

namespace plumbline::host {

struct Origin {
    std::string file;        // name of the file that it was installed from
    std::string file_sha256; // of that file
    std::string hash;        // of the plugin as it was installed
};

void write_origin(const std::filesystem::path& folder, const Origin& origin);
/// Empty for a plugin that was not installed from a file.
std::optional<Origin> read_origin(const std::filesystem::path& folder);

} // namespace plumbline::host
