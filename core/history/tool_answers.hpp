#pragma once

/// What the tool said of each plan of a json report.

#include "judgement/judgement.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumbline::history {

/// A plan's criteria ("contingency/trigger") in the order in which it names them, each with its outcome for
/// the whole plan.
std::vector<std::pair<std::string, judgement::Outcome>> criteria_of(const nlohmann::json& plan);

/// "" for a plan that has none.
std::string version_text(const nlohmann::json& plan);

/// What the tool said of one criterion of one plan.
class ToolAnswers {
public:
    /// Of nothing where the report is null.
    explicit ToolAnswers(const nlohmann::json& report);

    bool empty() const { return answers_.empty(); }
    const judgement::Outcome* find(const std::string& plan, const std::string& version,
                                   const std::string& criterion) const;

private:
    std::map<std::string, judgement::Outcome> answers_; // by plan, version and criterion, a line each
};

} // namespace plumbline::history
