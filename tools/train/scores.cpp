#include "train/scores.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline::training {

Decision decide(double probability, const Thresholds& thresholds) {
    if (probability < thresholds.not_met_below) return Decision::not_met;
    return probability >= thresholds.met_above ? Decision::met : Decision::undecided;
}

Interval wilson(const Share& share) {
    if (share.of == 0) return {};
    constexpr double z = 1.959964;
    const double n = static_cast<double>(share.of), p = share.value();
    const double centre = p + z * z / (2 * n);
    const double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {std::max(0.0, (centre - spread) / (1 + z * z / n)),
            std::min(1.0, (centre + spread) / (1 + z * z / n))};
}

Score score(const std::vector<Decision>& decisions, const std::vector<bool>& met) {
    Score score;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const bool called = decisions[i] == Decision::not_met, decided = decisions[i] != Decision::undecided;
        score.precision.of += called ? 1 : 0;
        score.precision.hits += called && !met[i] ? 1 : 0;
        score.recall.of += met[i] ? 0 : 1;
        score.recall.hits += called && !met[i] ? 1 : 0;
        ++score.decided.of;
        score.decided.hits += decided ? 1 : 0;
        score.right.of += decided ? 1 : 0;
        score.right.hits += decided && called != met[i] ? 1 : 0;
    }
    return score;
}

namespace {

/// Adds up decisions.
class Tally {
public:
    void add(Decision decision, bool met) {
        ++all_;
        empty_ += met ? 0 : 1;
        if (decision == Decision::undecided) return;
        ++decided_;
        right_ += (decision == Decision::met) == met ? 1 : 0;
        if (decision == Decision::met) return;
        ++called_;
        found_ += met ? 0 : 1;
    }

    /// What is missing to the goal, as a number below 0. A wrong finding costs more than a missed one. Beyond
    /// the goal, recall counts, and that what is decided is right.
    double value(const Goal& goal) const {
        constexpr double spare = 0.01, spare_decided = 0.02; // since other texts will be read less well
        const auto short_of = [](double reached, double wanted) { return std::min(0.0, reached - wanted); };
        const double recall = share(found_, empty_);
        return precision_weight * short_of(share(found_, called_), goal.precision + spare) +
               short_of(recall, goal.recall + spare) + 0.1 * recall +
               5 * short_of(share(decided_, all_), goal.decided + spare_decided) +
               0.2 * share(right_, decided_);
    }

private:
    static constexpr double precision_weight = 2;

    static double share(int part, int whole) { return whole > 0 ? static_cast<double>(part) / whole : 0; }

    int called_ = 0, found_ = 0, empty_ = 0, all_ = 0, decided_ = 0, right_ = 0;
};

std::vector<Thresholds> grid(int step) {
    std::vector<Thresholds> all;
    for (int low = step; low <= 80; low += step)
        for (int high = low; high <= 92; high += step)
            all.push_back({low / 100.0, high / 100.0});
    return all;
}

} // namespace

Thresholds choose(const std::vector<Scored>& texts, const Goal& goal) {
    Thresholds best;
    double best_value = -10;
    for (const Thresholds& tried : grid(2)) {
        Tally tally;
        for (const Scored& text : texts)
            tally.add(decide(text.probability, tried), text.met);
        if (tally.value(goal) > best_value) best_value = tally.value(goal), best = tried;
    }
    return best;
}

namespace {

constexpr int finest = 2, highest = 92; // hundredths

double value_of(const std::vector<ScoredTwice>& texts, const ThresholdsOfBoth& tried, const Goal& goal) {
    Tally tally;
    for (const ScoredTwice& text : texts)
        tally.add(std::min(decide(text.left, tried.left), decide(text.right, tried.right)), text.met);
    return tally.value(goal);
}

} // namespace

/// Precision and recall hang on the lower thresholds alone, so these are chosen first.
ThresholdsOfBoth choose(const std::vector<ScoredTwice>& texts, const Goal& goal) {
    const auto better = [&](ThresholdsOfBoth& best, double& best_value, const ThresholdsOfBoth& tried) {
        const double value = value_of(texts, tried, goal);
        if (value > best_value) best_value = value, best = tried;
    };
    ThresholdsOfBoth lower;
    double lower_value = -10;
    for (int left = finest; left <= 80; left += finest)
        for (int right = finest; right <= 80; right += finest)
            better(lower, lower_value, {{left / 100.0, left / 100.0}, {right / 100.0, right / 100.0}});
    ThresholdsOfBoth best = lower;
    double best_value = lower_value;
    for (int left = finest; left <= highest; left += finest)
        for (int right = finest; right <= highest; right += finest)
            if (left / 100.0 >= lower.left.not_met_below && right / 100.0 >= lower.right.not_met_below)
                better(
                    best, best_value,
                    {{lower.left.not_met_below, left / 100.0}, {lower.right.not_met_below, right / 100.0}});
    return best;
}

double Calibration::probability(double score) const {
    return 1 / (1 + std::exp(-(offset + slope * score)));
}

Calibration calibrate(const std::vector<Scored>& texts) {
    Calibration fitted;
    for (int step = 0; step < 50; ++step) { // Newton's method on two unknowns
        double gradient_offset = 0, gradient_slope = 0, oo = 1e-9, os = 0, ss = 1e-9;
        for (const Scored& text : texts) {
            const double p = fitted.probability(text.probability), score = text.probability;
            const double error = (text.met ? 1 : 0) - p, bend = p * (1 - p);
            gradient_offset += error;
            gradient_slope += error * score;
            oo += bend;
            os += bend * score;
            ss += bend * score * score;
        }
        const double determinant = oo * ss - os * os;
        if (std::abs(determinant) < 1e-12) break;
        fitted.offset += (ss * gradient_offset - os * gradient_slope) / determinant;
        fitted.slope += (oo * gradient_slope - os * gradient_offset) / determinant;
    }
    return fitted;
}

} // namespace plumbline::training
