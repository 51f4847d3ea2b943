#define BOOST_TEST_DYN_LINK
#include "databases.hpp"

#include "history/batches_report.hpp"
#include "history/samples_report.hpp"
#include "history/schema.hpp"
#include "history/scorecard.hpp"
#include "history/store.hpp"
#include "history/trend.hpp"

#include "base/csv.hpp"
#include "base/user_error.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fstream>

using namespace plumbline;
using namespace plumbline::history;
using judgement::Outcome;

namespace {

judgement::PlanResult plan(const std::string& id, const std::string& team, Outcome outcome) {
    judgement::PlanResult out;
    out.id = id;
    out.kind = "care";
    out.team = team;
    out.version = 2;
    out.judgements.push_back({"set/rule", "plugin", "criterion", outcome, {}, "", {}});
    out.judgements.push_back({"set/other", "plugin", "second", Outcome::not_applicable, {}, "", {}});
    if (outcome == Outcome::not_met) {
        judgement::Finding finding;
        finding.rule = "set/rule";
        finding.plugin = "plugin";
        finding.criterion = "criterion";
        finding.message = "something is missing";
        finding.evidence = {{"what the child's \"plan\" says; '=1' \xE2\x80\xAE", 3, 1, 5}};
        finding.fingerprint = "0123456789abcdef";
        out.findings.push_back(finding);
    }
    return out;
}

standard::RuleSet rule_set() {
    standard::RuleSet out;
    out.id = "set";
    standard::Area area;
    area.id = "29-4";
    area.rule_set = "doc";
    area.paragraph = "29";
    area.title = "Plans say what is to change";
    area.document.short_name = "Doc 2011";
    area.answered_by = {"set/rule"};
    out.areas_in_scope = {area};
    return out;
}

/// So many plans of team A met, so many not; one of team B met.
Batch batch(const std::string& day, std::size_t met, std::size_t not_met, const std::string& hash = "aaaa",
            bool words = false) {
    Recorder recorder(rule_set(), {}, words);
    report::Summary summary(rule_set());
    const auto add = [&](const judgement::PlanResult& one) {
        recorder.add(one);
        summary.add(one);
    };
    for (std::size_t i = 0; i < met; ++i)
        add(plan("P" + std::to_string(i), "A", Outcome::met));
    for (std::size_t i = 0; i < not_met; ++i)
        add(plan("N" + std::to_string(i), "A", Outcome::not_met));
    add(plan("B1", "B", Outcome::met));
    report::Receipt receipt;
    receipt.as_of = day;
    receipt.rule_set = "set";
    receipt.rule_set_hash = hash;
    receipt.inputs_hash = "inputs of " + day;
    return recorder.finish(summary, receipt);
}

void open(soci::session& sql, const std::string& where) {
    if (databases::sort_of(where) == "PostgreSQL")
        sql.open(soci::postgresql, where);
    else
        sql.open(soci::sqlite3, "dbname=\"" + where + "\"");
}

const Line& line_of(const Scorecard& card, const std::string& key) {
    for (const Line& line : card.lines)
        if (line.key == key) return line;
    throw std::runtime_error("no line " + key);
}

Scorecard card_of(Store& store, Lines by, const Filter& filter = {}) {
    const auto batches = store.batches();
    return make_scorecard(store, by, batches.back(), batch_before(batches, batches.back()), filter);
}

} // namespace

BOOST_AUTO_TEST_SUITE(store)

BOOST_AUTO_TEST_CASE(what_was_kept_is_there_again) {
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            {
                Store store(where);
                BOOST_TEST(store.save(batch("2024-01-10", 3, 2)) == 1);
            }
            Store store(where, true);
            const auto batches = store.batches();
            BOOST_REQUIRE(batches.size() == 1U);
            BOOST_TEST(batches[0].as_of == "2024-01-10");
            BOOST_TEST(batches[0].judged == 6U);
            BOOST_TEST(batches[0].findings == 2U);
            const auto plans = store.judged_plans(1);
            BOOST_REQUIRE(plans.size() == 6U);
            BOOST_TEST(plans[0].plan == "P0");
            BOOST_TEST(plans[0].version == 2);
            BOOST_TEST(plans[0].outcomes == "m-");
            BOOST_TEST(plans[3].outcomes == "n-");
            BOOST_TEST(plans[3].findings == 1U);
            const auto figures = store.figures(By::area, {});
            BOOST_REQUIRE(figures.size() == 1U);
            BOOST_TEST(figures[0].key == "doc/29-4");
            BOOST_TEST(figures[0].outcomes[Outcome::met] == 4U);
            BOOST_TEST(figures[0].outcomes[Outcome::not_met] == 2U);
            BOOST_TEST(store.figures(By::area, {"B", ""})[0].outcomes.total() == 1U);
            BOOST_TEST(store.figures(By::criterion, {}).size() == 2U);
        }
    }
}

