#pragma once

/// The plan model: one version of one child's plan as plain structs. Field names and values are those of
/// docs/plan-format.md. An absent or empty attribute is an empty optional or an empty string.

#include "base/date.hpp"
#include "plan/narrative.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::plan {

enum class Kind : std::uint8_t {
    early_help,
    child_in_need,
    child_protection,
    care,
    pathway,
    personal_education,
    safety,
    supervision
};
enum class Status : std::uint8_t { draft, awaiting_sign_off, signed_off, closed };
enum class NeedKind : std::uint8_t { risk, need, strength };
enum class ActionStatus : std::uint8_t { open, in_progress, done, abandoned };

struct Identity {
    Location at;
    std::string aspect;              // ethnicity, culture, religion, language, …
    std::optional<bool> interpreter; // only written for a language
    Narrative text;
};

struct Sibling {
    Location at;
    std::string ref; // the sibling's child id
};

struct Child {
    Location at;
    std::string id;
    std::string sex; // as written: "female", "male", …
    Narrative name;
    std::vector<Narrative> also_known_as;
    std::optional<Date> born;
    std::optional<Date> expected; // an unborn child's expected date of birth
    std::vector<Identity> identities;
    std::vector<Sibling> siblings;
};

struct Dates {
    Location at;
    std::optional<Date> started, agreed, signed_off, next_review, closed;
    Date written{}; // required
};

struct Person {
    Location at;
    std::string id; // "child" always means the child and needs no entry
    std::string role, agency, name, language;
    std::optional<bool> interpreter;
};

struct LegalStatus {
    Location at;
    std::optional<Date> on;
    std::string value; // none, section-20, care-order, …
};

struct Placement {
    Location at;
    std::string kind;
    std::optional<Date> started;
    std::string expected; // short-term, long-term or empty
};

struct Need {
    Location at;
    std::string id;
    NeedKind kind = NeedKind::need;
    std::string area;
    Narrative text;
};

struct Scale {
    Location at;
    std::optional<Date> on;
    std::string by;              // a person's id; several are kept as written, parted by spaces
    std::optional<double> score; // 0 to 10
};

struct Action {
    Location at;
    std::string id;
    std::vector<std::string> by; // ids of people, or "child"
    std::optional<Date> due, completed;
    ActionStatus status = ActionStatus::open;
    Narrative task, timescale, measure;
    std::optional<std::size_t> outcome; // index into Plan::outcomes; none when it belongs to no outcome
};

struct Outcome {
    Location at;
    std::string id;
    std::vector<std::string> serves; // ids of needs (the attribute `for`)
    Narrative statement, measure;
    std::vector<Scale> scales;
    std::vector<std::size_t> actions; // indices into Plan::actions
};

struct Contingency {
    Location at;
    std::vector<std::string> serves; // ids of needs (the attribute `for`)
    Narrative text;
};

struct View {
    Location at;
    std::string of; // child, mother, father, parent, carer, family, professional
    std::string person;
    std::optional<Date> on;
    std::string method;
    std::optional<bool> alone;
    Narrative text;
};

struct Event {
    Location at;
    std::string kind;              // visit, core-group, review-conference, …
    std::optional<Date> on, due;   // `due` alone: planned; `on`: happened
    std::vector<std::string> with; // ids of people, or agency words
    std::vector<std::string> by;
    std::optional<bool> seen, alone;
    Narrative text; // what was recorded of it, where anything was
};

struct Decision {
    Location at;
    std::string kind; // sign-off, step-up, step-down, closure, no-further-action, other
    std::optional<Date> on;
    std::string by; // a person's id; several are kept as written, parted by spaces
    Narrative text;
};

struct Plan {
    std::string file; // as the user named it; "-" for standard input
    Location at;
    std::string id;
    std::optional<int> version;
    Kind kind = Kind::child_in_need;
    Status status = Status::draft;
    std::string team, author; // author: a person's id
    std::optional<int> previous_plans;

    Child child;
    Dates dates;
    std::vector<Person> people;
    std::vector<LegalStatus> legal_statuses; // in the file's order
    std::vector<Placement> placements;
    std::vector<Need> needs;
    Narrative history, diversity, analysis, delegated_authority;
    std::vector<Outcome> outcomes;
    std::vector<Action> actions; // every action: those of outcomes first, in the file's order
    std::vector<Contingency> contingencies;
    std::vector<View> views;
    std::vector<Event> events; // the chronology, in the file's order
    std::vector<Decision> decisions;
};

/// The word of the plan format: "child-protection". Total over the enumeration.
std::string_view to_word(Kind kind);
std::string_view to_word(Status status);
std::string_view to_word(NeedKind kind);
std::string_view to_word(ActionStatus status);
std::optional<Kind> kind_from_word(std::string_view word);

/// The words of `plan/@kind`, in the format's order.
const std::vector<std::string_view>& kind_words();

} // namespace plumbline::plan
