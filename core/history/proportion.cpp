#include "history/proportion.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline::history {

namespace {

constexpr double z = 1.959963984540054; // the normal distribution's 97.5 %

double value(const Share& share) {
    return static_cast<double>(share.met) / static_cast<double>(share.of);
}

} // namespace

std::optional<Interval> interval_of(const Share& share) {
    if (share.of == 0) return std::nullopt;
    const double n = static_cast<double>(share.of);
    const double p = value(share);
    const double middle = p + z * z / (2 * n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return Interval{std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::optional<Interval> interval_of_change(const Share& before, const Share& now) {
    const auto was = interval_of(before);
    const auto is = interval_of(now);
    if (!was || !is) return std::nullopt;
    const double p1 = value(now);
    const double p2 = value(before);
    return Interval{p1 - p2 - std::hypot(p1 - is->low, was->high - p2),
                    p1 - p2 + std::hypot(is->high - p1, p2 - was->low)};
}

bool beyond_chance(const Interval& change) {
    return change.low > 0 || change.high < 0;
}

} // namespace plumbline::history
