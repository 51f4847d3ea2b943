#pragma once

/// A plugin's folder as one file, and back: a plain tar that is the same for the same files wherever and
/// whenever it is made.

#include <filesystem>
#include <string>

namespace plumbline::host {

/// Writes every file of the folder (hidden ones left out), under the folder's name. Throws UserError for
/// links and other things that are no files, and for a file that cannot be written.
void pack_folder(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Writes what the file holds beneath `into`, which must exist, and returns the one folder that it has.
/// Nothing is ever written outside it. Throws UserError, with the name of the entry, for links, devices,
/// paths that are absolute or lead upwards, hidden files, more than one folder, and more than a plugin can
/// sensibly be.
std::filesystem::path unpack_file(const std::filesystem::path& file, const std::filesystem::path& into);

} // namespace plumbline::host
