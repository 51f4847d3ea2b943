#define BOOST_TEST_DYN_LINK
#include "worker_desk.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace plumbline;
using namespace plumbline::test;
using judgement::Failure;
using judgement::Observation;
using judgement::Outcome;

namespace {

const std::string rest = " judge:met { \"second\", at = plan }";

/// The first observation of a check that does this, and judges "second".
Observation judged(const std::string& statements, const std::string& xml = full_plan) {
    return Desk(statements + rest).check(xml).front();
}

/// Why a call is refused: the reason without the place, which must be line 6, where the call stands.
std::string refusal(const std::string& call) {
    Desk desk(call + rest);
    const auto observations = desk.check();
    BOOST_TEST((observations.front().outcome == Outcome::could_not_check));
    BOOST_TEST((observations.front().failure == Failure::error));
    const std::string place = desk.file() + ":6: ";
    const std::string& reason = observations.front().reason;
    return reason.starts_with(place) ? reason.substr(place.size()) : "at another place: " + reason;
}

} // namespace

BOOST_AUTO_TEST_SUITE(judge)

BOOST_AUTO_TEST_CASE(each_outcome_arrives_with_what_was_said) {
    const Observation met = judged("judge:met { \"first\", at = plan.actions[1] }");
    BOOST_TEST((met.outcome == Outcome::met));
    BOOST_TEST(met.criterion == "first");
    BOOST_TEST(met.at.id == "a1");
    BOOST_TEST(met.at.path == "/plan/outcomes/outcome[1]/action[1]");
    BOOST_TEST(met.at.line == 30U);
    BOOST_TEST(met.evidence.empty());

    const Observation not_met = judged(R"(judge:not_met { "first", at = plan.actions[1],
        evidence = plan.actions[1].task:sentences()[2], message = "m", advice = "a" })");
    BOOST_TEST((not_met.outcome == Outcome::not_met));
    BOOST_TEST(not_met.message == "m");
    BOOST_TEST(not_met.advice == "a");
    BOOST_TEST(not_met.evidence.at(0).text == "Dad moves out.");
    BOOST_TEST(not_met.evidence.at(0).line == 31U);
    BOOST_TEST(not_met.evidence.at(0).column == 59U);
    BOOST_TEST(not_met.evidence.at(0).length == 14U);

    const Observation person = judged(
        "judge:needs_a_person { \"first\", at = plan, message = \"m\", advice = \"a\", reason = \"r\" }");
    BOOST_TEST((person.outcome == Outcome::needs_a_person));
    BOOST_TEST(person.reason == "r");
    BOOST_TEST(person.evidence.empty());

    const Observation excused = judged("judge:not_applicable { \"first\", at = plan, reason = \"r\" }");
    BOOST_TEST((excused.outcome == Outcome::not_applicable));
    BOOST_TEST(excused.at.path == "/plan");
    BOOST_TEST(excused.at.id == "CP-1");

    const Observation lacking = judged("judge:could_not_check { \"first\", at = plan, reason = \"r\" }");
    BOOST_TEST((lacking.outcome == Outcome::could_not_check));
    BOOST_TEST((lacking.failure == Failure::none));
}

BOOST_AUTO_TEST_CASE(a_text_is_a_place_and_an_absent_one_is_its_nodes) {
    const Observation there = judged("judge:met { \"first\", at = plan.actions[1].task }");
    BOOST_TEST(there.at.path == "/plan/outcomes/outcome[1]/action[1]/task");
    BOOST_TEST(there.at.id == "a1");
    BOOST_TEST(there.at.line == 31U);
    const Observation absent = judged(
        "judge:not_met { \"first\", at = plan.actions[2].timescale, message = \"m\", advice = \"a\" }");
    BOOST_TEST(absent.at.path == "/plan/actions/action[1]");
    BOOST_TEST(absent.at.id == "a2");
    BOOST_TEST(absent.evidence.empty());
    BOOST_TEST(judged("judge:met { \"first\", at = plan.dates }").at.path == "/plan/dates");
}

BOOST_AUTO_TEST_CASE(evidence_is_words_or_lists_of_them) {
    const Observation many = judged(R"(judge:met { "first", at = plan, evidence = { plan.history,
        plan.actions[1].task:find_pattern("ten")[1], plan.analysis } })");
    BOOST_REQUIRE_EQUAL(many.evidence.size(), 2U);
    BOOST_TEST(many.evidence[0].text == "Mum grew up in care.");
    BOOST_TEST(many.evidence[1].text == "ten");
    BOOST_TEST(judged("judge:met { \"first\", at = plan, evidence = plan.actions[1].task:sentences() }")
                   .evidence.size() == 2U);
    BOOST_TEST(
        judged("judge:met { \"first\", at = plan, evidence = quote(plan.history) }").evidence.at(0).line ==
        24U);
    BOOST_TEST(judged("judge:met { \"first\", at = plan, evidence = {} }").evidence.empty());
}

