#define BOOST_TEST_DYN_LINK
#include "workshop.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;

namespace {

/// One entry on line 2, after a good one on line 1.
std::string entries(const std::string& second) {
    return R"(return { api = 1, intervals = { { id = "D07", check = "first-review", title = "First review", count = 3, unit = "months", from_event = "initial-conference", force = "statutory guidance", source = "WT", to = "2020-12-31" },
{ )" + second +
           " } } }";
}

const std::string good =
    R"(id = "D17", check = "looked-after-review", title = "T", from_event = "looked-after-from", )";

} // namespace

BOOST_AUTO_TEST_SUITE(intervals)

BOOST_AUTO_TEST_CASE(every_field_is_read) {
    const Workshop workshop;
    workshop.write(
        "statutory",
        entries(good + R"(count = 20, unit = "working days", force = "law", source = "regulation 33",
from = "2011-04-01", to = "2030-01-01", confirmed = false, note = "for readers")"));
    const auto read = standard::load_intervals(workshop.rules() / "statutory.lua");
    BOOST_TEST(read.all().size() == 2U);
    const auto& interval = read.all().back();
    BOOST_TEST(interval.id == "D17");
    BOOST_TEST(interval.check == "looked-after-review");
    BOOST_TEST(interval.count == 20);
    BOOST_TEST((interval.unit == calendar::Unit::working_days));
    BOOST_TEST((interval.force == calendar::Force::law));
    BOOST_TEST(interval.from_event == "looked-after-from");
    BOOST_TEST((interval.from == parse_iso_date("2011-04-01")));
    BOOST_TEST((interval.to == parse_iso_date("2030-01-01")));
    BOOST_TEST(!interval.confirmed);
    BOOST_TEST(read.all().front().confirmed);
    BOOST_TEST(!read.all().front().from.has_value());
}

BOOST_AUTO_TEST_CASE(what_a_council_sets_is_left_out) {
    const Workshop workshop;
    workshop.write("statutory", entries(good + "[\"local\"] = true"));
    BOOST_TEST(standard::load_intervals(workshop.rules() / "statutory.lua").all().size() == 1U);
    workshop.write("statutory", entries(good + "[\"local\"] = true, count = 6"));
    const std::string message = workshop.refusal_of_intervals();
    BOOST_TEST(message.starts_with("rules/statutory.lua:2"), message);
    BOOST_TEST(message.find("no number of its own") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(an_interval_may_change_with_its_date) {
    const Workshop workshop;
    workshop.write("statutory",
                   entries(R"(id = "D07", check = "first-review", title = "First review", count = 4,
unit = "months", from_event = "initial-conference", force = "law", source = "X", from = "2021-01-01")"));
    BOOST_TEST(standard::load_intervals(workshop.rules() / "statutory.lua").all().size() == 2U);
}

BOOST_AUTO_TEST_CASE(mistakes_are_refused) {
    const Workshop workshop;
    struct Mistake {
        std::string fields, says;
    };
    const std::vector<Mistake> mistakes{
        {good + R"(count = 20, unit = "workdays", force = "law", source = "x")", "unknown unit \"workdays\""},
        {good + R"(count = 20, unit = "days", force = "guidance", source = "x")",
         "unknown force \"guidance\""},
        {good + R"(count = -1, unit = "days", force = "law", source = "x")", "-1"},
        {good + R"(unit = "days", force = "law", source = "x")", "count"},
        {good + R"(count = 2, unit = "days", force = "law")", "source"},
        {good + R"(count = 2, unit = "days", force = "law", source = "x", untill = "2020-01-01")", "untill"},
        {good + R"(count = 2, unit = "days", force = "law", source = "x", from = "1 April")", "1 April"},
        {good +
             R"(count = 2, unit = "days", force = "law", source = "x", from = "2020-01-02", to = "2020-01-01")",
         "before 'from'"},
        {R"(id = "D08", check = "first-review", title = "T", from_event = "e", count = 2, unit = "days", force = "law", source = "x")",
         "same time"},
        {R"(id = "D08", check = "first-review", title = "T", from_event = "e", count = 2, unit = "days", force = "law", source = "x", from = "2020-12-31")",
         "same time"},
    };
    for (const auto& mistake : mistakes) {
        workshop.write("statutory", entries(mistake.fields));
        const std::string message = workshop.refusal_of_intervals();
        BOOST_TEST(message.starts_with("rules/statutory.lua:2"), message);
        BOOST_TEST(message.find(mistake.says) != std::string::npos, message);
    }
}

BOOST_AUTO_TEST_CASE(the_intervals_of_this_project_are_read) {
    const auto read = standard::load_intervals(std::string(PLUMBLINE_SOURCE_DIR) + "/rules/statutory.lua");
    BOOST_TEST(read.knows("first-review-conference"));
    BOOST_TEST(!read.knows("later-core-group")); // each council sets its own
}

BOOST_AUTO_TEST_SUITE_END()
