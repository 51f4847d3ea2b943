#include "service/desk.hpp"

#include "base/user_error.hpp"
#include "council.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace plumbline;
using nlohmann::json;
using service::Desk;
using service::Mode;
using service::Outcome;

namespace {

constexpr const char* met = "judge:met { 'first', at = plan } judge:met { 'second', at = plan }";
constexpr const char* not_met =
    "judge:met { 'second', at = plan } judge:not_met { 'first', at = plan, message = 'm', advice = 'a' }";

service::Request request_for(std::string plan, Mode mode = Mode::sign_off) {
    return {std::move(plan), mode, *parse_iso_date("2024-04-01")};
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    return content.str();
}

std::vector<std::filesystem::path> fixtures() {
    std::vector<std::filesystem::path> files;
    const auto folder = std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "fixtures" / "plans";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".xml" && entry.path().filename() != "container.xml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk)

BOOST_AUTO_TEST_CASE(a_sign_off_asks_and_shows_the_findings_beneath) {
    const test::Council council;
    council.plugin("plain", not_met);
    council.rules({"plain"});
    Desk desk(council.edition());
    const service::Answer answer = desk.check(request_for(test::small_plan()));
    BOOST_CHECK(answer.outcome == Outcome::questions);
    const json report = json::parse(answer.json);
    BOOST_TEST(report["schema"] == "plumbline-report/1");
    BOOST_TEST(report["mode"] == "sign-off");
    BOOST_TEST(report["outcome"] == "questions");
    BOOST_REQUIRE_EQUAL(report["questions"].size(), 1);
    BOOST_TEST(report["questions"][0]["question"] == "Who does it?");
    BOOST_TEST(report["questions"][0]["check"] == "plain/first");
    BOOST_TEST(report["questions"][0]["about"][0]["line"] == 1);
    BOOST_TEST(report["questions"][0]["findings"][0] == report["plans"][0]["findings"][0]["fingerprint"]);
    BOOST_TEST(report["plans"][0]["judgements"].size() == 2);
    BOOST_TEST(report["receipt"]["fingerprint"] == desk.edition().fingerprint());
    BOOST_TEST(report["receipt"]["as_of"] == "2024-04-01");
    BOOST_TEST(!report.contains("summary"));
}

BOOST_AUTO_TEST_CASE(an_audit_has_the_whole_report) {
    const test::Council council;
    council.plugin("plain", not_met);
    council.rules({"plain"});
    Desk desk(council.edition());
    const json report = json::parse(desk.check(request_for(test::small_plan(), Mode::audit)).json);
    BOOST_TEST(report["mode"] == "audit");
    BOOST_TEST(report["summary"]["findings"] == 1);
    BOOST_TEST(!report.contains("questions"));
}

BOOST_AUTO_TEST_CASE(a_check_that_fails_is_named_and_nothing_is_clear) {
    const test::Council council;
    council.plugin("plain", met);
    council.plugin("broken", "local none = plan.nothing_of_that_name");
    council.rules({"plain", "broken"});
    Desk desk(council.edition());
    const service::Answer answer = desk.check(request_for(test::small_plan()));
    BOOST_CHECK(answer.outcome == Outcome::could_not_judge);
    const json report = json::parse(answer.json);
    BOOST_TEST(report["could_not_judge"][0]["check"] == "broken/first");
    BOOST_TEST(report["could_not_judge"].size() == 2);
}

BOOST_AUTO_TEST_CASE(what_is_no_plan_says_where) {
    const test::Council council;
    council.plugin("plain", met);
    council.rules({"plain"});
    Desk desk(council.edition());
    const service::Answer answer = desk.check(request_for("<plan format=\"1\"\n  id=>"));
    BOOST_CHECK(answer.outcome == Outcome::could_not_judge);
    BOOST_REQUIRE_EQUAL(answer.problems.size(), 1);
    BOOST_TEST(answer.problems[0].line == 2);
    BOOST_TEST(json::parse(answer.json)["plans"][0]["state"] == "unreadable");
}

BOOST_AUTO_TEST_CASE(a_kind_that_no_rule_judges_is_not_clear) {
    const test::Council council;
    council.plugin("plain", met);
    council.rules({"plain"});
    Desk desk(council.edition());
    const service::Answer answer = desk.check(request_for(test::small_plan("T-1", "care")));
    BOOST_CHECK(answer.outcome == Outcome::could_not_judge);
    BOOST_TEST(answer.problems.empty());
    BOOST_TEST(json::parse(answer.json)["plans"][0]["state"] == "skipped");
}

BOOST_AUTO_TEST_CASE(the_tag_tells_plan_rules_mode_and_day_apart) {
    const test::Council council;
    council.plugin("plain", met);
    council.rules({"plain"});
    const Desk desk(council.edition());
    const service::Request request = request_for(test::small_plan());
    BOOST_TEST(desk.tag(request) == desk.tag(request));
    service::Request other = request;
    other.plan += ' ';
    BOOST_TEST(desk.tag(other) != desk.tag(request));
    other = request;
    other.mode = Mode::audit;
    BOOST_TEST(desk.tag(other) != desk.tag(request));
    other = request;
    other.as_of += std::chrono::days(1);
    BOOST_TEST(desk.tag(other) != desk.tag(request));
    council.plugin("plain", not_met);
    BOOST_TEST(Desk(council.edition()).tag(request) != desk.tag(request));
}

BOOST_AUTO_TEST_CASE(the_day_to_judge_by_is_the_requests) {
    const test::Council council;
    council.plugin("plain",
                   "judge:met { 'second', at = plan } if tostring(as_of()) == 'Tue 2 Apr 2024' then\n"
                   "judge:not_met { 'first', at = plan, message = 'm', advice = 'a' }\n"
                   "else judge:met { 'first', at = plan } end");
    council.rules({"plain"});
    Desk desk(council.edition());
    service::Request request = request_for(test::small_plan());
    BOOST_CHECK(desk.check(request).outcome == Outcome::clear);
    request.as_of += std::chrono::days(1);
    BOOST_CHECK(desk.check(request).outcome == Outcome::questions);
    request.as_of -= std::chrono::days(1);
    BOOST_CHECK(desk.check(request).outcome == Outcome::clear);
}

BOOST_AUTO_TEST_CASE(many_threads_get_what_one_gets) {
    Desk desk(test::everyday());
    std::vector<service::Request> requests;
    for (const auto& file : fixtures())
        requests.push_back(request_for(read(file)));
    BOOST_REQUIRE(requests.size() > 10);
    std::vector<std::string> alone;
    for (const service::Request& request : requests)
        alone.push_back(desk.check(request).json);
    std::vector<std::thread> threads;
    std::atomic<std::size_t> different{0};
    for (std::size_t thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (std::size_t i = 0; i < requests.size(); ++i) {
                const std::size_t which = (i + thread * 7) % requests.size();
                if (desk.check(requests[which]).json != alone[which]) ++different;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    BOOST_TEST(different == 0);
}

BOOST_AUTO_TEST_CASE(an_edition_that_fails_its_examples_is_refused) {
    const test::Council council;
    council.plugin("plain", "if plan.kind == 'child-in-need' then error('oh') end");
    council.example(
        "plain", "<examples>\n<example kind=\"child-in-need\">\n"
                 "<!-- expect plain/first: met -->\n<history>Nothing.</history>\n</example>\n</examples>\n");
    council.rules({"plain"});
    const auto edition = council.edition();
    BOOST_CHECK_EXCEPTION(try_out(*edition), UserError, [](const UserError& error) {
        return std::string(error.what()).find("plain/first failed on this example") != std::string::npos;
    });
    council.plugin("plain", met);
    BOOST_CHECK_NO_THROW(try_out(*council.edition()));
}

BOOST_AUTO_TEST_SUITE_END()
