#define BOOST_TEST_DYN_LINK
#include "worker_desk.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace plumbline;
using namespace plumbline::test;

namespace {

const std::string sets = R"(phrases = {
    trigger = { "if", "should" }, people = { "mum", "dad", "grandma" }, nothing = { "zebra" } },)";

std::string words(const std::string& expression) {
    return evaluate(expression, sets);
}

} // namespace

BOOST_AUTO_TEST_SUITE(view_words)

BOOST_AUTO_TEST_CASE(phrases_are_found_with_their_words_and_place) {
    BOOST_TEST(words("plan.contingencies[1].text:has(phrases.trigger)") == "true");
    BOOST_TEST(words("plan.contingencies[1].text:has(phrases.nothing)") == "false");
    BOOST_TEST(words("plan.contingencies[1].text:has(phrases.nothing, phrases.trigger)") == "true");
    BOOST_TEST(words("plan.contingencies[1].text:count(phrases.people)") == "3");
    BOOST_TEST(words("plan.contingencies[1].text:find(phrases.people)[1].words") == "Dad");
    BOOST_TEST(words("plan.contingencies[1].text:find(phrases.people)[1].set") == "people");
    BOOST_TEST(words("plan.contingencies[1].text:find(phrases.people)[1].first") == "4");
    BOOST_TEST(words("plan.contingencies[1].text:find(phrases.people)[1].last") == "6");
    BOOST_TEST(words("plan.contingencies[1].text:find(phrases.people)[1].line") == "40");
    BOOST_TEST(words("plan.contingencies[1].text:find(phrases.people)[1].column") == "28");
    BOOST_TEST(words("#plan.contingencies[1].text:find(phrases.people, phrases.trigger)") == "4");
    BOOST_TEST(words("plan.analysis:has(phrases.trigger)") == "false");
}

BOOST_AUTO_TEST_CASE(a_set_is_asked_within_a_sentence_too) {
    BOOST_TEST(words("plan.actions[1].task:sentences()[1]:has(phrases.people)") == "true");
    BOOST_TEST(words("plan.actions[1].task:sentences()[2]:find(phrases.people)[1].words") == "Dad");
    BOOST_TEST(words("plan.actions[1].task:sentences()[2]:count(phrases.people)") == "1");
}

BOOST_AUTO_TEST_CASE(what_is_no_phrase_set_is_refused) {
    BOOST_TEST(
        words("plan.history:has('mum')") ==
        "error: expected a phrase set (phrases.name), got string; for words as they stand use contains");
    BOOST_TEST(words("plan.history:has(plan)") ==
               "error: expected a phrase set (phrases.name), got plan; for words as they stand use contains");
    BOOST_TEST(words("phrases.triger") == "error: phrases.triger: no such phrase set; did you mean trigger?");
    BOOST_TEST(words("plan.history:has()").find("error: bad argument") == 0U);
    BOOST_TEST(words("phrases.trigger") == "trigger");
}

BOOST_AUTO_TEST_CASE(literal_words_are_whole_and_without_case) {
    BOOST_TEST(words("plan.history:contains('GREW UP')") == "grew up");
    BOOST_TEST(words("plan.history:contains('grew u')") == "nil");
    BOOST_TEST(words("plan.history:contains_start('grew u')") == "grew up");
    BOOST_TEST(words("plan.history:contains_start('ar')") == "nil");
    BOOST_TEST(words("plan.history:contains('')") == "nil");
    BOOST_TEST(words("plan.actions[1].task:sentences()[2]:contains('mum')") == "nil");
}

BOOST_AUTO_TEST_CASE(a_text_has_sentences_words_and_stems) {
    BOOST_TEST(words("#plan.actions[1].task:sentences()") == "2");
    BOOST_TEST(words("plan.actions[1].task:sentences()[2]") == "Dad moves out.");
    BOOST_TEST(words("plan.actions[1].task:sentences()[2]:count_words()") == "3");
    BOOST_TEST(words("plan.actions[1].task:sentences()[2].node == plan.actions[1]") == "true");
    BOOST_TEST(words("plan.actions[1].task:sentences()[2].text == plan.actions[1].task") == "true");
    BOOST_TEST(words("plan.actions[1].task:sentences()[1] == plan.actions[1].task:sentences()[1]") == "true");
    BOOST_TEST(words("plan.actions[1].task:sentences()[1] == plan.actions[1].task:sentences()[2]") ==
               "false");
    BOOST_TEST(words("table.concat(plan.history:words(), '|')") == "Mum|grew|up|in|care");
    BOOST_TEST(words("table.concat(plan.actions[2].task:stems(), '|')") == "weigh|her");
    BOOST_TEST(words("plan.actions[1].task:find(phrases.people)[2]:sentence()") == "Dad moves out.");
    BOOST_TEST(words("#plan.actions[1].task:sentences()[2]:sentences()") == "1");
}

