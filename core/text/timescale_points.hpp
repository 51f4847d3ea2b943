#pragma once

/// The forms in which a day is written, before anything is known of its year or weekday.

#include "text/timescale_parts.hpp"

namespace plumbline::text::timescales {

constexpr int longest_plan = 18; // years: no date of a child's plan lies further ahead

struct Point {
    Written written;
    std::size_t end = 0;
    bool bad = false;    // written as a date and none
    bool either = false; // "Dec 24": of the month, or of the year
    bool bare = false;   // an ordinal alone: "the 28th"
};
using PointAt = std::optional<Point>;

/// The longest form that stands here.
PointAt point_at(const Source& source, std::size_t index);
/// "12 April 2024", "first of May" and no other form.
PointAt day_of_month_at(const Source& source, std::size_t index);

} // namespace plumbline::text::timescales
