#define BOOST_TEST_DYN_LINK
#include "worker_desk.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace plumbline;
using namespace plumbline::test;

BOOST_AUTO_TEST_SUITE(functions)

BOOST_AUTO_TEST_CASE(dates_compare_and_reckon) {
    BOOST_TEST(evaluate("date('2024-03-06')") == "Wed 6 Mar 2024");
    BOOST_TEST(evaluate("date('2024-03-06') == plan.dates.written") == "true");
    BOOST_TEST(evaluate("date('2024-03-06') ~= date('2024-03-07')") == "true");
    BOOST_TEST(evaluate("date('2024-03-06') < date('2024-03-07')") == "true");
    BOOST_TEST(evaluate("date('2024-03-06') >= date('2024-03-07')") == "false");
    BOOST_TEST(evaluate("date('2024-03-06') - date('2024-02-28')") == "7");
    BOOST_TEST(evaluate("date('2024-03-06') + 30") == "Fri 5 Apr 2024");
    BOOST_TEST(evaluate("30 + date('2024-03-06')") == "Fri 5 Apr 2024");
    BOOST_TEST(evaluate("date('2024-03-06') - 6") == "Thu 29 Feb 2024");
    BOOST_TEST(evaluate("date('2024-01-31'):add_months(1)") == "Thu 29 Feb 2024");
    BOOST_TEST(evaluate("date('2024-01-31'):add_days(-31)") == "Sun 31 Dec 2023");
    BOOST_TEST(evaluate("date('2024-03-06').month") == "3");
    BOOST_TEST(evaluate("date('2024-03-06').weekday") == "Wednesday");
    BOOST_TEST(evaluate("date('2024-03-06').iso") == "2024-03-06");
    BOOST_TEST(evaluate("as_of()") == "Wed 1 May 2024");
}

BOOST_AUTO_TEST_CASE(what_is_no_date_is_refused) {
    BOOST_TEST(evaluate("date('2024-02-30')") ==
               "error: '2024-02-30' is no day of the calendar written as \"2024-03-06\"");
    BOOST_TEST(evaluate("date('6 March')").find("error: ") == 0U);
    BOOST_TEST(evaluate("plan.dates.closed - plan.dates.written") ==
               "error: expected a date, got nil (absent dates are nil: ask before using one)");
    BOOST_TEST(evaluate("plan.dates.written < plan.dates.closed") ==
               "error: expected a date, got nil (absent dates are nil: ask before using one)");
    BOOST_TEST(evaluate("plan.dates.written + 1.5") ==
               "error: a date and a whole number of days can be added, nothing else");
    BOOST_TEST(evaluate("plan.dates.written:add_days(10^15 // 1 | 0)") ==
               "error: a date beyond the years 1 to 9999");
    BOOST_TEST(evaluate("plan.dates.written:add_months(99999)") ==
               "error: a date beyond the years 1 to 9999");
    BOOST_TEST(evaluate("date('2024-03-06') == 5") == "false");
}

BOOST_AUTO_TEST_CASE(working_days_are_englands) {
    BOOST_TEST(evaluate("calendar.add_working_days(date('2023-12-20'), 15)") == "Mon 15 Jan 2024");
    BOOST_TEST(evaluate("calendar.working_days(date('2023-12-20'), date('2024-01-15'))") == "15");
    BOOST_TEST(evaluate("calendar.is_working_day(date('2023-12-25'))") == "false");
    BOOST_TEST(evaluate("calendar.is_working_day(date('2023-12-27'))") == "true");
    BOOST_TEST(evaluate("calendar.is_working_day(date('1900-01-01'))") == "nil");
    BOOST_TEST(evaluate("calendar.working_days(date('1900-01-01'), date('2024-01-15'))") == "nil");
    BOOST_TEST(evaluate("calendar.add_working_days(date('2023-12-20'), 9999)") == "nil");
    BOOST_TEST(evaluate("calendar.add_working_days(date('2023-12-20'), 10000000)") ==
               "error: at most 20,000 working days can be added");
}

