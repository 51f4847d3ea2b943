#include "report/counts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace plumbline::report {

std::size_t OutcomeCounts::total() const {
    return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

std::size_t OutcomeCounts::applicable() const {
    return total() - (*this)[judgement::Outcome::not_applicable];
}

std::size_t OutcomeCounts::decided() const {
    return (*this)[judgement::Outcome::met] + (*this)[judgement::Outcome::not_met];
}

OutcomeCounts& OutcomeCounts::operator+=(const OutcomeCounts& other) {
    for (std::size_t i = 0; i < counts_.size(); ++i)
        counts_.at(i) += other.counts_.at(i);
    return *this;
}

std::optional<int> met_percent(const OutcomeCounts& counts) {
    const std::size_t of = counts.decided();
    const std::size_t met = counts[judgement::Outcome::met];
    if (of == 0) return std::nullopt;
    if (met == of) return 100;
    if (met == 0) return 0;
    const std::size_t nearest = (met * 200 + of) / (of * 2);
    return static_cast<int>(std::clamp<std::size_t>(nearest, 1, 99));
}

std::vector<RolledUp> roll_up(const judgement::PlanResult& plan) {
    std::vector<RolledUp> out;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> index;
    for (const auto& judgement : plan.judgements) {
        const auto [entry, added] = index.emplace(
            std::pair<std::string_view, std::string_view>(judgement.rule, judgement.criterion), out.size());
        if (added)
            out.push_back({judgement.rule, judgement.plugin, judgement.criterion, judgement.outcome, {}});
        RolledUp& rolled = out[entry->second];
        rolled.outcome = judgement::combine(rolled.outcome, judgement.outcome);
        ++rolled.nodes[judgement.outcome];
    }
    return out;
}

} // namespace plumbline::report
