#pragma once

/// This batch beside earlier ones, as whoever kept them hands it in: plain figures.

#include "report/counts.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::report {

struct TrendPoint {
    /// Shares of one: 0.03 is three percentage points.
    struct Change {
        double points = 0;
        double low = 0, high = 0; // 95 % interval

        bool beyond_chance() const { return low > 0 || high < 0; }
    };

    std::string batch; // its number
    std::string as_of; // ISO date
    std::size_t plans = 0;
    OutcomeCounts criteria;       // of all plans; what is met of what is decided is the point's height
    double low = 0, high = 0;     // 95 % interval of that share, 0 to 1
    std::optional<Change> change; // since the point before; nothing where either has nothing decided
    bool rules_changed = false;   // since the point before
};

struct Trend {
    std::vector<TrendPoint> points; // by day; the last is this batch
    std::size_t left_out = 0;       // earlier ones

    /// Whether there is anything to compare this batch with.
    bool tells() const { return points.size() > 1; }
};

/// "+3 (−2 to +8)", in percentage points; "-" where there is none.
std::string change_figures(const TrendPoint& point);

/// "better", "worse", "within chance" or "".
std::string change_verdict(const TrendPoint& point);

/// "Met: 67% (batch 2, Mon 1 Jan 2024), now 70%: 3 points more. That is within chance: …" Only where
/// `tells()`.
std::string trend_words(const Trend& trend);

} // namespace plumbline::report
