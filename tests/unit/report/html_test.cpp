#define BOOST_TEST_DYN_LINK
#include "samples.hpp"

#include "plan/read.hpp"
#include "report/html/escape.hpp"
#include "report/html/marks.hpp"
#include "report/html/packed.hpp"
#include "report/html/pictures.hpp"
#include "report/html/piece.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>

using namespace plumbline;
using namespace plumbline::report;
using judgement::Outcome;
using samples::contains;
using samples::times;

namespace {

/// What the samples are judged by, with two of its rules.
standard::RuleSet rule_set() {
    standard::RuleSet out = samples::rule_set();
    for (const auto& [id, plugin, criterion] :
         {std::tuple("default/smart-targets-child-protection", "smart-targets", "specific"),
          std::tuple("default/contingency", "contingency", "trigger")}) {
        standard::Rule rule;
        rule.id = id;
        rule.plugin = plugin;
        rule.criteria = {criterion};
        out.rules.push_back(rule);
    }
    return out;
}

Options options(const standard::RuleSet& set, Evidence evidence = Evidence::full) {
    Options out;
    out.rule_set = &set;
    out.evidence = evidence;
    out.titles.set_plugin("contingency", "A contingency is recorded");
    out.titles.set_criterion("contingency", "trigger", "it says when it starts");
    return out;
}

/// The sample with a plan's text: its contingency stands on line 3.
judgement::PlanResult with_text(const std::string& contingency) {
    const std::string bytes = "<plan format=\"1\" id=\"CP-2041\" kind=\"child-protection\">\n"
                              "<child id=\"C-1\"><name>Nadia</name></child><dates written=\"2024-03-06\"/>\n"
                              "<contingency>" +
                              contingency + "</contingency>\n</plan>";
    plan::Source source;
    source.file = "plans/cp-2041.xml";
    source.bytes = bytes;
    plan::ReadResult read = plan::read(source);
    BOOST_REQUIRE(read.plan.has_value());
    judgement::PlanResult out = samples::plan();
    out.plan = std::make_shared<const plan::Plan>(std::move(*read.plan));
    for (auto& finding : out.findings) {
        if (finding.plugin != "contingency") continue;
        finding.at = {"", "/plan/contingency[1]", 3, 1};
        finding.evidence = {{"to be reviewed", 3, 21, 14}};
    }
    return out;
}

std::string page_of(const std::vector<judgement::PlanResult>& plans, Evidence evidence = Evidence::full) {
    const standard::RuleSet set = rule_set();
    return samples::written("html", plans, options(set, evidence));
}

} // namespace

BOOST_AUTO_TEST_SUITE(html_format)

BOOST_AUTO_TEST_CASE(other_peoples_words_are_never_markup) {
    BOOST_TEST(html::escaped("<script>alert('1')</script> & \"x\"") ==
               "&lt;script&gt;alert('1')&lt;/script&gt; &amp; &quot;x&quot;");
    BOOST_TEST(html::escaped("]]>") == "]]&gt;");
    BOOST_TEST(html::escaped("a\x01\x1B[2J") == "a\xEF\xBF\xBD\xEF\xBF\xBD[2J");
    BOOST_TEST(html::escaped("\xFF\xC3(") == "\xEF\xBF\xBD\xEF\xBF\xBD(");
    BOOST_TEST(html::escaped("evil \u202Etxt\u202C, \u200Fמ") == "evil [U+202E]txt[U+202C], [U+200F]מ");
    BOOST_TEST(html::escaped("Aoife — £5 🌱\n") == "Aoife — £5 🌱\n");
}

BOOST_AUTO_TEST_CASE(evidence_is_marked_in_the_plans_text_and_linked_both_ways) {
    const std::string page = page_of({with_text("If so, to be reviewed by all.")});
    BOOST_TEST(contains(page, "<mark id=p1m1><a href=#p1f1>to be reviewed</a></mark>"));
    BOOST_TEST(contains(page, "It does not say when it starts. <a href=#p1n1>Contingency</a> <q><a "
                              "href=#p1m1>“to be reviewed”</a></q>"));
    BOOST_TEST(contains(page, "id=p1f1"));
    BOOST_TEST(contains(page, "id=p1n1")); // the contingency itself
}

