#pragma once

#include "base/date.hpp"

namespace plumbline {

/// Reads "06/03/2024" or "6/3/2024", what Excel in Britain makes of an ISO date; empty when it is not such a
/// date or no day of the calendar.
std::optional<Date> parse_british_date(std::string_view text);

} // namespace plumbline
