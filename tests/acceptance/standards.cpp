/// The rule sets from outside: the 73 areas, what is refused, and how a council's own set is heard.

#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <map>
#include <set>
#include <sstream>

using namespace acceptance;
using nlohmann::json;

namespace {

/// What the five documents list, as read from them: "set<tab>area<tab>paragraph"
/// (fixtures/standards/areas.tsv).
std::map<std::pair<std::string, std::string>, std::string> listed_areas() {
    std::map<std::pair<std::string, std::string>, std::string> areas;
    std::istringstream file(read_file(PLUMBLINE_SOURCE_DIR "/fixtures/standards/areas.tsv"));
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream fields(line);
        std::string set, area, paragraph;
        std::getline(fields, set, '\t');
        std::getline(fields, area, '\t');
        std::getline(fields, paragraph);
        areas[{set, area}] = paragraph;
    }
    return areas;
}

const std::vector<std::string> five_sets{"cheshire-west-2010", "cheshire-east-2011", "halton-2011",
                                         "cheshire-east-2015", "cheshire-west-2022"};

struct Refused {
    std::string name, content;
    int line;
    std::vector<std::string> said;
};

} // namespace

BOOST_AUTO_TEST_SUITE(standards)

BOOST_AUTO_TEST_CASE(each_of_the_73_areas_stands_once_with_its_paragraph) {
    const auto expected = listed_areas();
    BOOST_TEST(expected.size() == 73U);
    std::map<std::pair<std::string, std::string>, std::string> got;
    std::size_t doubled = 0;
    for (const std::string& set : five_sets) {
        const json coverage = report_of(plumbline({"coverage", set, "--format", "json"}));
        for (const json& area : coverage.at("areas"))
            if (!got.emplace(std::pair(set, area.at("id").get<std::string>()), area.at("paragraph")).second)
                ++doubled;
    }
    BOOST_TEST(doubled == 0U);
    for (const auto& [area, paragraph] : expected) {
        const auto found = got.find(area);
        BOOST_TEST((found != got.end()), area.first << " has no area " << area.second);
        if (found != got.end())
            BOOST_TEST(found->second == paragraph,
                       area.first << "/" << area.second << " has the paragraph " << found->second);
    }
    for (const auto& [area, paragraph] : got)
        BOOST_TEST(expected.contains(area),
                   area.first << " has an area " << area.second << " that its document has not");
}

/// docs/standards.md: the row of an area in its document's section, "| 15-1<br>§13 | priority | title |
/// disposition | …".
BOOST_AUTO_TEST_CASE(the_page_of_the_standards_says_what_the_rule_sets_say) {
    const std::string page = read_file(PLUMBLINE_SOURCE_DIR "/docs/standards.md");
    std::map<std::string, int> dispositions;
    for (const std::string& set : five_sets) {
        const std::size_t section = page.find("Rule set `" + set + "`");
        BOOST_REQUIRE_MESSAGE(section != std::string::npos, "docs/standards.md has no section of " << set);
        const std::string rows = page.substr(section, page.find("\n## ", section) - section);
        const json coverage = report_of(plumbline({"coverage", set, "--format", "json"}));
        for (const json& area : coverage.at("areas")) {
            const std::string id = area.at("id").get<std::string>().substr(set.size() + 1);
            ++dispositions[area.at("disposition")];
            std::size_t row = rows.find("\n| " + id + "<br>");
            if (row == std::string::npos) row = rows.find("\n| " + id + " |");
            BOOST_TEST((row != std::string::npos), "docs/standards.md has no row of " << set << "/" << id);
            if (row == std::string::npos) continue;
            const std::string line = rows.substr(row + 1, rows.find('\n', row + 1) - row - 1);
            const std::string cells = " | " + area.at("priority").get<std::string>() + " | " +
                                      area.at("title").get<std::string>() + " | " +
                                      area.at("disposition").get<std::string>() + " | ";
            BOOST_TEST(line.find(cells) != std::string::npos,
                       set << "/" << id << ": expected" << cells << ", the page has " << line);
            for (const char* key : {"rest", "read", "shows_in"})
                BOOST_TEST(line.find(area.at(key).get<std::string>()) != std::string::npos,
                           set << "/" << id << ": " << line);
            for (const json& paragraph : area.at("support"))
                BOOST_TEST(line.find(paragraph.get<std::string>()) != std::string::npos,
                           set << "/" << id << ": " << line);
        }
    }
    std::string all = "| **all** | **73** |";
    for (const char* disposition : {"checked", "partly", "needs a person", "not in a plan"})
        all += " **" + std::to_string(dispositions[disposition]) + "** |";
    BOOST_TEST(page.find(all) != std::string::npos, "docs/standards.md should count " << all);
}

