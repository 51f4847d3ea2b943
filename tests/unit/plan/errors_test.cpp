#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "support.hpp"

using namespace support;

namespace {

using Lines = std::vector<std::string>;

void check(const std::string& bytes, const Lines& expected) {
    const ReadResult result = read_text(bytes);
    BOOST_TEST(lines_of(result.errors) == expected, boost::test_tools::per_element());
    BOOST_TEST(!result.plan.has_value());
}

/// As the only error of a plan that is right otherwise.
void check_inside(const std::string& inside, const std::string& expected) {
    check(plan_with(inside), {expected});
}

} // namespace

BOOST_AUTO_TEST_SUITE(errors)

BOOST_AUTO_TEST_CASE(the_three_broken_fixtures) {
    const auto same = boost::test_tools::per_element();
    BOOST_TEST(
        lines_of(read_fixture("plans/broken/bad-date.xml").errors) ==
            (Lines{"5:5 <born> is not an ISO 8601 date; expected year-month-day, such as 2024-03-06",
                   "26:31 due='2024-02-30' is no day of the calendar; expected year-month-day, such as "
                   "2024-03-06"}),
        same);
    BOOST_TEST(lines_of(read_fixture("plans/broken/dangling-reference-duplicate-id.xml").errors) ==
                   (Lines{"19:22 for='n9': no such need; the needs are n1, n2",
                          "26:15 action id 'a1' is a duplicate of line 22; expected an id of its own",
                          "26:23 by='fsw': no such person; the people are mum, sw, sn"}),
               same);
    const ReadResult broken = read_fixture("plans/broken/not-well-formed.xml");
    BOOST_TEST(lines_of(broken.errors) ==
                   Lines{"29:7 </action> does not close <task>, opened on line 27; expected </task>"},
               same);
    BOOST_TEST(broken.id == "CIN-9001");
    BOOST_TEST(broken.version.value() == 1);
}

BOOST_AUTO_TEST_CASE(what_is_required) {
    check("<plan/>",
          {"1:1 <plan> has no format; it needs one", "1:1 <plan> has no id; it needs one",
           "1:1 <plan> has no kind; it needs one", "1:1 <plan> has no <child>; it needs one with an id",
           "1:1 <plan> has no <dates>; it needs one with the date it was written"});
    check("<plan format='1' id='P' kind='care'>\n<child sex='male'/>\n<dates agreed='2024-01-01'/>\n</plan>",
          {"2:1 <child> has no id; it needs one", "3:1 <dates> has no written; it needs one"});
    check_inside("<people><person role='mother'/></people>", "4:9 <person> has no id; it needs one");
    check_inside("<needs><need>x</need></needs>", "4:8 <need> has no id; it needs one");
    check_inside("<outcomes><outcome><statement>x</statement></outcome></outcomes>",
                 "4:11 <outcome> has no id; it needs one");
    check_inside("<actions><action>\n<task>x</task></action></actions>",
                 "4:10 <action> has no id; it needs one");
}

BOOST_AUTO_TEST_CASE(another_format) {
    check("<plan format='2' id='P9' version='4' kind='something new'><child/></plan>",
          {"1:7 format='2' is not known; expected format='1'"});
    const ReadResult result = read_text("<plan format='2' id='P9' version='4'/>");
    BOOST_TEST(result.id == "P9");
    BOOST_TEST(result.version.value() == 4);
}

