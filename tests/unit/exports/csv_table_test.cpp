#define BOOST_TEST_DYN_LINK
#include "exports/csv_table.hpp"

#include "base/user_error.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using exports::read_csv_table;

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(a_table_has_columns_and_rows_with_their_lines) {
    const auto table = read_csv_table("A,B\n1,2\n3,4\n", "t.csv");
    BOOST_REQUIRE_EQUAL(table.rows.size(), 2U);
    BOOST_TEST(*table.column("B") == 1U);
    BOOST_TEST(!table.column("C"));
    BOOST_TEST(table.rows[1].line == 3U);
    BOOST_TEST(table.rows[1].cells[1] == "4");
}

BOOST_AUTO_TEST_CASE(byte_order_marks_crlf_and_empty_lines_do_not_count) {
    const auto table = read_csv_table("\xEF\xBB\xBF"
                                      "CHILD,DOB\r\n\r\n7,01/02/2003\r\n",
                                      "t.csv");
    BOOST_TEST(table.columns[0] == "CHILD");
    BOOST_REQUIRE_EQUAL(table.rows.size(), 1U);
    BOOST_TEST(table.rows[0].line == 3U);
    BOOST_TEST(table.rows[0].cells[1] == "01/02/2003");
}

BOOST_AUTO_TEST_CASE(quoted_fields_hold_commas_quotes_and_lines) {
    const auto table = read_csv_table("A,B\n\"x, y\",\"said \"\"no\"\"\nagain\"\nz,\n", "t.csv");
    BOOST_REQUIRE_EQUAL(table.rows.size(), 2U);
    BOOST_TEST(table.rows[0].cells[0] == "x, y");
    BOOST_TEST(table.rows[0].cells[1] == "said \"no\"\nagain");
    BOOST_TEST(table.rows[1].line == 4U);
    BOOST_TEST(table.rows[1].cells[1].empty());
}

BOOST_AUTO_TEST_CASE(a_quotation_that_does_not_end_names_its_line) {
    BOOST_CHECK_EXCEPTION(read_csv_table("A\n1\n\"x\n", "t.csv"), UserError, [](const UserError& error) {
        return error.position().line == 3 && error.position().file == "t.csv";
    });
}

BOOST_AUTO_TEST_SUITE_END()
