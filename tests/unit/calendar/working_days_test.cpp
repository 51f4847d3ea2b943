#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "base/user_error.hpp"
#include "calendar/working_days.hpp"

#include <fstream>
#include <iterator>

using namespace plumbline;
using calendar::WorkingDays;

namespace {

Date day(std::string_view iso) {
    return parse_iso_date(iso).value();
}

std::string refusal(std::string_view csv) {
    try {
        WorkingDays::from_csv(csv, "holidays.csv");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(working_days)

BOOST_AUTO_TEST_CASE(built_in_table_equals_the_file) {
    std::ifstream file(PLUMBLINE_SOURCE_DIR "/core/calendar/england_bank_holidays.csv");
    const std::string csv{std::istreambuf_iterator<char>(file), {}};
    const auto& england = WorkingDays::england();
    BOOST_TEST("england " + WorkingDays::from_csv(csv, "csv").version() == england.version());
    BOOST_TEST(england.version().starts_with("england 2010-2027 "));
    BOOST_TEST(to_iso(england.first()) == "2010-01-01");
    BOOST_TEST(to_iso(england.last()) == "2027-12-31");
    BOOST_TEST(england.holidays_between(day("2009-12-31"), day("2027-12-31")).size() == 149U);
}

BOOST_AUTO_TEST_CASE(counts_over_jubilee_funeral_coronation_and_christmas) {
    struct Vector {
        std::string_view from;
        int count;
        std::string_view due;
    };
    for (const Vector& v : {Vector{"2022-06-02", 15, "2022-06-24"}, Vector{"2022-09-09", 15, "2022-10-03"},
                            Vector{"2023-04-28", 15, "2023-05-23"}, Vector{"2020-04-30", 10, "2020-05-15"},
                            Vector{"2024-12-20", 10, "2025-01-08"}, Vector{"2024-12-20", 20, "2025-01-22"},
                            Vector{"2025-04-11", 10, "2025-04-29"}, Vector{"2011-04-21", 15, "2011-05-18"},
                            Vector{"2012-05-25", 10, "2012-06-12"}, Vector{"2026-12-18", 20, "2027-01-20"}}) {
        BOOST_TEST_CONTEXT(v.from << " + " << v.count) {
            const auto due = WorkingDays::england().add(day(v.from), v.count);
            BOOST_REQUIRE(due);
            BOOST_TEST(to_iso(*due) == v.due);
            BOOST_TEST(WorkingDays::england().between(day(v.from), *due).value() == v.count);
        }
    }
}

BOOST_AUTO_TEST_CASE(counts_backwards) {
    const auto& england = WorkingDays::england();
    BOOST_TEST(to_iso(england.add(day("2025-04-22"), -3).value()) == "2025-04-15"); // over Easter
    BOOST_TEST(england.between(day("2025-04-22"), day("2025-04-15")).value() == -3);
    BOOST_TEST(to_iso(england.add(day("2024-03-09"), 0).value()) == "2024-03-09"); // a Saturday stays
    BOOST_TEST(england.between(day("2024-03-09"), day("2024-03-09")).value() == 0);
    BOOST_TEST(to_iso(england.add(day("2024-03-09"), 1).value()) == "2024-03-11"); // day 1 is Monday
}

BOOST_AUTO_TEST_CASE(knows_weekends_and_holidays) {
    const auto& england = WorkingDays::england();
    BOOST_TEST(england.is_working_day(day("2024-03-28")).value());
    BOOST_TEST(!england.is_working_day(day("2024-03-29")).value()); // Good Friday
    BOOST_TEST(!england.is_working_day(day("2024-03-30")).value());
    BOOST_TEST(!england.is_working_day(day("2022-09-19")).value());
    BOOST_TEST(england.holidays_between(day("2024-12-25"), day("2024-12-26")).size() == 1U);
    BOOST_TEST(england.holidays_between(day("2025-01-01"), day("2024-12-01")).empty());
}

BOOST_AUTO_TEST_CASE(outside_the_table_is_no_answer) {
    const auto& england = WorkingDays::england();
    BOOST_TEST(!england.is_working_day(day("2009-12-31")).has_value());
    BOOST_TEST(!england.add(day("2009-12-31"), 1).has_value());
    BOOST_TEST(!england.add(day("2027-12-30"), 10).has_value());
    BOOST_TEST(!england.add(day("2010-01-04"), -1).has_value());
    BOOST_TEST(!england.between(day("2027-12-01"), day("2028-01-10")).has_value());
    BOOST_TEST(!england.covers(day("2028-01-01")));
}

BOOST_AUTO_TEST_CASE(bad_lines_are_refused_with_their_place) {
    BOOST_TEST(refusal("date,weekday,code\n2024-12-25;Wed").find("holidays.csv:2") != std::string::npos);
    BOOST_TEST(refusal("2024-12-25,Thu,Xmas\n").find("is a Wed, found \"Thu\"") != std::string::npos);
    BOOST_TEST(refusal("2024-02-30,Fri,X\n").find("expected a date") != std::string::npos);
    BOOST_TEST(refusal("2024-12-21,Sat,X\n").find("weekend") != std::string::npos);
    BOOST_TEST(refusal("2024-12-26,Thu,Box\n2024-12-25,Wed,Xmas\n").find("in order") != std::string::npos);
    BOOST_TEST(refusal("2024-12-25,Wed,\n").find("expected date,weekday,code") != std::string::npos);
    BOOST_TEST(refusal("date,weekday,code\n").find("holds no holidays") != std::string::npos);
    BOOST_TEST(refusal("date,weekday,code\r\n2024-12-25,Wed,Xmas\r\n").empty()); // Windows line ends
}

BOOST_AUTO_TEST_SUITE_END()