BOOST_AUTO_TEST_CASE(dates) {
    const std::string expected = "; expected year-month-day, such as 2024-03-06";
    for (const char* bad : {"06/03/2024", "2024-3-6", "2024-03-06T10:00", "soon", "20240306"})
        check_inside("<placement started='" + std::string(bad) + "'/>",
                     "4:12 started='" + std::string(bad) + "' is not an ISO 8601 date" + expected);
    for (const char* bad : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31"})
        check_inside("<placement started='" + std::string(bad) + "'/>",
                     "4:12 started='" + std::string(bad) + "' is no day of the calendar" + expected);
    BOOST_TEST(read_text(plan_with("<placement started=' 2024-02-29 '/>")).plan.has_value());
}

BOOST_AUTO_TEST_CASE(every_date_is_checked) {
    const std::string bad = "='1/1/24'";
    const std::string plan =
        "<plan format='1' id='P' kind='care'><child "
        "id='C'><born>1/1/24</born><expected>1/1/24</expected></child>"
        "<dates started" +
        bad + " written" + bad + " agreed" + bad + " signed-off" + bad + " next-review" + bad + " closed" +
        bad + "/><legal-status on" + bad + ">none</legal-status><placement started" + bad +
        "/><outcomes><outcome id='o'><scale on" + bad + "/><action id='a' due" + bad + " completed" + bad +
        "/></outcome></outcomes><views><view on" + bad + "/></views><chronology><event on" + bad + " due" +
        bad + "/></chronology><oversight><decision on" + bad + "/></oversight></plan>";
    BOOST_TEST(read_text(plan).errors.size() == 17U);
}

BOOST_AUTO_TEST_CASE(a_birth_date_or_a_name_is_never_repeated) {
    const ReadResult result = read_text(
        "<plan format='1' id='P' kind='care'><child id='C'><name>CanaryName</name><born>CanaryBorn</born>"
        "<expected>CanaryExpected</expected></child><dates written='2024-01-01'/><people><person id='x' "
        "name='CanaryPerson'/><person id='x' name='CanaryPerson'/></people><history>CanaryText "
        "<b>CanaryBold</b>"
        "</history><actions>CanaryStray<action id='a' "
        "by='y'><task>CanaryTask</task></action></actions></plan>");
    BOOST_TEST(result.errors.size() == 4U);
    BOOST_TEST(result.warnings.size() == 2U);
    for (const auto& problems : {result.errors, result.warnings})
        for (const Problem& problem : problems)
            BOOST_TEST(problem.message.find("Canary") == std::string::npos, problem.message);
    const ReadResult broken = read_text("<plan id='P'><child><name>CanaryName & Co</name></child></plan>");
    BOOST_TEST(lines_of(broken.errors) == Lines{"1:38 '&' stands alone; write '&amp;'"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(unknown_words) {
    check(plan_with("").replace(plan_with("").find("child-in-need"), 13, "cin"),
          {"1:26 kind='cin' is not known; expected one of: early-help, child-in-need, child-protection, "
           "care, pathway, "
           "personal-education, safety, supervision"});
    check(
        plan_with("", " status='Draft'"),
        {"1:47 status='Draft' is not known; expected one of: draft, awaiting-sign-off, signed-off, closed"});
    check_inside("<needs><need id='n' kind='want'/></needs>",
                 "4:21 kind='want' is not known; expected one of: risk, need, strength");
    check_inside("<actions><action id='a' status='late'/></actions>",
                 "4:25 status='late' is not known; expected one of: open, in-progress, done, abandoned");
    check_inside(
        "<legal-status>section-31</legal-status>",
        "4:1 legal-status='section-31' is not known; expected one of: none, section-20, interim-care-order, "
        "care-order, placement-order, emergency-protection, remand, special-guardianship, supervision-order");
    check_inside("<placement expected='permanent'/>",
                 "4:12 expected='permanent' is not known; expected one of: short-term, long-term");
    check_inside("<views><view alone='maybe'/></views>",
                 "4:14 alone='maybe' is not known; expected one of: yes, no");
    check_inside("<oversight><decision kind='sign off'/></oversight>",
                 "4:22 kind='sign off' is not known; expected one of: sign-off, step-up, step-down, closure, "
                 "no-further-action, other");
    for (const char* inside :
         {"<placement kind='x'/>", "<views><view of='x'/></views>", "<views><view method='x'/></views>",
          "<chronology><event kind='x'/></chronology>", "<chronology><event seen='x'/></chronology>",
          "<chronology><event alone='x'/></chronology>", "<people><person id='a' interpreter='x'/></people>"})
        BOOST_TEST(read_text(plan_with(inside)).errors.size() == 1U, inside);
    for (const char* inside : {"<identity aspect='x'/>", "<identity interpreter='x'/>"})
        BOOST_TEST(read_text("<plan format='1' id='P' kind='care'><child id='C'>" + std::string(inside) +
                             "</child><dates written='2024-01-01'/></plan>")
                           .errors.size() == 1U,
                   inside);
}

BOOST_AUTO_TEST_CASE(an_agency_may_be_any_word) {
    const ReadResult result = read_text(plan_with("<people><person id='a' agency='Brownies'/></people>"));
    BOOST_TEST(result.plan.value().people.at(0).agency == "Brownies");
}

BOOST_AUTO_TEST_CASE(numbers) {
    check(plan_with("", " version='three'"),
          {"1:47 version='three' is not a number; expected a whole number from 0"});
    check(plan_with("", " version='1.0'"),
          {"1:47 version='1.0' is not a number; expected a whole number from 0"});
    check(plan_with("", " previous-plans='-1'"),
          {"1:47 previous-plans='-1' is not a number; expected a whole number from 0"});
    check_inside("<outcomes><outcome id='o'><scale score='11'/></outcome></outcomes>",
                 "4:34 score='11' is no score; expected a number from 0 to 10");
    for (const char* bad : {"-1", "ten", "5/10", "nan", "inf"})
        BOOST_TEST(read_text(plan_with("<outcomes><outcome id='o'><scale score='" + std::string(bad) +
                                       "'/></outcome></outcomes>"))
                           .errors.size() == 1U,
                   bad);
}

BOOST_AUTO_TEST_CASE(ids_that_stand_twice) {
    check(plan_with("<people>\n<person id='a'/>\n<person id='a'/>\n<person id='a'/></people>"),
          {"6:9 person id 'a' is a duplicate of line 5; expected an id of its own",
           "7:9 person id 'a' is a duplicate of line 5; expected an id of its own"});
    check_inside("<needs><need id='n'/><need id='n'/></needs>",
                 "4:28 need id 'n' is a duplicate of line 4; expected an id of its own");
    check_inside("<outcomes><outcome id='o'/><outcome id='o'/></outcomes>",
                 "4:37 outcome id 'o' is a duplicate of line 4; expected an id of its own");
    check_inside(
        "<actions><action id='a'/></actions><outcomes><outcome id='o'><action id='a'/></outcome></outcomes>",
        "4:70 action id 'a' is a duplicate of line 4; expected an id of its own");
    BOOST_TEST(read_text(plan_with("<people><person id='x'/></people><needs><need id='x'/></needs>"))
                   .plan.has_value());
}

BOOST_AUTO_TEST_CASE(references_that_lead_nowhere) {
    const std::string people = "<people><person id='mum'/><person id='Mum2'/></people>";
    check_inside(people + "<actions><action id='a' by='mum sw'/></actions>",
                 "4:79 by='sw': no such person; the people are mum, Mum2");
    check_inside("<actions><action id='a' by='sw'/></actions>",
                 "4:25 by='sw': no such person; the plan lists no people");
    check_inside("<contingency for='n1'>x</contingency>",
                 "4:14 for='n1': no such need; the plan lists no needs");
    check(plan_with("", " author='sw'"), {"1:47 author='sw': no such person; the plan lists no people"});
    for (const char* inside :
         {"<outcomes><outcome id='o'><scale by='sw'/></outcome></outcomes>",
          "<views><view person='sw'/></views>", "<chronology><event by='sw'/></chronology>",
          "<oversight><decision by='sw'/></oversight>", "<outcomes><outcome id='o' for='n'/></outcomes>"})
        BOOST_TEST(read_text(plan_with(inside)).errors.size() == 1U, inside);
    for (const char* inside :
         {"<actions><action id='a' by='child'/></actions>", "<views><view person='child'/></views>",
          "<chronology><event with='nobody special'/></chronology>"})
        BOOST_TEST(read_text(plan_with(inside)).plan.has_value(), inside);
    std::string many = "<people>";
    for (int i = 10; i < 30; ++i)
        many += "<person id='p" + std::to_string(i) + "'/>";
    check_inside(
        many + "</people><oversight><decision by='q'/></oversight>",
        "4:399 by='q': no such person; the people are p10, p11, p12, p13, p14, p15, p16, p17, p18, p19, p20, "
        "p21, …");
}

BOOST_AUTO_TEST_CASE(long_values_are_cut) {
    const ReadResult result = read_text(plan_with("<placement kind='" + std::string(500, 'x') + "\n'/>"));
    BOOST_TEST(result.errors.at(0).message.find("kind='" + std::string(40, 'x') + "…' is") == 0U);
}

BOOST_AUTO_TEST_CASE(one_of_a_kind_stands_once) {
    check_inside("<history>a</history>\n<history>b</history>",
                 "5:1 a second <history>; the first is on line 4, and there can be only one");
    check_inside("<actions><action id='a'><task>x</task><task>y</task></action></actions>",
                 "4:39 a second <task>; the first is on line 4, and there can be only one");
    check_inside("<child id='C2'/>",
                 "4:1 a second <child>; the first is on line 2, and there can be only one");
}

BOOST_AUTO_TEST_CASE(all_errors_come_in_the_order_of_the_file) {
    const ReadResult result = read_text(
        plan_with("<outcomes><outcome id='o' for='x'/></outcomes>\n<needs><need id='n' kind='?'/></needs>\n"
                  "<people><person/><person id='a'/>\n<person id='a'/></people>"));
    BOOST_TEST(result.errors.size() == 3U);
    BOOST_TEST(std::is_sorted(result.errors.begin(), result.errors.end(),
                              [](const Problem& a, const Problem& b) { return a.line < b.line; }));
}

BOOST_AUTO_TEST_CASE(problems_without_number_are_cut_off) {
    std::string inside;
    for (int i = 0; i < 5000; ++i)
        inside += "<x/>";
    BOOST_TEST(read_text(plan_with(inside)).warnings.size() == 1001U);
}

BOOST_AUTO_TEST_SUITE_END()
