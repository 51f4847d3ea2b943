#pragma once

/// What two runs over the same plans say differently: findings gained and lost.

#include "judgement/judgement.hpp"

#include <map>
#include <string>
#include <vector>

namespace plumbline::host {

/// One finding that only one of the runs has, with its plan.
struct Differing {
    std::string plan, file;
    judgement::Finding finding;
    /// What the other run says of the same criterion at the same node; empty where it says nothing of it.
    std::string other;
};

struct CheckDifference {
    std::vector<Differing> gained, lost;
};

/// The findings and judgements of one run, plan by plan in input order.
class RunRecord {
public:
    void add(const judgement::PlanResult& result) { plans_.push_back(result); }
    const std::vector<judgement::PlanResult>& plans() const { return plans_; }
    /// Plans that could not be read, and checks that could not be made.
    bool incomplete() const;

private:
    std::vector<judgement::PlanResult> plans_;
};

/// By check ("contingency/trigger"). Findings are the same when criterion, node and outcome are, however they
/// are worded; a rule set may call its rules as it likes. Both runs are of the same plans in the same order.
std::map<std::string, CheckDifference> difference(const RunRecord& old_run, const RunRecord& new_run);

} // namespace plumbline::host
