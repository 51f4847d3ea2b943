#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdio>
#include <numeric>

using namespace acceptance;
namespace fs = std::filesystem;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// One entry of a tar as anybody could write it. `type`: '0' file, '1' hard link, '2' symbolic link, '3'
/// device.
std::string tar_entry(const std::string& name, const std::string& content, char type = '0',
                      const std::string& link = "") {
    std::array<char, 512> head{};
    const auto put = [&](std::size_t at, const std::string& text) {
        text.copy(head.data() + at, text.size());
    };
    std::array<char, 16> size{};
    std::snprintf(size.data(), size.size(), "%011o", static_cast<unsigned>(content.size()));
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, size.data());
    put(136, "00000000000");
    put(148, "        ");
    head[156] = type;
    put(157, link);
    put(257, "ustar");
    put(263, "00");
    const unsigned sum = std::accumulate(head.begin(), head.end(), 0U, [](unsigned total, char byte) {
        return total + static_cast<unsigned char>(byte);
    });
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%06o", sum);
    put(148, std::string(digits.data()) + '\0' + ' ');
    std::string out(head.data(), head.size());
    out += content;
    out.resize((out.size() + 511) / 512 * 512, '\0');
    return out;
}

const std::string tar_end(1024, '\0');

struct Shared {
    Shared() {
        const std::string root = folder.path().string();
        BOOST_REQUIRE(plumbline({"plugin", "new", "own-check", "--in", root + "/work"}).exit == 0);
        packed = root + "/own-check.tar";
        pack = plumbline({"plugin", "pack", root + "/work/own-check", "--output", packed});
        council = root + "/council";
        fs::create_directories(council);
    }
    Run install(const std::string& file) const {
        return plumbline({"plugin", "install", file, "--into", council});
    }

    Folder folder;
    std::string packed, council;
    Run pack;
};

} // namespace

BOOST_AUTO_TEST_SUITE(plugin_sharing)

BOOST_AUTO_TEST_CASE(a_packed_plugin_installs_runs_is_listed_and_removed) {
    const Shared shared;
    BOOST_TEST(shared.pack.exit == 0, shared.pack.errors);
    BOOST_TEST(has(shared.pack.output, "4 of 4 expectations hold"), shared.pack.output);
    const Run installed = shared.install(shared.packed);
    BOOST_TEST(installed.exit == 0, installed.errors);
    BOOST_TEST(fs::exists(shared.council + "/own-check/plugin.lua"));
    BOOST_TEST(!fs::exists(shared.council + "/own-check/.luarc.json")); // hidden files are not shared

    const Run list = plumbline({"plugin", "list", "--format", "json", "--plugins", shared.council});
    nlohmann::json mine;
    for (const auto& one : report_of(list))
        if (one.at("id") == "own-check") mine = one;
    BOOST_REQUIRE(mine.is_object());
    BOOST_TEST(mine.at("origin").get<std::string>() == "own-check.tar");
    BOOST_TEST(mine.at("version").get<std::string>() == "0.1");
    BOOST_TEST(mine.at("failures").get<int>() == 0);
    BOOST_TEST(mine.at("expectations").get<int>() == 4);
    BOOST_TEST(has(installed.output, mine.at("hash").get<std::string>()),
               installed.output); // the hash is shown

    const std::string rules =
        shared.folder.write("rules/mine.lua", "return { api = 1, id = 'mine', title = 'Mine', rules = { { id "
                                              "= 'own', plugin = 'own-check' } } }\n");
    const Run check = plumbline({"check", "fixtures/plans/cp-robust-neglect.xml", "--plugins", shared.council,
                                 "--rule-set", rules, "--format", "json", "--as-of", "2024-04-01"});
    BOOST_TEST(report_of(check).at("summary").at("findings").get<int>() > 0, check.errors);

    const Run removed = plumbline({"plugin", "remove", "own-check", "--plugins", shared.council});
    BOOST_TEST(removed.exit == 0, removed.errors);
    BOOST_TEST(!fs::exists(shared.council + "/own-check"));
}

BOOST_AUTO_TEST_CASE(the_same_files_make_the_same_bytes) {
    const Shared shared;
    const std::string again = shared.folder.path().string() + "/again.tar";
    fs::last_write_time(shared.folder.path() / "work/own-check/plugin.lua",
                        fs::file_time_type::clock::now() - std::chrono::hours(900));
    plumbline({"plugin", "pack", shared.folder.path().string() + "/work/own-check", "--output", again});
    BOOST_TEST(read_file(again) == read_file(shared.packed));
}

