#include "service/questions.hpp"

#include "council.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

using namespace plumbline;
using judgement::Failure;
using judgement::Finding;
using judgement::Judgement;
using judgement::PlanResult;
using judgement::Priority;
using service::Outcome;
using service::outcome_of;

namespace {

PlanResult judged(std::vector<judgement::Outcome> outcomes, Failure failure = Failure::none) {
    PlanResult result;
    for (const auto outcome : outcomes) {
        Judgement& one = result.judgements.emplace_back();
        one.outcome = outcome;
        if (outcome == judgement::Outcome::could_not_check) one.failure = failure;
        if (outcome == judgement::Outcome::not_met || outcome == judgement::Outcome::needs_a_person)
            result.findings.emplace_back().outcome = outcome;
    }
    return result;
}

Finding finding(const std::string& criterion, judgement::Outcome outcome, Priority priority,
                std::uint32_t line, std::size_t documents = 1) {
    Finding made;
    made.rule = "local/plain";
    made.plugin = "plain";
    made.criterion = criterion;
    made.outcome = outcome;
    made.priority = priority;
    made.at.line = line;
    made.citations.resize(documents);
    made.advice = "Write " + criterion + '.';
    return made;
}

struct Asking {
    Asking() {
        council.plugin("plain", "judge:met { 'first', at = plan } judge:met { 'second', at = plan }");
        council.rules({"plain"});
        edition = council.edition();
    }
    std::vector<std::string> texts(const PlanResult& result) const {
        std::vector<std::string> out;
        for (const service::Question& question : edition->asker().ask(result))
            out.push_back(question.text);
        return out;
    }
    test::Council council;
    std::shared_ptr<const service::Edition> edition;
};

using O = judgement::Outcome;

} // namespace

BOOST_AUTO_TEST_SUITE(sign_off)

BOOST_AUTO_TEST_CASE(a_plan_is_clear_only_when_everything_was_judged_and_nothing_found) {
    BOOST_CHECK(outcome_of(judged({O::met, O::not_applicable})) == Outcome::clear);
    BOOST_CHECK(outcome_of(judged({O::met, O::not_met})) == Outcome::questions);
    BOOST_CHECK(outcome_of(judged({O::met, O::needs_a_person})) == Outcome::questions);
    BOOST_CHECK(outcome_of(judged({O::met, O::could_not_check})) == Outcome::could_not_judge);
    BOOST_CHECK(outcome_of(judged({O::not_met, O::could_not_check})) == Outcome::questions);
    BOOST_CHECK(outcome_of(judged({})) == Outcome::could_not_judge);
}

BOOST_AUTO_TEST_CASE(a_check_that_failed_is_never_hidden_behind_questions) {
    for (const Failure failure : {Failure::error, Failure::limit, Failure::unjudged})
        BOOST_CHECK(outcome_of(judged({O::not_met, O::could_not_check}, failure)) ==
                    Outcome::could_not_judge);
}

BOOST_AUTO_TEST_CASE(a_plan_that_was_not_judged_is_not_clear) {
    for (const judgement::State state : {judgement::State::unreadable, judgement::State::skipped}) {
        PlanResult result = judged({O::met});
        result.state = state;
        BOOST_CHECK(outcome_of(result) == Outcome::could_not_judge);
    }
}

BOOST_FIXTURE_TEST_CASE(questions_are_the_plugins_or_the_advice_where_it_has_none, Asking) {
    PlanResult result;
    result.findings = {finding("first", O::not_met, Priority::none, 1),
                       finding("second", O::not_met, Priority::none, 2)};
    BOOST_TEST(texts(result) == (std::vector<std::string>{"Who does it?", "Write second."}),
               boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(the_weightiest_question_comes_first, Asking) {
    PlanResult result;
    result.findings = {finding("a", O::needs_a_person, Priority::immediately, 1),
                       finding("b", O::not_met, Priority::within_six_months, 2),
                       finding("c", O::not_met, Priority::within_three_months, 3, 1),
                       finding("d", O::not_met, Priority::within_three_months, 4, 2)};
    BOOST_TEST(texts(result) == (std::vector<std::string>{"Write a.", "Write d.", "Write c."}),
               boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(one_question_is_asked_once_about_all_its_places, Asking) {
    PlanResult result;
    result.findings = {finding("first", O::needs_a_person, Priority::none, 9),
                       finding("second", O::not_met, Priority::within_six_months, 5),
                       finding("first", O::not_met, Priority::immediately, 7),
                       finding("first", O::not_met, Priority::none, 3)};
    const auto questions = edition->asker().ask(result);
    BOOST_REQUIRE_EQUAL(questions.size(), 2);
    BOOST_TEST(questions[0].text == "Who does it?");
    BOOST_REQUIRE_EQUAL(questions[0].findings.size(), 3);
    BOOST_TEST(questions[0].findings[0]->at.line == 3);
    BOOST_TEST(questions[0].findings[2]->at.line == 9);
    BOOST_TEST(questions[0].weightiest->at.line == 7);
}

BOOST_FIXTURE_TEST_CASE(an_accepted_finding_is_not_asked_again, Asking) {
    PlanResult result = judged({O::met});
    result.findings = {finding("first", O::not_met, Priority::none, 1)};
    result.findings[0].accepted.emplace();
    BOOST_TEST(texts(result).empty());
    BOOST_CHECK(outcome_of(result) == Outcome::clear);
}

BOOST_AUTO_TEST_CASE(every_criterion_of_ours_has_a_question) {
    const auto edition = test::everyday();
    for (const lua::Plugin& plugin : edition->workspace().catalogue().plugins())
        for (const lua::Criterion& criterion : plugin.criteria)
            BOOST_TEST(criterion.question.ends_with('?'), plugin.id << '/' << criterion.id);
}

BOOST_AUTO_TEST_SUITE_END()
