#include "engine/installation.hpp"

#include "engine/root.hpp"

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

fs::path program() {
    std::error_code error;
    const fs::path file = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path() / "plumbline" : file;
}

fs::path named_root(const std::string& folder, const std::string& who) {
    if (!is_root(folder))
        throw UserError(FilePosition{folder, 0, 0}, who + " holds no folders plugins/ and rules/");
    return folder;
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

fs::path find_root(const std::string& home, const fs::path& beside) {
    if (!home.empty()) return named_root(home, "the home that was given");
    if (const char* set = std::getenv("PLUMBLINE_HOME"); set != nullptr && *set != '\0')
        return named_root(set, "PLUMBLINE_HOME");
    const fs::path start = beside.parent_path();
    for (fs::path folder = start; folder != folder.parent_path(); folder = folder.parent_path()) {
        if (fs::path share = folder / "share" / "plumbline"; is_root(share)) return share;
        if (is_root(folder)) return folder;
    }
    throw UserError("the folders plugins/ and rules/ were not found in or above " + start.generic_string() +
                    "; set PLUMBLINE_HOME to the folder that holds them");
}

Installation installation_at(const fs::path& root, const Folders& more) {
    Installation found;
    found.root = root;
    found.plugins = with_own(root / "plugins", more.plugins);
    found.rules = with_own(root / "rules", more.rules);
    return found;
}

Installation find_installation(const Folders& more) {
    return installation_at(find_root("", program()), more);
}

} // namespace plumbline::engine
