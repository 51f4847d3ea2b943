#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

/// A calendar day without time of day or zone.
using Date = std::chrono::sys_days;

/// Reads "2024-03-06" and nothing else; empty when it is not such a date or no day of the calendar.
std::optional<Date> parse_iso_date(std::string_view text);

/// "2024-03-06"
std::string to_iso(Date date);

/// "Wed 6 Mar 2024": the form that findings show to people.
std::string to_reader(Date date);

/// The corresponding date `months` later (or earlier), clamped to the end of a shorter month.
Date add_months(Date date, int months);

/// Completed years between `born` and `on`; a birthday on 29 February is kept on 1 March in other years.
int age_on(Date born, Date on);

} // namespace plumbline