BOOST_AUTO_TEST_CASE(installing_twice_needs_replace) {
    const Shared shared;
    BOOST_TEST(shared.install(shared.packed).exit == 0);
    const Run again = shared.install(shared.packed);
    BOOST_TEST(again.exit == 2);
    BOOST_TEST(has(again.errors, "--replace"), again.errors);
    BOOST_TEST(plumbline({"plugin", "install", shared.packed, "--into", shared.council, "--replace"}).exit ==
               0);
    BOOST_TEST(std::distance(fs::directory_iterator(shared.council), {}) == 1); // nothing left behind
}

BOOST_AUTO_TEST_CASE(nothing_is_written_outside_the_folder) {
    const Shared shared;
    const std::string script = "return {}";
    const std::pair<std::string, std::string> cases[] = {
        {tar_entry("own/../../evil.lua", script), "leads upwards"},
        {tar_entry("../evil/plugin.lua", script), "leads upwards"},
        {tar_entry("/tmp/plumbline-evil/plugin.lua", script), "is absolute"},
        {tar_entry("own/plugin.lua", "", '2', "/etc/passwd"), "is a link"},
        {tar_entry("own/out", "", '2', "../..") + tar_entry("own/out/evil.lua", script), "is a link"},
        {tar_entry("own/plugin.lua", "", '1', "/etc/passwd"), "is a link"},
        {tar_entry("own/plugin.lua", "", '3'), "is a link or a device"},
        {tar_entry("own/.bashrc", script), "is hidden"},
        {tar_entry("own\\plugin.lua", script), "backslash"},
        {tar_entry("plugin.lua", script), "is in no folder"},
        {tar_entry("own/plugin.lua", script) + tar_entry("other/plugin.lua", script), "expected one folder"},
        {tar_entry("own/plugin.lua", script) + tar_entry("own/plugin.lua", script), "is there twice"},
        {"this is no tar", "is no plugin that 'plugin pack' wrote"},
    };
    for (const auto& [bytes, said] : cases) {
        const std::string file = shared.folder.write("evil.tar", bytes + tar_end);
        const Run run = shared.install(file);
        BOOST_TEST(run.exit == 2, said);
        BOOST_TEST(has(run.errors, said), said << "\n" << run.errors);
        BOOST_TEST(fs::is_empty(shared.council), said);
        BOOST_TEST(!fs::exists(shared.folder.path() / "evil.lua"), said);
        BOOST_TEST(!fs::exists(shared.folder.path() / "evil"), said);
    }
}

BOOST_AUTO_TEST_CASE(one_that_fails_its_tests_or_has_an_id_of_ours_is_not_installed) {
    const Shared shared;
    const std::string plugin = read_file(shared.folder.path() / "work/own-check/plugin.lua");
    const Run untested =
        shared.install(shared.folder.write("a.tar", tar_entry("own-check/plugin.lua", plugin) + tar_end));
    BOOST_TEST(untested.exit == 2);
    BOOST_TEST(has(untested.errors, "does not pass its own tests"), untested.errors);
    const Run ours =
        shared.install(shared.folder.write("b.tar", tar_entry("contingency/plugin.lua", plugin) + tar_end));
    BOOST_TEST(ours.exit == 2);
    BOOST_TEST(has(ours.errors, "nothing is shadowed"), ours.errors);
    BOOST_TEST(fs::is_empty(shared.council));
}

BOOST_AUTO_TEST_CASE(remove_leaves_what_was_not_installed_or_was_changed) {
    const Shared shared;
    const std::string work = shared.folder.path().string() + "/work";
    const Run own = plumbline({"plugin", "remove", "own-check", "--plugins", work});
    BOOST_TEST(own.exit == 2);
    BOOST_TEST(has(own.errors, "was not installed from a file"), own.errors);
    BOOST_TEST(plumbline({"plugin", "remove", "contingency"}).exit == 2);
    BOOST_TEST(shared.install(shared.packed).exit == 0);
    const std::string file = shared.council + "/own-check/plugin.lua";
    shared.folder.write("council/own-check/plugin.lua", read_file(file) + "-- mine\n");
    BOOST_TEST(plumbline({"plugin", "remove", "own-check", "--plugins", shared.council}).exit == 2);
    BOOST_TEST(plumbline({"plugin", "remove", "own-check", "--plugins", shared.council, "--changed"}).exit ==
               0);
}

BOOST_AUTO_TEST_SUITE_END()
