#pragma once

/// A plan document made from an export: dates and codes, no narrative (docs/plan-format.md).

#include "base/date.hpp"
#include "exports/account.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::exports {

struct Event {
    std::string_view kind; // of the plan format
    Date on{};
    std::string text;
};

struct Document {
    std::string id;
    std::string_view kind;
    std::optional<int> previous_plans;
    std::string child, sex; // sex: "male", "female" or empty
    std::optional<Date> born, expected;
    std::vector<std::pair<std::string_view, std::string>> identities; // aspect, what the export says
    Date written{};                                                   // the day up to which the export tells
    std::optional<Date> started, closed;
    std::string_view legal_status, placement; // words of the plan format, or empty
    std::optional<Date> legal_status_on, placed_on;
    std::vector<Event> events;
};

/// What came of one export.
struct Import {
    std::vector<Document> documents; // in the order of the export's children
    Account account;
};

/// `<plan …>…</plan>`, events in order of their days.
std::string to_xml(const Document& document);

/// "2024-03-06" or "06/03/2024"; white space around it does not count.
std::optional<Date> read_date(std::string_view text);

} // namespace plumbline::exports
