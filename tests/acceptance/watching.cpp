#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

using namespace acceptance;

namespace {

/// `plumbline check --watch` on one plugin, running.
class Watching {
public:
    Watching(const Folder& folder, const std::string& plugin) : errors_(folder.path() / "err") {
        std::vector<std::string> words{PLUMBLINE_PROGRAM, "check",     "fixtures/plans/cp-robust-neglect.xml",
                                       "--plugin",        plugin,      "--watch",
                                       "--as-of",         "2024-04-01"};
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t actions{};
        posix_spawn_file_actions_init(&actions);
        const std::string out = (folder.path() / "out").string();
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                         0600);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors_.c_str(),
                                         O_WRONLY | O_CREAT | O_TRUNC, 0600);
        posix_spawn_file_actions_addchdir_np(&actions, PLUMBLINE_SOURCE_DIR);
        const int failed =
            posix_spawn(&process_, PLUMBLINE_PROGRAM, &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        BOOST_REQUIRE_EQUAL(failed, 0);
    }
    ~Watching() {
        ::kill(process_, SIGTERM);
        int status = 0;
        ::waitpid(process_, &status, 0);
    }
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;

    std::string errors() const { return read_file(errors_); }

    /// Waits until it has said this so often; a busy machine gets long.
    bool says(const std::string& words, std::size_t times) const {
        for (int tries = 0; tries < 1200; ++tries) {
            const std::string said = errors();
            std::size_t count = 0;
            for (std::size_t at = said.find(words); at != std::string::npos; at = said.find(words, at + 1))
                ++count;
            if (count >= times) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }

private:
    std::filesystem::path errors_;
    pid_t process_ = 0;
};

} // namespace

BOOST_AUTO_TEST_SUITE(watching)

BOOST_AUTO_TEST_CASE(a_save_is_judged_again_and_a_mistake_does_not_end_it) {
    const Folder folder;
    BOOST_REQUIRE(plumbline({"plugin", "new", "own-check", "--in", folder.path().string()}).exit == 0);
    const std::string source = read_file(folder.path() / "own-check/plugin.lua");
    const Watching watching(folder, (folder.path() / "own-check").string());
    BOOST_REQUIRE_MESSAGE(watching.says("waiting for a change", 1), watching.errors());

    folder.write("own-check/plugin.lua", "return {\n");
    BOOST_REQUIRE_MESSAGE(watching.says("waiting for a change", 2), watching.errors());
    BOOST_TEST(watching.errors().find("plugin.lua:") != std::string::npos, watching.errors());

    folder.write("own-check/plugin.lua", source + "-- mended\n");
    BOOST_REQUIRE_MESSAGE(watching.says("waiting for a change", 3), watching.errors());
    BOOST_TEST(watching.errors().find("judged again in") != std::string::npos, watching.errors());
    const std::string report = read_file(folder.path() / "out");
    BOOST_TEST(report.find("own-check/purpose") != report.rfind("own-check/purpose"), report);
}

BOOST_AUTO_TEST_SUITE_END()
