#include "databases.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace databases {

namespace {

namespace fs = std::filesystem;

void run(const std::string& command) {
    if (std::system(command.c_str()) != 0)
        throw std::runtime_error("failed: " + command); // NOLINT: tests only
}

fs::path new_folder() {
    std::string pattern = (fs::temp_directory_path() / "plumbline-history-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    return pattern;
}

/// The newest of Debian's.
fs::path programs() {
    fs::path newest;
    for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql"))
        newest = std::max(newest, entry.path() / "bin");
    return newest;
}

/// A cluster of its own in a temporary folder, reached by a socket there; initdb refuses root, so root hands
/// over to nobody.
class Cluster {
public:
    Cluster() : folder_(new_folder()), as_(::getuid() == 0 ? "runuser -u nobody -- " : "") {
        if (!as_.empty()) run("chown nobody '" + folder_.string() + "'");
        const std::string data = "'" + (folder_ / "data").string() + "'";
        run("cd '" + folder_.string() + "' && " + as_ + (programs() / "initdb").string() + " -D " + data +
            " -U tester --auth=trust --no-sync --encoding=UTF8 --locale=C.UTF-8 >" + log());
        run("cd '" + folder_.string() + "' && " + as_ + (programs() / "pg_ctl").string() + " -D " + data +
            " -w -l '" + (folder_ / "server.log").string() +
            "' -o \"-c listen_addresses='' -c fsync=off -k '" + folder_.string() + "'\" start >" + log());
    }

    ~Cluster() {
        const std::string stop = "cd / && " + as_ + (programs() / "pg_ctl").string() + " -D '" +
                                 (folder_ / "data").string() + "' -m immediate stop >/dev/null 2>&1";
        if (std::system(stop.c_str()) == 0) { // NOLINT: tests only
            std::error_code ignored;
            fs::remove_all(folder_, ignored);
        }
    }

    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    std::string new_database() {
        const std::string name = "h" + std::to_string(++databases_);
        run("cd / && " + as_ + (programs() / "createdb").string() + " -h '" + folder_.string() +
            "' -U tester " + name);
        return "postgresql://tester@/" + name + "?host=" + folder_.string();
    }

private:
    std::string log() const { return "'" + (folder_ / "log").string() + "' 2>&1"; }

    fs::path folder_;
    std::string as_;
    int databases_ = 0;
};

struct Files {
    fs::path folder = new_folder();
    int made = 0;
    ~Files() {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
};

} // namespace

std::vector<std::string> fresh() {
    static Files files;
    static Cluster cluster;
    return {(files.folder / ("history " + std::to_string(++files.made) + ".db")).string(),
            cluster.new_database()};
}

std::string sort_of(const std::string& where) {
    return where.starts_with("postgresql://") ? "PostgreSQL" : "SQLite";
}

} // namespace databases
