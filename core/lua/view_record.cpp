/// What was said, what happened, what was decided.

#include "lua/view_fields.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using plan::Event;

void push_happened(lua_State* state, Session&, const Handle& handle) {
    lua_pushboolean(state, node_of<Event>(handle).on ? 1 : 0);
}

void push_day(lua_State* state, Session&, const Handle& handle) {
    const Event& event = node_of<Event>(handle);
    push_date(state, event.on ? event.on : event.due);
}

/// The people among `with`: agency words are no ids.
void push_with_people(lua_State* state, Session& session, const Handle& handle) {
    push_people(state, session, node_of<Event>(handle).with);
}

void push_agencies(lua_State* state, Session& session, const Handle& handle) {
    std::vector<std::string> agencies;
    const auto add = [&](const std::string& agency) {
        if (!agency.empty() && std::find(agencies.begin(), agencies.end(), agency) == agencies.end())
            agencies.push_back(agency);
    };
    for (const std::string& word : node_of<Event>(handle).with) {
        const plan::Person* person = person_of(session, word);
        add(person != nullptr ? person->agency : word);
    }
    push_strings(state, agencies);
}

} // namespace

const Type& view_type() {
    using plan::View;
    static const Type type{
        .name = "view",
        .lua = "plumbline.View",
        .help = "What somebody says, wants or worries about.",
        .base = &node_type(),
        .fields = {{"of", "plumbline.ViewOf?", "whose view it is", member<&View::of>},
                   {"person", "plumbline.Person?", "who exactly, where the plan says so",
                    person_member<&View::person>},
                   {"person_id", "string?", "their id", member<&View::person>},
                   {"on", "plumbline.Date?", "the day it was heard", member<&View::on>},
                   {"method", "plumbline.ViewMethod?", "how it was obtained", member<&View::method>},
                   {"alone", "boolean?", "whether they were seen alone", member<&View::alone>},
                   {"text", "plumbline.Text", "what is written", member<&View::text>}},
        .location = location_of<View>,
    };
    return type;
}

const Type& event_type() {
    static const Type type{
        .name = "event",
        .lua = "plumbline.Event",
        .help = "Something that happened on a day, or is planned for one.",
        .base = &node_type(),
        .fields = {{"kind", "plumbline.EventKind", "what it is", member<&Event::kind>},
                   {"on", "plumbline.Date?", "the day it happened", member<&Event::on>},
                   {"due", "plumbline.Date?", "the day it was planned for", member<&Event::due>},
                   {"day", "plumbline.Date?", "`on`, or `due` where it has not happened", push_day},
                   {"happened", "boolean", "whether it has an `on`", push_happened},
                   {"with", "plumbline.List<string>", "ids of people and agency words, as written",
                    member<&Event::with>, true},
                   {"with_people", "plumbline.List<plumbline.Person>", "the people among them",
                    push_with_people, true},
                   {"agencies", "plumbline.List<string>", "the agencies among them, those of people included",
                    push_agencies, true},
                   {"by", "plumbline.List<plumbline.Person>", "who did it", person_member<&Event::by>, true},
                   {"by_ids", "plumbline.List<string>", "their ids", member<&Event::by>, true},
                   {"seen", "boolean?", "whether the child was seen", member<&Event::seen>},
                   {"alone", "boolean?", "whether the child was seen alone", member<&Event::alone>},
                   {"text", "plumbline.Text", "what was recorded of it", member<&Event::text>}},
        .location = location_of<Event>,
    };
    return type;
}

const Type& decision_type() {
    using plan::Decision;
    static const Type type{
        .name = "decision",
        .lua = "plumbline.Decision",
        .help = "What a manager decided.",
        .base = &node_type(),
        .fields = {{"kind", "plumbline.DecisionKind?", "what was decided", member<&Decision::kind>},
                   {"on", "plumbline.Date?", "the day", member<&Decision::on>},
                   {"by", "plumbline.Person?", "who decided", person_member<&Decision::by>},
                   {"by_id", "string?", "their id", member<&Decision::by>},
                   {"text", "plumbline.Text", "the rationale", member<&Decision::text>}},
        .location = location_of<Decision>,
    };
    return type;
}

const Type& legal_status_type() {
    using plan::LegalStatus;
    static const Type type{
        .name = "legal_status",
        .lua = "plumbline.LegalStatus",
        .help = "The order or agreement under which the child is looked after, if any.",
        .base = &node_type(),
        .fields = {{"on", "plumbline.Date?", "since when", member<&LegalStatus::on>},
                   {"value", "plumbline.LegalStatusValue?", "which", member<&LegalStatus::value>}},
        .location = location_of<LegalStatus>,
    };
    return type;
}

const Type& placement_type() {
    using plan::Placement;
    static const Type type{
        .name = "placement",
        .lua = "plumbline.Placement",
        .help = "Where the child lives.",
        .base = &node_type(),
        .fields = {{"kind", "plumbline.PlacementKind?", "what kind of home", member<&Placement::kind>},
                   {"started", "plumbline.Date?", "since when", member<&Placement::started>},
                   {"expected", "plumbline.PlacementLength?", "how long it is meant to last",
                    member<&Placement::expected>}},
        .location = location_of<Placement>,
    };
    return type;
}

} // namespace plumbline::lua
