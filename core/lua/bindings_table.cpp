/// The table itself: every type and function, in the order of the reference page, and the named sets of
/// values.

#include "base/user_error.hpp"
#include "lua/bindings.hpp"
#include "lua/functions.hpp"
#include "lua/view_types.hpp"
#include "plan/vocabulary.hpp"

#include <algorithm>
#include <iterator>

namespace plumbline::lua {

namespace {

template <typename Words>
ValueSet set_of(std::string_view name, const Words& words) {
    return {name, {words.begin(), words.end()}};
}

std::vector<ValueSet> plan_sets() {
    namespace words = plan::vocabulary;
    return {set_of("plumbline.PlanKind", words::kinds),
            set_of("plumbline.PlanStatus", words::statuses),
            set_of("plumbline.Aspect", words::aspects),
            set_of("plumbline.NeedKind", words::need_kinds),
            set_of("plumbline.ActionStatus", words::action_statuses),
            set_of("plumbline.Agency", words::agencies),
            set_of("plumbline.LegalStatusValue", words::legal_statuses),
            set_of("plumbline.PlacementKind", words::placement_kinds),
            set_of("plumbline.PlacementLength", words::placement_terms),
            set_of("plumbline.ViewOf", words::view_givers),
            set_of("plumbline.ViewMethod", words::view_methods),
            set_of("plumbline.EventKind", words::event_kinds),
            set_of("plumbline.DecisionKind", words::decision_kinds)};
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
            &pattern_type(),    &memories_type(),  &memory_index_type(), &memory_type(),
            &place_type(),      &quote_type()};
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
