#pragma once

/// How sure a percentage is, and whether a change of one is more than chance.

#include <cstddef>
#include <optional>

namespace plumbline::history {

/// So many met of so many.
struct Share {
    std::size_t met = 0, of = 0;
};

/// 0 to 1; of a difference -1 to 1.
struct Interval {
    double low = 0, high = 0;
};

/// 95 %, by Wilson's score (Newcombe 1998, Statistics in Medicine 17, 857–872, method 3). Nothing of none.
std::optional<Interval> interval_of(const Share& share);

/// now - before, 95 %, by Newcombe's hybrid score (the same volume, 873–890, method 10). Nothing where either
/// is of none.
std::optional<Interval> interval_of_change(const Share& before, const Share& now);

/// Whether the interval of a change has no zero in it.
bool beyond_chance(const Interval& change);

} // namespace plumbline::history
