/// The host's names in a sandbox.

#include "lua/bindings.hpp"
#include "lua/library.hpp"
#include "lua/worker_room.hpp"

namespace plumbline::lua {

namespace {

/// __index of a global table of functions: called for names that it does not have. Upvalue 1: its name.
int refuse_name(lua_State* state) {
    const std::string table(to_text(state, lua_upvalueindex(1)));
    const std::string name(lua_type(state, 2) == LUA_TSTRING ? to_text(state, 2) : luaL_typename(state, 2));
    std::vector<std::string> known;
    for (const Function& function : functions())
        if (function.name.starts_with(table + "."))
            known.emplace_back(function.name.substr(table.size() + 1));
    raise(state, table + "." + name + " does not exist" + suggestion(name, known));
}

/// Gives the table on top the metatable that refuses other names, and freezes it.
void seal(lua_State* state, const std::string& name) {
    lua_newtable(state);
    push(state, name);
    lua_pushcclosure(state, &guarded<refuse_name>, 1);
    raw_set_field(state, -2, "__index");
    lua_setmetatable(state, -2);
    freeze(state, name);
}

} // namespace

void share_host(Sandbox& sandbox, Session& session) {
    std::vector<std::string> names;
    protect(sandbox.state(), 0, 1, [&](lua_State* state) {
        set_session(state, session);
        make_types(state);
        lua_newtable(state);
        set_functions(state);
        lua_pushnil(state);
        while (lua_next(state, 1) != 0) {
            names.emplace_back(to_text(state, -2));
            lua_pop(state, 1);
        }
    });
    for (const std::string& name : names) {
        protect(sandbox.state(), 1, 2, [&](lua_State* state) {
            lua_pushvalue(state, 1);
            push(state, name);
            lua_rawget(state, 1);
            if (lua_istable(state, -1)) seal(state, name);
        });
        sandbox.share(name);
    }
    lua_pop(sandbox.state(), 1);
}

} // namespace plumbline::lua
