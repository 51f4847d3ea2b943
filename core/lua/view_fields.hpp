#pragma once

/// How the members of the plan's structs become fields: written once for each type of member, used by every
/// node type.

#include "lua/budget.hpp"
#include "lua/view.hpp"
#include "lua/view_types.hpp"

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace plumbline::lua {

inline void push_value(lua_State* state, Session&, const std::string& value) {
    push_string_or_nil(state, value);
}
inline void push_value(lua_State* state, Session&, const std::optional<Date>& value) {
    push_date(state, value);
}
inline void push_value(lua_State* state, Session&, const Date& value) {
    push_date(state, value);
}
inline void push_value(lua_State* state, Session& session, const plan::Narrative& value) {
    push_text(state, session, value);
}
inline void push_value(lua_State* state, Session&, const std::vector<std::string>& value) {
    push_strings(state, value);
}
inline void push_value(lua_State* state, Session&, plan::Kind value) {
    push_string(state, to_word(value));
}
inline void push_value(lua_State* state, Session&, plan::Status value) {
    push_string(state, to_word(value));
}
inline void push_value(lua_State* state, Session&, plan::NeedKind value) {
    push_string(state, to_word(value));
}
inline void push_value(lua_State* state, Session&, plan::ActionStatus value) {
    push_string(state, to_word(value));
}

inline void push_value(lua_State* state, Session&, const std::optional<bool>& value) {
    if (value)
        lua_pushboolean(state, *value ? 1 : 0);
    else
        lua_pushnil(state);
}
inline void push_value(lua_State* state, Session&, const std::optional<int>& value) {
    if (value)
        lua_pushinteger(state, *value);
    else
        lua_pushnil(state);
}
inline void push_value(lua_State* state, Session&, const std::optional<double>& value) {
    if (value)
        lua_pushnumber(state, *value);
    else
        lua_pushnil(state);
}

template <typename Member>
struct ClassOf;
template <typename Class, typename Value>
struct ClassOf<Value Class::*> {
    using type = Class;
};

template <typename Node>
const Node& node_of(const Handle& handle) {
    return *static_cast<const Node*>(handle.object);
}

/// The field that shows one member as it is.
template <auto Member>
void member(lua_State* state, Session& session, const Handle& handle) {
    using Class = typename ClassOf<decltype(Member)>::type;
    push_value(state, session, node_of<Class>(handle).*Member);
}

/// The person of this id: one of the plan's people, or the child for "child". nullptr when there is none.
const plan::Person* person_of(const Session& session, std::string_view id);
void push_person(lua_State* state, Session& session, std::string_view id);
void push_people(lua_State* state, Session& session, const std::vector<std::string>& ids);

/// The field that shows the person whose id the member holds; for a list of ids the people.
template <auto Member>
void person_member(lua_State* state, Session& session, const Handle& handle) {
    using Class = typename ClassOf<decltype(Member)>::type;
    const auto& value = node_of<Class>(handle).*Member;
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>)
        push_person(state, session, value);
    else
        push_people(state, session, value);
}

template <typename Node>
const plan::Location* location_of(const void* object) {
    return &static_cast<const Node*>(object)->at;
}
template <typename Node>
std::string_view id_of(const void* object) {
    return static_cast<const Node*>(object)->id;
}

/// tostring of a node: "action a3 (line 12)", never what it says.
int describe_node(lua_State* state);

} // namespace plumbline::lua