BOOST_AUTO_TEST_CASE(evidence_counts_characters_and_points_into_the_line) {
    const Observation quoted =
        judged("judge:met { \"first\", at = plan, evidence = plan.views[1].text:quotations()[1] }");
    BOOST_TEST(quoted.evidence.at(0).text == "I want it quiet");
    BOOST_TEST(quoted.evidence.at(0).length == 15U);
    BOOST_TEST(quoted.evidence.at(0).column == 72U); // after one curly mark, which is one character
}

BOOST_AUTO_TEST_CASE(a_finding_without_evidence_shows_the_first_sentence_of_its_node) {
    const auto evidence = [](const std::string& at) {
        const auto pieces =
            judged("judge:not_met { \"first\", at = " + at + ", message = \"m\", advice = \"a\" }").evidence;
        return pieces.empty() ? std::string() : pieces.front().text;
    };
    BOOST_TEST(evidence("plan.actions[1]") == "Mum attends ten Freedom Programme sessions.");
    BOOST_TEST(evidence("plan.needs[1]") == "Shouting at night keeps her awake.");
    BOOST_TEST(evidence("plan.outcomes[1]") == "She sleeps through the night.");
    BOOST_TEST(evidence("plan.contingencies[1].text") ==
               "If Dad returns, Mum rings the police and Grandma collects her.");
    BOOST_TEST(evidence("plan.actions[1].task:sentences()[2]") == "Dad moves out.");
    BOOST_TEST(evidence("plan") == "");
    BOOST_TEST(evidence("plan:person(\"hv\")") == "");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_refused_at_the_plugins_line_with_what_to_do) {
    BOOST_TEST(refusal("judge:met { \"frist\", at = plan }") ==
               "judge:met: this plugin has no criterion 'frist'; did you mean first?");
    BOOST_TEST(refusal("judge:met { at = plan }") ==
               "judge:met needs a criterion first: judge:met { \"first\", at = … }");
    BOOST_TEST(refusal("judge:met { \"first\" }") ==
               "judge:met 'first' needs a place: at = the plan, or the node or text that it is about");
    BOOST_TEST(refusal("judge:not_met { \"first\", message = \"m\", advice = \"a\" }") ==
               "judge:not_met 'first' needs a place: at = the plan, or the node or text that it is about");
    BOOST_TEST(refusal("judge:not_met { \"first\", at = plan, advice = \"a\" }") ==
               "judge:not_met 'first' needs a message: say what is missing in the plan");
    BOOST_TEST(refusal("judge:not_met { \"first\", at = plan, message = \"m\", advice = \"  \" }") ==
               "judge:not_met 'first' needs advice: say what to write instead");
    BOOST_TEST(refusal("judge:needs_a_person { \"first\", at = plan, message = \"m\", advice = \"a\" }") ==
               "judge:needs_a_person 'first' needs a reason");
    BOOST_TEST(refusal("judge:not_applicable { \"first\", at = plan }") ==
               "judge:not_applicable 'first' needs a reason");
    BOOST_TEST(refusal("judge:could_not_check { \"first\", at = plan }") ==
               "judge:could_not_check 'first' needs a reason");
    BOOST_TEST(refusal("judge:met { \"first\", at = 12 }") ==
               "judge:met: at needs a node of the plan or a text, got number");
    BOOST_TEST(refusal("judge:met { \"first\", at = plan.actions }") ==
               "judge:met: at needs a node of the plan or a text, got list");
    BOOST_TEST(refusal("judge:met { \"first\", at = plan, evidance = plan.history }") ==
               "judge:met takes no 'evidance'; did you mean evidence?");
    BOOST_TEST(refusal("judge:met { \"first\", at = plan, message = 3 }") ==
               "judge:met: message must be a string, got number");
    BOOST_TEST(refusal("judge:met { \"first\", at = plan, plan = plan }") ==
               "judge:met takes 'plan' only where plans are compared");
    BOOST_TEST(refusal("judge:met(\"first\")") ==
               "judge:met takes a table: judge:met { \"criterion\", at = … }");
    BOOST_TEST(
        refusal("judge.met { \"first\", at = plan }").find("expected judge before the colon, got table") ==
        0U);
    BOOST_TEST(refusal("judge:passed { }") == "judge.passed: no such field");
}

