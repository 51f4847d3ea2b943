#define BOOST_TEST_DYN_LINK
#include "samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using judgement::Outcome;

BOOST_AUTO_TEST_SUITE(summary)

BOOST_AUTO_TEST_CASE(judged_plans_are_counted_by_team_and_kind) {
    report::Summary summary;
    for (const auto& plan : samples::batch())
        summary.add(plan);
    BOOST_TEST(summary.teams.size() == 2U); // the unreadable one has no say
    BOOST_TEST(summary.teams.at("Crewe CP 2").plans == 1U);
    BOOST_TEST(summary.teams.at("").criteria[Outcome::met] == 1U);
    BOOST_TEST(summary.kinds.at("child-protection").plans == 2U);
    BOOST_TEST(summary.kinds.at("child-protection").criteria[Outcome::met] == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
