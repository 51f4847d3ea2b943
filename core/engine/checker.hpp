#pragma once

/// Checks one plan at a time: what one thread works with.

#include "engine/across.hpp"
#include "engine/lookups.hpp"
#include "judgement/judgement.hpp"
#include "lua/worker.hpp"
#include "plan/inputs.hpp"

#include <atomic>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace plumbline::engine {

/// What every check stands on. All of it outlives the checkers.
struct Foundation {
    const lua::Catalogue* catalogue = nullptr;
    const standard::RuleSet* rule_set = nullptr;
    const calendar::WorkingDays* calendar = nullptr;
    const calendar::Intervals* intervals = nullptr;
};

class Profile;

struct Settings {
    unsigned jobs = 1;
    Date as_of{};
    lua::Limits limits;
    bool keep_plans = false;    // PlanResult::plan is set
    Profile* profile = nullptr; // where what each plugin takes is added up, if anybody wants to know
};

/// How far a check has come, for a watch beside it, and which lookups are left out because a check hung in
/// them before. Outlives the check.
struct Attempt {
    static constexpr std::size_t outside = static_cast<std::size_t>(-1); // no plugin is running
    std::atomic<std::size_t> running{outside};                           // which of the lookups
    std::vector<std::size_t> given_up;
};

class Checker {
public:
    /// `lookups` outlives the checker.
    Checker(const Foundation& foundation, const Lookups& lookups, const Settings& settings);
    ~Checker() = default;
    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;

    /// Judges one input, the `number`-th of the batch; never throws on account of the plan or of a plugin.
    /// `compared` holds what the checks across plans said; nullptr when no plugin in use compares plans.
    judgement::PlanResult check(const plan::Input& input, std::size_t number, const ComparedPlans* compared);

    /// The same for a plan that is a batch of its own: what compares plans has no other to compare it with.
    judgement::PlanResult check_alone(const plan::Input& input, Attempt* attempt = nullptr);

    /// The day to judge by from the next plan on.
    void set_as_of(Date as_of) { surroundings_.as_of = as_of; }

    /// First pass of a batch whose plugins compare plans: what each such plugin keeps of this plan, one a
    /// lookup (empty for the others, and for a plan that cannot be read).
    std::vector<lua::Memory> remember(const plan::Input& input);

    /// Ends the first pass: what `remember` returned for each plan, in input order.
    ComparedPlans compare(Kept kept) { return compare_plans(worker_, *lookups_, std::move(kept)); }

private:
    /// What a lookup's comparison says of the open plan; nothing for a lookup that compares no plans.
    using Comparison = std::function<std::vector<judgement::Observation>(std::size_t lookup)>;

    judgement::PlanResult check(const plan::Input& input, const Comparison& comparison, Attempt* attempt);
    void judge(const plan::Plan& plan, const Comparison& comparison, Attempt* attempt,
               judgement::PlanResult& result);
    std::vector<judgement::Observation> observe(std::size_t lookup, const Comparison& comparison);
    std::vector<judgement::Observation> compare_alone(const Lookup& lookup);

    const Lookups* lookups_;
    bool keep_plans_;
    lua::Surroundings surroundings_; // the worker points to it
    lua::Worker worker_;
    Profile* profile_;
};

} // namespace plumbline::engine
