#pragma once

/// Dip samples: plans drawn for people to read, and how often they agreed with the tool.

#include "history/proportion.hpp"
#include "history/store.hpp"
#include "report/layout.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
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

/// Of one criterion.
struct Agreed {
    std::string criterion;
    std::size_t agreed = 0;
    std::size_t false_alarms = 0; // the tool said not met, people met
    std::size_t missed = 0;       // the tool said met, people not met
    std::size_t left = 0;         // the tool left it to people, who decided
    std::size_t unread = 0;       // not filled in, unsure or not applicable

    Share share() const { return {agreed, agreed + false_alarms + missed}; }
};

/// What a worksheet that was filled in says, by criterion; `report`: where a blind worksheet's answers of the
/// tool stand, or null. Throws UserError with file and line.
std::vector<Agreed> agreement(std::string_view text, const std::string& file, const nlohmann::json& report);

std::string agreement_text(const std::vector<Agreed>& criteria, const report::Page& page);
std::string agreement_json(const std::vector<Agreed>& criteria);

} // namespace plumbline::history