BOOST_AUTO_TEST_CASE(marks_that_overlap_are_one_mark) {
    auto plan = with_text("If so, to be reviewed by all.");
    auto more = plan.findings.front();
    for (const auto& finding : plan.findings)
        if (finding.plugin == "contingency") more = finding;
    more.criterion = "response";
    more.evidence = {{"reviewed by all", 3, 27, 15}};
    plan.findings.push_back(more);
    const std::string page = page_of({plan});
    BOOST_TEST(times(page, "<mark ") == 1U);
    BOOST_TEST(contains(page, ">to be reviewed by all</a></mark>"));
    BOOST_TEST(contains(page, "<a href=#p1m1>“reviewed by all”</a>"));
}

BOOST_AUTO_TEST_CASE(evidence_is_found_behind_line_ends_entities_and_other_letters) {
    auto plan = with_text("Ü &amp; Ø\nthen to be reviewed");
    for (auto& finding : plan.findings)
        if (finding.plugin == "contingency") finding.evidence = {{"to be reviewed", 4, 6, 14}};
    BOOST_TEST(contains(page_of({plan}), "Ü &amp; Ø<br>then <mark id=p1m1><a href=#p1f1>to be reviewed</a>"));
}

BOOST_AUTO_TEST_CASE(whatever_a_plan_says_it_is_shown_as_written) {
    const std::string word(100'000, 'w');
    auto plan = with_text("&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; \u202E" + word);
    plan.findings.clear();
    const std::string page = page_of({plan});
    BOOST_TEST(times(page, "<script>") == 1U); // our own
    BOOST_TEST(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; [U+202E]" + word));
}

BOOST_AUTO_TEST_CASE(every_plan_is_told_of) {
    const std::string page = page_of(samples::batch());
    BOOST_TEST(contains(page, "<section class=g id=p1 "));
    BOOST_TEST(contains(page, "<section class=g id=p2 "));
    BOOST_TEST(!contains(page, "<section class=g id=p3 ")); // unreadable: a row with the reason, no page
    BOOST_TEST(contains(page, "&lt;outcome&gt; is not closed"));
    BOOST_TEST(contains(page, "the root element is &lt;Message&gt;"));
    BOOST_TEST(contains(page, "2 of 4 plans were judged"));
    BOOST_TEST(contains(page, "1 could not be read, 1 skipped"));
    BOOST_TEST(contains(page, "Of 73 areas"));
    BOOST_TEST(contains(page, std::string(64, 'b'))); // the receipt
}

BOOST_AUTO_TEST_CASE(an_area_leads_to_the_plans_that_show_it) {
    const std::string page = page_of({samples::plan(), samples::clean_plan()});
    BOOST_TEST(contains(page, "<section class=g id=a3 "));
    BOOST_TEST(contains(page, "1 of 2 plans (50%)"));
    BOOST_TEST(
        contains(page, "<a href=\"#p1\"><bdi>CP-2041, version 3</bdi></a>: It does not say when it starts."));
    BOOST_TEST(contains(page, "The 1 plan that does not meet it"));
    BOOST_TEST(contains(page, "Red 50%")); // in words
}

BOOST_AUTO_TEST_CASE(evidence_can_be_left_out) {
    const std::string page = page_of({with_text("If so, to be reviewed by all.")}, Evidence::ids);
    BOOST_TEST(!contains(page, "to be reviewed"));
    BOOST_TEST(!contains(page, "Nadia"));
    BOOST_TEST(!contains(page, "Support Mum"));
    BOOST_TEST(contains(page, "It does not say when it starts."));
}

BOOST_AUTO_TEST_CASE(accepted_findings_are_listed_apart) {
    auto plan = with_text("If so, to be reviewed by all.");
    for (auto& finding : plan.findings)
        if (finding.plugin == "contingency")
            finding.accepted =
                judgement::Acceptance{"A. Manager", "agreed at panel", "2024-03-01", "2024-06-01"};
    const std::string page = page_of({plan});
    BOOST_TEST(!contains(page, "<mark"));
    BOOST_TEST(contains(page, "Accepted (1)"));
    BOOST_TEST(contains(
        page, "It says when it starts. Accepted by A. Manager, until Sat 1 Jun 2024: agreed at panel"));
}

BOOST_AUTO_TEST_CASE(nothing_is_fetched_from_anywhere) {
    const std::string page = page_of(samples::batch());
    for (const char* word : {"http://", "https://", "url(//", "@import", "@font-face", "src="})
        BOOST_TEST(!contains(page, word), word);
}

BOOST_AUTO_TEST_CASE(pieces_survive_the_way_from_worker_to_writer) {
    html::Piece piece;
    piece.name = "CP-1";
    piece.row = "<tr>";
    piece.page = std::string("3:a\0b", 5);
    piece.areas = "mn.";
    piece.said = {{"default/x", 12, "", "<q>"}};
    piece.body = "<p>";
    const html::Piece back = html::from_bytes(html::to_bytes(piece));
    BOOST_TEST(back.page == piece.page);
    BOOST_TEST(back.areas == "mn.");
    BOOST_REQUIRE_EQUAL(back.said.size(), 1U);
    BOOST_TEST(back.said[0].check == 12U);
    BOOST_TEST(back.said[0].words == "<q>");
}

BOOST_AUTO_TEST_CASE(pages_of_a_large_batch_are_packed) {
    const std::string long_text(2'000'000, 'w');
    std::vector<judgement::PlanResult> plans;
    for (int i = 0; i < 5; ++i)
        plans.push_back(with_text(long_text + " to be reviewed"));
    const std::string page = page_of(plans);
    BOOST_TEST(times(page, "<template>") == 2U); // 3 × 2 MB are more than 6 MB
    BOOST_TEST(page.size() < 7'000'000U);
    BOOST_TEST(contains(page, "<section class=g id=p5 "));
    BOOST_TEST(html::packed("abc") == "eNpLTEoGAAJNASc="); // zlib's format: it says which level made it
}

BOOST_AUTO_TEST_CASE(pictures_have_their_words) {
    OutcomeCounts counts;
    counts[Outcome::met] = 12;
    counts[Outcome::not_met] = 17;
    counts[Outcome::needs_a_person] = 1;
    BOOST_TEST(html::met_of(counts, "plan", "plans") == "12 of 29 plans (41%)");
    BOOST_TEST(html::others_of(counts) == "1 needs a person");
    BOOST_TEST(times(html::bar(counts), "<rect ") == 3U);
    BOOST_TEST(html::bar({}).empty());
}

BOOST_AUTO_TEST_CASE(a_trend_is_drawn_only_where_there_is_one) {
    const standard::RuleSet set = rule_set();
    const auto front = [&](const Trend& trend) {
        std::ostringstream out;
        const auto writer = make_writer("html", out, options(set));
        Summary summary(set);
        summary.trend = trend;
        summary.unreadable = 3;
        writer->begin(samples::receipt());
        writer->end(summary, samples::receipt());
        return out.str();
    };
    TrendPoint before;
    before.batch = "3";
    before.as_of = "2024-01-01";
    before.plans = 20;
    before.criteria[Outcome::met] = 60;
    before.criteria[Outcome::not_met] = 40;
    TrendPoint now = before;
    now.batch = "4";
    now.as_of = "2024-04-01";
    now.criteria[Outcome::met] = 70;
    now.criteria[Outcome::not_met] = 30;
    now.change = TrendPoint::Change{0.1, -0.05, 0.24};
    BOOST_TEST(!contains(front({}), "id=trend"));
    BOOST_TEST(!contains(front({{now}, 0}), "id=trend")); // nothing to compare with
    const std::string page = front({{before, now}, 2});
    BOOST_TEST(times(page, "id=trend") == 1U);
    BOOST_TEST(times(page, "<circle ") == 2U);
    BOOST_TEST(
        contains(page, "70% is met; in the batch before (Mon 1 Jan 2024) it was 60%: 10 points more now"));
    BOOST_TEST(contains(page, "a change within chance: it may be none"));
    BOOST_TEST(contains(page, "+10 (−5 to +24)"));
    BOOST_TEST(contains(page, "2 older batches stand before these"));
    BOOST_TEST(!contains(page, "ule set changed"));
    BOOST_TEST(times(page, "before these") == 1U);
    now.rules_changed = true;
    now.change = TrendPoint::Change{0.1, 0.02, 0.18};
    const std::string changed = front({{before, now}, 0});
    BOOST_TEST(!contains(changed, "before these"));
    BOOST_TEST(contains(changed, ">rule set changed</text>"));
    BOOST_TEST(contains(changed, ">Rule set changed</strong>"));
    BOOST_TEST(contains(changed, "better by more than chance explains"));
}

BOOST_AUTO_TEST_SUITE_END()
