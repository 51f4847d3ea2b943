#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "base/user_error.hpp"

using namespace plumbline;

BOOST_AUTO_TEST_SUITE(user_error)

BOOST_AUTO_TEST_CASE(a_place_leaves_out_what_is_not_known) {
    BOOST_TEST(to_string(FilePosition{"a.xml", 12, 3}) == "a.xml:12:3");
    BOOST_TEST(to_string(FilePosition{"a.xml", 12, 0}) == "a.xml:12");
    BOOST_TEST(to_string(FilePosition{"a.xml", 0, 0}) == "a.xml");
    BOOST_TEST(to_string(FilePosition{"a.xml", 0, 7}) == "a.xml");
    BOOST_TEST(to_string(FilePosition{}).empty());
}

BOOST_AUTO_TEST_CASE(an_error_says_where_and_what) {
    const UserError error({"rules/x.lua", 4, 9}, "unknown key 'plugn'");
    BOOST_TEST(std::string(error.what()) == "rules/x.lua:4:9: unknown key 'plugn'");
    BOOST_TEST(error.message() == "unknown key 'plugn'");
    BOOST_TEST(error.position().line == 4U);
    BOOST_TEST(error.position().file == "rules/x.lua");
}

BOOST_AUTO_TEST_CASE(an_error_without_a_place_is_its_message) {
    const UserError error("no plans");
    BOOST_TEST(std::string(error.what()) == "no plans");
    BOOST_TEST(error.position().file.empty());
}

BOOST_AUTO_TEST_CASE(a_bug_says_that_it_is_one) {
    const std::string what = InternalError("index past the end").what();
    BOOST_TEST(what.find("internal error") == 0U);
    BOOST_TEST(what.find("bug in plumbline") != std::string::npos);
    BOOST_TEST(what.ends_with("index past the end"));
}

BOOST_AUTO_TEST_SUITE_END()
