#define BOOST_TEST_DYN_LINK
#include "samples.hpp"

#include "base/user_error.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace plumbline;
using nlohmann::json;

namespace {

json line_of(const std::string& text, std::size_t number) {
    std::istringstream stream(text);
    std::string line;
    for (std::size_t i = 0; i <= number; ++i)
        std::getline(stream, line);
    return json::parse(line);
}

} // namespace

BOOST_AUTO_TEST_SUITE(json_format)

BOOST_AUTO_TEST_CASE(the_report_has_the_fields_that_were_promised) {
    const json report = json::parse(samples::written("json", samples::batch()));
    BOOST_TEST(report["schema"] == "plumbline-report/1");
    BOOST_TEST(report["plans"].size() == 4U);

    const json& receipt = report["receipt"];
    BOOST_TEST(receipt["plumbline"] == "0.1.0");
    BOOST_TEST(receipt["as_of"] == "2024-04-01");
    BOOST_TEST(receipt["rule_set"]["id"] == "default");
    BOOST_TEST(receipt["rule_set"]["hash"] == std::string(64, 'a'));
    BOOST_TEST(receipt["plugins"][0]["id"] == "contingency");
    BOOST_TEST(receipt["plugins"][0]["version"] == "1.0");
    BOOST_TEST(receipt["plugins"][0]["hash"] == "beef");
    BOOST_TEST(receipt["calendar"] == "england 2010-2027 abc");
    BOOST_TEST(receipt["settings"]["time_limit_ms"] == "5000");
    BOOST_TEST(receipt["inputs_hash"] == std::string(64, 'b'));

    const json& plan = report["plans"][0];
    BOOST_TEST(plan["id"] == "CP-2041");
    BOOST_TEST(plan["version"] == 3);
    BOOST_TEST(plan["kind"] == "child-protection");
    BOOST_TEST(plan["team"] == "Crewe CP 2");
    BOOST_TEST(plan["file"] == "plans/cp-2041.xml");
    BOOST_TEST(plan["line"] == 2);
    BOOST_TEST(plan["state"] == "judged");
    BOOST_TEST(plan["judgements"].size() == 10U);

    const json& judged = plan["judgements"][0];
    BOOST_TEST(judged["rule"] == "default/smart-targets-child-protection");
    BOOST_TEST(judged["plugin"] == "smart-targets");
    BOOST_TEST(judged["criterion"] == "specific");
    BOOST_TEST(judged["outcome"] == "not met");
    BOOST_TEST(
        judged["at"] ==
        json::parse(R"({"id":"a1","path":"/plan/outcomes/outcome[1]/action[1]","line":33,"column":7})"));
    BOOST_TEST(judged["reason"] == "");

    const json& found = plan["findings"][0];
    BOOST_TEST(found["outcome"] == "not met");
    BOOST_TEST(found["priority"] == "within three months");
    BOOST_TEST(found["evidence"] ==
               json::parse(R"([{"text":"Support Mum with parenting","line":34,"column":15,"length":26}])"));
    BOOST_TEST(found["message"] == "Nobody could tell what is to be done.");
    BOOST_TEST(found["advice"] == "Say which activity or service, and how often.");
    BOOST_TEST(
        found["citations"][0] ==
        json::parse(R"({"document":"Inspection of Cheshire East","published":"2011-08-19","paragraph":"29",
                               "area":"cheshire-east-2011/29-4"})"));
    BOOST_TEST(found["fingerprint"] == "0123456789abcdef");
    BOOST_TEST(found["accepted"].is_null());

    BOOST_TEST(report["plans"][1]["version"].is_null());
    BOOST_TEST(report["plans"][2]["state"] == "unreadable");
    BOOST_TEST(samples::contains(report["plans"][2]["reason"].get<std::string>(), "9:1: the plan has no id"));
    BOOST_TEST(report["plans"][3]["state"] == "skipped");
}

BOOST_AUTO_TEST_CASE(the_counts_add_up) {
    const json summary = json::parse(samples::written("json", samples::batch()))["summary"];
    BOOST_TEST(summary["plans"] == 4);
    BOOST_TEST(summary["judged"] == 2);
    BOOST_TEST(summary["unreadable"] == 1);
    BOOST_TEST(summary["skipped"] == 1);
    BOOST_TEST(summary["findings"] == 5);
    BOOST_TEST(summary["could_not_check"] == 1);
    BOOST_TEST(summary["failed_checks"] == 1);
    BOOST_TEST(summary["outcomes"]["not_met"] == 4);
    BOOST_TEST(summary["outcomes"]["met"] == 4);
    BOOST_TEST(summary["coverage"] == json::parse(R"({"areas":73,"checked":31,"partly":12,"needs_a_person":10,
                                                      "not_in_a_plan":19,"unanswered":1})"));
    const json& specific = summary["criteria"][0];
    BOOST_TEST(specific["criterion"] == "specific");
    BOOST_TEST(specific["plans"]["not_met"] == 1); // three actions of one plan
    BOOST_TEST(specific["nodes"]["not_met"] == 3);
    BOOST_TEST(specific["plans"]["met"] == 1); // the clean plan
}

