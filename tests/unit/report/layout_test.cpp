#define BOOST_TEST_DYN_LINK
#include "report/layout.hpp"
#include "report/redact.hpp"
#include "report/summary.hpp"
#include "report/table.hpp"
#include "report/text_names.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using judgement::Outcome;

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(lines_break_at_spaces_and_long_words_within) {
    using Lines = std::vector<std::string>;
    const auto check = [](const std::string& text, std::size_t width, const Lines& expected) {
        BOOST_TEST(report::wrap(text, width) == expected, boost::test_tools::per_element());
    };
    check("", 10, {""});
    check("one two three", 7, {"one two", "three"});
    check("one two three", 100, {"one two three"});
    check("abcdefghij", 4, {"abcd", "efgh", "ij"});
    check("ab abcdefghij k", 4, {"ab", "abcd", "efgh", "ij k"});
    check("été été", 3, {"été", "été"});
    check("漢字漢字", 4, {"漢字", "漢字"}); // two columns each
}

BOOST_AUTO_TEST_CASE(cut_text_ends_in_an_ellipsis) {
    BOOST_TEST(report::cut("short", 10) == "short");
    BOOST_TEST(report::cut("longer than", 6) == "longe…");
    BOOST_TEST(report::width_of(report::cut("漢字漢字漢字", 5)) <= 5U);
}

BOOST_AUTO_TEST_CASE(clean_text_is_one_line_of_utf8) {
    BOOST_TEST(report::clean("  a\n\t b\r\n") == "a b");
    BOOST_TEST(report::clean("a\x1B[2Jb") == "a�[2Jb");
    BOOST_TEST(report::clean("\xFF") == "�");
    BOOST_TEST(report::clean("zoë") == "zoë");
}

BOOST_AUTO_TEST_CASE(a_table_gives_way_where_it_may) {
    report::Table table({{"name"}, {"what", false, true}, {"n", true}});
    table.add({"a", "words that are rather long for so narrow a page", "7"});
    table.add({"bbbb", "short", "1234"});
    const std::string text = table.to_string({40, false});
    BOOST_TEST(text == "name  what                             n\n"
                       "a     words that are rather long       7\n"
                       "      for so narrow a page\n"
                       "bbbb  short                         1234\n",
               text);
}

BOOST_AUTO_TEST_CASE(citations_of_one_document_share_its_name) {
    using Citations = std::vector<judgement::Citation>;
    BOOST_TEST(report::short_citations({}).empty());
    BOOST_TEST(report::short_citations(Citations{{"Title", "2011-01-01", "29", "x/29-1", ""},
                                                 {"Title", "2011-01-01", "29", "x/29-2", ""},
                                                 {"Title", "2011-01-01", "114", "", ""},
                                                 {"Other", "2012-01-01", "R9", "", "Oth"}}) ==
               "Title §29, §114; Oth R9");
}

BOOST_AUTO_TEST_CASE(nodes_have_names) {
    BOOST_TEST(report::name_of({"", "/plan", 1, 1}) == "the plan");
    BOOST_TEST(report::name_of({"", "", 0, 0}) == "the plan");
    BOOST_TEST(report::name_of({"a1", "/plan/outcomes/outcome[1]/action[1]", 1, 1}) == "action a1");
    BOOST_TEST(report::name_of({"", "/plan/contingency[2]", 1, 1}) == "contingency 2");
    BOOST_TEST(report::name_of({"", "/plan/contingency[1]", 1, 1}) == "contingency");
    BOOST_TEST(report::name_of({"", "/plan/dates/@next-review", 1, 1}) == "next review");
}

BOOST_AUTO_TEST_CASE(quotations_are_taken_out) {
    const auto check = [](const std::string& text, const std::string& expected) {
        BOOST_TEST(report::without_quotations(text) == expected);
    };
    check("the task “see Mum” is vague", "the task “…” is vague");
    check("the task \"see Mum\" is vague", "the task \"…\" is vague");
    check("the task ‘see Mum’s GP’ is vague", "the task ‘…’ is vague");
    check("'see Mum' isn't clear", "'…' isn't clear");
    check("the parents' views aren't there", "the parents' views aren't there");
    check("never closed “see Mum", "never closed “…”");
    check("two \"a\" and \"b\"", "two \"…\" and \"…\"");
    check("none", "none");
}

BOOST_AUTO_TEST_CASE(a_plan_is_rolled_up_by_rule_and_criterion) {
    const auto rolled = report::roll_up(samples::plan());
    BOOST_TEST(rolled.size() == 6U);
    BOOST_TEST(rolled[0].criterion == "specific");
    BOOST_TEST((rolled[0].outcome == Outcome::not_met));
    BOOST_TEST(rolled[0].nodes[Outcome::not_met] == 3U);
    BOOST_TEST((rolled[1].outcome == Outcome::met));

    judgement::PlanResult mixed;
    for (const auto outcome : {Outcome::met, Outcome::not_applicable, Outcome::needs_a_person, Outcome::met})
        mixed.judgements.push_back(samples::judgement("c", outcome));
    const auto one = report::roll_up(mixed);
    BOOST_TEST(one.size() == 1U);
    BOOST_TEST((one[0].outcome == Outcome::needs_a_person));
    BOOST_TEST(one[0].nodes.total() == 4U);
    BOOST_TEST(one[0].nodes.applicable() == 3U);
}

BOOST_AUTO_TEST_CASE(a_summary_stays_small_when_a_batch_goes_wrong) {
    report::Summary summary;
    auto plan = samples::unreadable();
    for (int i = 0; i < 1000; ++i) {
        plan.file = "p" + std::to_string(i);
        summary.add(plan);
        auto stuck = samples::clean_plan();
        stuck.judgements[0].outcome = Outcome::could_not_check;
        stuck.judgements[0].reason = "reason " + std::to_string(i);
        summary.add(stuck);
    }
    BOOST_TEST(summary.unreadable == 1000U);
    BOOST_TEST(summary.could_not_check == 1000U);
    BOOST_TEST(summary.missing.size() == 100U);
    BOOST_TEST(summary.obstacles.size() == 100U);
    BOOST_TEST(summary.more_obstacles == 900U);
    BOOST_TEST(summary.failed_checks == 0U); // the plugin said so, the check did not fail
}

BOOST_AUTO_TEST_SUITE_END()
