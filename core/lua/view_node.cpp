/// What every node has, and how ids become people.

#include "lua/view_fields.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

std::string_view node_id(const Handle& handle) {
    return handle.type->id != nullptr ? handle.type->id(handle.object) : std::string_view();
}

void push_id(lua_State* state, Session&, const Handle& handle) {
    push_string_or_nil(state, node_id(handle));
}

void push_type(lua_State* state, Session&, const Handle& handle) {
    push_string(state, handle.type->name);
}

void push_line(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, handle.type->location(handle.object)->line);
}

void push_column(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, handle.type->location(handle.object)->column);
}

void push_path(lua_State* state, Session&, const Handle& handle) {
    push_string(state, handle.type->location(handle.object)->path());
}

} // namespace

int describe_node(lua_State* state) {
    const Handle* handle = handle_at(state, 1);
    if (handle == nullptr) raise(state, "expected a node");
    check_open(state, session_of(state), *handle);
    std::string text(handle->type->name);
    if (const std::string_view id = node_id(*handle); !id.empty()) text.append(" ").append(id);
    if (const plan::Location* at = handle->type->location(handle->object); at->line != 0)
        text += " (line " + std::to_string(at->line) + ")";
    push_string(state, text);
    return 1;
}

const plan::Person* person_of(const Session& session, std::string_view id) {
    if (id == "child") return &session.child_as_person();
    const auto& people = session.plan().people;
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&](const plan::Person& person) { return person.id == id; });
    return found == people.end() ? nullptr : &*found;
}

void push_person(lua_State* state, Session& session, std::string_view id) {
    push_node(state, session, person_type(), person_of(session, id));
}

void push_people(lua_State* state, Session& session, const std::vector<std::string>& ids) {
    std::vector<const void*> people;
    for (const std::string& id : ids)
        if (const plan::Person* person = person_of(session, id)) people.push_back(person);
    push_nodes(state, session, person_type(), people);
}

const Type& node_type() {
    static const Type type{
        .name = "node",
        .lua = "plumbline.Node",
        .help = "What every node of a plan has. Two nodes are equal (`==`) when they are the same element.",
        .fields = {{"type", "string", "what it is: \"action\", \"need\" …", push_type},
                   {"id", "string?", "its id, where the format gives it one", push_id},
                   {"line", "integer", "line in the file, from 1; 0 when the plan does not have the element",
                    push_line},
                   {"column", "integer", "column in the file, from 1, in characters", push_column},
                   {"path", "string", "path in the plan: \"/plan/outcomes/outcome[1]/action[2]\"", push_path,
                    true}},
        .operators = {.text = &guarded<describe_node>},
    };
    return type;
}

} // namespace plumbline::lua
