#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <set>

using namespace acceptance;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(rule_pages)

BOOST_AUTO_TEST_CASE(the_committed_pages_are_what_plugin_docs_writes) {
    const Folder folder;
    folder.write("plugin-api.md", read_file(PLUMBLINE_SOURCE_DIR "/docs/plugin-api.md"));
    const Run run = plumbline({"plugin", "docs", folder.path().string()});
    BOOST_REQUIRE_MESSAGE(run.exit == 0, run.errors);

    std::set<std::string> committed, written;
    for (const auto& entry : fs::directory_iterator(PLUMBLINE_SOURCE_DIR "/docs/rules"))
        committed.insert(entry.path().filename().string());
    for (const auto& entry : fs::directory_iterator(folder.path() / "rules"))
        written.insert(entry.path().filename().string());
    BOOST_TEST(committed == written, boost::test_tools::per_element());
    BOOST_TEST(written.size() > 28U);
    for (const std::string& name : written)
        BOOST_TEST((read_file(folder.path() / "rules" / name) ==
                    read_file(PLUMBLINE_SOURCE_DIR "/docs/rules/" + name)),
                   "docs/rules/" << name << " is stale: run 'plumbline plugin docs'");
}

BOOST_AUTO_TEST_CASE(a_page_names_criteria_parameters_and_who_asks) {
    const std::string page = read_file(PLUMBLINE_SOURCE_DIR "/docs/rules/contingency.md");
    for (const std::string part : {"| `trigger` | it says when it starts |", "| `min_words` | `2` |",
                                   "`default/contingency`", "Cheshire East 2015 R9", "child-in-need"})
        BOOST_TEST(page.find(part) != std::string::npos, part);
}

BOOST_AUTO_TEST_SUITE_END()