BOOST_AUTO_TEST_CASE(no_words_of_a_plan_unless_asked_for) {
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            Store store(where);
            store.save(batch("2024-01-10", 3, 2));
            BOOST_TEST(store.kept_findings(1).empty());
            store.save(batch("2024-01-10", 3, 2, "aaaa", true));
            const auto kept = store.kept_findings(1);
            BOOST_REQUIRE(kept.size() == 2U);
            BOOST_TEST(kept[0].words == "what the child's \"plan\" says; '=1' \xE2\x80\xAE");
        }
    }
}

BOOST_AUTO_TEST_CASE(the_same_batch_replaces_itself) {
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            Store store(where);
            store.save(batch("2024-01-10", 3, 2));
            BOOST_TEST(store.save(batch("2024-04-10", 3, 2)) == 2);
            BOOST_TEST(store.save(batch("2024-01-10", 9, 0)) == 1);
            BOOST_TEST(store.batches().size() == 2U);
            BOOST_TEST(store.judged_plans(1).size() == 10U);
            BOOST_TEST(store.figures(By::area, {}, {1})[0].outcomes[Outcome::met] == 10U);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_scorecard_says_what_changed_and_what_is_chance) {
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            Store store(where);
            store.save(batch("2024-01-10", 20, 80));
            store.save(batch("2024-04-10", 60, 40, "bbbb"));
            const auto card = card_of(store, Lines::area);
            BOOST_TEST(card.rules_changed());
            BOOST_TEST(verdict(line_of(card, "doc/29-4")) == "better");
            const std::string text = scorecard_text(card, false, {});
            for (const char* part :
                 {"61 of 101", "THE RULE SET CHANGED", "(Doc 2011", "§29)", "+40 (+26 to +51)", "better"})
                BOOST_TEST(text.find(part) != std::string::npos, part << " is missing in\n" << text);
            store.save(batch("2024-07-10", 62, 38, "bbbb"));
            const auto next = card_of(store, Lines::criterion);
            BOOST_TEST(!next.rules_changed());
            BOOST_TEST(verdict(line_of(next, "plugin/criterion")) == "within chance");
            BOOST_TEST(verdict(line_of(next, "plugin/second")) == "not judged");
            BOOST_TEST(next.before->id == 2);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_reports_trend_ends_with_its_own_batch) {
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            Store store(where);
            BOOST_TEST(!trend_to(store, store.save(batch("2024-01-10", 20, 20))).tells());
            const auto second = store.save(batch("2024-04-10", 22, 18, "bbbb"));
            store.save(batch("2024-07-10", 39, 1, "bbbb"));
            Batch other = batch("2024-04-09", 1, 9);
            other.rule_set = "another";
            store.save(other);

            const report::Trend early = trend_to(store, second); // as that report says it, made again
            BOOST_TEST(early.points.size() == 2U);
            BOOST_TEST(early.points[1].rules_changed);
            BOOST_TEST(early.points[1].criteria[Outcome::met] == 23U); // one of team B
            BOOST_TEST(report::change_verdict(early.points[1]) == "within chance");
            const report::Trend late = trend_to(store, 3);
            BOOST_TEST(late.points.size() == 3U);
            BOOST_TEST(!late.points[2].rules_changed);
            BOOST_TEST(report::change_verdict(late.points[2]) == "better");
            for (int month = 1; month <= 12; ++month)
                store.save(batch("2025-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-01",
                                 5, 5));
            const report::Trend all = trend_to(store, store.batches().back().id);
            BOOST_TEST(all.points.size() == most_points);
            BOOST_TEST(all.left_out == 3U);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_list_has_a_line_for_each_batch_in_every_format) {
    Store store(databases::fresh().front());
    store.save(batch("2024-01-10", 3, 2));
    store.save(batch("2024-04-10", 30, 20, "bbbb"));
    const auto batches = store.batches();
    const auto csv = read_csv(list_csv(batches, true), "list.csv");
    BOOST_REQUIRE(csv.size() == 3U);
    BOOST_TEST(csv[2].cells[3] == "51");
    BOOST_TEST(csv[1].cells[7] == "under 5"); // two findings
    BOOST_TEST(csv[2].cells.back() == "yes");
    const auto json = nlohmann::json::parse(list_json(batches, true));
    BOOST_TEST(json.size() == 2U);
    BOOST_TEST(json[1]["plans"] == 51);
    BOOST_TEST(json[0]["findings"].is_null());
    BOOST_TEST(list_text(batches, false, {}).find("rule set changed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(agreement_that_was_kept_is_read_back) {
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            {
                Store store(where);
                store.save("autumn", "2024-10-01",
                           {{"contingency/trigger", 20, 17}, {"health/dental", 3, 3}});
                store.save("spring", "2024-04-01", {{"contingency/trigger", 10, 6}});
                store.save("spring", "2024-04-02", {{"contingency/trigger", 10, 7}}); // corrected
            }
            const auto samples = Store(where, true).samples();
            BOOST_REQUIRE(samples.size() == 2U);
            BOOST_TEST(samples[0].name == "spring");
            BOOST_TEST(samples[0].kept_on == "2024-04-02");
            BOOST_TEST(samples[0].criteria.at(0).agreed == 7U);
            BOOST_TEST(samples[1].criteria.size() == 2U);
            const std::string text = samples_text(samples, true, {});
            BOOST_TEST(text.find("autumn, kept on 2024-10-01") != std::string::npos, text);
            BOOST_TEST(text.find("20 of 23") != std::string::npos, text); // all criteria
            BOOST_TEST(text.find("3 of 3") == std::string::npos, text);   // under 5
            const auto csv = read_csv(samples_csv(samples, false), "samples.csv");
            BOOST_TEST(csv.size() == 6U); // with the totals
            const std::vector<std::string> row{
                "autumn", "2024-10-01", "contingency/trigger", "17", "20", "85", "64", "95"};
            BOOST_TEST(csv[3].cells == row, boost::test_tools::per_element());
            const auto json = nlohmann::json::parse(samples_json(samples, false));
            BOOST_TEST(json[1]["criteria"][1]["agreed"] == 3);
        }
    }
}

