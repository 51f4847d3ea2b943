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

/// A labelled text as a model scored it.
struct Scored {
    double probability = 0;
    bool met = false;
};

/// The thresholds that reach the goal on these texts, its precision first, or come nearest to it.
Thresholds choose(const std::vector<Scored>& texts, const Goal& goal);

/// A text that has to meet two criteria, as two models scored it: not met when either is, met when both are.
struct ScoredTwice {
    double left = 0, right = 0; // probabilities
    bool met = false;           // both
};
struct ThresholdsOfBoth {
    Thresholds left, right;
};
ThresholdsOfBoth choose(const std::vector<ScoredTwice>& texts, const Goal& goal);

/// What turns a score into a probability: logistic(offset + slope * score), fitted to these scores (in
/// `probability`).
struct Calibration {
    double offset = 0, slope = 1;

    double probability(double score) const;
};
Calibration calibrate(const std::vector<Scored>& texts);

} // namespace plumbline::training
