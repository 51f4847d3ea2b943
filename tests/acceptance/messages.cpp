#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <set>

using namespace acceptance;

namespace {

const std::set<std::string> read_from_words{"specific", "measurable", "trigger",
                                            "response", "considered", "own-views"};

nlohmann::json findings_of(const std::string& elements, const std::string& kind = "child-in-need") {
    const Folder folder;
    const std::string plan = folder.write("plan.xml", plan_with(elements, "T-1", kind));
    return report_of(plumbline({"check", plan, "--as-of", "2024-04-01", "--format", "json"}))
        .at("plans")
        .at(0)
        .at("findings");
}

const nlohmann::json* find(const nlohmann::json& findings, const std::string& criterion) {
    for (const auto& finding : findings)
        if (finding.at("criterion") == criterion && finding.at("outcome") == "not met") return &finding;
    return nullptr;
}

bool holds(const nlohmann::json& finding, const std::string& field, const std::string& words) {
    return finding.at(field).get<std::string>().find(words) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(a_finding_about_words_shows_them_and_says_one_way_to_write_it) {
    const Run run = plumbline({"check", "fixtures/plans", "--as-of", "2024-04-01", "--format", "json"});
    std::size_t seen = 0;
    const auto report = report_of(run);
    for (const auto& plan : report.at("plans"))
        for (const auto& finding : plan.at("findings")) {
            if (finding.at("outcome") != "not met" || !read_from_words.contains(finding.at("criterion")) ||
                finding.at("evidence").empty())
                continue;
            ++seen;
            BOOST_TEST((holds(finding, "advice", "Along these lines: “") ||
                        holds(finding, "advice", "For example: “")),
                       finding.dump());
        }
    BOOST_TEST(seen > 20U);
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_said_of_the_words_themselves) {
    const auto findings =
        findings_of("<outcomes><outcome id=\"o1\"><statement>Robin is safe</statement>"
                    "<action id=\"a1\" due=\"2024-05-03\" by=\"sw\"><task>Bereavement work to be "
                    "considered.</task></action>"
                    "</outcome></outcomes><contingency>A review meeting will be held if needed."
                    "</contingency>");
    const auto* specific = find(findings, "specific");
    BOOST_REQUIRE(specific != nullptr);
    BOOST_TEST(holds(*specific, "message", "to be considered"), specific->dump());
    BOOST_TEST(holds(*specific, "advice", "by Fri 3 May 2024"), specific->dump());
    const auto* trigger = find(findings, "trigger");
    BOOST_REQUIRE(trigger != nullptr);
    BOOST_TEST(holds(*trigger, "message", "if needed"), trigger->dump());
    const auto* response = find(findings, "response");
    BOOST_REQUIRE(response != nullptr);
    BOOST_TEST(holds(*response, "message", "meeting"), response->dump());
}

BOOST_AUTO_TEST_CASE(no_example_can_be_taken_for_a_record_of_the_child) {
    const auto findings =
        findings_of("<views><view of=\"child\" on=\"2024-03-01\">Robin is happy and settled.</view></views>");
    const auto* own = find(findings, "own-views");
    BOOST_REQUIRE(own != nullptr);
    const std::string advice = own->at("advice");
    const std::string example = advice.substr(advice.find("For example"));
    BOOST_TEST(example.find("Leo") != std::string::npos, example);
    BOOST_TEST(example.find("Robin") == std::string::npos, example);
}

BOOST_AUTO_TEST_CASE(a_late_conference_shows_how_its_day_was_reckoned) {
    const auto findings = findings_of("<chronology><event kind=\"strategy-discussion\" on=\"2023-12-20\"/>"
                                      "<event kind=\"section-47-started\" on=\"2023-12-20\"/>"
                                      "<event kind=\"initial-conference\" on=\"2024-01-17\"/></chronology>",
                                      "child-protection");
    const auto* held = find(findings, "held-in-time");
    BOOST_REQUIRE(held != nullptr);
    BOOST_TEST(held->at("message") ==
               "The initial conference: 15 working days from Wed 20 Dec 2023, skipping 25 and 26 Dec "
               "and 1 Jan: due Mon 15 Jan 2024; held Wed 17 Jan 2024: 2 working days late.");
}

BOOST_AUTO_TEST_SUITE_END()
