#pragma once

/// Findings that a manager has accepted for a while: the file that keeps them, and what it does to results.

#include "base/date.hpp"
#include "base/user_error.hpp"
#include "judgement/judgement.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::judgement {

/// The file's columns in the order in which a new one has them.
const std::vector<std::string>& acceptance_columns();

/// A record of the file.
struct Accepted {
    FilePosition at;
    std::string fingerprint, plan, check;
    Acceptance acceptance; // dates in ISO form
    Date until;            // the last day on which it counts
};

/// Something about a record that its keepers should know.
struct Notice {
    enum class Kind : std::uint8_t { expired, ends_soon, no_match };
    Kind kind = Kind::no_match;
    FilePosition at;
    std::string text; // with the place: "accepted.csv:4: …"
};

class Acceptances {
public:
    Acceptances() = default;

    /// A CSV file as Excel writes it, its columns in any order: fingerprint, plan, check, reason, accepted
    /// by, on, until. Dates are 2024-03-06 or 06/03/2024. Throws UserError with file and line.
    static Acceptances read(const std::string& file, Date as_of);
    /// The same from text.
    static Acceptances read_text(std::string_view text, const std::string& file, Date as_of);

    const std::vector<Accepted>& records() const { return records_; }
    /// Of the file's text.
    const std::string& hash() const { return hash_; }

    /// Marks the findings that a record accepts on the day. Safe to call from several threads at once.
    void apply(PlanResult& result) const;

    /// Remembers what the plan's findings matched, for `notices`.
    void see(const PlanResult& result);
    /// Records that expired (a finding of the plans seen is back), end within 30 days, or match no finding of
    /// a plan that was seen; those of plans that were not seen are one notice together.
    std::vector<Notice> notices() const;

private:
    const Accepted* find(const PlanResult& result, const Finding& finding) const;

    std::string file_, hash_;
    Date as_of_;
    std::vector<Accepted> records_;
    std::map<std::string, std::size_t, std::less<>> by_fingerprint_;
    std::set<std::string> plans_seen_, matched_; // ids; fingerprints
};

} // namespace plumbline::judgement
