#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/timescale.hpp"

#include <string>

using namespace plumbline;
using namespace plumbline::text;

namespace {

Date day(std::string_view iso) {
    return parse_iso_date(iso).value();
}

TimescaleContext written(std::string_view iso) {
    TimescaleContext context;
    context.written = day(iso);
    return context;
}

std::string last_day(const Timescale& read) {
    return read.last_day ? to_iso(*read.last_day) : "none";
}

std::string_view kind_of(std::string_view text, std::string_view on = "2024-03-06") {
    return to_word(read_timescale(text, written(on)).kind);
}

} // namespace

BOOST_AUTO_TEST_SUITE(timescales)

BOOST_AUTO_TEST_CASE(kinds) {
    BOOST_TEST(kind_of("by 6th April") == "date");
    BOOST_TEST(kind_of("within 6 weeks") == "relative");
    BOOST_TEST(kind_of("before the next core group") == "event-bounded");
    BOOST_TEST(kind_of("weekly until 30 June") == "recurring-bounded");
    BOOST_TEST(kind_of("ongoing") == "open-ended");
    BOOST_TEST(kind_of("weekly") == "open-ended");
    BOOST_TEST(kind_of("in due course") == "vague");
    BOOST_TEST(kind_of("TBC") == "none");
    BOOST_TEST(kind_of("") == "none");
    BOOST_TEST(kind_of("   ") == "none");
    BOOST_TEST(kind_of("12/02/24") == "past");
    BOOST_TEST(kind_of("31 June") == "invalid-date");
    BOOST_TEST(kind_of("Monday 12 March 2024") == "contradictory");
}