BOOST_AUTO_TEST_CASE(clauses_and_quotations_say_who_does_and_who_speaks) {
    BOOST_TEST(words("#plan.contingencies[1].text:clauses() >= 2") == "true");
    BOOST_TEST(words("plan.contingencies[1].text:clauses()[1].condition") == "true");
    BOOST_TEST(words("plan.contingencies[1].text:clauses()[1].actor") == "Dad");
    BOOST_TEST(words("plan.contingencies[1].text:clauses()[1].negated") == "false");
    BOOST_TEST(words("type(plan.contingencies[1].text:clauses()[1].tense)") == "string");
    BOOST_TEST(words("plan.views[1].text:quotations()[1].words") == "I want it quiet");
    BOOST_TEST(words("plan.views[1].text:quotations()[1].speaker ~= nil") == "true");
    BOOST_TEST(words("#plan.views[2].text:quotations()") == "0");
}

BOOST_AUTO_TEST_CASE(patterns_give_words_and_groups) {
    BOOST_TEST(
        words("plan.actions[1].timescale:find_pattern(pattern('([0-9]+) (weeks|days)( or so)?'))[1]") ==
        "6 weeks");
    BOOST_TEST(
        words("plan.actions[1].timescale:find_pattern('([0-9]+) (weeks|days)( or so)?')[1].groups[1]") ==
        "6");
    BOOST_TEST(
        words("plan.actions[1].timescale:find_pattern('([0-9]+) (weeks|days)( or so)?')[1].groups[3]") ==
        "false");
    BOOST_TEST(words("#plan.history:find_pattern('[aeiou]+')") == "6");
    BOOST_TEST(words("#plan.history:find_pattern('x*')") == "0");
    BOOST_TEST(words("#plan.actions[1].task:sentences()[2]:find_pattern('^Dad')") == "1");
    BOOST_TEST(words("plan.actions[1].task:sentences()[2]:find_pattern('moves')[1].first") == "49");
    BOOST_TEST(words("pattern('gr.w'):matches(plan.history)") == "true");
    BOOST_TEST(words("pattern('zz'):matches('plain text')") == "false");
    BOOST_TEST(words("pattern('gr.w').expression") == "gr.w");
    BOOST_TEST(words("pattern('(')").find("error: ") == 0U);
    BOOST_TEST(run_lua("for i = 1, 300 do pattern('a' .. i) end return 1")
                   .find("error: more than 200 different patterns in one check") == 0U);
}

BOOST_AUTO_TEST_CASE(positions_become_words_that_can_be_evidence) {
    BOOST_TEST(run_lua("local first, last = tostring(plan.history):find('grew') "
                       "return plan.history:quote(first, last).words") == "grew");
    BOOST_TEST(words("plan.views[1].text:quote(2, 4).words") == "“I"); // a quotation mark has three bytes
    BOOST_TEST(words("plan.history:quote(1, 99)") ==
               "error: quote 1 to 99 of a text of 20 bytes; positions are those of string.find");
    BOOST_TEST(words("plan.history:quote(0, 3)").find("error: quote 0 to 3") == 0U);
    BOOST_TEST(words("plan.actions[1].task:sentences()[2]:quote(1, 3).words") == "Dad");
}

BOOST_AUTO_TEST_CASE(shingles_are_equal_where_the_words_are) {
    BOOST_TEST(words("#plan.history:shingles(3)") == "3");
    BOOST_TEST(words("#plan.history:shingles(6)") == "0");
    BOOST_TEST(words("plan.history:shingles(5)[1] == plan.history:shingles(5)[1]") == "true");
    BOOST_TEST(words("plan.history:shingles(2)[1] ~= plan.history:shingles(2)[2]") == "true");
    BOOST_TEST(words("math.type(plan.history:shingles(1)[1])") == "integer");
    BOOST_TEST(words("plan.history:shingles(0)") == "error: expected a width of 1 to 100 words, got 0");
}

BOOST_AUTO_TEST_CASE(a_method_called_without_its_value_says_how_to_call_it) {
    BOOST_TEST(words("plan.history.count_words()") ==
               "error: expected words before the colon, got no value; call it as value:method(…)");
    BOOST_TEST(words("plan.history.count_words(plan)") ==
               "error: expected words before the colon, got plan; call it as value:method(…)");
}

BOOST_AUTO_TEST_SUITE_END()