BOOST_AUTO_TEST_CASE(statutory_intervals_show_their_working) {
    BOOST_TEST(evaluate("statutory('first-review-conference', plan.dates.written).count") == "3");
    BOOST_TEST(evaluate("statutory('first-review-conference', plan.dates.written).unit") == "months");
    BOOST_TEST(evaluate("statutory('first-review-conference', plan.dates.written).force") ==
               "statutory guidance");
    BOOST_TEST(evaluate("statutory('first-review-conference', plan.dates.written).confirmed") == "true");
    BOOST_TEST(evaluate("statutory('first-review-conference', plan.dates.written).source") ==
               "Working Together");
    BOOST_TEST(evaluate("statutory('first-review-conference', plan.dates.written).to") == "nil");
    BOOST_TEST(evaluate("statutory('first-review-conference', date('2009-01-01'))") == "nil");
    BOOST_TEST(run_lua("local due, working = statutory('first-review-conference', plan.dates.written)"
                       ":deadline(plan:events('initial-conference')[1].on) return due.iso .. ' ' .. working")
                   .find("2024-04-15 3 months from Mon 15 Jan 2024") == 0U);
    BOOST_TEST(evaluate("statutory('first-review-conferense', plan.dates.written)") ==
               "error: there is no statutory interval 'first-review-conferense'; did you mean "
               "first-review-conference?");
}

BOOST_AUTO_TEST_CASE(a_timescale_is_read_against_the_plan) {
    BOOST_TEST(evaluate("timescale(plan.actions[1]).bounded") == "true");
    BOOST_TEST(evaluate("timescale(plan.actions[1]).possible") == "true");
    BOOST_TEST(evaluate("timescale(plan.actions[1]).kind") == "relative");
    BOOST_TEST(evaluate("timescale(plan.actions[1]).last_day") == "Wed 17 Apr 2024");
    BOOST_TEST(evaluate("timescale(plan.actions[1]).words") == "6 weeks");
    BOOST_TEST(evaluate("timescale(plan.actions[1]).how ~= ''") == "true");
    BOOST_TEST(evaluate("timescale(plan.actions[2]).bounded") == "false");
    BOOST_TEST(evaluate("timescale(plan.actions[2]).kind") == "none");
    BOOST_TEST(evaluate("timescale(plan.actions[2]).words") == "nil");
    BOOST_TEST(evaluate("timescale('ongoing', plan).kind") == "open-ended");
    BOOST_TEST(evaluate("timescale('next review conference').last_day") == "Fri 12 Apr 2024");
    BOOST_TEST(evaluate("timescale(plan.actions[1].timescale).last_day") == "Wed 17 Apr 2024");
    BOOST_TEST(evaluate("timescale(nil)") == "error: expected words, got nil");
    BOOST_TEST(evaluate("timescale(plan.actions[1]).lastday").find("did you mean last_day?") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(texts_are_compared_and_measured) {
    BOOST_TEST(evaluate("likeness(plan.history, plan.history)") == "1.0");
    BOOST_TEST(evaluate("likeness(plan.history, 'Nothing of this stands there at all.')") == "0.0");
    BOOST_TEST(evaluate("likeness(plan.actions[1].task, plan.actions[1].task:sentences()[1])") == "1.0");
    BOOST_TEST(evaluate("readability(plan.history).words") == "5");
    BOOST_TEST(evaluate("readability(plan.history).sentences") == "1");
    BOOST_TEST(evaluate("readability(plan.analysis).grade") == "0.0");
    BOOST_TEST(evaluate("readability(('a'):rep(200000))").find("error: a text of 200000 bytes is too long") ==
               0U);
}

BOOST_AUTO_TEST_CASE(parameters_come_from_the_rule_or_the_manifest) {
    const std::string manifest = R"(parameters = {
      min_words = { type = "integer", default = 4, help = "shorter does not count" },
      names = { type = "list", default = { "a", "b" }, help = "some" } },)";
    const std::string say =
        "judge:could_not_check { \"first\", at = plan, reason = tostring(parameters.min_words) .. "
        "table.concat(parameters.names) } judge:met { \"second\", at = plan }";
    Desk desk(say, manifest);
    BOOST_TEST(desk.check().front().reason == "4ab");
    BOOST_TEST(desk.check(full_plan, {{"min_words", std::int64_t{7}}}).front().reason == "7ab");
    BOOST_TEST(evaluate("parameters.min_word", manifest) ==
               "error: parameters.min_word: no such parameter; did you mean min_words?");
    BOOST_TEST(
        run_lua("parameters.min_words = 3", manifest).find("error: parameters.min_words: the host's") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
