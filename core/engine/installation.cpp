#include "engine/installation.hpp"

#include "base/user_error.hpp"

#include <cstdlib>
#include <system_error>

namespace plumbline::engine {

namespace fs = std::filesystem;

namespace {

bool is_root(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "plugins", ignored) && fs::is_directory(folder / "rules", ignored);
}

fs::path program_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path() : program.parent_path();
}

fs::path find_root() {
    if (const char* home = std::getenv("PLUMBLINE_HOME"); home != nullptr && *home != '\0') {
        if (!is_root(home))
            throw UserError(FilePosition{home, 0, 0}, "PLUMBLINE_HOME holds no folders plugins/ and rules/");
        return home;
    }
    const fs::path start = program_folder();
    if (const fs::path share = start.parent_path() / "share" / "plumbline"; is_root(share)) return share;
    for (fs::path folder = start; folder != folder.parent_path(); folder = folder.parent_path())
        if (is_root(folder)) return folder;
    throw UserError(
        "the folders plugins/ and rules/ were not found beside the program; set PLUMBLINE_HOME to the "
        "folder that holds them");
}

std::vector<fs::path> with_own(const fs::path& own, const std::vector<std::string>& more) {
    std::vector<fs::path> folders{own};
    for (const std::string& folder : more) {
        std::error_code ignored;
        if (!fs::is_directory(folder, ignored))
            throw UserError(FilePosition{folder, 0, 0},
                            "no such folder; expected a folder of plugins or rule sets");
        folders.emplace_back(folder);
    }
    return folders;
}

} // namespace

Installation find_installation(const Folders& more) {
    Installation found;
    found.root = find_root();
    found.plugins = with_own(found.root / "plugins", more.plugins);
    found.rules = with_own(found.root / "rules", more.rules);
    return found;
}

} // namespace plumbline::engine
