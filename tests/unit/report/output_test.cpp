#define BOOST_TEST_DYN_LINK
#include "report/output.hpp"

#include "base/user_error.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using plumbline::UserError;
using plumbline::report::Output;

namespace {

struct Folder {
    Folder() {
        path = (std::filesystem::temp_directory_path() / "plumbline-output-XXXXXX").string();
        BOOST_REQUIRE(mkdtemp(path.data()) != nullptr);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return path + '/' + name; }
    std::size_t files() const {
        const auto entries = std::filesystem::directory_iterator(path);
        return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
    }

    std::string path;
};

std::string content_of(const std::string& file) {
    std::ostringstream content;
    content << std::ifstream(file).rdbuf();
    return content.str();
}

/// The message of the UserError that this throws.
template <typename Function>
std::string refusal_of(Function function) {
    try {
        function();
    } catch (const UserError& error) {
        return error.what();
    }
    return {};
}

/// Points standard output elsewhere for as long as it lives.
class Redirected {
public:
    explicit Redirected(int descriptor) : kept_(dup(STDOUT_FILENO)) { dup2(descriptor, STDOUT_FILENO); }
    ~Redirected() {
        dup2(kept_, STDOUT_FILENO);
        close(kept_);
    }
    Redirected(const Redirected&) = delete;
    Redirected& operator=(const Redirected&) = delete;

private:
    int kept_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(output)

BOOST_AUTO_TEST_CASE(a_report_appears_whole) {
    const Folder folder;
    const std::string file = folder.file("report.json");
    {
        Output output(file);
        output.stream() << "begun";
        BOOST_TEST(!std::filesystem::exists(file));
        output.stream() << std::string(200'000, 'x');
        output.commit();
        BOOST_TEST(content_of(file).size() == 200'005U);
    }
    BOOST_TEST(folder.files() == 1U);
}

BOOST_AUTO_TEST_CASE(without_commit_the_old_one_stays) {
    const Folder folder;
    const std::string file = folder.file("report.json");
    std::ofstream(file) << "old";
    {
        Output output(file);
        output.stream() << "new" << std::flush;
    }
    BOOST_TEST(content_of(file) == "old");
    BOOST_TEST(folder.files() == 1U);
}

BOOST_AUTO_TEST_CASE(a_file_keeps_its_mode_and_a_link_its_target) {
    const Folder folder;
    const std::string file = folder.file("report.json");
    std::ofstream(file) << "old";
    BOOST_REQUIRE(chmod(file.c_str(), 0600) == 0);
    std::filesystem::create_symlink(file, folder.file("link"));
    Output output(folder.file("link"));
    output.stream() << "new";
    output.commit();
    BOOST_TEST(std::filesystem::is_symlink(folder.file("link")));
    BOOST_TEST(content_of(file) == "new");
    struct stat status {};
    BOOST_REQUIRE(stat(file.c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777U) == 0600U);
}

BOOST_AUTO_TEST_CASE(a_place_that_cannot_be_written_is_named) {
    const Folder folder;
    const std::string nowhere = refusal_of([&] { Output output(folder.file("no/such/report.json")); });
    BOOST_TEST(nowhere.find("no/such/report.json") != std::string::npos, nowhere);
    BOOST_TEST(nowhere.find("No such file or directory") != std::string::npos, nowhere);
    const std::string directory = refusal_of([&] { Output output(folder.path); });
    BOOST_TEST(directory.find("Is a directory") != std::string::npos, directory);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_noticed) {
    if (!std::filesystem::exists("/dev/full")) return;
    const std::string message = refusal_of([] {
        Output output("/dev/full");
        output.stream() << "report";
        output.commit();
    });
    BOOST_TEST(message.find("/dev/full") != std::string::npos, message);
    BOOST_TEST(message.find("No space left on device") != std::string::npos, message);
    BOOST_TEST(std::filesystem::exists("/dev/full")); // written to, not replaced
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_noticed_while_writing) {
    if (!std::filesystem::exists("/dev/full")) return;
    Output output("/dev/full");
    BOOST_CHECK_THROW(output.stream() << std::string(1'000'000, 'x'), UserError);
}

BOOST_AUTO_TEST_CASE(standard_output_that_nobody_reads_is_noticed) {
    auto* const before = std::signal(SIGPIPE, SIG_IGN);
    int ends[2] = {}; // NOLINT(modernize-avoid-c-arrays): pipe's own shape
    BOOST_REQUIRE(pipe(ends) == 0);
    close(ends[0]);
    std::string message;
    {
        const Redirected redirected(ends[1]);
        message = refusal_of([] {
            Output output("-");
            output.stream() << "report";
            output.commit();
        });
    }
    close(ends[1]);
    BOOST_TEST(std::signal(SIGPIPE, before) == SIG_IGN);
    BOOST_TEST(message.find("standard output") != std::string::npos, message);
    BOOST_TEST(message.find("Broken pipe") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(standard_output_stays_open) {
    int ends[2] = {}; // NOLINT(modernize-avoid-c-arrays): pipe's own shape
    BOOST_REQUIRE(pipe(ends) == 0);
    {
        const Redirected redirected(ends[1]);
        for (const char* part : {"one ", "two"}) {
            Output output("-");
            output.stream() << part;
            output.commit();
        }
    }
    close(ends[1]);
    std::string read(16, '\0');
    const ssize_t size = ::read(ends[0], read.data(), read.size());
    close(ends[0]);
    BOOST_TEST(size == 7);
    BOOST_TEST(read.substr(0, 7) == "one two");
}

BOOST_AUTO_TEST_SUITE_END()
