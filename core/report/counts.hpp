#pragma once

/// Counts of outcomes: of nodes, of plans.

#include "judgement/judgement.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
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
    /// Met or not met: what a percentage is of.
    std::size_t decided() const;
    OutcomeCounts& operator+=(const OutcomeCounts& other);

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

/// Whole percent that is met of what is met or not met; nothing where neither was found. Never 100 while one
/// is not met, never 0 while one is met.
std::optional<int> met_percent(const OutcomeCounts& counts);

} // namespace plumbline::report
