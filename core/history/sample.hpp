#pragma once

/// Dip samples: plans drawn for people to read, and the worksheet that asks them.

#include "report/titles.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline::history {

struct SampleOptions {
    std::size_t size = 20;
    std::string by;                  // "team", "kind", or "" for all plans alike
    std::uint64_t seed = 1;          // the same seed draws the same plans
    std::vector<std::string> checks; // plugins asked about; empty: all
    bool blind = false;              // the worksheet does not say what the tool said
};

/// The judged plans of a json report that are drawn: from each team (kind) in proportion, as near as whole
/// plans come, and in the report's order. All of them where there are no more.
std::vector<const nlohmann::json*> draw(const nlohmann::json& report, const SampleOptions& options);

/// A CSV worksheet: a row for each criterion of each plan drawn that the tool decided or left to a person;
/// the column "auditor says" is to be filled in with met, not met, not applicable or unsure. `titles` names
/// criteria.
std::string worksheet(const nlohmann::json& report, const SampleOptions& options,
                      const report::Titles& titles);

} // namespace plumbline::history
