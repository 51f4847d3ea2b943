#pragma once

/// What the history keeps of one run: judgements and counts; a plan's words only where asked for.

#include "report/receipt.hpp"
#include "report/summary.hpp"
#include "report/titles.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace plumbline::history {

/// What plans are counted by.
enum class Scope : std::uint8_t { criterion, area };
/// "criterion", "area"
std::string_view to_word(Scope scope);

/// A criterion ("contingency/trigger") or an area for improvement ("cheshire-east-2011/29-4").
struct Item {
    Scope scope = Scope::criterion;
    std::string id, title, service, priority, document; // the last three: of an area
};

/// Plans of one team and kind by what one item came to for each.
struct Tally {
    Scope scope = Scope::criterion;
    std::string item, team, kind;
    std::array<std::size_t, 5> outcomes{}; // in the order of judgement::Outcome
};

struct JudgedPlan {
    std::string plan, kind, team, state;
    int version = 0; // 0: it has none
    std::size_t findings = 0, accepted = 0;
    std::string outcomes; // a letter for each criterion of the batch's items: m n p - ? or a space, not asked
};

/// Kept only where asked for: these quote the plan.
struct KeptFinding {
    std::string plan, fingerprint, criterion, outcome, message, words;
};

struct Batch {
    std::int64_t id = 0; // the store gives it
    std::string as_of, rule_set, rule_set_hash, plumbline, inputs_hash;
    std::size_t plans = 0, judged = 0, unreadable = 0, skipped = 0, findings = 0, accepted = 0,
                could_not_check = 0;
    std::vector<Item> items;
    std::vector<Tally> tallies;
    std::vector<JudgedPlan> judged_plans;
    std::vector<KeptFinding> kept_findings;
};

/// Makes a batch of the plans of a run.
class Recorder {
public:
    /// `keep_words`: findings with what they quote.
    Recorder(const standard::RuleSet& rule_set, report::Titles titles, bool keep_words);

    void add(const judgement::PlanResult& plan);
    Batch finish(const report::Summary& summary, const report::Receipt& receipt);

private:
    using Key = std::tuple<Scope, std::string, std::string, std::string>;

    void count(Scope scope, const std::string& item, const judgement::PlanResult& plan,
               judgement::Outcome outcome);
    std::size_t position(const std::string& plugin, const std::string& criterion);

    report::Titles titles_;
    bool keep_words_;
    Batch batch_;
    std::map<std::string, std::size_t> criteria_; // id → place in JudgedPlan::outcomes
    std::vector<Item> criterion_items_;
    std::map<std::string, std::vector<std::string>> areas_of_rule_;
    std::map<Key, std::array<std::size_t, 5>> tallies_;
};

} // namespace plumbline::history
