/// The table itself: every type and function, in the order of the reference page, and the named sets of
/// values.

#include "base/user_error.hpp"
#include "lua/bindings.hpp"
#include "lua/functions.hpp"
#include "lua/view_types.hpp"
#include "plan/plan.hpp"

#include <algorithm>
#include <iterator>

namespace plumbline::lua {

namespace {

template <typename Enum>
std::vector<std::string_view> words_of(std::initializer_list<Enum> values) {
    std::vector<std::string_view> words;
    for (const Enum value : values)
        words.push_back(to_word(value));
    return words;
}

std::vector<ValueSet> plan_sets() {
    using plan::ActionStatus, plan::NeedKind, plan::Status;
    return {
        {"plumbline.PlanKind", plan::kind_words()},
        {"plumbline.PlanStatus",
         words_of({Status::draft, Status::awaiting_sign_off, Status::signed_off, Status::closed})},
        {"plumbline.Aspect",
         {"ethnicity", "culture", "religion", "language", "disability", "gender", "sexuality", "immigration",
          "other"}},
        {"plumbline.NeedKind", words_of({NeedKind::risk, NeedKind::need, NeedKind::strength})},
        {"plumbline.ActionStatus", words_of({ActionStatus::open, ActionStatus::in_progress,
                                             ActionStatus::done, ActionStatus::abandoned})},
        {"plumbline.Agency",
         {"children's social care", "health", "education", "early years", "police", "probation",
          "youth justice", "housing", "adult social care", "adult mental health", "substance misuse",
          "domestic abuse", "voluntary", "legal", "other"}},
        {"plumbline.LegalStatusValue",
         {"none", "section-20", "interim-care-order", "care-order", "placement-order", "emergency-protection",
          "remand", "special-guardianship", "supervision-order"}},
        {"plumbline.PlacementKind",
         {"foster", "connected-person", "with-parents", "residential", "supported-lodgings",
          "semi-independent", "hostel", "foyer", "bed-and-breakfast", "own-tenancy", "custody", "hospital",
          "short-breaks", "other"}},
        {"plumbline.PlacementLength", {"short-term", "long-term"}},
        {"plumbline.ViewOf", {"child", "mother", "father", "parent", "carer", "family", "professional"}},
        {"plumbline.ViewMethod",
         {"conversation", "direct work", "observation", "advocate", "written", "not obtained"}},
        {"plumbline.DecisionKind",
         {"sign-off", "step-up", "step-down", "closure", "no-further-action", "other"}},
    };
}

ValueSet event_kinds() {
    return {"plumbline.EventKind",
            {"strategy-discussion",
             "section-47-started",
             "assessment-started",
             "assessment-completed",
             "initial-conference",
             "review-conference",
             "core-group",
             "child-in-need-meeting",
             "early-help-review",
             "looked-after-from",
             "placement-started",
             "looked-after-review",
             "health-assessment-requested",
             "initial-health-assessment",
             "review-health-assessment",
             "dental-check",
             "education-plan-meeting",
             "pathway-review",
             "missing-from",
             "returned",
             "return-interview",
             "visit",
             "supervision",
             "plan-shared",
             "report-shared",
             "legal-planning-meeting",
             "family-group-conference",
             "advocacy-offered",
             "independent-visitor-offered",
             "complaints-information-given",
             "health-history-given",
             "case-transferred"}};
}

std::vector<ValueSet> host_sets() {
    return {
        {"plumbline.Tense", {"none", "past", "present", "future", "infinitive", "imperative"}},
        {"plumbline.Speaker", {"unknown", "child", "parent", "worker"}},
        {"plumbline.Weekday", {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}},
        {"plumbline.TimescaleKind",
         {"none", "date", "relative", "event-bounded", "recurring-bounded", "open-ended", "vague", "past",
          "invalid-date", "contradictory"}},
        {"plumbline.Unit", {"hours", "days", "working days", "weeks", "months"}},
        {"plumbline.Force", {"law", "statutory guidance", "practice"}},
    };
}

template <typename Value>
void append(std::vector<Value>& all, std::vector<Value> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace

const std::vector<ValueSet>& value_sets() {
    static const std::vector<ValueSet> all = [] {
        std::vector<ValueSet> sets = plan_sets();
        sets.push_back(event_kinds());
        append(sets, host_sets());
        return sets;
    }();
    return all;
}

const ValueSet& value_set(std::string_view name) {
    const auto& all = value_sets();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ValueSet& set) { return set.name == name; });
    if (found == all.end()) throw InternalError("no set of values " + std::string(name));
    return *found;
}

const std::vector<const Type*>& types() {
    static const std::vector<const Type*> all = [] {
        std::vector<const Type*> list{
            &plan_type(),       &dates_type(),     &child_type(),        &identity_type(),
            &sibling_type(),    &person_type(),    &need_type(),         &outcome_type(),
            &scale_type(),      &action_type(),    &contingency_type(),  &view_type(),
            &event_type(),      &decision_type(),  &legal_status_type(), &placement_type(),
            &node_type(),       &text_type(),      &sentence_type(),     &clause_type(),
            &quotation_type(),  &match_type(),     &span_type(),         &words_type(),
            &list_type(),       &judge_type(),     &parameters_type(),   &phrases_type(),
            &phrase_set_type(), &models_type(),    &model_type(),        &answer_type(),
            &date_type(),       &timescale_type(), &interval_type(),     &readability_type(),
            &pattern_type(),    &memory_type(),    &place_type(),        &quote_type()};
        append(list, written_types());
        return list;
    }();
    return all;
}

const std::vector<Function>& functions() {
    static const std::vector<Function> all = [] {
        std::vector<Function> list = date_functions();
        append(list, calendar_functions());
        append(list, law_functions());
        append(list, language_functions());
        append(list, memory_functions());
        return list;
    }();
    return all;
}

} // namespace plumbline::lua
