#include "lua/stack.hpp"

#include <cstdlib>

namespace plumbline::lua {

namespace {

struct Protected {
    void (*body)(lua_State*, void*);
    void* context;
    int results;
    std::exception_ptr thrown;
};

int run_protected(lua_State* L) {
    auto& call = *static_cast<Protected*>(lua_touserdata(L, -1));
    lua_pop(L, 1);
    try {
        call.body(L, call.context);
        return call.results;
    } catch (const std::exception&) {
        call.thrown = std::current_exception(); // a Lua error is no std::exception and goes on to lua_pcall
    }
    lua_pushnil(L);
    return lua_error(L);
}

} // namespace

void raise(lua_State* L, std::string_view message) {
    luaL_where(L, 1);
    push(L, message);
    lua_concat(L, 2);
    lua_error(L);
    std::abort(); // lua_error does not return
}

void detail::protect(lua_State* L, int arguments, int results, void (*body)(lua_State*, void*),
                     void* context) {
    Protected call{body, context, results, nullptr};
    if (lua_checkstack(L, results + LUA_MINSTACK) == 0)
        throw ProtectedCallFailed("the Lua stack is full", true);
    lua_pushcfunction(L, &run_protected);
    lua_insert(L, -1 - arguments);
    lua_pushlightuserdata(L, &call);
    const int status = lua_pcall(L, arguments + 1, results, 0);
    if (status == LUA_OK) return;
    std::string message{to_text(L, -1)};
    lua_pop(L, 1);
    if (call.thrown) std::rethrow_exception(call.thrown);
    throw ProtectedCallFailed(message.empty() ? "a Lua error without a message" : message,
                              status == LUA_ERRMEM);
}

} // namespace plumbline::lua
