#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "base/user_error.hpp"
#include "text/pattern.hpp"

using namespace plumbline;
using namespace plumbline::text;

BOOST_AUTO_TEST_SUITE(pattern)

BOOST_AUTO_TEST_CASE(finds_the_match_and_its_groups) {
    const Pattern pattern{"(\\d+) (weeks|(months))"};
    const std::string_view wording = "In 6 WEEKS or 2 months";
    const auto first = pattern.find(wording);
    BOOST_REQUIRE(first);
    BOOST_TEST((*first)[0].of(wording) == "6 WEEKS");
    BOOST_TEST((*first)[1].of(wording) == "6");
    BOOST_TEST((*first)[3].empty());
    const auto second = pattern.find(wording, (*first)[0].end);
    BOOST_REQUIRE(second);
    BOOST_TEST((*second)[3].of(wording) == "months");
    BOOST_TEST(!pattern.find(wording, (*second)[0].end));
    BOOST_TEST(!pattern.find(wording, 1000));
}

BOOST_AUTO_TEST_CASE(a_wrong_expression_is_the_authors_error) {
    BOOST_CHECK_EXCEPTION(Pattern{"(a"}, UserError, [](const UserError& error) {
        return error.message().find("\"(a\"") != std::string::npos;
    });
    BOOST_CHECK_THROW(Pattern{"(?=a)"}, UserError);
}

BOOST_AUTO_TEST_CASE(empty_matches_end) {
    const Pattern pattern{"x*"};
    const auto match = pattern.find("", 0);
    BOOST_REQUIRE(match);
    BOOST_TEST((*match)[0].empty());
}

BOOST_AUTO_TEST_SUITE_END()
