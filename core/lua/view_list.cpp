/// Read-only lists: what every field or method that gives several things returns. ipairs, pairs, # and [i]
/// work.

#include "lua/view.hpp"
#include "lua/view_types.hpp"

namespace plumbline::lua {

namespace {

void check_list(lua_State* state) {
    const Handle* handle = handle_at(state, 1);
    if (handle == nullptr || handle->type != &list_type()) raise(state, "expected a list");
}

int read_item(lua_State* state) {
    check_list(state);
    if (lua_type(state, 2) != LUA_TNUMBER) {
        const std::string key =
            lua_type(state, 2) == LUA_TSTRING ? lua_tostring(state, 2) : luaL_typename(state, 2);
        raise(state, "a list has no field " + key + "; it is read with [number], # and ipairs");
    }
    lua_getiuservalue(state, 1, 1);
    lua_pushvalue(state, 2);
    lua_rawget(state, -2);
    return 1;
}

int count_items(lua_State* state) {
    check_list(state);
    lua_getiuservalue(state, 1, 1);
    lua_pushinteger(state, static_cast<lua_Integer>(lua_rawlen(state, -1)));
    return 1;
}

int next_item(lua_State* state) {
    check_list(state);
    const lua_Integer next = luaL_optinteger(state, 2, 0) + 1;
    lua_getiuservalue(state, 1, 1);
    lua_pushinteger(state, next);
    if (lua_rawgeti(state, -2, next) != LUA_TNIL) return 2;
    lua_pushnil(state);
    return 1;
}

int iterate(lua_State* state) {
    check_list(state);
    lua_pushcfunction(state, &guarded<next_item>);
    lua_pushvalue(state, 1);
    lua_pushinteger(state, 0);
    return 3;
}

/// The handle at index 1, of a type with `push_item` and open.
const Handle& check_items(lua_State* state) {
    const Handle* const handle = handle_at(state, 1);
    if (handle == nullptr || handle->type->push_item == nullptr) raise(state, "expected a list");
    check_open(state, session_of(state), *handle);
    return *handle;
}

int count_made_items(lua_State* state) {
    const Handle& handle = check_items(state);
    lua_pushinteger(state, static_cast<lua_Integer>(handle.type->count(handle)));
    return 1;
}

int next_made_item(lua_State* state) {
    const Handle& handle = check_items(state);
    const lua_Integer before = luaL_optinteger(state, 2, 0);
    if (before < 0 || static_cast<std::size_t>(before) >= handle.type->count(handle)) {
        lua_pushnil(state);
        return 1;
    }
    lua_pushinteger(state, before + 1);
    handle.type->push_item(state, handle, static_cast<std::size_t>(before));
    return 2;
}

int iterate_made_items(lua_State* state) {
    check_items(state);
    lua_pushcfunction(state, &guarded<next_made_item>);
    lua_pushvalue(state, 1);
    lua_pushinteger(state, 0);
    return 3;
}

} // namespace

void make_item_access(lua_State* state) {
    lua_pushcfunction(state, &guarded<count_made_items>);
    lua_setfield(state, -2, "__len");
    lua_pushcfunction(state, &guarded<iterate_made_items>);
    lua_setfield(state, -2, "__pairs");
}

void make_list_access(lua_State* state) {
    lua_pushcfunction(state, &guarded<read_item>);
    lua_setfield(state, -2, "__index");
    lua_pushcfunction(state, &guarded<count_items>);
    lua_setfield(state, -2, "__len");
    lua_pushcfunction(state, &guarded<iterate>);
    lua_setfield(state, -2, "__pairs");
}

const Type& list_type() {
    static const Type type{
        .name = "list",
        .lua = "plumbline.List",
        .help = "Every list that the host gives. Read-only: `ipairs(list)`, `#list` and `list[1]` work as "
                "with a table.",
    };
    return type;
}

} // namespace plumbline::lua
