#pragma once

/// What everything downstream of a check speaks. Knows neither Lua nor XML.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::plan {
struct Plan;
}

namespace plumbline::judgement {

enum class Outcome : std::uint8_t { met, not_met, needs_a_person, not_applicable, could_not_check };

/// "met", "not met", "needs a person", "not applicable", "could not check"
std::string_view to_word(Outcome outcome);
std::optional<Outcome> outcome_from_word(std::string_view word);

/// How soon a document asks for it; `none` where nobody set one.
enum class Priority : std::uint8_t { immediately, within_three_months, within_six_months, none };

/// "immediately", "within three months", "within six months", ""
std::string_view to_word(Priority priority);
std::optional<Priority> priority_from_word(std::string_view word);

/// A node of a plan: where a judgement is about.
struct Place {
    std::string id;   // the node's id where it has one ("a3")
    std::string path; // "/plan/outcomes/outcome[1]/action[1]"
    std::uint32_t line = 0, column = 0;
};

/// Words of the plan that show a finding.
struct Evidence {
    std::string text;
    std::uint32_t line = 0, column = 0;
    std::uint32_t length = 0; // characters of `text` (code points)
};

/// Where an inspection document asks for it.
struct Citation {
    std::string document;   // title
    std::string published;  // ISO date
    std::string paragraph;  // "149", "R9"
    std::string area;       // the area for improvement: "cheshire-east-2011/29-4", or empty
    std::string short_name; // the document's, for people: "Cheshire East 2011"

    bool operator==(const Citation&) const = default;
};

/// Why a check itself could not run, as opposed to a plan that lacks a fact it needs. Any of these makes a
/// run incomplete (exit 3); a plugin that says `could_not_check` of a plan does not.
enum class Failure : std::uint8_t { none, unjudged, error, limit };

/// "", "unjudged", "error", "limit"
std::string_view to_word(Failure failure);

/// What a plugin's check said of one criterion at one node, before a rule adds why it is asked for.
struct Observation {
    std::string criterion;
    Outcome outcome = Outcome::could_not_check;
    Place at;
    std::string
        reason; // why not applicable, could not check or needs a person; a plugin's error with file:line
    std::string message; // findings only: what is missing
    std::string advice;  // findings only: what to write instead
    std::vector<Evidence> evidence;
    /// "timescales/bounded": another check owns this defect. Where a rule asks for that check of the same
    /// plan, this one is counted as a judgement and its finding left to the owner, so that one defect is one
    /// finding.
    std::string owner;
    std::string detail; // could not check: traceback, scrubbed of plan text
    Failure failure = Failure::none;
};

struct Judgement {
    std::string rule, plugin, criterion;
    Outcome outcome = Outcome::could_not_check;
    Place at;
    std::string reason;
    Failure failure = Failure::none; // could not check only
};

struct Acceptance {
    std::string by, reason, on, until;
};

/// A judgement of not met or needs a person.
struct Finding {
    std::string rule, plugin, criterion;
    Outcome outcome = Outcome::not_met;
    Priority priority = Priority::none;
    Place at;
    std::vector<Evidence> evidence;
    std::string message, advice;
    std::vector<Citation> citations;
    std::string fingerprint;
    std::optional<Acceptance> accepted;
};

/// Stays the same when unrelated lines of the plan change: made of the plan's id, rule, criterion, the node's
/// id (or its path without numbers) and the evidence's words, white space folded. 16 hexadecimal digits.
std::string fingerprint(std::string_view plan_id, const Finding& finding);

enum class State : std::uint8_t { judged, unreadable, skipped };
/// "judged", "unreadable", "skipped"
std::string_view to_word(State state);

/// Everything said of one plan.
struct PlanResult {
    std::string id;
    std::optional<int> version;
    std::string kind, team, file;
    std::uint32_t line = 0;
    State state = State::judged;
    std::string reason;                // unreadable or skipped: why, each problem with file:line:column
    std::vector<std::string> warnings; // unknown elements and attributes, each with file:line:column
    std::vector<Judgement> judgements;
    std::vector<Finding> findings;
    /// What was judged, for reports that show a plan's text; only where the engine was asked to keep it, and
    /// only until the report of this plan is made.
    std::shared_ptr<const plan::Plan> plan;
};

/// The outcome of one criterion for the whole plan: not met if one node is, else could not check, else needs
/// a person, else met if one node is met, else not applicable.
Outcome combine(Outcome left, Outcome right);

} // namespace plumbline::judgement
