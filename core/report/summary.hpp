#pragma once

/// The counts of a batch, kept as its plans go by: their size is that of the rule set, not of the batch.

#include "judgement/judgement.hpp"
#include "standard/rule_set.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace plumbline::report {

inline constexpr std::array all_outcomes{
    judgement::Outcome::met, judgement::Outcome::not_met, judgement::Outcome::needs_a_person,
    judgement::Outcome::not_applicable, judgement::Outcome::could_not_check};

class OutcomeCounts {
public:
    std::size_t& operator[](judgement::Outcome outcome) {
        return counts_.at(static_cast<std::size_t>(outcome));
    }
    std::size_t operator[](judgement::Outcome outcome) const {
        return counts_.at(static_cast<std::size_t>(outcome));
    }
    std::size_t total() const;
    /// All but "not applicable".
    std::size_t applicable() const;

private:
    std::array<std::size_t, 5> counts_{};
};

/// What one plan's judgements come to for one criterion of one rule.
struct RolledUp {
    std::string rule, plugin, criterion;
    judgement::Outcome outcome = judgement::Outcome::not_applicable; // judgement::combine of all nodes
    OutcomeCounts nodes;
};

/// In the order in which the plan's judgements first name them.
std::vector<RolledUp> roll_up(const judgement::PlanResult& plan);

struct Summary {
    struct Criterion {
        std::string rule, plugin, criterion;
        OutcomeCounts plans; // by the plan's combined outcome
        OutcomeCounts nodes; // every judgement
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
    standard::Coverage coverage;

    // For people to look at; the first ones only, so that a batch gone wrong does not fill the memory.
    std::vector<Obstacle> obstacles;
    std::vector<Missing> missing;
    std::size_t more_obstacles = 0; // judgements whose reason is not among `obstacles`

    explicit Summary(const standard::Coverage& covered = {}) : coverage(covered) {}
    void add(const judgement::PlanResult& plan);

private:
    void add_criteria(const judgement::PlanResult& plan);
    void add_findings(const judgement::PlanResult& plan);
    void add_obstacle(const judgement::PlanResult& plan, const judgement::Judgement& judgement);

    std::map<std::tuple<std::string, std::string>, std::size_t> criterion_index_;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> obstacle_index_;
};

} // namespace plumbline::report
