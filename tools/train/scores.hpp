#pragma once

/// How right a check is: precision and recall of "not met", and the share that is decided at all.

#include <string>
#include <vector>

namespace plumbline::training {

struct Goal {
    double precision = 0, recall = 0, decided = 0;
};

/// Below the first not met, from the second on met, between them a person has to look.
struct Thresholds {
    double not_met_below = 0.5, met_above = 0.5;
};

enum class Decision { not_met, undecided, met };
Decision decide(double probability, const Thresholds& thresholds);

struct Share {
    std::size_t hits = 0, of = 0;

    double value() const { return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of); }
};
/// Wilson's 95 % interval.
struct Interval {
    double low = 0, high = 1;
};
Interval wilson(const Share& share);

struct Score {
    Share precision; // of those called not met
    Share recall;    // of those that are not met
    Share decided;
    Share right; // of those decided
};
Score score(const std::vector<Decision>& decisions, const std::vector<bool>& met);

/// The thresholds that come nearest to the goal (or clear it by most) on these probabilities.
Thresholds choose(const std::vector<double>& probability, const std::vector<bool>& met, const Goal& goal);

} // namespace plumbline::training
