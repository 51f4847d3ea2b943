#define BOOST_TEST_DYN_LINK
#include "report/advice.hpp"

#include <boost/test/unit_test.hpp>

using plumbline::report::shared_advice;

BOOST_AUTO_TEST_SUITE(advice)

BOOST_AUTO_TEST_CASE(what_was_worded_for_one_plan_is_not_offered_to_all) {
    BOOST_TEST(shared_advice("Name the activity. Along these lines: \"Robin's nurse to visit\".",
                             "Name the activity. Along these lines: \"Kian to see\".") ==
               "Name the activity.");
    BOOST_TEST(shared_advice("Name the activity.", "Name the activity. Along these lines: \"…\".") ==
               "Name the activity.");
    BOOST_TEST(shared_advice("Set a day. Or weeks.", "Set a day. Or weeks.") == "Set a day. Or weeks.");
    BOOST_TEST(shared_advice("Set a day.", "Say who.") == "Set a day.");
    BOOST_TEST(shared_advice("By 2.5 hours a week. Now.", "By 2.7 hours a week. Now.") ==
               "By 2.5 hours a week. Now.");
}

BOOST_AUTO_TEST_SUITE_END()
