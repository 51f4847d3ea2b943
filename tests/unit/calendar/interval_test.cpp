#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "calendar/interval.hpp"

using namespace plumbline;
using namespace plumbline::calendar;

namespace {

Date day(std::string_view iso) {
    return parse_iso_date(iso).value();
}

std::string working(int count, Unit unit, std::string_view start) {
    Interval interval;
    interval.count = count;
    interval.unit = unit;
    const auto found = deadline(interval, day(start), WorkingDays::england());
    return found ? found->working : "none";
}

Interval named(std::string check, std::string id, std::optional<Date> from, std::optional<Date> to) {
    Interval interval;
    interval.check = std::move(check);
    interval.id = std::move(id);
    interval.from = from;
    interval.to = to;
    return interval;
}

} // namespace

BOOST_AUTO_TEST_SUITE(intervals)

BOOST_AUTO_TEST_CASE(working_is_shown) {
    BOOST_TEST(working(15, Unit::working_days, "2023-12-20") ==
               "15 working days from Wed 20 Dec 2023, skipping 25 and 26 Dec and 1 Jan: due Mon 15 Jan 2024");
    BOOST_TEST(working(10, Unit::working_days, "2012-05-25") ==
               "10 working days from Fri 25 May 2012, skipping 4 and 5 Jun: due Tue 12 Jun 2012");
    BOOST_TEST(working(45, Unit::working_days, "2023-03-31") ==
               "45 working days from Fri 31 Mar 2023, skipping 7 and 10 Apr and 1, 8 and 29 May: due Fri 9 "
               "Jun 2023");
    BOOST_TEST(working(3, Unit::working_days, "2024-03-06") ==
               "3 working days from Wed 6 Mar 2024: due Mon 11 Mar 2024");
    BOOST_TEST(working(1, Unit::working_days, "2024-03-09") ==
               "1 working day from Sat 9 Mar 2024: due Mon 11 Mar 2024");
    BOOST_TEST(working(3, Unit::months, "2024-11-30") ==
               "3 months from Sat 30 Nov 2024: due Fri 28 Feb 2025");
    BOOST_TEST(working(6, Unit::months, "2023-08-31") ==
               "6 months from Thu 31 Aug 2023: due Thu 29 Feb 2024");
    BOOST_TEST(working(1, Unit::weeks, "2024-12-28") == "1 week from Sat 28 Dec 2024: due Sat 4 Jan 2025");
    BOOST_TEST(working(28, Unit::days, "2024-02-01") == "28 days from Thu 1 Feb 2024: due Thu 29 Feb 2024");
    BOOST_TEST(working(72, Unit::hours, "2024-06-06") == "72 hours from Thu 6 Jun 2024: due Sun 9 Jun 2024");
    BOOST_TEST(working(36, Unit::hours, "2024-06-06") == "36 hours from Thu 6 Jun 2024: due Sat 8 Jun 2024");
}

BOOST_AUTO_TEST_CASE(beyond_the_calendar_there_is_no_deadline) {
    BOOST_TEST(working(15, Unit::working_days, "2027-12-20") == "none");
    BOOST_TEST(working(3, Unit::months, "2027-12-20") ==
               "3 months from Mon 20 Dec 2027: due Mon 20 Mar 2028");
}

BOOST_AUTO_TEST_CASE(the_interval_of_the_day_is_found) {
    Interval local = named("core-group", "D06", {}, {});
    local.local = true;
    const Intervals table({named("first-looked-after-review", "old", {}, day("2011-03-31")),
                           named("first-looked-after-review", "D17", day("2011-04-01"), {}), local});
    BOOST_TEST(table.find("first-looked-after-review", day("2011-03-31"))->id == "old");
    BOOST_TEST(table.find("first-looked-after-review", day("2011-04-01"))->id == "D17");
    BOOST_TEST((table.find("core-group", day("2020-01-01")) == nullptr)); // councils set it
    BOOST_TEST(table.knows("core-group"));
    BOOST_TEST((table.find("core-gruop", day("2020-01-01")) == nullptr));
    BOOST_TEST(!table.knows("core-gruop"));
}

BOOST_AUTO_TEST_CASE(words_go_both_ways) {
    for (const Unit unit : {Unit::hours, Unit::days, Unit::working_days, Unit::weeks, Unit::months})
        BOOST_TEST((unit_from_word(to_word(unit)) == unit));
    for (const Force force : {Force::law, Force::statutory_guidance, Force::practice})
        BOOST_TEST((force_from_word(to_word(force)) == force));
    BOOST_TEST(!unit_from_word("fortnights").has_value());
    BOOST_TEST(!force_from_word("").has_value());
    BOOST_TEST(amount(1, Unit::months) == "1 month");
    BOOST_TEST(amount(10, Unit::working_days) == "10 working days");
}

BOOST_AUTO_TEST_SUITE_END()
