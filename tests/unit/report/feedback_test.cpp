#define BOOST_TEST_DYN_LINK
#include "report/feedback.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using judgement::Outcome;
using judgement::Priority;
using samples::contains;

namespace {

/// Seven checks not met, and one that needs a person.
judgement::PlanResult weak_plan() {
    judgement::PlanResult plan = samples::plan();
    plan.findings.clear();
    const judgement::Place at{"a1", "/plan/actions/action[1]", 33, 7};
    for (const char* criterion : {"one", "two", "three", "four", "five", "six", "seven"})
        plan.findings.push_back(samples::finding(criterion, at));
    plan.findings[6].priority = Priority::immediately;
    auto again = plan.findings[3];
    again.at.line = 50;
    plan.findings.push_back(again);
    auto doubtful = samples::finding("doubtful", at);
    doubtful.outcome = Outcome::needs_a_person;
    doubtful.priority = Priority::immediately;
    plan.findings.push_back(doubtful);
    return plan;
}

} // namespace

BOOST_AUTO_TEST_SUITE(feedback)

BOOST_AUTO_TEST_CASE(the_five_that_weigh_most_come_first) {
    const judgement::PlanResult plan = weak_plan();
    const report::Feedback feedback = report::feedback_of(plan);
    std::vector<std::string> criteria;
    for (const auto& change : feedback.changes)
        criteria.push_back(change.first().criterion);
    const std::vector<std::string> expected{"seven", "four", "one", "two", "three"};
    BOOST_TEST(criteria == expected, boost::test_tools::per_element());
    BOOST_TEST(feedback.left_out == 3U); // five, six, doubtful
}

BOOST_AUTO_TEST_CASE(what_works_is_met_in_all_that_was_asked) {
    judgement::PlanResult plan = samples::plan();
    plan.judgements.push_back(
        {"default/health", "health", "dental", Outcome::met, {"", "/plan", 2, 1}, "", {}});
    plan.judgements.push_back({"default/health",
                               "health",
                               "initial-in-time",
                               Outcome::not_applicable,
                               {"", "/plan", 2, 1},
                               "",
                               {}});
    const std::vector<std::string> expected{"health"};
    const report::Feedback feedback = report::feedback_of(plan);
    BOOST_TEST(feedback.good == expected, boost::test_tools::per_element()); // smart-targets only in part
}

BOOST_AUTO_TEST_CASE(an_accepted_finding_is_not_fed_back) {
    judgement::PlanResult plan = samples::plan();
    for (auto& finding : plan.findings)
        finding.accepted = judgement::Acceptance{"A. Manager", "agreed", "2024-03-01", "2024-06-01"};
    BOOST_TEST(report::feedback_of(plan).changes.empty());
}

BOOST_AUTO_TEST_CASE(each_change_has_its_words_and_better_ones) {
    report::Titles titles;
    titles.set_plugin("smart-targets", "Targets are SMART");
    const judgement::PlanResult plan = weak_plan();
    const std::string text = report::feedback_text(plan, samples::receipt(), titles, {});
    const std::string page = report::feedback_html(plan, samples::receipt(), titles);
    for (const std::string& said : {text, page}) {
        BOOST_TEST(contains(said, "CP-2041, version 3"));
        BOOST_TEST(contains(said, "Targets are SMART"));
        BOOST_TEST(contains(said, "“Support Mum with parenting”"));
        BOOST_TEST(contains(said, "Say which activity or service, and how often."));
        BOOST_TEST(contains(said, "Cheshire East 2011 §29, §149"));
        BOOST_TEST(contains(said, "3 further things stand"));
    }
}

BOOST_AUTO_TEST_CASE(the_same_thing_in_five_places_is_one_thing_to_change) {
    judgement::PlanResult plan = samples::plan();
    plan.findings.clear();
    for (std::uint32_t line = 10; line < 15; ++line)
        plan.findings.push_back(
            samples::finding("specific", {"a" + std::to_string(line), "/plan/actions/action[1]", line, 7}));
    plan.findings[1].advice = "Name the activity, as Miss Okafor's.";
    const report::Feedback feedback = report::feedback_of(plan);
    BOOST_TEST(feedback.changes.size() == 1U);
    BOOST_TEST(feedback.changes[0].findings.size() == 5U);
    const std::string text = report::feedback_text(plan, samples::receipt(), {}, {});
    const std::string page = report::feedback_html(plan, samples::receipt(), {});
    for (const std::string& said : {text, page}) {
        BOOST_TEST(samples::times(said, "Nobody could tell what is to be done.") == 1U);
        BOOST_TEST(contains(said, "ction a10"));
        BOOST_TEST(contains(said, "action a11"));
        BOOST_TEST(contains(said, "and in 2 more places"));
        BOOST_TEST(contains(said, "Better (action a10, action a12):"));
        BOOST_TEST(contains(said, "Better (action a11):"));
    }
}

BOOST_AUTO_TEST_CASE(other_peoples_words_are_never_markup) {
    judgement::PlanResult plan = weak_plan();
    for (auto& finding : plan.findings)
        finding.evidence[0].text = "<script>alert(1)</script>";
    const std::string page = report::feedback_html(plan, samples::receipt(), {});
    BOOST_TEST(!contains(page, "<script>"));
    BOOST_TEST(contains(page, "&lt;script&gt;alert(1)"));
}

BOOST_AUTO_TEST_SUITE_END()
