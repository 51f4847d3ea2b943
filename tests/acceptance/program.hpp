#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace acceptance {

/// What a run of the built program left behind.
struct Run {
    int exit = -1;
    std::string output; // standard output
    std::string errors; // standard error
};

/// Runs the built program from the source folder, without a terminal. `input` goes to its standard input.
Run plumbline(const std::vector<std::string>& arguments, const std::string& input = {},
              const std::vector<std::string>& environment = {});

/// The report of a run with `--format json`; fails the test when standard output is not JSON.
nlohmann::json report_of(const Run& run);

/// A folder that is gone when the test ends.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Writes a file below the folder, making the folders on the way; returns its path.
    std::string write(const std::string& name, const std::string& content) const;

private:
    std::filesystem::path path_;
};

std::string read_file(const std::filesystem::path& path);

/// The smallest plan that can be judged, with this text put in after <people>.
std::string plan_with(const std::string& elements, const std::string& id = "T-1",
                      const std::string& kind = "child-in-need");

} // namespace acceptance
