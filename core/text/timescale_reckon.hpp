#pragma once

/// From parts to days: ranges and dates of events joined, periods reckoned from what they hang on.

#include "text/timescale_parts.hpp"

namespace plumbline::text::timescales {

/// One day by which something is to happen, or that bounds it.
struct Bound {
    std::optional<Date> last;  // empty: bounded by itself, the day not being known
    std::optional<Date> first; // of a stretch
    bool exact = true;
    TimescaleKind kind = TimescaleKind::date;
    Fault fault = Fault::none;
    bool conflict = false; // with what the plan or the text itself says elsewhere
    std::size_t part = 0;  // index of the deciding part
    std::string how;
};

/// Makes one part of "from 12 June to 5 July", and gives the first its year.
void join_ranges(const Source& source, Parts& parts);

/// What the parts between two indices are: nothing that keeps them apart.
bool only_between(const Source& source, const Parts& parts, std::size_t left, std::size_t right,
                  std::string_view words);

/// The role of a part: the nearest before it in its clause.
Role role_of(const Source& source, const Parts& parts, std::size_t index);

/// The end of a period that starts on a day; empty outside the calendar of working days.
std::optional<Date> end_of(const Period& period, Date start, int direction = 1);
std::string period_words(const Period& period);

Bound bound_of_days(const Part& part, std::size_t index);
/// An event by the plan's dates, or by the days that the text gives it (`dated`, may be nullptr).
Bound bound_of_event(const Source& source, const Part& part, std::size_t index, const Days* dated);

} // namespace plumbline::text::timescales
