/// Compares what the program says of the fixture plans with what a practitioner-auditor expected
/// (fixtures/plans/expected.json) and prints agreement per criterion. What rests on structure is gated; what
/// rests on reading English is measured by tests/bench/accuracy.

#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>

using namespace acceptance;
using nlohmann::json;

namespace {

/// Worst first: how the judgements of several nodes make one of the plan.
const std::vector<std::string> order{"not met", "could not check", "needs a person", "met", "not applicable"};

std::string worse(const std::string& left, const std::string& right) {
    const auto rank = [](const std::string& outcome) {
        return std::find(order.begin(), order.end(), outcome);
    };
    return rank(left) < rank(right) ? left : right;
}

using Key = std::pair<std::string, std::string>; // plugin, criterion

struct PlanOutcomes {
    std::map<Key, std::string> plan;
    std::map<std::string, std::map<Key, std::string>> nodes; // by node id
};

PlanOutcomes outcomes_of(const json& plan) {
    PlanOutcomes outcomes;
    const auto add = [](std::map<Key, std::string>& to, const Key& key, const std::string& outcome) {
        const auto [entry, is_new] = to.try_emplace(key, outcome);
        if (!is_new) entry->second = worse(entry->second, outcome);
    };
    for (const json& judgement : plan.at("judgements")) {
        const Key key{judgement.at("plugin"), judgement.at("criterion")};
        add(outcomes.plan, key, judgement.at("outcome"));
        const std::string id = judgement.at("at").at("id");
        if (!id.empty()) add(outcomes.nodes[id], key, judgement.at("outcome"));
    }
    return outcomes;
}

struct Tally {
    int agree = 0, asked = 0;
    std::vector<std::string> differences;
};

class Comparison {
public:
    void compare(const json& expected, const PlanOutcomes& got, const std::string& name) {
        std::set<std::string> doubtful;
        const json arguable = expected.value("doubtful", json::array());
        for (const json& entry : arguable)
            doubtful.insert(entry.get<std::string>());
        compare_level(expected.at("judgements"), got.plan, name, doubtful, "");
        const json actions = expected.value("actions", json::object());
        for (const auto& [action, plugins] : actions.items()) {
            const auto node = got.nodes.find(action);
            static const std::map<Key, std::string> none;
            compare_level(plugins, node == got.nodes.end() ? none : node->second, name, doubtful, action);
        }
    }

    const std::map<Key, Tally>& tallies() const { return tallies_; }

private:
    void compare_level(const json& plugins, const std::map<Key, std::string>& got, const std::string& name,
                       const std::set<std::string>& doubtful, const std::string& action) {
        for (const auto& [plugin, criteria] : plugins.items()) {
            for (const auto& [criterion, outcome] : criteria.items()) {
                const std::string& owner = action.empty() ? plugin : action;
                if (doubtful.contains(owner + " " + criterion)) continue;
                const auto found = got.find({plugin, criterion});
                const std::string said = found == got.end() ? "not judged" : found->second;
                Tally& tally = tallies_[{plugin, criterion}];
                ++tally.asked;
                if (said == outcome)
                    ++tally.agree;
                else
                    tally.differences.push_back(name + (action.empty() ? "" : " " + action) + ": expected " +
                                                outcome.get<std::string>() + ", got " + said);
            }
        }
    }