BOOST_AUTO_TEST_CASE(an_empty_batch_is_a_report) {
    const json report = json::parse(samples::written("json", {}));
    BOOST_TEST(report["plans"].empty());
    BOOST_TEST(report["plans"].is_array());
    BOOST_TEST(report["summary"]["plans"] == 0);
}

BOOST_AUTO_TEST_CASE(an_accepted_finding_says_by_whom) {
    auto plan = samples::plan();
    plan.findings[0].accepted =
        judgement::Acceptance{"A. Manager", "agreed at panel", "2024-03-01", "2024-06-01"};
    const json report = json::parse(samples::written("json", {plan}));
    BOOST_TEST(
        report["plans"][0]["findings"][0]["accepted"] ==
        json::parse(
            R"({"by":"A. Manager","reason":"agreed at panel","on":"2024-03-01","until":"2024-06-01"})"));
    BOOST_TEST(report["summary"]["accepted"] == 1);
}

BOOST_AUTO_TEST_CASE(whatever_a_plan_says_the_report_parses) {
    auto plan = samples::plan();
    const std::string hostile = "<script>alert(\"1\")</script> \x01\x1B[2J \\ \xFF\xC3(";
    plan.findings[0].evidence[0].text = hostile;
    plan.findings[0].message = hostile;
    plan.findings[1].evidence[0].text = std::string(100'000, 'w');
    const json report = json::parse(samples::written("json", {plan}));
    const json& findings = report["plans"][0]["findings"];
    BOOST_TEST(samples::contains(findings[0]["evidence"][0]["text"].get<std::string>(),
                                 "<script>alert(\"1\")</script> \x01\x1B[2J \\ \xEF\xBF\xBD"));
    BOOST_TEST(findings[1]["evidence"][0]["text"].get<std::string>().size() == 100'000U);
    const std::string raw = samples::written("json", {plan});
    BOOST_TEST(raw.find('\x1B') == std::string::npos);
    BOOST_TEST(raw.find('\x01') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(evidence_can_be_left_out) {
    auto plan = samples::plan();
    plan.findings[0].message = "The task “Support Mum with parenting” names no activity.";
    plan.findings[0].advice = "Instead of Support Mum with parenting, name a course.";
    plan.judgements[0].reason = "the words \"Support Mum\" are not clear";
    report::Options options;
    options.evidence = report::Evidence::ids;
    for (const char* format : {"json", "jsonl", "text"}) {
        const std::string report = samples::written(format, {plan}, options);
        BOOST_TEST(!samples::contains(report, "Support Mum"), format);
        BOOST_TEST(!samples::contains(report, "reviewed"), format);
        BOOST_TEST(samples::contains(report, "CP-2041"), format);
    }
    const json finding = json::parse(samples::written("json", {plan}, options))["plans"][0]["findings"][0];
    BOOST_TEST(finding["evidence"][0]["text"] == "");
    BOOST_TEST(finding["evidence"][0]["line"] == 34);
    BOOST_TEST(finding["evidence"][0]["length"] == 26);
    BOOST_TEST(finding["message"] == "The task “…” names no activity.");
    BOOST_TEST(finding["advice"] == "Instead of …, name a course.");
}

BOOST_AUTO_TEST_CASE(lines_hold_a_plan_each_and_the_last_the_rest) {
    const std::string text = samples::written("jsonl", samples::batch());
    BOOST_TEST(samples::times(text, "\n") == 5U);
    const json whole = json::parse(samples::written("json", samples::batch()));
    for (std::size_t i = 0; i < 4; ++i)
        BOOST_TEST(line_of(text, i) == whole["plans"][i]);
    const json last = line_of(text, 4);
    BOOST_TEST(last["summary"] == whole["summary"]);
    BOOST_TEST(last["receipt"] == whole["receipt"]);
    BOOST_TEST(line_of(samples::written("jsonl", {}), 0)["summary"]["plans"] == 0);
}

BOOST_AUTO_TEST_CASE(an_unknown_format_is_refused) {
    std::ostringstream stream;
    try {
        report::make_writer("jsnol", stream, {});
        BOOST_TEST(false);
    } catch (const UserError& error) {
        BOOST_TEST(samples::contains(error.what(), "no format \"jsnol\"; did you mean \"json"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
