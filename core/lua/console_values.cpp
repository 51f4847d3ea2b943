#include "lua/console_values.hpp"

#include "lua/recorder_values.hpp"
#include "lua/view_types.hpp"
#include "lua/view_words.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

constexpr lua_Integer most_items = 30;
constexpr std::size_t most_keys = 40;

/// One line of it: a node as "action a3 (line 12)", words with their place.
std::string one_line(lua_State* state, int index) {
    std::string text = shown_value(state, index);
    for (const ShownWords& one : shown_words(state, index)) {
        const Handle* handle = handle_at(state, index);
        if (handle != nullptr && handle->type->is(words_type()))
            text += "  " + std::to_string(one.words.line) + ":" + std::to_string(one.words.column);
        break;
    }
    return text == "nothing" && lua_isnil(state, index) ? "nil" : text;
}

std::string list_text(lua_State* state, int index) {
    const lua_Integer count = luaL_len(state, index);
    std::string out = "a list of " + std::to_string(count) + "\n";
    for (lua_Integer i = 1; i <= std::min(count, most_items); ++i) {
        lua_geti(state, index, i);
        out += "  [" + std::to_string(i) + "] " + one_line(state, lua_gettop(state)) + "\n";
        lua_pop(state, 1);
    }
    return count > most_items ? out + "  …\n" : out;
}

std::vector<std::string> keys_of(lua_State* state, int table) {
    std::vector<std::string> keys;
    lua_pushnil(state);
    while (lua_next(state, table) != 0) {
        lua_pop(state, 1);
        if (lua_type(state, -1) == LUA_TSTRING) keys.emplace_back(to_text(state, -1));
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<std::string> stored_names(lua_State* state, int index) {
    const StackGuard guard(state);
    if (lua_getiuservalue(state, index, 1) != LUA_TTABLE) return {};
    return keys_of(state, lua_gettop(state));
}

void add_names(const Type& type, bool methods, std::vector<std::string>& names) {
    if (type.base != nullptr) add_names(*type.base, methods, names);
    for (const Field& field : type.fields)
        if (!methods) names.emplace_back(field.name);
    for (const Method& method : type.methods)
        if (methods) names.emplace_back(method.name);
}

/// The value's fields with what they hold.
std::string fields_text(lua_State* state, int index) {
    std::string out;
    for (const std::string& name : member_names(state, index, false)) {
        lua_getfield(state, index, name.c_str());
        if (!lua_isnil(state, -1)) out += "  ." + name + " = " + one_line(state, lua_gettop(state)) + "\n";
        lua_pop(state, 1);
    }
    return out;
}

std::string table_text(lua_State* state, int index) {
    std::string out = "a table\n";
    const lua_Unsigned count = lua_rawlen(state, index);
    for (lua_Unsigned i = 1; i <= std::min<lua_Unsigned>(count, most_items); ++i) {
        lua_rawgeti(state, index, static_cast<lua_Integer>(i));
        out += "  [" + std::to_string(i) + "] " + one_line(state, lua_gettop(state)) + "\n";
        lua_pop(state, 1);
    }
    std::vector<std::string> keys = keys_of(state, index);
    if (keys.size() > most_keys) keys.resize(most_keys);
    for (const std::string& key : keys) {
        push(state, key);
        lua_rawget(state, index);
        out += "  ." + key + " = " + one_line(state, lua_gettop(state)) + "\n";
        lua_pop(state, 1);
    }
    return out;
}

} // namespace

std::string console_text(lua_State* state, int index) {
    index = lua_absindex(state, index);
    if (lua_istable(state, index)) return table_text(state, index);
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr) return one_line(state, index) + "\n";
    if (handle->type == &list_type()) return list_text(state, index);
    std::string out = one_line(state, index) + "\n";
    if (handle->type == &date_type() || handle->type->is(words_type())) return out;
    return out + fields_text(state, index);
}

std::vector<std::string> member_names(lua_State* state, int index, bool methods) {
    index = lua_absindex(state, index);
    if (lua_istable(state, index)) return keys_of(state, index);
    const Handle* handle = handle_at(state, index);
    std::vector<std::string> names;
    if (handle == nullptr) return names;
    if (!methods && !handle->type->stored.empty()) return stored_names(state, index);
    add_names(*handle->type, methods, names);
    return names;
}

} // namespace plumbline::lua
