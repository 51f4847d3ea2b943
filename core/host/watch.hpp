#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace plumbline::host {

/// Folders with everything beneath, and files with what stands beside them, that somebody may save while the
/// program waits. Throws UserError when the system cannot watch them.
class Watch {
public:
    explicit Watch(const std::vector<std::filesystem::path>& paths);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// Waits until one of them is saved, renamed or removed, and until saving has paused for a moment.
    /// Returns what changed first.
    std::string wait();

private:
    void add_one(const std::filesystem::path& folder);
    void add(const std::filesystem::path& folder); // and those beneath it
    /// The name of the first change that matters among the events that are there; empty for none.
    std::string read_events();

    int file_ = -1;
    std::map<int, std::filesystem::path> folders_; // by watch descriptor
};

} // namespace plumbline::host
