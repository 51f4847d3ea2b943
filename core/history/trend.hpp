#pragma once

/// A batch beside those before it, for a report's picture.

#include "history/store.hpp"
#include "report/trend.hpp"

#include <cstdint>

namespace plumbline::history {

/// Points of a trend: three years of quarters.
inline constexpr std::size_t most_points = 12;

/// The batches of the same rule set up to and including this one.
report::Trend trend_to(Store& store, std::int64_t batch);

} // namespace plumbline::history
