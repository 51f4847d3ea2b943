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

Thresholds choose(const std::vector<double>& probability, const std::vector<bool>& met, const Goal& goal) {
    Thresholds best;
    double best_value = -10;
    std::vector<Decision> decisions(probability.size());
    for (int low = 4; low <= 80; low += 2)
        for (int high = low; high <= 92; high += 2) {
            const Thresholds tried{low / 100.0, high / 100.0};
            for (std::size_t i = 0; i < probability.size(); ++i)
                decisions[i] = decide(probability[i], tried);
            const Score s = score(decisions, met);
            const double short_of = std::min(0.0, s.decided.value() - goal.decided - 0.02);
            const double value =
                std::min(s.precision.value() - goal.precision, s.recall.value() - goal.recall) +
                5 * short_of + 0.1 * s.right.value();
            if (value > best_value) best_value = value, best = tried;
        }
    return best;
}

} // namespace plumbline::training
