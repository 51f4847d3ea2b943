#pragma once

/// How many plans meet each area for improvement: the ledger that reports are built round.

#include "judgement/judgement.hpp"
#include "report/counts.hpp"
#include "standard/rule_set.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::report {

/// By the rule set's thresholds; `none` where no plan met it or failed it.
enum class Rag : std::uint8_t { none, red, amber, green };
/// "", "red", "amber", "green"
std::string_view to_word(Rag rag);

struct AreaCount {
    /// A criterion that rules ask for this area: what is strong in it, and what weak.
    struct Part {
        std::string plugin, criterion;
        OutcomeCounts plans;
    };

    standard::Area area;
    /// Judged plans that its rules speak of, by what those rules come to for each: met when nothing they
    /// asked is missing. An acceptance changes no outcome.
    OutcomeCounts plans;
    std::size_t plans_accepted = 0;         // of those not met: every finding of the area in them is accepted
    std::size_t findings = 0, accepted = 0; // of its rules, accepted ones included; and those accepted
    std::vector<Part> parts;                // in the order in which they first appear
    std::map<std::string, OutcomeCounts> teams, kinds; // the same plans; "" where a plan names no team
};

/// What an inspection report puts under one heading: a service, and how soon.
struct AreaGroup {
    std::string service, service_title;
    judgement::Priority priority = judgement::Priority::none;
    std::vector<const AreaCount*> areas; // of the Areas that made it
};

class Areas {
public:
    Areas() = default;
    explicit Areas(const standard::RuleSet& rule_set);

    void add(const judgement::PlanResult& plan);

    /// Every area in scope, those that no rule answers too, in the order of the rule set.
    const std::vector<AreaCount>& all() const { return areas_; }
    /// By service as the documents order them, the most urgent first.
    std::vector<AreaGroup> by_service_and_priority() const;

    Rag rag(const OutcomeCounts& counts) const;
    /// Percentages of met below which it is red, and from which it is green.
    int red_below() const { return red_below_; }
    int green_from() const { return green_from_; }

private:
    struct Answered { // one plan, one area
        std::optional<judgement::Outcome> outcome;
        std::size_t findings = 0, open = 0;
    };

    void count(AreaCount& area, const judgement::PlanResult& plan, const Answered& answered);

    std::vector<AreaCount> areas_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_rule_; // rule → areas it answers
    int red_below_ = 70, green_from_ = 90;
};

} // namespace plumbline::report
