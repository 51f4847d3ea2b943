#pragma once

/// One report in one format, written as its plans come: its memory does not grow with the batch.

#include "judgement/judgement.hpp"
#include "report/layout.hpp"
#include "report/receipt.hpp"
#include "report/summary.hpp"
#include "report/titles.hpp"

#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::report {

/// `full`: with the plan's words. `ids`: places only; what a message quotes is cut.
enum class Evidence : std::uint8_t { full, ids };

struct Options {
    Page page; // text only
    Evidence evidence = Evidence::full;
    /// Which outcomes `text` shows plan by plan. Counts, and the formats that machines read, always have them
    /// all.
    std::set<judgement::Outcome> show{judgement::Outcome::not_met, judgement::Outcome::needs_a_person,
                                      judgement::Outcome::could_not_check};
    Titles titles; // of what the rules run
    /// What the batch is judged by. Outlives the writer; only `html` asks for it.
    const standard::RuleSet* rule_set = nullptr;
};

class Writer {
public:
    Writer() = default;
    virtual ~Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    virtual void begin(const Receipt& receipt) = 0;

    /// What the report says of one plan. Safe to call from several threads at once.
    virtual std::string render(const judgement::PlanResult& plan) const = 0;
    /// Writes what `render` made, one plan after the other.
    virtual void put(std::string_view rendered) = 0;
    /// The same for formats whose pages are not text: they make them here, from the plan.
    virtual void add(const judgement::PlanResult& /*plan*/, std::string_view rendered) { put(rendered); }
    /// Whether `render` shows a plan's text, and so wants PlanResult::plan.
    virtual bool shows_plans() const { return false; }
    void plan(const judgement::PlanResult& plan) { add(plan, render(plan)); }

    /// The receipt is complete now: it has the hash of the inputs.
    virtual void end(const Summary& summary, const Receipt& receipt) = 0;
};

/// Their names: "text", "json", …
const std::vector<std::string>& formats();

/// With `ids`, the writer meets no words of a plan (see redact.hpp), whatever its format. Throws UserError
/// with a suggestion for a format that there is not. `stream` outlives the writer; an error of the stream is
/// its owner's to notice (see Output).
std::unique_ptr<Writer> make_writer(const std::string& format, std::ostream& stream, const Options& options);

} // namespace plumbline::report