BOOST_AUTO_TEST_CASE(says_how_it_was_read) {
    const auto how = [](std::string_view text) { return read_timescale(text, written("2024-03-06")).how; };
    BOOST_TEST(how("6 weeks") == "6 weeks from Wed 6 Mar 2024: Wed 17 Apr 2024");
    BOOST_TEST(how("by 6th April") == "last day Sat 6 Apr 2024");
    BOOST_TEST(how("Ongoing") == "'ongoing' has no last day");
    BOOST_TEST(how("Mum, ASAP") == "'asap' names no day");
    BOOST_TEST(how("31 June") == "there is no such day as '31 june'");
    BOOST_TEST(how("Monday 12 March 2024") == "Tue 12 Mar 2024 is not the weekday written");
    BOOST_TEST(how("12/02/24") == "Mon 12 Feb 2024 is before the plan was written");
    BOOST_TEST(how("") == "nothing is written");
    BOOST_TEST(how("Mum") == "no time is named");
    BOOST_TEST(how("14 April or whenever") == "'or whenever' takes the day back");
    BOOST_TEST(how("end of the summer term").find("councils set their own term dates") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(points_at_the_words_that_decided) {
    const std::string text = "Mum to call school \xE2\x80\x93 ongoing";
    BOOST_TEST(read_timescale(text, written("2024-03-06")).words.of(text) == "ongoing");
    const std::string dated = "Référence: by 6th April please";
    BOOST_TEST(read_timescale(dated, written("2024-03-06")).words.of(dated) == "6th April");
}

BOOST_AUTO_TEST_CASE(without_a_year_the_next_such_day_but_a_month_ago_is_past) {
    BOOST_TEST(last_day(read_timescale("20 December", written("2025-01-06"))) ==
               "2024-12-20"); // 17 days before
    BOOST_TEST(!read_timescale("20 December", written("2025-01-06")).bounded);
    BOOST_TEST(last_day(read_timescale("5 December", written("2025-01-06"))) ==
               "2025-12-05"); // 32 days before
    BOOST_TEST(last_day(read_timescale("6 December", written("2025-01-06"))) ==
               "2024-12-06"); // 31 days before
    BOOST_TEST(last_day(read_timescale("6 January", written("2025-01-06"))) == "2025-01-06");
    BOOST_TEST(last_day(read_timescale("29 February", written("2024-01-10"))) == "2024-02-29");
    BOOST_TEST(kind_of("29 February", "2025-01-10") == "invalid-date");
}

BOOST_AUTO_TEST_CASE(a_due_date_bounds_whatever_the_words) {
    TimescaleContext context = written("2024-03-06");
    context.due = day("2024-04-17");
    for (const char* text :
         {"", "ongoing", "ASAP", "within 6 weeks", "by 20 April", "April", "w/c 15 April"}) {
        BOOST_TEST_CONTEXT(text) {
            const Timescale read = read_timescale(text, context);
            BOOST_TEST(read.bounded);
            BOOST_TEST(read.possible);
            BOOST_TEST(last_day(read) == "2024-04-17");
        }
    }
    const Timescale apart = read_timescale("by 25 April", context); // eight days later
    BOOST_TEST(apart.bounded);
    BOOST_TEST(!apart.possible);
    BOOST_TEST(to_word(apart.kind) == "contradictory");
    BOOST_TEST(apart.how == "the words come to Thu 25 Apr 2024, but the action is due Wed 17 Apr 2024");
    BOOST_TEST(read_timescale("by 24 April", context).possible); // seven
    BOOST_TEST(!read_timescale("31 April", context).possible);
    context.due = day("2024-03-05");
    BOOST_TEST(!read_timescale("", context).possible);
    BOOST_TEST(read_timescale("ongoing", context).how == "due Tue 5 Mar 2024, before the plan was written");
}

BOOST_AUTO_TEST_CASE(of_several_days_the_one_that_the_due_date_means) {
    TimescaleContext context = written("2023-02-08");
    context.due = day("2023-03-01");
    context.events = {{"child-in-need-meeting", day("2023-03-29")}};
    const Timescale read = read_timescale("up to 1 March then look again at the CIN meeting", context);
    BOOST_TEST(read.possible);
}

BOOST_AUTO_TEST_CASE(events_take_the_plans_dates) {
    TimescaleContext context = written("2024-03-06");
    context.events = {{"core-group", day("2024-01-25"), true},
                      {"core-group", day("2024-03-06"), true},
                      {"core-group", day("2024-04-18")},
                      {"core-group", day("2024-05-30")},
                      {"education-plan-meeting", day("2024-03-20")}};
    context.next_review = day("2024-06-03");
    context.born = day("2014-05-02");
    BOOST_TEST(last_day(read_timescale("by core group", context)) == "2024-04-18"); // the next, not one held
    BOOST_TEST(last_day(read_timescale("next PEP", context)) == "2024-03-20");
    BOOST_TEST(last_day(read_timescale("by the review conference", context)) == "2024-06-03");
    BOOST_TEST(last_day(read_timescale("before her 12th birthday", context)) == "2026-05-02");
    BOOST_TEST(last_day(read_timescale("next birthday", context)) == "2024-05-02");
    BOOST_TEST(last_day(read_timescale("until the review conference in June", context)) == "2024-06-03");
    BOOST_TEST(last_day(read_timescale("core group on 30 May", context)) ==
               "2024-05-30"); // the one after the next
    BOOST_TEST(to_word(read_timescale("core group on 2 April", context).kind) == "contradictory");
    BOOST_TEST(to_word(read_timescale("by 12th birthday 2/5/25", context).kind) == "contradictory");
    BOOST_TEST(last_day(read_timescale("next CIN meeting", context)) == "2024-06-03"); // the plan's review
    BOOST_TEST(read_timescale("by the next TAF", written("2024-03-06")).bounded);      // bounded by itself
    BOOST_TEST(last_day(read_timescale("by the next TAF", written("2024-03-06"))) == "none");
}

BOOST_AUTO_TEST_CASE(a_planned_meeting_gone_by_is_past_a_held_one_is_not_meant) {
    TimescaleContext context = written("2024-09-11");
    context.events = {{"core-group", day("2024-08-29")}};
    BOOST_TEST(to_word(read_timescale("by core group", context).kind) == "past");
    BOOST_TEST(read_timescale("by next core group", context).bounded);
    context.events[0].on = day("2024-08-10"); // longer gone than a month: not the one meant
    BOOST_TEST(read_timescale("by core group", context).bounded);
    context.events[0] = {"core-group", day("2024-08-29"), true};
    BOOST_TEST(read_timescale("by core group", context).bounded);
}

BOOST_AUTO_TEST_CASE(working_days_beyond_the_table_bound_without_a_day) {
    const Timescale read = read_timescale("10 working days", written("2027-12-20"));
    BOOST_TEST(read.bounded);
    BOOST_TEST(last_day(read) == "none");
    BOOST_TEST(read.how.find("beyond the table of working days") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(odd_input_is_read_without_harm) {
    for (const char* text : {"/",
                             "//",
                             "...",
                             "-",
                             "(",
                             ")",
                             "'",
                             "\"",
                             "1",
                             "99999999999999999999",
                             "1/",
                             "/1",
                             "1/1/1/1/1",
                             "\xFF\xFE",
                             "\xE2\x80",
                             "½",
                             "0/0",
                             "w/c",
                             "by",
                             "by by by",
                             "week",
                             "every",
                             "x",
                             "10 x",
                             "between",
                             "from to",
                             "the the the",
                             "1st 2nd 3rd",
                             "½ term",
                             "6/52/12",
                             "until until",
                             "of of of of",
                             "next next next next review",
                             "12.12.12.12",
                             "000000",
                             "00000000"}) {
        BOOST_TEST_CONTEXT(text) {
            const Timescale read = read_timescale(text, written("2024-03-06"));
            BOOST_TEST(!read.how.empty());
            BOOST_TEST(read.words.end <= std::string_view(text).size());
        }
    }
}

BOOST_AUTO_TEST_CASE(long_text_is_read_in_reasonable_time) {
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "weekly visit 6 weeks or 12/4 core group, ";
    BOOST_TEST(!read_timescale(text, written("2024-03-06")).how.empty());
}

BOOST_AUTO_TEST_SUITE_END()
