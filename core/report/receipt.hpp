#pragma once

/// What a report was made from: enough to make it again, and to see why two reports differ.

#include "base/date.hpp"
#include "calendar/working_days.hpp"
#include "lua/catalogue.hpp"
#include "standard/rule_set.hpp"

#include <string>
#include <utility>
#include <vector>

namespace plumbline::report {

struct Receipt {
    struct UsedPlugin {
        std::string id, version, hash;
    };

    std::string plumbline; // "0.1.0"
    std::string as_of;     // ISO date
    std::string rule_set, rule_set_title, rule_set_hash;
    std::vector<UsedPlugin> plugins; // those that the rules run, by id
    std::string calendar;            // WorkingDays::version()
    std::vector<std::pair<std::string, std::string>>
        settings;            // what else decided results: limits, selections
    std::string inputs_hash; // known at the end of the batch
};

Receipt make_receipt(std::string plumbline_version, Date as_of, const standard::RuleSet& rule_set,
                     const lua::Catalogue& catalogue, const calendar::WorkingDays& calendar);

} // namespace plumbline::report
