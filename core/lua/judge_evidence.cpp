#include "lua/judge_calls.hpp"
#include "lua/memory.hpp"
#include "lua/view_types.hpp"
#include "lua/view_words.hpp"

#include <algorithm>
#include <array>

namespace plumbline::lua {

namespace {

using judgement::Evidence;
using judgement::Place;

constexpr lua_Integer most_pieces = 100;

std::string shown_type(lua_State* state, int index) {
    const Handle* handle = handle_at(state, index);
    return handle != nullptr ? std::string(handle->type->name) : luaL_typename(state, index);
}

Place place_of_node(const Handle& handle) {
    const plan::Location& at = *handle.type->location(handle.object);
    const std::string id(handle.type->id != nullptr ? handle.type->id(handle.object) : std::string_view());
    return {id, at.path(), at.line, at.column};
}

/// Adds the one piece at the index; false when the value is no piece of evidence.
bool add_piece(lua_State* state, int index, std::vector<Evidence>& pieces) {
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr) return false;
    if (handle->type == &quote_type()) {
        pieces.push_back(stored_quote(state, index));
        return true;
    }
    if (!handle->type->is(words_type())) return false;
    const Words words = check_words(state, index);
    if (!words.span.empty()) pieces.push_back(evidence_of(words.view->narrative(), words.span));
    return true;
}

[[noreturn]] void refuse_evidence(lua_State* state, int index, const std::string& what) {
    raise(state,
          what +
              ": evidence must be words of this plan (a text, a sentence, a clause, a match) or a list of "
              "them, got " +
              shown_type(state, index) +
              (lua_type(state, index) == LUA_TSTRING ? "; text:quote(first, last) turns positions into words"
                                                     : ""));
}

std::string field_of(lua_State* state, int index, const char* name) {
    lua_getfield(state, index, name);
    std::string value(to_text(state, -1));
    lua_pop(state, 1);
    return value;
}

std::uint32_t number_of(lua_State* state, int index, const char* name) {
    lua_getfield(state, index, name);
    const lua_Integer value = lua_tointeger(state, -1);
    lua_pop(state, 1);
    return static_cast<std::uint32_t>(value);
}

void set_number(lua_State* state, const char* name, std::uint32_t value) {
    lua_pushinteger(state, value);
    lua_setfield(state, -2, name);
}

void set_text(lua_State* state, const char* name, std::string_view value) {
    push_string_or_nil(state, value);
    lua_setfield(state, -2, name);
}

/// The narrative in which a node says what it is about; nullptr for a node that has none.
const plan::Narrative* own_narrative(const Handle& handle) {
    const void* object = handle.object;
    if (handle.type == &need_type()) return &static_cast<const plan::Need*>(object)->text;
    if (handle.type == &outcome_type()) return &static_cast<const plan::Outcome*>(object)->statement;
    if (handle.type == &action_type()) return &static_cast<const plan::Action*>(object)->task;
    if (handle.type == &contingency_type()) return &static_cast<const plan::Contingency*>(object)->text;
    if (handle.type == &view_type()) return &static_cast<const plan::View*>(object)->text;
    if (handle.type == &identity_type()) return &static_cast<const plan::Identity*>(object)->text;
    return nullptr;
}

} // namespace

Place place_of(const plan::Plan& plan) {
    return {plan.id, plan.at.path(), plan.at.line, plan.at.column};
}

Place check_place(lua_State* state, int index, const std::string& what) {
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr)
        raise(state, what + " needs a node of the plan or a text, got " + shown_type(state, index));
    check_open(state, session_of(state), *handle);
    if (handle->type->location != nullptr) return place_of_node(*handle);
    if (handle->type->is(words_type())) return place_of(words_of(*handle));
    if (handle->type == &place_type()) return stored_place(state, index);
    if (handle->type == &memory_type()) return memory_of(*handle).place;
    raise(state, what + " needs a node of the plan or a text, got " + std::string(handle->type->name));
}

std::vector<Evidence> check_evidence(lua_State* state, int index, const std::string& what) {
    std::vector<Evidence> pieces;
    if (lua_isnoneornil(state, index) || add_piece(state, index, pieces)) return pieces;
    const Handle* handle = handle_at(state, index);
    const bool list = lua_istable(state, index) || (handle != nullptr && handle->type == &list_type());
    if (!list) refuse_evidence(state, index, what);
    const lua_Integer count = luaL_len(state, index);
    if (count > most_pieces)
        raise(state, what + ": more than " + std::to_string(most_pieces) + " pieces of evidence");
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_geti(state, index, i);
        if (!add_piece(state, lua_gettop(state), pieces)) refuse_evidence(state, lua_gettop(state), what);
        lua_pop(state, 1);
    }
    return pieces;
}

std::vector<Evidence> own_words(lua_State* state, int index) {
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr) return {};
    Session& session = session_of(state);
    NarrativeView* view = nullptr;
    if (handle->type->is(words_type()))
        view = words_of(*handle).view;
    else if (const plan::Narrative* narrative = own_narrative(*handle))
        view = &session.narrative(*narrative);
    if (view == nullptr || view->narrative().empty()) return {};
    const bool part = handle->type->is(words_type()) && !words_of(*handle).whole();
    if (part) return {evidence_of(view->narrative(), words_of(*handle).span)};
    const auto& sentences = view->reading(session.people()).sentences;
    return {evidence_of(view->narrative(), sentences.empty() ? view->whole() : sentences.front().span)};
}

void push_place(lua_State* state, const Place& place) {
    lua_newtable(state);
    set_text(state, "id", place.id);
    set_text(state, "path", place.path);
    set_number(state, "line", place.line);
    set_number(state, "column", place.column);
    push_record(state, place_type());
}

void push_quote(lua_State* state, const Evidence& evidence) {
    lua_newtable(state);
    set_text(state, "words", evidence.text);
    set_number(state, "line", evidence.line);
    set_number(state, "column", evidence.column);
    set_number(state, "length", evidence.length);
    push_record(state, quote_type());
}

Place stored_place(lua_State* state, int index) {
    return {field_of(state, index, "id"), field_of(state, index, "path"), number_of(state, index, "line"),
            number_of(state, index, "column")};
}

Evidence stored_quote(lua_State* state, int index) {
    return {field_of(state, index, "words"), number_of(state, index, "line"),
            number_of(state, index, "column"), number_of(state, index, "length")};
}

} // namespace plumbline::lua
