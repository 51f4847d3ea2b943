#define BOOST_TEST_DYN_LINK
#include "base/csv.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(what_a_spreadsheet_would_run_is_text) {
    for (const std::string text : {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1"}) {
        BOOST_TEST(formula_safe(text) == "'" + text);
        BOOST_TEST(without_guard(formula_safe(text)) == text);
    }
    BOOST_TEST(formula_safe("2 = two") == "2 = two");
    for (const std::string number : {"-12", "+3", "12"})
        BOOST_TEST(formula_safe(number) == number);
    for (const std::string text : {"+447700900123", "-", "-1a", "+1;=A1"})
        BOOST_TEST(formula_safe(text) == "'" + text);
    BOOST_TEST(without_guard("'tis") == "'tis"); // an apostrophe of the text's own
}

BOOST_AUTO_TEST_CASE(records_are_quoted_where_they_must_be) {
    BOOST_TEST(csv_record({"a", "", "b c"}) == "a,,b c\r\n");
    BOOST_TEST(csv_record({"a,b", "say \"no\"", "two\nlines"}) ==
               "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    BOOST_TEST(csv_record({"\";=1+1"}) == "\"\"\";=1+1\"\r\n"); // cannot break out of its cell
}

BOOST_AUTO_TEST_CASE(what_was_written_is_read_again) {
    const std::vector<std::string> cells{"=1", "a,b;c", "say \"no\"", "two\r\nlines", "", "ends"};
    const auto records =
        read_csv(std::string(byte_order_mark) + csv_record(cells) + csv_record({"x"}), "f.csv");
    BOOST_REQUIRE(records.size() == 2U);
    BOOST_TEST(records[0].cells == cells, boost::test_tools::per_element());
    BOOST_TEST(records[0].line == 1U);
    BOOST_TEST(records[1].line == 3U); // after a cell of two lines
}

BOOST_AUTO_TEST_CASE(what_excel_makes_of_it_in_other_countries_is_read) {
    const auto semicolons = read_csv("plan;reason\r\n\r\nCP-1;\"one, two\"\r\n;\r\n", "f.csv");
    BOOST_REQUIRE(semicolons.size() == 2U);
    BOOST_TEST(semicolons[1].cells[1] == "one, two");
    BOOST_TEST(semicolons[1].line == 3U);
    BOOST_TEST(read_csv("a\tb\nc\td", "f.csv")[1].cells[1] == "d");
}

BOOST_AUTO_TEST_CASE(a_quotation_that_never_closes_is_named_by_its_line) {
    BOOST_CHECK_EXCEPTION(read_csv("a,b\nc,\"d\ne\n", "f.csv"), UserError, [](const UserError& error) {
        return std::string(error.what()) == "f.csv:2: a quotation mark opens here and is never closed";
    });
}

BOOST_AUTO_TEST_SUITE_END()
