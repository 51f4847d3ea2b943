/// docs/authoring.md, done as it says: its files are written, its commands run, its outputs compared.

#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <memory>
#include <sstream>

using namespace acceptance;
namespace fs = std::filesystem;

namespace {

struct Block {
    std::size_t line = 0; // of its first fence
    std::string kind;     // "console", "lua" …
    std::string file;     // of "```lua file=x/plugin.lua"
    std::string content;
};

std::vector<Block> blocks_of(const std::string& page) {
    std::vector<Block> blocks;
    std::istringstream lines(page);
    std::string line;
    bool inside = false;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (!line.starts_with("```")) {
            if (inside) blocks.back().content += line + "\n";
            continue;
        }
        inside = !inside;
        if (!inside) continue;
        Block block{number, line.substr(3), {}, {}};
        if (const std::size_t at = block.kind.find(" file="); at != std::string::npos) {
            block.file = block.kind.substr(at + 6);
            block.kind.resize(at);
        }
        blocks.push_back(block);
    }
    return blocks;
}

/// A command of a console block with what it is to print.
struct Command {
    std::string words, output;
};

std::vector<Command> commands_of(const Block& block) {
    std::vector<Command> commands;
    std::istringstream lines(block.content);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("$ "))
            commands.push_back({line.substr(2), {}});
        else if (!commands.empty())
            commands.back().output += line + "\n";
    }
    return commands;
}

std::string run_in(const fs::path& folder, const std::string& words) {
    const std::string program = fs::path(PLUMBLINE_PROGRAM).parent_path().string();
    const std::string all = "cd '" + folder.string() + "' && export PATH='" + program +
                            "':\"$PATH\" NO_COLOR=1 && { " + words + "\n} 2>&1 </dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(all.c_str(), "r"), &::pclose);
    BOOST_REQUIRE(pipe);
    std::string out;
    std::array<char, 4096> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
        out.append(buffer.data(), size);
    return out;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// A line "…" stands for any number of lines; everything else must be there as it is.
bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& got, std::size_t e = 0,
             std::size_t g = 0) {
    if (e == expected.size()) return g == got.size();
    if (expected[e] == "…") {
        for (std::size_t rest = g; rest <= got.size(); ++rest)
            if (matches(expected, got, e + 1, rest)) return true;
        return false;
    }
    return g < got.size() && expected[e] == got[g] && matches(expected, got, e + 1, g + 1);
}

} // namespace

BOOST_AUTO_TEST_SUITE(authoring)

BOOST_AUTO_TEST_CASE(the_tutorial_does_what_it_says) {
    const std::string page = read_file(PLUMBLINE_SOURCE_DIR "/docs/authoring.md");
    const Folder folder;
    fs::create_directories(folder.path() / "plans");
    for (const char* plan : {"cin-teen-refuses.xml", "cp-robust-neglect.xml", "care-long-term-foster.xml"})
        fs::copy_file(fs::path(PLUMBLINE_SOURCE_DIR "/fixtures/plans") / plan,
                      folder.path() / "plans" / plan);
    std::size_t commands = 0;
    std::size_t files = 0;
    for (const Block& block : blocks_of(page)) {
        if (!block.file.empty()) {
            folder.write(block.file, block.content);
            ++files;
        }
        if (block.kind != "console") continue;
        for (const Command& command : commands_of(block)) {
            ++commands;
            const std::string got = run_in(folder.path(), command.words);
            BOOST_TEST(matches(lines_of(command.output), lines_of(got)),
                       "docs/authoring.md:" << block.line << ": " << command.words << "\n--- it says\n"
                                            << command.output << "--- it prints\n"
                                            << got);
        }
    }
    BOOST_TEST(commands >= 12U);
    BOOST_TEST(files >= 5U);
}

BOOST_AUTO_TEST_CASE(the_page_on_judging_text_quotes_the_measured_figures) {
    const std::string page = read_file(PLUMBLINE_SOURCE_DIR "/docs/judging-text.md");
    const std::string accuracy = read_file(PLUMBLINE_SOURCE_DIR "/docs/accuracy.md");
    const std::string views = accuracy.substr(accuracy.find("## child's own views"));
    const auto quoted = [&](const std::string& difficulty) { // "| hard (125) | 0.80 (…) | 0.63 (…) |"
        const std::size_t precision = views.find("| 0.", views.find("\n| " + difficulty)) + 4;
        const std::size_t recall = views.find("| 0.", precision) + 4;
        return std::pair{views.substr(recall, 2) + " %", views.substr(precision, 2) + " %"};
    };
    const auto hard = quoted("hard"), easy = quoted("easy");
    BOOST_TEST(page.find("find " + hard.first) != std::string::npos, hard.first);
    BOOST_TEST(page.find("right in " + hard.second) != std::string::npos, hard.second);
    BOOST_TEST(page.find("wording, " + easy.first + " and " + easy.second) != std::string::npos, easy.first);
}

BOOST_AUTO_TEST_SUITE_END()
