#define BOOST_TEST_DYN_LINK
#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>

using namespace plumbline;
using judgement::Outcome;
using samples::contains;
using samples::times;

namespace {

std::string page_of(const judgement::PlanResult& plan, const report::Options& options = {}) {
    std::ostringstream stream;
    return report::make_writer("text", stream, options)->render(plan);
}

report::Options showing(std::set<Outcome> outcomes) {
    report::Options options;
    options.show = std::move(outcomes);
    return options;
}

const std::string right_to_left{'\xE2', '\x80', '\xAE'}; // U+202E, which turns the text after it

/// The parts stand in the text in this order.
void check_order(const std::string& text, const std::vector<std::string>& parts) {
    std::size_t from = 0;
    for (const auto& part : parts) {
        const auto at = text.find(part, from);
        BOOST_TEST(at != std::string::npos, part << " is missing, or out of order, in\n" << text);
        if (at != std::string::npos) from = at + part.size();
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_format)

BOOST_AUTO_TEST_CASE(the_worst_stands_first) {
    check_order(page_of(samples::plan()),
                {"CP-2041 version 3 · child protection · Crewe CP 2", "plans/cp-2041.xml:2", "4 not met",
                 "1 needs a person", "1 not checked", "met 1 of 5 criteria",
                 "Not met · priority: immediately", "contingency 2 (plans/cp-2041.xml:60:3)",
                 "✗ contingency/trigger: It does not say when it starts.",
                 "“to be reviewed” plans/cp-2041.xml:61:9", "→ Say which activity",
                 "asked for by: Cheshire East 2011 §29, §149; Cheshire East 2015 R9",
                 "Not met · priority: within three months", "✗ smart-targets/specific",
                 "Needs a person · priority: within three months", "action a2 (plans/cp-2041.xml:40:7)",
                 "? smart-targets/relevant", "Could not be checked",
                 "drift/overdue: plugins/drift/plugin.lua:12: a limit was reached"});
}

BOOST_AUTO_TEST_CASE(of_one_priority_the_weightiest_stands_first) {
    judgement::PlanResult plan = samples::plan();
    plan.findings.clear();
    auto small = samples::finding("acronyms", {"", "/plan", 2, 1});
    small.rule = "default/plain-language";
    small.plugin = "plain-language";
    small.message = "A short form is not written out.";
    auto asked = small;
    asked.criterion = "words";
    asked.message = "Asked for more often.";
    asked.citations.push_back(asked.citations.front());
    plan.findings = {small, asked};
    for (std::uint32_t line = 30; line < 33; ++line)
        plan.findings.push_back(
            samples::finding("specific", {"a" + std::to_string(line), "/plan/actions/action[1]", line, 7}));
    const std::string page = samples::written("text", {plan});
    const auto many = page.find("Nobody could tell");
    const auto more = page.find("Asked for more often.");
    const auto last = page.find("A short form");
    BOOST_TEST(many < more);
    BOOST_TEST(more < last);
    BOOST_TEST(last != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_finding_on_many_actions_is_told_once) {
    const std::string page = page_of(samples::plan());
    BOOST_TEST(times(page, "Nobody could tell") == 1U);
    BOOST_TEST(contains(page, "3 actions: a1 (33:7), a2 (40:7), a3 (52:5)"), page);
    BOOST_TEST(contains(page, "plans/cp-2041.xml:34:15"));
    BOOST_TEST(contains(page, "plans/cp-2041.xml:41:15"));
    BOOST_TEST(contains(page, "plans/cp-2041.xml:53:15"));
}

BOOST_AUTO_TEST_CASE(many_quotations_are_cut_and_counted) {
    auto plan = samples::plan();
    plan.findings.clear();
    for (std::uint32_t i = 0; i < 20; ++i)
        plan.findings.push_back(
            samples::finding("specific", {"a" + std::to_string(i), "/plan/actions/action[1]", i + 10, 1}));
    const std::string page = page_of(plan);
    BOOST_TEST(times(page, "“Support Mum") == 6U);
    BOOST_TEST(contains(page, "and 14 more"));
    BOOST_TEST(contains(page, "a19 (29:1)")); // every place is named
}

BOOST_AUTO_TEST_CASE(findings_of_one_action_stand_together) {
    auto plan = samples::plan();
    plan.findings.clear();
    const judgement::Place first{"a1", "/plan/actions/action[1]", 10, 1};
    const judgement::Place second{"a2", "/plan/actions/action[2]", 20, 1};
    int number = 0;
    for (const char* criterion : {"specific", "measurable"})
        for (const auto& at : {second, first}) {
            plan.findings.push_back(samples::finding(criterion, at));
            plan.findings.back().message = "Message " + std::to_string(++number);
        }
    const std::string page = page_of(plan);
    check_order(page, {"action a1", "specific: Message 2", "measurable: Message 4", "action a2",
                       "specific: Message 1", "measurable: Message 3"});
    BOOST_TEST(times(page, "action a1") == 1U);
    BOOST_TEST(times(page, "asked for by") == 1U); // one rule, said once a plan
    BOOST_TEST(times(page, "→ Say which") == 2U);  // once a criterion
}

BOOST_AUTO_TEST_CASE(nothing_found_is_one_line) {
    BOOST_TEST(page_of(samples::clean_plan()) ==
               "CP-1 · child protection · plans/cp-1.xml:2 · nothing found · met 1 of 1 criterion\n");
}

BOOST_AUTO_TEST_CASE(what_could_not_be_checked_is_never_nothing_found) {
    auto plan = samples::clean_plan();
    plan.judgements[0].outcome = Outcome::could_not_check;
    plan.judgements[0].reason = "no date";
    BOOST_TEST(contains(page_of(plan), "Could not be checked"));
    const std::string hidden = page_of(plan, showing({Outcome::not_met}));
    BOOST_TEST(!contains(hidden, "nothing found"), hidden);
    BOOST_TEST(contains(hidden, "1 not checked · met 0 of 1 criterion"), hidden);
}

BOOST_AUTO_TEST_CASE(what_is_shown_is_a_choice_and_what_is_not_is_counted) {
    const std::string only = page_of(samples::plan(), showing({Outcome::needs_a_person}));
    BOOST_TEST(!contains(only, "✗"));
    BOOST_TEST(contains(only, "? smart-targets/relevant"));
    BOOST_TEST(contains(only, "4 not met"));
    BOOST_TEST(!contains(only, "Could not be checked"));

    const std::string none = page_of(samples::plan(), showing({}));
    BOOST_TEST(times(none, "\n") == 2U, none); // folded to the page's width
    BOOST_TEST(contains(none, "4 not met"));

    const std::string strengths = page_of(samples::plan(), showing({Outcome::met, Outcome::not_applicable}));
    check_order(strengths,
                {"Does not apply", "drift/repeat-plan: no earlier plan", "Met", "smart-targets/time-bound"});
}

BOOST_AUTO_TEST_CASE(a_plan_that_was_not_judged_says_so) {
    check_order(page_of(samples::unreadable()), {"plans/broken.xml:7 · UNREADABLE",
                                                 "7:3: <outcome> is not closed", "9:1: the plan has no id"});
    check_order(page_of(samples::skipped()), {"plans/census.xml · SKIPPED", "no plan document"});
    BOOST_TEST(contains(page_of(samples::unreadable(), showing({})), "UNREADABLE")); // whatever is shown
}

BOOST_AUTO_TEST_CASE(it_ends_with_what_it_comes_to) {
    const std::string text = samples::written("text", samples::batch());
    check_order(text, {"Everyday, as of 2024-04-01", "4 plans: 2 judged, 1 unreadable, 1 skipped",
                       "5 findings: 4 not met, 1 needs a person", "immediately", "within three months",
                       "plans, by criterion", "smart-targets/specific", "2 plans were not judged",
                       "plans/broken.xml:7 · unreadable: plans/broken.xml:7:3", "plans/census.xml · skipped",
                       "1 judgement could not be made; 1 because a check failed", "1 × drift/overdue",
                       "Of 73 areas for improvement", "31 in full and 12 in part", "10 need a person",
                       "1 could be checked, but no rule does",
                       "plumbline 0.1.0 · rule set default (aaaaaaaaaaaa)", "inputs bbbbbbbbbbbb"});
}

BOOST_AUTO_TEST_CASE(a_check_that_no_plan_is_asked_takes_no_row) {
    const std::string text = samples::written("text", samples::batch());
    BOOST_TEST(contains(text, "not applicable to any of these plans: drift/repeat-plan"), text);
    BOOST_TEST(!contains(text, "\ndrift/repeat-plan"));
}

BOOST_AUTO_TEST_CASE(an_empty_batch_says_so) {
    const std::string text = samples::written("text", {});
    BOOST_TEST(contains(text, "0 plans: 0 judged"));
    BOOST_TEST(contains(text, "0 findings"));
}

BOOST_AUTO_TEST_CASE(lines_fit_the_page_and_colour_is_asked_for) {
    report::Options options;
    for (const std::size_t width : {40U, 80U, 132U}) {
        options.page.width = width;
        std::istringstream lines(samples::written("text", samples::batch(), options));
        bool in_table = false; // numbers need their columns: a table may be wider than a narrow page
        for (std::string line; std::getline(lines, line);) {
            if (contains(line, "not met  needs a person")) in_table = true;
            if (line.empty()) in_table = false;
            if (!in_table) BOOST_TEST(report::width_of(line) <= width, line);
        }
    }
    options.page.width = 80;
    BOOST_TEST(samples::written("text", samples::batch(), options).find('\x1B') == std::string::npos);
    options.page.colour = true;
    const std::string coloured = samples::written("text", samples::batch(), options);
    BOOST_TEST(contains(coloured, "\x1B[31m"));
    BOOST_TEST(times(coloured, "\x1B[") == 2 * times(coloured, "\x1B[0m")); // every colour ends
}

BOOST_AUTO_TEST_CASE(no_text_of_a_plan_commands_the_terminal) {
    auto plan = samples::plan();
    const std::string hostile = "\x1B]0;owned\x07 \x1B[2J\r\n\t\x08 " + right_to_left +
                                " rtl \xC2\x9B"
                                "31m \xFF";
    plan.id = plan.team = plan.kind = plan.file = hostile;
    for (auto& finding : plan.findings) {
        finding.message = finding.advice = finding.at.id = finding.at.path = finding.criterion = hostile;
        finding.evidence[0].text = hostile;
        finding.citations[0].short_name = hostile;
    }
    for (auto& judgement : plan.judgements)
        judgement.reason = judgement.criterion = hostile;
    auto broken = samples::unreadable();
    broken.file = broken.reason = broken.id = hostile;
    const std::string text =
        samples::written("text", {plan, broken},
                         showing({Outcome::met, Outcome::not_met, Outcome::needs_a_person,
                                  Outcome::not_applicable, Outcome::could_not_check}));
    for (const char* forbidden : {"\x1B", "\x07", "\x08", "\r", "\t", "\xC2\x9B", "\xFF"})
        BOOST_TEST(!contains(text, forbidden));
    BOOST_TEST(!contains(text, right_to_left));
    BOOST_TEST(contains(text, "�"));
}

BOOST_AUTO_TEST_CASE(a_very_long_word_is_cut) {
    auto plan = samples::plan();
    plan.findings[0].evidence[0].text = std::string(100'000, 'w');
    plan.findings[0].message = std::string(100'000, 'm');
    const std::string page = page_of(plan);
    BOOST_TEST(times(page, "w") < 1000U);
    BOOST_TEST(contains(page, "…”"));
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);)
        BOOST_TEST(report::width_of(line) <= 100U);
}

BOOST_AUTO_TEST_CASE(accepted_findings_are_counted_not_repeated) {
    auto plan = samples::plan();
    for (auto& finding : plan.findings)
        finding.accepted = judgement::Acceptance{"A", "B", "2024-01-01", "2025-01-01"};
    const std::string page = page_of(plan);
    BOOST_TEST(!contains(page, "✗"));
    BOOST_TEST(contains(page, "5 accepted"));
}

BOOST_AUTO_TEST_SUITE_END()
