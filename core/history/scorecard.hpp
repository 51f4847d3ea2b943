#pragma once

/// What was met in a batch, and what has changed since the one before.

#include "history/proportion.hpp"
#include "history/store.hpp"
#include "report/layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::history {

/// What a scorecard has a line for. Quarters are those of the financial year, which begins in April.
enum class Lines : std::uint8_t { area, criterion, team, kind, quarter };

struct Line {
    std::string key, title, document; // document: of an area
    report::OutcomeCounts now;
    std::optional<report::OutcomeCounts> before; // nothing: the batch before had no such line
    std::int64_t batch = 0;                      // quarter: the last batch of it
    bool rules_changed = false;                  // quarter: since the quarter before
    /// Plans that count once each: as many for an area or criterion as were met or not met, for the others
    /// fewer, since the criteria of one plan hang together.
    Share plans_now, plans_before;
};

struct Scorecard {
    Lines by = Lines::area;
    Batch now;
    std::optional<Batch> before;
    Filter filter;
    std::vector<Line> lines;

    bool rules_changed() const { return before && before->rule_set_hash != now.rule_set_hash; }
};

/// What intervals of plans' criteria are reckoned by: those of one plan hang together, so there are as many
/// cases as plans, in the same proportion.
Share by_plan(const report::OutcomeCounts& criteria, std::size_t plans);

/// "2024/25 Q1" of an ISO date.
std::string quarter_of(const std::string& iso);

/// The batch of this number. Throws UserError with the numbers that there are.
Batch find_batch(const std::vector<Batch>& batches, std::int64_t id);
/// The one before it by the same rule set, if there is one.
std::optional<Batch> batch_before(const std::vector<Batch>& batches, const Batch& batch);

/// By quarter, `now` and `before` are left aside: every quarter has a line.
Scorecard make_scorecard(Store& store, Lines by, const Batch& now, const std::optional<Batch>& before,
                         const Filter& filter);

/// How a change reads: "better", "worse", "within chance", "new", "not judged", "".
std::string verdict(const Line& line);

/// Whether a number of plans from 1 to 4 would show.
bool is_small(const report::OutcomeCounts& counts, const Share& plans, Lines by);

/// `suppress`: lines with numbers under 5 show none of their figures.
std::string scorecard_text(const Scorecard& card, bool suppress, const report::Page& page);
std::string scorecard_csv(const Scorecard& card, bool suppress);
std::string scorecard_json(const Scorecard& card, bool suppress);

} // namespace plumbline::history
