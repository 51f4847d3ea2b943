#pragma once

/// The history: batches in SQLite or PostgreSQL.

#include "history/batch.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plumbline::history {

class Connection;

/// What tallies are added up by, besides the batch.
enum class By : std::uint8_t { criterion, area, team, kind, all };

/// Which plans count; empty: all.
struct Filter {
    std::string team, kind;
};

/// One figure of one batch: the item, team or kind, and the outcomes of what is counted (plans for a
/// criterion or an area; a plan's criteria for the others).
struct Figure {
    std::int64_t batch = 0;
    std::string key;
    report::OutcomeCounts outcomes;
};

/// How often people agreed with the tool in a sample.
struct Agreement {
    std::string criterion;
    std::size_t read = 0, agreed = 0;
};

/// A sample whose agreement is kept.
struct KeptSample {
    std::string name, kept_on; // ISO date
    std::vector<Agreement> criteria;
};

class Store {
public:
    /// A file (SQLite; made when it is not there, unless only `existing` ones will do) or a URL that begins
    /// with postgresql:// or postgres://. Older tables are brought up to date. Throws UserError; no message
    /// holds a password.
    explicit Store(const std::string& where, bool existing = false);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// All or nothing. A batch of the same inputs, day and rule set is replaced and keeps its number. Returns
    /// the number.
    std::int64_t save(const Batch& batch);

    /// Without items, tallies and plans; by day, then number.
    std::vector<Batch> batches();
    /// Titles and documents of a batch's items, in its order.
    std::vector<Item> items(std::int64_t batch, Scope scope);
    /// Of these batches, or of all where none is given.
    std::vector<Figure> figures(By by, const Filter& filter, const std::vector<std::int64_t>& batches = {});
    /// How many plans were judged, by team, kind or altogether.
    std::map<std::pair<std::int64_t, std::string>, std::size_t> plan_counts(By by, const Filter& filter);
    std::vector<JudgedPlan> judged_plans(std::int64_t batch);
    std::vector<KeptFinding> kept_findings(std::int64_t batch);

    /// Keeps what people found; a sample kept before is replaced.
    void save(const std::string& sample, const std::string& day, const std::vector<Agreement>& agreements);
    /// By day, then name.
    std::vector<KeptSample> samples();

private:
    std::unique_ptr<Connection> connection_;
};

} // namespace plumbline::history