BOOST_AUTO_TEST_CASE(a_rule_set_that_is_wrong_is_refused_with_file_line_and_suggestion) {
    const std::vector<Refused> sets{
        {"misspelt",
         "return { api = 1, id = \"misspelt\", title = \"T\",\n  rulez = {} }\n",
         2,
         {"rulez", "did you mean 'rules'"}},
        {"unknown-plugin",
         "return { api = 1, id = \"unknown-plugin\", title = \"T\",\n  rules = {\n    { id = \"a\", plugin = "
         "\"contingenzy\", priority = \"immediately\" } } }\n",
         3,
         {"contingenzy", "did you mean", "contingency"}},
        {"bad-paragraph",
         "return { api = 1, id = \"bad-paragraph\", title = \"T\", documents = { \"cheshire-east-2011\" },\n"
         "  rules = { { id = \"a\", plugin = \"contingency\", priority = \"immediately\",\n"
         "    cites = { { set = \"cheshire-east-2011\", paragraph = \"para 29\" } } } } }\n",
         3,
         {"para 29", "did you mean \"29\""}},
        {"loop",
         "return { api = 1, id = \"loop\", title = \"T\",\n  extends = { \"loop\" } }\n",
         2,
         {"loop → loop"}},
        {"unknown-base",
         "return { api = 1, id = \"unknown-base\", title = \"T\",\n  extends = { \"defualt\" } }\n",
         2,
         {"defualt", "did you mean", "default"}}};
    const Folder folder;
    for (const Refused& set : sets) {
        const std::string file = folder.write(set.name + ".lua", set.content);
        const Run run = plumbline({"check", "fixtures/plans", "--rule-set", file});
        BOOST_TEST(run.exit == 2, set.name);
        BOOST_TEST(run.errors.find(set.name + ".lua:" + std::to_string(set.line)) != std::string::npos,
                   run.errors);
        for (const std::string& said : set.said)
            BOOST_TEST(run.errors.find(said) != std::string::npos, set.name << ": " << run.errors);
    }
}

BOOST_AUTO_TEST_CASE(a_set_whose_id_another_folder_has_is_refused) {
    const Folder folder;
    folder.write("default.lua", "return { api = 1, id = \"default\", title = \"T\" }\n");
    const Run run = plumbline({"--rules", folder.path().string(), "check", "fixtures/plans"});
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(run.errors.find("has the id of a rule set of ours") != std::string::npos, run.errors);
}

BOOST_AUTO_TEST_CASE(imported_returns_are_checked_by_their_dates) {
    const Folder folder;
    const std::string plans = (folder.path() / "plans.xml").string();
    const Run import =
        plumbline({"import", "ssda903", "fixtures/exports/fake_903.xml", "-o", plans, "--json"});
    BOOST_REQUIRE_EQUAL(import.exit, 0);
    const json account = json::parse(import.output);
    BOOST_TEST(account.at("imported").get<std::size_t>() + account.at("skipped").get<std::size_t>() ==
               account.at("records").size());
    const json report = report_of(
        plumbline({"check", plans, "--rule-set", "dates", "--format", "json", "--as-of", "2024-04-01"}));
    BOOST_TEST(report.at("summary").at("plans") == account.at("documents"));
    BOOST_TEST(report.at("summary").at("unreadable") == 0);
    BOOST_TEST(report.at("summary").at("findings").get<int>() > 0);
}

BOOST_AUTO_TEST_CASE(an_import_into_a_folder_makes_one_file_a_child) {
    const Folder folder;
    const Run import = plumbline({"import", "cin-census", "fixtures/exports/cin-census/CIN_Census_2026.xml",
                                  "-o", (folder.path() / "out").string() + "/"});
    BOOST_REQUIRE_EQUAL(import.exit, 0);
    BOOST_TEST(std::filesystem::exists(folder.path() / "out/DfEX0000001.xml"));
    BOOST_TEST(std::filesystem::exists(folder.path() / "out/child_fails_assessments.xml"));
    BOOST_TEST(import.output.find("PreProceedingsandFGDM: 1 skipped") != std::string::npos, import.output);
    const Run refused = plumbline({"import", "cin-census", "fixtures/plans/expected.json", "-o", "-"});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.output.empty());
    BOOST_TEST(refused.errors.find("expected.json") != std::string::npos, refused.errors);
}

BOOST_AUTO_TEST_SUITE_END()
