#pragma once

/// The counts of a batch, kept as its plans go by: their size is that of the rule set, not of the batch.

#include "judgement/acceptances.hpp"
#include "report/areas.hpp"
#include "report/counts.hpp"
#include "report/trend.hpp"
#include "standard/rule_set.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace plumbline::report {

struct Summary {
    struct Criterion {
        std::string rule, plugin, criterion;
        OutcomeCounts plans; // by the plan's combined outcome
        OutcomeCounts nodes; // every judgement
    };
    /// The judged plans of one team or kind.
    struct Group {
        std::size_t plans = 0;
        OutcomeCounts criteria; // by the plan's combined outcome for each criterion
    };
    /// A reason for which criteria could not be checked.
    struct Obstacle {
        std::string plugin, criterion, reason;
        judgement::Failure failure = judgement::Failure::none;
        std::size_t judgements = 0;
        std::string first_at; // "plans/cp-2041.xml:33:7"
    };
    /// A plan that was not judged.
    struct Missing {
        std::string file;
        std::uint32_t line = 0;
        judgement::State state = judgement::State::unreadable;
        std::string reason;
    };

    std::size_t plans = 0, judged = 0, unreadable = 0, skipped = 0;
    std::size_t findings = 0;        // accepted ones included
    std::size_t accepted = 0;        // of the findings
    std::size_t could_not_check = 0; // judgements
    std::size_t failed_checks = 0;   // of these, those by which a run is incomplete
    OutcomeCounts outcomes;          // every judgement
    std::map<judgement::Priority, OutcomeCounts> findings_by_priority;
    std::vector<Criterion> criteria; // in the order in which they first appear
    Areas areas;
    std::map<std::string, Group> teams, kinds; // "" for plans that name no team
    standard::Coverage coverage;
    std::vector<judgement::Notice> acceptance_notices; // what the keepers of the list should know
    Trend trend;                                       // empty where no history is kept

    // For people to look at; the first ones only, so that a batch gone wrong does not fill the memory.
    std::vector<Obstacle> obstacles;
    std::vector<Missing> missing;
    std::size_t more_obstacles = 0; // judgements whose reason is not among `obstacles`

    Summary() = default;
    explicit Summary(const standard::RuleSet& rule_set)
        : areas(rule_set), coverage(standard::coverage(rule_set)) {}
    void add(const judgement::PlanResult& plan);

private:
    void add_criteria(const judgement::PlanResult& plan);
    void add_groups(const judgement::PlanResult& plan, const std::vector<RolledUp>& rolled);
    void add_findings(const judgement::PlanResult& plan);
    void add_obstacle(const judgement::PlanResult& plan, const judgement::Judgement& judgement);

    std::map<std::tuple<std::string, std::string>, std::size_t> criterion_index_;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> obstacle_index_;
};

} // namespace plumbline::report
