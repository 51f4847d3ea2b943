#include "engine/across.hpp"
#include "engine/verdict.hpp"

#include "lua/catalogue.hpp"
#include "standard/rule_set.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

using namespace plumbline;
using judgement::Failure;
using judgement::Observation;
using judgement::Outcome;

namespace {

namespace fs = std::filesystem;

/// Two plugins and a rule set over them, in a folder of their own.
class Workshop {
public:
    Workshop() {
        std::string pattern = (fs::temp_directory_path() / "plumbline-engine-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        plugin("owner", "{ 'child-in-need', 'care' }");
        plugin("counter", "{ 'child-in-need', 'care' }");
        fs::create_directories(folder_ / "plugins" / "words");
        catalogue_ = lua::Catalogue::load({folder_ / "plugins"});
    }
    ~Workshop() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    const lua::Catalogue& catalogue() const { return catalogue_; }

    static standard::Rule rule(const std::string& plugin, std::vector<plan::Kind> kinds) {
        standard::Rule made;
        made.id = "set/" + plugin;
        made.plugin = plugin;
        made.plans = std::move(kinds);
        made.criteria = {"bounded"};
        made.priority = judgement::Priority::within_three_months;
        judgement::Citation citation;
        citation.document = "A document";
        citation.published = "2011-08-19";
        citation.paragraph = "149";
        made.citations = {citation};
        return made;
    }

private:
    void plugin(const std::string& id, const std::string& kinds) const {
        fs::create_directories(folder_ / "plugins" / id);
        std::ofstream(folder_ / "plugins" / id / "plugin.lua")
            << "return { id = '" << id << "', title = 'A check', api = 1, plans = " << kinds
            << ",\n  criteria = { { id = 'bounded', title = 'it ends' } },\n  check = function() end }\n";
    }

    fs::path folder_;
    lua::Catalogue catalogue_ = lua::Catalogue::load({});
};

Observation observed(Outcome outcome) {
    Observation observation;
    observation.criterion = "bounded";
    observation.outcome = outcome;
    observation.at = {"a1", "/plan/outcomes/outcome[1]/action[1]", 12, 7};
    observation.message = "There is no last day.";
    observation.advice = "Give a date.";
    return observation;
}

plan::Plan plan_of(plan::Kind kind) {
    plan::Plan made;
    made.id = "T-1";
    made.kind = kind;
    made.at.line = 1;
    made.at.pattern = "/plan";
    return made;
}

} // namespace

BOOST_AUTO_TEST_SUITE(verdicts)

BOOST_AUTO_TEST_CASE(a_judgement_of_not_met_is_a_finding_with_the_rules_reasons) {
    const Workshop workshop;
    standard::RuleSet set;
    set.rules = {Workshop::rule("owner", {plan::Kind::care})};
    const engine::Lookups lookups(workshop.catalogue(), set);
    judgement::PlanResult result;
    engine::add_verdicts({observed(Outcome::not_met)}, set.rules[0], plan_of(plan::Kind::care), lookups,
                         result);
    BOOST_REQUIRE(result.judgements.size() == 1U);
    BOOST_REQUIRE(result.findings.size() == 1U);
    BOOST_TEST(result.findings[0].rule == "set/owner");
    BOOST_TEST((result.findings[0].priority == judgement::Priority::within_three_months));
    BOOST_TEST(result.findings[0].citations.size() == 1U);
    BOOST_TEST(result.findings[0].fingerprint.size() == 16U);
}

BOOST_AUTO_TEST_CASE(only_not_met_and_needs_a_person_are_findings) {
    const Workshop workshop;
    standard::RuleSet set;
    set.rules = {Workshop::rule("owner", {plan::Kind::care})};
    const engine::Lookups lookups(workshop.catalogue(), set);
    judgement::PlanResult result;
    engine::add_verdicts({observed(Outcome::met), observed(Outcome::not_applicable),
                          observed(Outcome::could_not_check), observed(Outcome::needs_a_person)},
                         set.rules[0], plan_of(plan::Kind::care), lookups, result);
    BOOST_TEST(result.judgements.size() == 4U);
    BOOST_TEST(result.findings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_criterion_that_the_rule_leaves_out_is_not_judged) {
    const Workshop workshop;
    standard::RuleSet set;
    set.rules = {Workshop::rule("owner", {plan::Kind::care})};
    set.rules[0].criteria = {};
    const engine::Lookups lookups(workshop.catalogue(), set);
    judgement::PlanResult result;
    engine::add_verdicts({observed(Outcome::not_met)}, set.rules[0], plan_of(plan::Kind::care), lookups,
                         result);
    BOOST_TEST(result.judgements.empty());
    BOOST_TEST(result.findings.empty());
}

BOOST_AUTO_TEST_CASE(one_defect_is_one_finding_where_a_rule_asks_for_its_owner) {
    const Workshop workshop;
    standard::RuleSet set;
    set.rules = {Workshop::rule("owner", {plan::Kind::care}),
                 Workshop::rule("counter", {plan::Kind::care, plan::Kind::child_in_need})};
    const engine::Lookups lookups(workshop.catalogue(), set);
    Observation counted = observed(Outcome::not_met);
    counted.owner = "owner/bounded";

    judgement::PlanResult owned;
    engine::add_verdicts({counted}, set.rules[1], plan_of(plan::Kind::care), lookups, owned);
    BOOST_TEST(owned.judgements.size() == 1U);
    BOOST_TEST(owned.findings.empty());

    judgement::PlanResult alone; // nobody asks the owner of a child-in-need plan
    engine::add_verdicts({counted}, set.rules[1], plan_of(plan::Kind::child_in_need), lookups, alone);
    BOOST_TEST(alone.findings.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(lookups_of_a_rule_set)

BOOST_AUTO_TEST_CASE(rules_with_the_same_plugin_and_parameters_share_one_run) {
    const Workshop workshop;
    standard::RuleSet set;
    set.rules = {Workshop::rule("owner", {plan::Kind::care}),
                 Workshop::rule("owner", {plan::Kind::child_in_need}),
                 Workshop::rule("owner", {plan::Kind::care}), Workshop::rule("counter", {plan::Kind::care})};
    set.rules[2].parameters["max_tasks"] = std::int64_t{5};
    BOOST_TEST(engine::Lookups(workshop.catalogue(), set).all().size() == 3U);
}

BOOST_AUTO_TEST_CASE(what_is_not_asked_of_a_kind_is_named_once_a_check) {
    const Workshop workshop;
    standard::RuleSet set;
    set.rules = {Workshop::rule("owner", {plan::Kind::care}), Workshop::rule("owner", {plan::Kind::care}),
                 Workshop::rule("counter", {plan::Kind::child_in_need})};
    const engine::Lookups lookups(workshop.catalogue(), set);
    BOOST_TEST(lookups.not_asked_of(plan::Kind::child_in_need).size() == 1U);
    BOOST_TEST(lookups.not_asked_of(plan::Kind::pathway).size() == 2U);
    BOOST_TEST(lookups.judges(plan::Kind::care));
    BOOST_TEST(!lookups.judges(plan::Kind::pathway));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(comparisons)

BOOST_AUTO_TEST_CASE(what_a_comparison_judged_is_no_longer_unjudged) {
    Observation unjudged = observed(Outcome::could_not_check);
    unjudged.failure = Failure::unjudged;
    const auto merged = engine::merge({unjudged}, {observed(Outcome::met)});
    BOOST_REQUIRE(merged.size() == 1U);
    BOOST_TEST((merged[0].outcome == Outcome::met));
}

BOOST_AUTO_TEST_CASE(an_error_of_the_check_stays_beside_what_the_comparison_says) {
    Observation failed = observed(Outcome::could_not_check);
    failed.failure = Failure::error;
    BOOST_TEST(engine::merge({failed}, {observed(Outcome::met)}).size() == 2U);
    BOOST_TEST(engine::merge({failed}, {}).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
