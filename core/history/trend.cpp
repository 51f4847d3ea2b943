#include "history/trend.hpp"

#include "history/scorecard.hpp"

#include <algorithm>
#include <map>

namespace plumbline::history {

namespace {

/// Up to and including this one, by day.
std::vector<Batch> batches_to(Store& store, std::int64_t id) {
    const auto all = store.batches();
    const Batch now = find_batch(all, id);
    std::vector<Batch> out;
    for (const Batch& batch : all) {
        if (batch.rule_set == now.rule_set) out.push_back(batch);
        if (batch.id == id) break;
    }
    return out;
}

std::map<std::int64_t, report::OutcomeCounts> criteria_of(Store& store, const std::vector<Batch>& batches) {
    std::vector<std::int64_t> wanted;
    wanted.reserve(batches.size());
    for (const Batch& batch : batches)
        wanted.push_back(batch.id);
    std::map<std::int64_t, report::OutcomeCounts> out;
    for (const Figure& figure : store.figures(By::all, {}, wanted))
        out[figure.batch] = figure.outcomes;
    return out;
}

double height(const report::OutcomeCounts& counts) {
    return static_cast<double>(counts[judgement::Outcome::met]) / static_cast<double>(counts.decided());
}

void set_change(report::TrendPoint& point, const report::TrendPoint& before) {
    const auto interval =
        interval_of_change(by_plan(before.criteria, before.plans), by_plan(point.criteria, point.plans));
    if (!interval) return;
    point.change = {height(point.criteria) - height(before.criteria), interval->low, interval->high};
}

} // namespace

report::Trend trend_to(Store& store, std::int64_t batch) {
    std::vector<Batch> batches = batches_to(store, batch);
    report::Trend trend;
    trend.left_out = batches.size() - std::min(batches.size(), most_points);
    batches.erase(batches.begin(), batches.begin() + static_cast<std::ptrdiff_t>(trend.left_out));
    auto criteria = criteria_of(store, batches);
    const Batch* before = nullptr;
    for (const Batch& one : batches) {
        report::TrendPoint point;
        point.batch = std::to_string(one.id);
        point.as_of = one.as_of;
        point.plans = one.judged;
        point.criteria = criteria[one.id];
        if (const auto interval = interval_of(by_plan(point.criteria, point.plans))) {
            point.low = interval->low;
            point.high = interval->high;
        }
        if (before != nullptr) {
            point.rules_changed = before->rule_set_hash != one.rule_set_hash;
            set_change(point, trend.points.back());
        }
        trend.points.push_back(std::move(point));
        before = &one;
    }
    return trend;
}

} // namespace plumbline::history
