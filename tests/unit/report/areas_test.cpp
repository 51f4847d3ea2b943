#define BOOST_TEST_DYN_LINK
#include "samples.hpp"

#include "report/areas.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace plumbline;
using judgement::Outcome;
using judgement::Priority;
using report::Rag;

namespace {

report::Areas counted(const std::vector<judgement::PlanResult>& plans) {
    report::Areas areas(samples::rule_set());
    for (const auto& plan : plans)
        areas.add(plan);
    return areas;
}

report::OutcomeCounts counts(std::size_t met, std::size_t not_met, std::size_t doubtful = 0) {
    report::OutcomeCounts out;
    out[Outcome::met] = met;
    out[Outcome::not_met] = not_met;
    out[Outcome::needs_a_person] = doubtful;
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(areas)

BOOST_AUTO_TEST_CASE(a_plan_meets_an_area_when_nothing_its_rules_asked_is_missing) {
    const auto areas = counted(samples::batch());
    const auto& targets = areas.all().at(0);
    BOOST_TEST(full_id(targets.area) == "cheshire-east-2011/29-4");
    BOOST_TEST(targets.plans[Outcome::met] == 1U);     // the clean plan
    BOOST_TEST(targets.plans[Outcome::not_met] == 1U); // once, whatever the number of its findings
    BOOST_TEST(targets.plans.total() == 2U);           // nobody counts what was not judged
    BOOST_TEST(targets.findings == 4U);
    BOOST_TEST(areas.all().at(1).plans[Outcome::could_not_check] == 1U);
    BOOST_TEST(areas.all().at(2).plans.total() == 0U); // no rule answers it; it is in the ledger all the same
    BOOST_TEST(areas.all().at(3).findings == 5U);      // of two rules
}

BOOST_AUTO_TEST_CASE(an_area_knows_its_criteria_teams_and_kinds) {
    const auto areas = counted(samples::batch());
    const auto& targets = areas.all().at(0);
    BOOST_REQUIRE(targets.parts.size() == 3U);
    BOOST_TEST(targets.parts[0].criterion == "specific");
    BOOST_TEST(targets.parts[0].plans[Outcome::met] == 1U);
    BOOST_TEST(targets.parts[0].plans[Outcome::not_met] == 1U);
    BOOST_TEST(targets.teams.at("Crewe CP 2")[Outcome::not_met] == 1U);
    BOOST_TEST(targets.teams.at("")[Outcome::met] == 1U);
    BOOST_TEST(targets.kinds.at("child-protection").total() == 2U);
}

BOOST_AUTO_TEST_CASE(an_acceptance_is_counted_beside_and_changes_no_outcome) {
    auto plan = samples::plan();
    for (auto& finding : plan.findings)
        if (finding.plugin == "smart-targets" && finding.outcome == Outcome::not_met)
            finding.accepted = judgement::Acceptance{"A. Manager", "agreed", "2024-03-01", ""};
    const auto areas = counted({plan});
    const auto& targets = areas.all().at(0);
    BOOST_TEST(targets.accepted == 3U);
    BOOST_TEST(targets.plans_accepted == 1U);
    BOOST_TEST(targets.plans[Outcome::not_met] == 1U);
    BOOST_TEST(areas.all().at(3).plans_accepted == 0U); // its contingency finding is open
}

BOOST_AUTO_TEST_CASE(percentages_are_of_met_and_not_met) {
    BOOST_TEST(!met_percent(counts(0, 0, 7)).has_value());
    BOOST_TEST(met_percent(counts(2, 1, 7)).value() == 67);
    BOOST_TEST(met_percent(counts(999, 1)).value() == 99); // 100 would hide one
    BOOST_TEST(met_percent(counts(1, 999)).value() == 1);
    BOOST_TEST(met_percent(counts(3, 0)).value() == 100);
    BOOST_TEST(met_percent(counts(0, 3)).value() == 0);
}

BOOST_AUTO_TEST_CASE(colours_follow_the_thresholds_of_the_rule_set) {
    auto rule_set = samples::rule_set();
    rule_set.red_below = 50;
    rule_set.green_from = 80;
    const report::Areas areas(rule_set);
    BOOST_TEST((areas.rag(counts(49, 51)) == Rag::red));
    BOOST_TEST((areas.rag(counts(50, 50)) == Rag::amber));
    BOOST_TEST((areas.rag(counts(79, 21)) == Rag::amber));
    BOOST_TEST((areas.rag(counts(80, 20)) == Rag::green));
    BOOST_TEST((areas.rag(counts(0, 0, 5)) == Rag::none));
}

BOOST_AUTO_TEST_CASE(groups_read_like_an_inspection_report) {
    const auto areas = counted({});
    const auto groups = areas.by_service_and_priority();
    BOOST_REQUIRE(groups.size() == 3U);
    BOOST_TEST((groups[0].priority == Priority::immediately));
    BOOST_TEST(groups[0].areas.size() == 2U);
    BOOST_TEST(groups[0].service_title == "Safeguarding"); // two documents title it differently
    BOOST_TEST((groups[1].priority == Priority::within_three_months));
    BOOST_TEST((groups[2].priority == Priority::within_six_months));
}

BOOST_AUTO_TEST_CASE(the_json_report_has_the_ledger) {
    const auto summary = nlohmann::json::parse(samples::written("json", samples::batch()))["summary"];
    BOOST_REQUIRE(summary["areas"].size() == 4U);
    const auto& targets = summary["areas"][0];
    BOOST_TEST(targets["id"] == "cheshire-east-2011/29-4");
    BOOST_TEST(targets["plans"]["met"] == 1);
    BOOST_TEST(targets["met_percent"] == 50);
    BOOST_TEST(targets["rag"] == "red");
    BOOST_TEST(summary["areas"][2]["met_percent"].is_null());
}

BOOST_AUTO_TEST_SUITE_END()