BOOST_AUTO_TEST_CASE(small_numbers_are_suppressed_on_request) {
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            Store store(where);
            store.save(batch("2024-01-10", 20, 4));
            const auto areas = card_of(store, Lines::area);
            for (const std::string& text : {scorecard_text(areas, true, {}), scorecard_csv(areas, true)}) {
                BOOST_TEST(text.find("under 5") != std::string::npos, text);
                BOOST_TEST(text.find("84") == std::string::npos, text);
            }
            BOOST_TEST(nlohmann::json::parse(scorecard_json(areas, true))["lines"][0]["suppressed"] == true);
            BOOST_TEST(!nlohmann::json::parse(scorecard_json(areas, true))["lines"][0].contains("now"));
            BOOST_TEST(scorecard_text(areas, false, {}).find("21 of 25") != std::string::npos);
            const auto teams =
                nlohmann::json::parse(scorecard_json(card_of(store, Lines::team), true))["lines"];
            BOOST_TEST(teams[0]["suppressed"] == false);
            BOOST_TEST(teams[1]["suppressed"] == true); // team B: one child, whatever the number of criteria
        }
    }
}

BOOST_AUTO_TEST_CASE(quarters_are_of_the_financial_year_and_mark_a_changed_rule_set) {
    BOOST_TEST(quarter_of("2024-03-31") == "2023/24 Q4");
    BOOST_TEST(quarter_of("2024-04-01") == "2024/25 Q1");
    BOOST_TEST(quarter_of("1999-12-31") == "1999/00 Q3");
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            Store store(where);
            store.save(batch("2024-01-10", 20, 80));
            store.save(batch("2024-02-10", 30, 70));
            store.save(batch("2024-04-10", 80, 20, "bbbb"));
            const auto card = card_of(store, Lines::quarter);
            BOOST_REQUIRE(card.lines.size() == 2U);
            BOOST_TEST(card.lines[0].now[Outcome::met] == 31U); // the quarter's last batch
            BOOST_TEST(card.lines[1].rules_changed);
            BOOST_TEST(verdict(card.lines[1]) == "better");
        }
    }
}

BOOST_AUTO_TEST_CASE(an_older_history_is_brought_up_to_date) {
    for (const auto& where : databases::fresh()) {
        BOOST_TEST_CONTEXT(databases::sort_of(where)) {
            {
                soci::session sql;
                open(sql, where);
                for (const auto& statement : migration(1))
                    sql << statement;
                sql << "CREATE TABLE plumbline_history (version INTEGER NOT NULL)";
                sql << "INSERT INTO plumbline_history (version) VALUES (1)";
                sql << "INSERT INTO batch VALUES (7, '2023-01-01', 'set', 'h', '0.1', 'i', 1, 1, 0, 0, 0, 0, "
                       "0)";
            }
            {
                Store store(where);
                BOOST_TEST(store.batches().at(0).id == 7); // what it held is kept
                store.save("spring", "2024-04-01", {{"plugin/criterion", 20, 18}});
                BOOST_TEST(store.samples().at(0).criteria.at(0).agreed == 18U);
            }
            {
                soci::session sql;
                open(sql, where);
                sql << "UPDATE plumbline_history SET version = 99";
            }
            BOOST_CHECK_EXCEPTION(Store(where, true), UserError, [](const UserError& error) {
                return std::string(error.what()).find("a newer plumbline made this history") !=
                       std::string::npos;
            });
        }
    }
}

BOOST_AUTO_TEST_CASE(a_history_that_cannot_be_opened_is_named_without_its_password) {
    const auto error_of = [](const std::string& where, bool existing) -> std::string {
        try {
            Store(where, existing);
        } catch (const UserError& error) {
            return error.what();
        }
        return "no error";
    };
    BOOST_TEST(error_of("/nonexistent/h.db", true).find("/nonexistent/h.db: there is no such history") == 0U);
    BOOST_TEST(error_of("/nonexistent/h.db", false).find("/nonexistent/h.db: the history cannot be opened") ==
               0U);
    const std::string refused = error_of("postgresql://qa:s3cret@localhost:1/quality", false);
    BOOST_TEST(refused.find("postgresql://localhost:1/quality: the history cannot be opened") == 0U, refused);
    BOOST_TEST(refused.find("s3cret") == std::string::npos, refused);
}

BOOST_AUTO_TEST_SUITE_END()
