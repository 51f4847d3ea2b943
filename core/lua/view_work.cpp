/// What the plan is for and what is done: needs, outcomes, actions, contingencies.

#include "lua/view_fields.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using plan::Action;
using plan::Contingency;
using plan::Need;
using plan::Outcome;

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void push_needs(lua_State* state, Session& session, const std::vector<std::string>& ids) {
    std::vector<const void*> needs;
    for (const Need& need : session.plan().needs)
        if (contains(ids, need.id)) needs.push_back(&need);
    push_nodes(state, session, need_type(), needs);
}

template <typename Node>
void push_served(lua_State* state, Session& session, const Handle& handle) {
    push_needs(state, session, node_of<Node>(handle).serves);
}

void push_need_outcomes(lua_State* state, Session& session, const Handle& handle) {
    std::vector<const void*> outcomes;
    for (const Outcome& outcome : session.plan().outcomes)
        if (contains(outcome.serves, node_of<Need>(handle).id)) outcomes.push_back(&outcome);
    push_nodes(state, session, outcome_type(), outcomes);
}

void push_need_actions(lua_State* state, Session& session, const Handle& handle) {
    const plan::Plan& plan = session.plan();
    std::vector<const void*> actions;
    for (const Action& action : plan.actions)
        if (action.outcome && contains(plan.outcomes[*action.outcome].serves, node_of<Need>(handle).id))
            actions.push_back(&action);
    push_nodes(state, session, action_type(), actions);
}

void push_need_contingencies(lua_State* state, Session& session, const Handle& handle) {
    std::vector<const void*> contingencies;
    for (const Contingency& contingency : session.plan().contingencies)
        if (contains(contingency.serves, node_of<Need>(handle).id)) contingencies.push_back(&contingency);
    push_nodes(state, session, contingency_type(), contingencies);
}

void push_outcome_actions(lua_State* state, Session& session, const Handle& handle) {
    const auto& indices = node_of<Outcome>(handle).actions;
    push_list(state, indices.size(), [&](std::size_t i) {
        push_node(state, session, action_type(), &session.plan().actions.at(indices[i]));
    });
}

void push_scales(lua_State* state, Session& session, const Handle& handle) {
    push_nodes(state, session, scale_type(), node_of<Outcome>(handle).scales);
}

void push_action_outcome(lua_State* state, Session& session, const Handle& handle) {
    const auto& outcome = node_of<Action>(handle).outcome;
    push_node(state, session, outcome_type(), outcome ? &session.plan().outcomes.at(*outcome) : nullptr);
}

} // namespace

const Type& need_type() {
    static const Type type{
        .name = "need",
        .lua = "plumbline.Need",
        .help = "A risk, a need or a strength.",
        .base = &node_type(),
        .fields = {{"kind", "plumbline.NeedKind", "which of the three", member<&Need::kind>},
                   {"area", "string?", "as written: \"domestic abuse\", \"education\" …",
                    member<&Need::area>},
                   {"text", "plumbline.Text", "what is written", member<&Need::text>},
                   {"outcomes", "plumbline.List<plumbline.Outcome>", "the outcomes that serve it",
                    push_need_outcomes, true},
                   {"actions", "plumbline.List<plumbline.Action>", "the actions of those outcomes",
                    push_need_actions, true},
                   {"contingencies", "plumbline.List<plumbline.Contingency>", "the contingencies for it",
                    push_need_contingencies, true}},
        .location = location_of<Need>,
        .id = id_of<Need>,
    };
    return type;
}

const Type& outcome_type() {
    static const Type type{
        .name = "outcome",
        .lua = "plumbline.Outcome",
        .help = "What is to be different for the child.",
        .base = &node_type(),
        .fields = {{"statement", "plumbline.Text", "what will be different", member<&Outcome::statement>},
                   {"measure", "plumbline.Text", "how it will be known", member<&Outcome::measure>},
                   {"needs", "plumbline.List<plumbline.Need>", "the needs that it serves",
                    push_served<Outcome>, true},
                   {"need_ids", "plumbline.List<string>", "their ids", member<&Outcome::serves>, true},
                   {"scales", "plumbline.List<plumbline.Scale>", "scores given over time", push_scales, true},
                   {"actions", "plumbline.List<plumbline.Action>", "what is to be done for it",
                    push_outcome_actions, true}},
        .location = location_of<Outcome>,
        .id = id_of<Outcome>,
    };
    return type;
}

const Type& scale_type() {
    using plan::Scale;
    static const Type type{
        .name = "scale",
        .lua = "plumbline.Scale",
        .help = "A score that somebody gave an outcome.",
        .base = &node_type(),
        .fields = {{"on", "plumbline.Date?", "the day", member<&Scale::on>},
                   {"by", "plumbline.Person?", "who gave it", person_member<&Scale::by>},
                   {"by_id", "string?", "the id of who gave it", member<&Scale::by>},
                   {"score", "number?", "0 to 10", member<&Scale::score>}},
        .location = location_of<Scale>,
    };
    return type;
}

const Type& action_type() {
    static const Type type{
        .name = "action",
        .lua = "plumbline.Action",
        .help = "Something that somebody is to do.",
        .base = &node_type(),
        .fields = {{"task", "plumbline.Text", "what is to be done", member<&Action::task>},
                   {"timescale", "plumbline.Text", "by when, in words", member<&Action::timescale>},
                   {"measure", "plumbline.Text", "how it will be known that it is done",
                    member<&Action::measure>},
                   {"owners", "plumbline.List<plumbline.Person>",
                    "who is to do it; the child has role \"child\"", person_member<&Action::by>, true},
                   {"owner_ids", "plumbline.List<string>", "their ids", member<&Action::by>, true},
                   {"due", "plumbline.Date?", "the coded last day", member<&Action::due>},
                   {"completed", "plumbline.Date?", "the day it was done", member<&Action::completed>},
                   {"status", "plumbline.ActionStatus", "how far it has come", member<&Action::status>},
                   {"outcome", "plumbline.Outcome?",
                    "what it is for; nil for an action that belongs to no outcome", push_action_outcome}},
        .location = location_of<Action>,
        .id = id_of<Action>,
    };
    return type;
}

const Type& contingency_type() {
    static const Type type{
        .name = "contingency",
        .lua = "plumbline.Contingency",
        .help = "What happens if the plan does not work.",
        .base = &node_type(),
        .fields = {{"text", "plumbline.Text", "what is written", member<&Contingency::text>},
                   {"needs", "plumbline.List<plumbline.Need>", "the needs that it is for",
                    push_served<Contingency>, true},
                   {"need_ids", "plumbline.List<string>", "their ids", member<&Contingency::serves>, true}},
        .location = location_of<Contingency>,
    };
    return type;
}

} // namespace plumbline::lua
