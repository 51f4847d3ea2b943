/// The plan itself and its dates.

#include "lua/view_fields.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using plan::Plan;

template <auto Member, const Type& (*ElementType)()>
void nodes_member(lua_State* state, Session& session, const Handle& handle) {
    push_nodes(state, session, ElementType(), node_of<Plan>(handle).*Member);
}

void push_child(lua_State* state, Session& session, const Handle& handle) {
    push_node(state, session, child_type(), &node_of<Plan>(handle).child);
}

void push_dates(lua_State* state, Session& session, const Handle& handle) {
    push_node(state, session, dates_type(), &node_of<Plan>(handle).dates);
}

/// Names are left out: they say nothing, and what is said of a child is never only a name.
bool is_prose(const NarrativeView& view) {
    return !view.narrative().empty() && view.owner().type != &child_type();
}

void push_narratives(lua_State* state, Session& session, const Handle&) {
    std::vector<const plan::Narrative*> written;
    for (const NarrativeView& view : session.narratives())
        if (is_prose(view)) written.push_back(&view.narrative());
    push_list(state, written.size(), [&](std::size_t i) { push_text(state, session, *written[i]); });
}

int find_person(lua_State* state) {
    check_handle(state, 1, plan_type());
    Session& session = session_of(state);
    push_person(state, session, check_text(state, 2));
    return 1;
}

void check_event_kind(lua_State* state, std::string_view kind) {
    const auto& known = value_set("plumbline.EventKind").values;
    if (std::find(known.begin(), known.end(), kind) != known.end()) return;
    const std::vector<std::string> words(known.begin(), known.end());
    raise(state, "there is no event of kind '" + std::string(kind) + "'" + suggestion(kind, words));
}

int list_events(lua_State* state) {
    const Plan& plan = node_of<Plan>(check_handle(state, 1, plan_type()));
    Session& session = session_of(state);
    std::vector<std::string_view> kinds;
    for (int index = 2; index <= lua_gettop(state); ++index) {
        kinds.push_back(check_text(state, index));
        check_event_kind(state, kinds.back());
    }
    std::vector<const void*> events;
    for (const plan::Event& event : plan.events)
        if (kinds.empty() || std::find(kinds.begin(), kinds.end(), event.kind) != kinds.end())
            events.push_back(&event);
    charge(state, plan.events.size());
    push_nodes(state, session, event_type(), events);
    return 1;
}

std::string_view plan_id(const void* object) {
    return static_cast<const Plan*>(object)->id;
}

} // namespace

const Type& plan_type() {
    static const Type type{
        .name = "plan",
        .lua = "plumbline.Plan",
        .help = "One version of one child's plan. Reading is all there is: nothing in it can be changed.",
        .base = &node_type(),
        .fields = {{"kind", "plumbline.PlanKind", "what kind of plan it is", member<&Plan::kind>},
                   {"version", "integer?", "the version's number", member<&Plan::version>},
                   {"status", "plumbline.PlanStatus", "how far it has come", member<&Plan::status>},
                   {"team", "string?", "the team that holds it", member<&Plan::team>},
                   {"author", "plumbline.Person?", "who wrote it", person_member<&Plan::author>},
                   {"author_id", "string?", "the id of who wrote it", member<&Plan::author>},
                   {"previous_plans", "integer?", "earlier plans of this kind for this child",
                    member<&Plan::previous_plans>},
                   {"child", "plumbline.Child", "whose plan it is", push_child},
                   {"dates", "plumbline.Dates", "its own dates", push_dates},
                   {"people", "plumbline.List<plumbline.Person>", "everyone it names; without the child",
                    nodes_member<&Plan::people, person_type>, true},
                   {"legal_statuses", "plumbline.List<plumbline.LegalStatus>", "in the file's order",
                    nodes_member<&Plan::legal_statuses, legal_status_type>, true},
                   {"placements", "plumbline.List<plumbline.Placement>", "in the file's order",
                    nodes_member<&Plan::placements, placement_type>, true},
                   {"needs", "plumbline.List<plumbline.Need>", "risks, needs and strengths",
                    nodes_member<&Plan::needs, need_type>, true},
                   {"history", "plumbline.Text", "family history and what it means for this plan",
                    member<&Plan::history>},
                   {"outcomes", "plumbline.List<plumbline.Outcome>", "what is to be different for the child",
                    nodes_member<&Plan::outcomes, outcome_type>, true},
                   {"actions", "plumbline.List<plumbline.Action>",
                    "every action: those of outcomes first, then those of none",
                    nodes_member<&Plan::actions, action_type>, true},
                   {"contingencies", "plumbline.List<plumbline.Contingency>",
                    "what happens if it does not work", nodes_member<&Plan::contingencies, contingency_type>,
                    true},
                   {"views", "plumbline.List<plumbline.View>", "what the child and others say",
                    nodes_member<&Plan::views, view_type>, true},
                   {"diversity", "plumbline.Text", "identity and culture, and what they mean for this child",
                    member<&Plan::diversity>},
                   {"analysis", "plumbline.Text", "progress since the last plan", member<&Plan::analysis>},
                   {"delegated_authority", "plumbline.Text", "which decisions the carer may make",
                    member<&Plan::delegated_authority>},
                   {"decisions", "plumbline.List<plumbline.Decision>", "management oversight",
                    nodes_member<&Plan::decisions, decision_type>, true},
                   {"narratives", "plumbline.List<plumbline.Text>",
                    "every text of the plan that is not empty, in the file's order, names left out; "
                    "`text.node` says whose",
                    push_narratives, true}},
        .methods = {{"person",
                     {{"id", "string", "a person's id, or \"child\""}},
                     "plumbline.Person?",
                     "The person of this id.",
                     &guarded<find_person>},
                    {"events",
                     {{"kind…", "plumbline.EventKind", "the kinds to list; none: every event"}},
                     "plumbline.List<plumbline.Event>",
                     "The chronology, in the file's order.",
                     &guarded<list_events>}},
        .location = location_of<Plan>,
        .id = plan_id,
    };
    return type;
}

const Type& dates_type() {
    using plan::Dates;
    static const Type type{
        .name = "dates",
        .lua = "plumbline.Dates",
        .help = "The plan's own dates. Only `written` is always there.",
        .base = &node_type(),
        .fields =
            {{"written", "plumbline.Date", "the day it was written", member<&Dates::written>},
             {"started", "plumbline.Date?", "the day that help of this kind began", member<&Dates::started>},
             {"agreed", "plumbline.Date?", "the day it was agreed", member<&Dates::agreed>},
             {"signed_off", "plumbline.Date?", "the day a manager signed it off", member<&Dates::signed_off>},
             {"next_review", "plumbline.Date?", "the day of its next review", member<&Dates::next_review>},
             {"closed", "plumbline.Date?", "the day it ended", member<&Dates::closed>}},
        .location = location_of<Dates>,
    };
    return type;
}

} // namespace plumbline::lua
