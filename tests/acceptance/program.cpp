#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace acceptance {

namespace fs = std::filesystem;

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "plumbline-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, const std::string& content) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file.string();
}

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::stringstream content;
    content << stream.rdbuf();
    return content.str();
}

namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    out.reserve(words.size() + 1);
    for (std::string& word : words)
        out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

std::vector<std::string> environment_with(const std::vector<std::string>& more) {
    std::vector<std::string> out;
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (!std::string_view(*entry).starts_with("PLUMBLINE_")) out.emplace_back(*entry);
    out.insert(out.end(), more.begin(), more.end());
    return out;
}

} // namespace

Run plumbline(const std::vector<std::string>& arguments, const std::string& input,
              const std::vector<std::string>& environment) {
    const Folder folder;
    const std::string in = folder.write("in", input);
    const std::string out = (folder.path() / "out").string();
    const std::string err = (folder.path() / "err").string();

    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_addchdir_np(&actions, PLUMBLINE_SOURCE_DIR);

    std::vector<std::string> words{PLUMBLINE_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environment_with(environment);
    pid_t process = 0;
    const int failed = posix_spawn(&process, PLUMBLINE_PROGRAM, &actions, nullptr, pointers(words).data(),
                                   pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("cannot start " PLUMBLINE_PROGRAM);
    int status = 0;
    waitpid(process, &status, 0);

    Run run;
    run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    run.output = read_file(out);
    run.errors = read_file(err);
    return run;
}

nlohmann::json report_of(const Run& run) {
    nlohmann::json report = nlohmann::json::parse(run.output, nullptr, false);
    BOOST_REQUIRE_MESSAGE(!report.is_discarded(),
                          "standard output is not JSON: " << run.output.substr(0, 400)
                                                          << "\nerrors: " << run.errors);
    return report;
}

std::string plan_with(const std::string& elements, const std::string& id, const std::string& kind) {
    return "<plan format=\"1\" id=\"" + id + "\" kind=\"" + kind +
           "\">\n<child id=\"C-1\"><name>Robin</name><born>2014-05-02</born></child>\n"
           "<dates started=\"2024-01-15\" written=\"2024-03-06\" next-review=\"2024-06-03\"/>\n"
           "<people><person id=\"sw\" role=\"social worker\" agency=\"children's social care\"/>"
           "<person id=\"mum\" role=\"mother\"/></people>\n" +
           elements + "\n</plan>\n";
}

} // namespace acceptance
