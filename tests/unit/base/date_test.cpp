#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "base/british_date.hpp"
#include "base/date.hpp"

#include <string_view>

using namespace plumbline;

namespace {

Date day(std::string_view text) {
    return parse_iso_date(text).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(date)

BOOST_AUTO_TEST_CASE(iso_dates_are_read_and_written) {
    for (const char* text :
         {"2024-03-06", "2024-02-29", "1999-12-31", "0001-01-01", "9999-12-31", "2000-02-29"})
        BOOST_TEST(to_iso(day(text)) == text);
    BOOST_TEST((day("2024-03-01") - day("2024-02-28")).count() == 2);
}

BOOST_AUTO_TEST_CASE(british_dates_are_read_with_one_digit_or_two) {
    for (const char* text : {"06/03/2024", "6/3/2024", "6/03/2024", "06/3/2024"})
        BOOST_TEST((parse_british_date(text) == day("2024-03-06")), text);
    for (const char* text : {"", "/", "//", "//2024", "31/02/2024", "03/13/2024", "006/03/2024", "6/3/24",
                             "6/3/2024 ", " 6/3/2024", "6/3/2024/", "6-3-2024", "x/3/2024", "2024-03-06"})
        BOOST_TEST(!parse_british_date(text), text);
}

BOOST_AUTO_TEST_CASE(nothing_else_is_a_date) {
    for (const char* text : {"",           "2024",        "2024-3-6",    "2024-03-6",        "06-03-2024",
                             "2024/03/06", "2024-03-06 ", " 2024-03-06", "2024-03-06T00:00", "20240306",
                             "2024-0a-06", "202a-03-06",  "2024-03-+6",  "-024-03-06",       "2024-00-01",
                             "2024-13-01", "2024-01-00",  "2024-01-32",  "2023-02-29",       "1900-02-29",
                             "2024-04-31"})
        BOOST_TEST(!parse_iso_date(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(readers_see_the_day_of_the_week) {
    BOOST_TEST(to_reader(day("2024-03-06")) == "Wed 6 Mar 2024");
    BOOST_TEST(to_reader(day("2023-12-31")) == "Sun 31 Dec 2023");
    BOOST_TEST(to_reader(day("2024-01-01")) == "Mon 1 Jan 2024");
}

BOOST_AUTO_TEST_CASE(months_are_corresponding_dates) {
    BOOST_TEST(to_iso(add_months(day("2024-01-15"), 3)) == "2024-04-15");
    BOOST_TEST(to_iso(add_months(day("2024-01-31"), 1)) == "2024-02-29");
    BOOST_TEST(to_iso(add_months(day("2023-01-31"), 1)) == "2023-02-28");
    BOOST_TEST(to_iso(add_months(day("2024-08-31"), 6)) == "2025-02-28");
    BOOST_TEST(to_iso(add_months(day("2024-11-30"), 3)) == "2025-02-28");
    BOOST_TEST(to_iso(add_months(day("2024-03-31"), -1)) == "2024-02-29");
    BOOST_TEST(to_iso(add_months(day("2024-01-15"), -13)) == "2022-12-15");
    BOOST_TEST(to_iso(add_months(day("2024-01-31"), 0)) == "2024-01-31");
}

BOOST_AUTO_TEST_CASE(age_is_completed_years) {
    BOOST_TEST(age_on(day("2014-05-02"), day("2024-05-01")) == 9);
    BOOST_TEST(age_on(day("2014-05-02"), day("2024-05-02")) == 10);
    BOOST_TEST(age_on(day("2014-05-02"), day("2024-06-01")) == 10);
    BOOST_TEST(age_on(day("2014-05-02"), day("2024-04-30")) == 9);
    BOOST_TEST(age_on(day("2014-05-02"), day("2014-05-02")) == 0);
    BOOST_TEST(age_on(day("2012-02-29"), day("2023-02-28")) == 10);
    BOOST_TEST(age_on(day("2012-02-29"), day("2023-03-01")) == 11);
    BOOST_TEST(age_on(day("2012-02-29"), day("2024-02-29")) == 12);
}

BOOST_AUTO_TEST_CASE(before_birth_there_are_no_completed_years) {
    BOOST_TEST(age_on(day("2024-09-01"), day("2024-03-01")) == -1);
}

BOOST_AUTO_TEST_SUITE_END()
