#pragma once

/// How often people agreed with the tool, by a worksheet that they filled in.

#include "history/proportion.hpp"
#include "report/layout.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::history {

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
std::string agreement_csv(const std::vector<Agreed>& criteria);
std::string agreement_json(const std::vector<Agreed>& criteria);

} // namespace plumbline::history
