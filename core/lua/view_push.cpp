#include "base/user_error.hpp"
#include "lua/view.hpp"
#include "lua/view_types.hpp"

#include <bit>
#include <new>

namespace plumbline::lua {

namespace {

// Registry keys: addresses of their own.
const char session_key = 0;
const char nodes_key = 0;
const char generation_key = 0;

/// Pushes the table from an object's address to its Lua value; a new one for each plan.
void push_nodes_table(lua_State* state, const Session& session) {
    const auto generation = static_cast<lua_Integer>(session.generation());
    lua_rawgetp(state, LUA_REGISTRYINDEX, &generation_key);
    const bool current = lua_tointeger(state, -1) == generation;
    lua_pop(state, 1);
    if (current) {
        lua_rawgetp(state, LUA_REGISTRYINDEX, &nodes_key);
        return;
    }
    lua_newtable(state);
    lua_pushvalue(state, -1);
    lua_rawsetp(state, LUA_REGISTRYINDEX, &nodes_key);
    lua_pushinteger(state, generation);
    lua_rawsetp(state, LUA_REGISTRYINDEX, &generation_key);
}

/// Pushes the one Lua value for the handle's object, making it the first time.
void push_shared(lua_State* state, const Session& session, const Handle& handle) {
    luaL_checkstack(state, 6, "too many values at once");
    push_nodes_table(state, session);
    if (lua_rawgetp(state, -1, handle.object) == LUA_TNIL) {
        lua_pop(state, 1);
        push_handle(state, handle);
        lua_pushvalue(state, -1);
        lua_rawsetp(state, -3, handle.object);
    }
    lua_remove(state, -2);
}

/// Whether the running function was taken from a value, not from the globals.
bool called_as_method(lua_State* state) {
    lua_Debug frame{};
    if (lua_getstack(state, 0, &frame) == 0) return false;
    lua_getinfo(state, "n", &frame);
    const std::string_view how(frame.namewhat);
    return how == "method" || how == "field";
}

} // namespace

Session& session_of(lua_State* state) {
    lua_rawgetp(state, LUA_REGISTRYINDEX, &session_key);
    auto* session = static_cast<Session*>(lua_touserdata(state, -1));
    lua_pop(state, 1);
    if (session == nullptr) throw InternalError("a Lua state without a session");
    return *session;
}

void set_session(lua_State* state, Session& session) {
    lua_pushlightuserdata(state, &session);
    lua_rawsetp(state, LUA_REGISTRYINDEX, &session_key);
}

Handle& push_handle(lua_State* state, const Handle& handle) {
    auto* made = new (lua_newuserdatauv(state, sizeof(Handle), 1)) Handle(handle);
    lua_rawgetp(state, LUA_REGISTRYINDEX, handle.type);
    lua_setmetatable(state, -2);
    return *made;
}

void push_node(lua_State* state, Session& session, const Type& type, const void* object) {
    if (object == nullptr)
        lua_pushnil(state);
    else
        push_shared(state, session, {&type, object, session.generation()});
}

void push_text(lua_State* state, Session& session, const plan::Narrative& narrative) {
    NarrativeView& view = session.narrative(narrative);
    push_shared(state, session, {&text_type(), &view, session.generation(), 0, view.whole().end});
}

void push_words(lua_State* state, Session& session, const Type& type, NarrativeView& view, text::Span span,
                std::size_t index) {
    push_handle(
        state, {&type, &view, session.generation(), span.begin, span.end, static_cast<std::uint32_t>(index)});
}

void push_date(lua_State* state, Date date) {
    const auto days = static_cast<std::int32_t>(date.time_since_epoch().count());
    push_handle(state, {&date_type(), nullptr, Handle::lasting, std::bit_cast<std::uint32_t>(days)});
}

void push_date(lua_State* state, const std::optional<Date>& date) {
    if (date)
        push_date(state, *date);
    else
        lua_pushnil(state);
}

void push_string(lua_State* state, std::string_view text) {
    lua_pushlstring(state, text.data(), text.size());
}

void push_string_or_nil(lua_State* state, std::string_view text) {
    if (text.empty())
        lua_pushnil(state);
    else
        push_string(state, text);
}

void push_record(lua_State* state, const Type& type) {
    push_handle(state, {&type, nullptr});
    lua_insert(state, -2);
    lua_setiuservalue(state, -2, 1);
}

void make_list(lua_State* state) {
    push_record(state, list_type());
}

void push_list(lua_State* state, std::size_t count, const std::function<void(std::size_t)>& push) {
    luaL_checkstack(state, 8, "too many values at once");
    lua_createtable(state, static_cast<int>(count), 0);
    for (std::size_t i = 0; i < count; ++i) {
        push(i);
        lua_rawseti(state, -2, static_cast<lua_Integer>(i) + 1);
    }
    make_list(state);
}

void push_strings(lua_State* state, const std::vector<std::string>& strings) {
    push_list(state, strings.size(), [&](std::size_t i) { push_string(state, strings[i]); });
}

void push_nodes(lua_State* state, Session& session, const Type& type,
                const std::vector<const void*>& objects) {
    push_list(state, objects.size(), [&](std::size_t i) { push_node(state, session, type, objects[i]); });
}

const Handle* handle_at(lua_State* state, int index) {
    if (lua_type(state, index) != LUA_TUSERDATA || lua_rawlen(state, index) != sizeof(Handle)) return nullptr;
    const auto* handle = static_cast<const Handle*>(lua_touserdata(state, index));
    if (lua_getmetatable(state, index) == 0) return nullptr;
    lua_rawgetp(state, -1, &type_marker());
    const bool ours = lua_toboolean(state, -1) != 0;
    lua_pop(state, 2);
    return ours ? handle : nullptr;
}

void check_open(lua_State* state, const Session& session, const Handle& handle) {
    if (handle.generation == Handle::lasting || handle.generation == session.generation()) return;
    raise(state, "this " + std::string(handle.type->name) +
                     " belongs to a plan that is closed; keep plain values of a plan, not its nodes");
}

const Handle& check_handle(lua_State* state, int index, const Type& type) {
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr || !handle->type->is(type)) {
        const std::string got =
            handle != nullptr ? std::string(handle->type->name) : luaL_typename(state, index);
        const std::string expected = "expected " + std::string(type.name);
        if (index == 1 && called_as_method(state))
            raise(state, expected + " before the colon, got " + got + "; call it as value:method(…)");
        raise(state, expected + ", got " + got);
    }
    check_open(state, session_of(state), *handle);
    return *handle;
}

Date date_of(const Handle& handle) {
    return Date(std::chrono::days(std::bit_cast<std::int32_t>(handle.begin)));
}

Date check_date(lua_State* state, int index) {
    const Handle* handle = handle_at(state, index);
    if (handle != nullptr && handle->type == &date_type()) return date_of(*handle);
    if (lua_type(state, index) == LUA_TSTRING) {
        std::size_t size = 0;
        const char* text = lua_tolstring(state, index, &size);
        if (const auto date = parse_iso_date({text, size})) return *date;
    }
    raise(state, "expected a date, got " +
                     (handle != nullptr ? std::string(handle->type->name) : luaL_typename(state, index)) +
                     (lua_isnoneornil(state, index) ? " (absent dates are nil: ask before using one)" : ""));
}

} // namespace plumbline::lua