BOOST_AUTO_TEST_CASE(evidence_that_is_no_words_of_the_plan_is_refused) {
    BOOST_TEST(
        refusal("judge:met { \"first\", at = plan, evidence = \"Mum\" }") ==
        "judge:met: evidence must be words of this plan (a text, a sentence, a clause, a match) or a list of "
        "them, got string; text:quote(first, last) turns positions into words");
    BOOST_TEST(refusal("judge:met { \"first\", at = plan, evidence = plan.actions[1] }").find("got action") !=
               std::string::npos);
    BOOST_TEST(
        refusal("judge:met { \"first\", at = plan, evidence = { plan.history, 3 } }").find("got number") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_criterion_is_judged_once_for_each_node) {
    Desk desk("judge:met { \"first\", at = plan }\n"
              "judge:not_applicable { \"first\", at = plan, reason = \"r\" }" +
              rest);
    const auto contradicted = desk.check();
    BOOST_REQUIRE_EQUAL(contradicted.size(),
                        3U); // what stands is not known, so the criterion could not be checked
    BOOST_TEST((contradicted[1].failure == Failure::error));
    BOOST_TEST(contradicted[1].criterion == "first");
    BOOST_TEST(contradicted[1].reason ==
               desk.file() + ":7: 'first' was judged met at line 2 before, and now not applicable; "
                             "judge each criterion once for each node");
    const auto twice =
        Desk("judge:met { \"first\", at = plan } judge:met { \"first\", at = plan }" + rest).check();
    BOOST_TEST(twice.size() == 2U);
    const auto each =
        Desk("for _, action in ipairs(plan.actions) do judge:met { \"first\", at = action } end" + rest)
            .check();
    BOOST_TEST(each.size() == 3U);
}

BOOST_AUTO_TEST_CASE(another_check_may_own_the_defect) {
    BOOST_TEST(judged("judge:not_met { \"first\", at = plan, message = \"m\", advice = \"a\", "
                      "owner = \"timescales/bounded\" }")
                   .owner == "timescales/bounded");
    BOOST_TEST(refusal("judge:met { \"first\", at = plan, owner = \"timescales\" }") ==
               "judge:met: owner names a check as \"plugin/criterion\", got \"timescales\"");
}

BOOST_AUTO_TEST_CASE(what_is_left_unjudged_could_not_be_checked) {
    Desk desk("judge:met { \"second\", at = plan }");
    const auto observations = desk.check();
    BOOST_REQUIRE_EQUAL(observations.size(), 2U);
    BOOST_TEST(observations[0].criterion == "first");
    BOOST_TEST((observations[0].outcome == Outcome::could_not_check));
    BOOST_TEST((observations[0].failure == Failure::unjudged));
    BOOST_TEST(observations[0].reason ==
               desk.file() + ":3: check ended without judging 'first'; judge each criterion of each plan, as "
                             "not_applicable where it is not asked");
    BOOST_TEST(observations[0].at.path == "/plan");
    BOOST_TEST((observations[1].outcome == Outcome::met));
}

BOOST_AUTO_TEST_CASE(an_endless_flood_of_judgements_is_stopped) {
    const auto flooded =
        Desk("for i = 1, 30000 do judge:not_met { \"first\", at = plan, message = \"m\" .. i, "
             "advice = \"a\" } end")
            .check();
    BOOST_TEST(flooded.back().reason.find("more than 20000 judgements in one check") != std::string::npos);
    const auto wordy =
        Desk("judge:not_met { \"first\", at = plan, message = (\"m\"):rep(5000), advice = \"a\" }").check();
    BOOST_TEST(wordy.front().reason.find("message has 5000 bytes; at most 4000 are shown") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_judge_is_of_its_own_check_only) {
    Desk desk(Desk::Source{R"(
local Keeper = {}
Keeper.__index = Keeper
local keeper = setmetatable({}, Keeper)
return {
  id = "probe", title = "a probe", api = 1, plans = { "child-protection" },
  criteria = { { id = "first", title = "one" } },
  check = function(plan, judge)
    local earlier = keeper.judge or judge
    keeper.judge = judge
    earlier:met { "first", at = plan }
  end,
})"});
    BOOST_TEST((desk.check().front().outcome == Outcome::met));
    BOOST_TEST(
        desk.check().front().reason ==
        desk.file() +
            ":11: judge:met: this judge belongs to an earlier check; use the one that the function is given");
}

BOOST_AUTO_TEST_SUITE_END()