    std::map<Key, Tally> tallies_;
};

const std::set<std::string> named_five{"smart-targets", "contingency", "timescales", "diversity",
                                       "child-voice"};

/// What rests on structure alone, and the agreement below which it is wrong.
const std::set<Key> structural{
    {"contingency", "present"},  {"diversity", "recorded"},       {"diversity", "carried-through"},
    {"child-voice", "recorded"}, {"child-voice", "current"},      {"timescales", "review-set"},
    {"timescales", "possible"},  {"smart-targets", "achievable"}, {"smart-targets", "relevant"}};
constexpr double structural_floor = 0.95;

bool is_installed(const std::string& plugin) {
    return std::filesystem::exists(std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "plugins" / plugin /
                                   "plugin.lua");
}

/// Whether an entry of the expected judgements is about this plan of the report: same file and, in a
/// container, same id and version.
bool is_about(const json& entry, const json& plan) {
    if (!plan.at("file").get<std::string>().ends_with("/" + entry.at("file").get<std::string>()))
        return false;
    if (!entry.contains("plan")) return true;
    return entry.at("plan") == plan.at("id") &&
           entry.at("version") == std::to_string(plan.at("version").get<int>());
}

/// What no law sets, so that the everyday set judges nothing by it: the auditor knew the council's own
/// interval, and rules/example-council.lua gives one.
const std::set<Key> by_council{{"seen-alone", "interval"}, {"review-timeliness", "held-in-time"}};

json plans_by(const std::string& rule_set) {
    return report_of(plumbline({"check", "fixtures/plans", "--rule-set", rule_set, "--format", "json",
                                "--as-of", "2024-04-01"}))
        .at("plans");
}

/// With the council's outcomes in place of the others where its interval decides.
PlanOutcomes with_council(PlanOutcomes outcomes, const PlanOutcomes& council) {
    for (const Key& key : by_council)
        if (const auto found = council.plan.find(key); found != council.plan.end())
            outcomes.plan[key] = found->second;
    return outcomes;
}

Comparison compare_fixtures() {
    const json expected = json::parse(read_file(PLUMBLINE_SOURCE_DIR "/fixtures/plans/expected.json"));
    const json plans = plans_by("default");
    const json council = plans_by("example-council");
    Comparison comparison;
    for (const json& entry : expected) {
        const std::string file = entry.at("file");
        if (file.starts_with("broken/")) continue;
        const auto plan = std::find_if(plans.begin(), plans.end(),
                                       [&](const json& candidate) { return is_about(entry, candidate); });
        BOOST_REQUIRE_MESSAGE(plan != plans.end(), file << " is not in the report");
        const json& same = council.at(static_cast<std::size_t>(plan - plans.begin()));
        comparison.compare(entry, with_council(outcomes_of(*plan), outcomes_of(same)), file);
    }
    return comparison;
}

} // namespace

BOOST_AUTO_TEST_CASE(judgements_agree_with_the_auditor) {
    const Comparison comparison = compare_fixtures();
    int agree = 0;
    int asked = 0;
    int structural_agree = 0;
    int structural_asked = 0;
    for (const auto& [key, tally] : comparison.tallies()) {
        if (!named_five.contains(key.first)) continue;
        const bool is_structural = structural.contains(key);
        std::printf("%-14s %-16s %4d of %4d  %5.1f %%%s\n", key.first.c_str(), key.second.c_str(),
                    tally.agree, tally.asked, 100.0 * tally.agree / tally.asked,
                    is_structural ? "" : "  (reading)");
        for (const std::string& difference : tally.differences)
            std::printf("      %s\n", difference.c_str());
        agree += tally.agree;
        asked += tally.asked;
        if (is_structural) {
            structural_agree += tally.agree;
            structural_asked += tally.asked;
        }
    }
    std::printf("the five named plugins: %d of %d, %.1f %%; what rests on structure: %d of %d, %.1f %%\n",
                agree, asked, 100.0 * agree / asked, structural_agree, structural_asked,
                100.0 * structural_agree / structural_asked);
    BOOST_TEST(structural_agree >= structural_floor * structural_asked);
}

BOOST_AUTO_TEST_CASE(judgements_of_the_other_checks_agree_with_the_auditor) {
    const Comparison comparison = compare_fixtures();
    int agree = 0;
    int asked = 0;
    for (const auto& [key, tally] : comparison.tallies()) {
        if (named_five.contains(key.first) || !is_installed(key.first)) continue;
        std::printf("%-20s %-20s %4d of %4d\n", key.first.c_str(), key.second.c_str(), tally.agree,
                    tally.asked);
        for (const std::string& difference : tally.differences)
            std::printf("      %s\n", difference.c_str());
        agree += tally.agree;
        asked += tally.asked;
    }
    std::printf("the other checks: %d of %d, %.1f %%\n", agree, asked, 100.0 * agree / std::max(1, asked));
    BOOST_TEST(agree >= 0.95 * asked);
}
