#define BOOST_TEST_DYN_LINK
#include "history/proportion.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline::history;

BOOST_AUTO_TEST_SUITE(proportions)

BOOST_AUTO_TEST_CASE(intervals_are_those_of_newcombes_paper) {
    // Newcombe 1998, 857–872, table I: method 3.
    const auto common = interval_of({81, 263}).value();
    BOOST_TEST(common.low == 0.2553, boost::test_tools::tolerance(0.0005));
    BOOST_TEST(common.high == 0.3662, boost::test_tools::tolerance(0.0005));
    const auto none = interval_of({0, 20}).value();
    BOOST_TEST(none.low == 0.0);
    BOOST_TEST(none.high == 0.1611, boost::test_tools::tolerance(0.0005));
    BOOST_TEST(!interval_of({0, 0}).has_value());
}

BOOST_AUTO_TEST_CASE(changes_are_those_of_newcombes_paper) {
    // Newcombe 1998, 873–890, table II: method 10, 56/70 - 48/80.
    const auto change = interval_of_change({48, 80}, {56, 70}).value();
    BOOST_TEST(change.low == 0.0524, boost::test_tools::tolerance(0.002));
    BOOST_TEST(change.high == 0.3339, boost::test_tools::tolerance(0.002));
    BOOST_TEST(beyond_chance(change));
    const auto small = interval_of_change({5, 10}, {6, 10}).value();
    BOOST_TEST(!beyond_chance(small));
    BOOST_TEST(!interval_of_change({0, 0}, {6, 10}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
