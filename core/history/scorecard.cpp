#include "history/scorecard.hpp"

#include "base/date.hpp"
#include "base/user_error.hpp"

#include <algorithm>
#include <map>

namespace plumbline::history {

namespace {

using judgement::Outcome;
using report::OutcomeCounts;

constexpr std::size_t least_shown = 5;

By tally_key(Lines by) {
    switch (by) {
    case Lines::area:
        return By::area;
    case Lines::criterion:
        return By::criterion;
    case Lines::team:
        return By::team;
    case Lines::kind:
        return By::kind;
    case Lines::quarter:
        break;
    }
    return By::all;
}

Share share_of(const OutcomeCounts& counts) {
    return {counts[Outcome::met], counts.decided()};
}

/// In the order of the batch's own items; by key where there are none.
std::vector<Line> empty_lines(Store& store, Lines by, const Batch& now, const std::vector<Figure>& figures) {
    std::vector<Line> lines;
    if (by == Lines::area || by == Lines::criterion) {
        for (const Item& item : store.items(now.id, by == Lines::area ? Scope::area : Scope::criterion)) {
            Line line;
            line.key = item.id;
            line.title = item.title;
            line.document = item.document;
            lines.push_back(std::move(line));
        }
        return lines;
    }
    for (const Figure& figure : figures) {
        const auto same = [&](const Line& line) { return line.key == figure.key; };
        if (std::any_of(lines.begin(), lines.end(), same)) continue;
        Line line;
        line.key = figure.key;
        line.title = figure.key.empty() ? "(none)" : figure.key;
        lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end(),
              [](const Line& left, const Line& right) { return left.key < right.key; });
    return lines;
}

Scorecard by_quarter(Store& store, const Filter& filter) {
    Scorecard card;
    card.by = Lines::quarter;
    card.filter = filter;
    std::map<std::string, Batch> last; // a batch counts for its quarter until a later one comes
    for (const Batch& batch : store.batches())
        last[quarter_of(batch.as_of)] = batch;
    std::map<std::int64_t, OutcomeCounts> sums;
    for (const Figure& figure : store.figures(By::all, filter))
        sums[figure.batch] = figure.outcomes;
    auto plans = store.plan_counts(By::all, filter);
    const Batch* before = nullptr;
    for (const auto& [quarter, batch] : last) {
        Line line;
        line.key = line.title = quarter;
        line.batch = batch.id;
        line.now = sums[batch.id];
        line.plans_now = by_plan(line.now, plans[{batch.id, ""}]);
        if (before != nullptr) {
            line.before = card.lines.back().now;
            line.plans_before = card.lines.back().plans_now;
            line.rules_changed = before->rule_set_hash != batch.rule_set_hash;
        }
        card.lines.push_back(std::move(line));
        before = &batch;
        card.now = batch;
    }
    return card;
}

} // namespace

Share by_plan(const OutcomeCounts& counts, std::size_t plans) {
    const Share share = share_of(counts);
    if (share.of == 0) return share;
    const std::size_t of = std::clamp<std::size_t>(plans, 1, share.of);
    return {(share.met * of + share.of / 2) / share.of, of};
}

std::string quarter_of(const std::string& iso) {
    const auto date = parse_iso_date(iso);
    if (!date) return iso;
    const std::chrono::year_month_day day{*date};
    const int month = static_cast<int>(static_cast<unsigned>(day.month()));
    const int year = static_cast<int>(day.year()) - (month < 4 ? 1 : 0);
    const int quarter = month < 4 ? 4 : (month - 1) / 3;
    const std::string next = std::to_string((year + 1) % 100);
    return std::to_string(year) + '/' + (next.size() < 2 ? "0" : "") + next + " Q" + std::to_string(quarter);
}

Batch find_batch(const std::vector<Batch>& batches, std::int64_t id) {
    std::string known;
    for (const Batch& batch : batches) {
        if (batch.id == id) return batch;
        known += (known.empty() ? "" : ", ") + std::to_string(batch.id);
    }
    throw UserError("the history has no batch " + std::to_string(id) +
                    (known.empty() ? "; it is empty" : "; it has " + known));
}

std::optional<Batch> batch_before(const std::vector<Batch>& batches, const Batch& batch) {
    std::optional<Batch> out;
    for (const Batch& other : batches) {
        if (other.id == batch.id) return out;
        if (other.rule_set == batch.rule_set) out = other;
    }
    return out;
}

Scorecard make_scorecard(Store& store, Lines by, const Batch& now, const std::optional<Batch>& before,
                         const Filter& filter) {
    if (by == Lines::quarter) return by_quarter(store, filter);
    Scorecard card{by, now, before, filter, {}};
    std::vector<std::int64_t> wanted{now.id};
    if (before) wanted.push_back(before->id);
    const auto figures = store.figures(tally_key(by), filter, wanted);
    card.lines = empty_lines(store, by, now, figures);
    const bool plans_counted = by == Lines::area || by == Lines::criterion;
    auto plans = plans_counted ? std::map<std::pair<std::int64_t, std::string>, std::size_t>{}
                               : store.plan_counts(tally_key(by), filter);
    for (Line& line : card.lines)
        for (const Figure& figure : figures) {
            if (figure.key != line.key) continue;
            const Share share = plans_counted ? share_of(figure.outcomes)
                                              : by_plan(figure.outcomes, plans[{figure.batch, figure.key}]);
            if (figure.batch == now.id) {
                line.now = figure.outcomes;
                line.plans_now = share;
            } else {
                line.before = figure.outcomes;
                line.plans_before = share;
            }
        }
    const auto silent = [](const Line& line) { return line.now.total() == 0 && !line.before; };
    card.lines.erase(std::remove_if(card.lines.begin(), card.lines.end(), silent), card.lines.end());
    return card;
}

std::string verdict(const Line& line) {
    if (line.now.decided() == 0) return "not judged";
    if (!line.before || line.before->decided() == 0) return "new";
    const auto change = interval_of_change(line.plans_before, line.plans_now);
    if (!change || !beyond_chance(*change)) return "within chance";
    return change->low > 0 ? "better" : "worse";
}

bool is_small(const OutcomeCounts& counts, const Share& plans, Lines by) {
    if (by != Lines::area && by != Lines::criterion) return plans.of > 0 && plans.of < least_shown;
    return std::any_of(report::all_outcomes.begin(), report::all_outcomes.end(), [&](Outcome outcome) {
        return outcome != Outcome::not_applicable && counts[outcome] > 0 && counts[outcome] < least_shown;
    });
}

} // namespace plumbline::history
