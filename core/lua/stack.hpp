#pragma once

/// A thin layer over the Lua C API: nothing here hides the stack, it only keeps it tidy and errors contained.
///
/// The library is Lua's C++ build: a Lua error is a C++ exception, so destructors run when one passes. What
/// may raise a Lua error (nearly everything that allocates) must still be called from inside a protected
/// call, else the program ends: `protect` is that for the host's own pushes.

#include <cstdint>
#include <exception>
#include <functional>
#include <lua.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace plumbline::lua {

/// Puts the stack back to the height it had.
class StackGuard {
public:
    explicit StackGuard(lua_State* L) : L_(L), top_(lua_gettop(L)) {}
    ~StackGuard() { lua_settop(L_, top_); }
    StackGuard(const StackGuard&) = delete;
    StackGuard& operator=(const StackGuard&) = delete;

private:
    lua_State* L_;
    int top_;
};

// Stack: +1. Strings may hold any bytes.
inline void push(lua_State* L, std::string_view text) {
    lua_pushlstring(L, text.data(), text.size());
}
inline void push(lua_State* L, const char* text) {
    lua_pushstring(L, text);
}
template <class Number>
requires std::is_arithmetic_v<Number>
void push(lua_State* L, Number value) {
    if constexpr (std::is_same_v<Number, bool>)
        lua_pushboolean(L, value ? 1 : 0);
    else if constexpr (std::is_integral_v<Number>)
        lua_pushinteger(L, static_cast<lua_Integer>(value));
    else
        lua_pushnumber(L, static_cast<lua_Number>(value));
}

/// The text of a value that is a string; empty for any other (numbers are not converted). Valid while the
/// value is on the stack.
inline std::string_view to_text(lua_State* L, int index) {
    if (lua_type(L, index) != LUA_TSTRING) return {};
    std::size_t length = 0;
    const char* const text = lua_tolstring(L, index, &length);
    return {text, length};
}

/// The argument, or an argument error; a number is not taken for a string.
inline std::string_view check_text(lua_State* L, int argument) {
    luaL_checktype(L, argument, LUA_TSTRING);
    return to_text(L, argument);
}

/// t[name] = the value on top, past any metatable. Stack: -1.
inline void raw_set_field(lua_State* L, int table, std::string_view name) {
    table = lua_absindex(L, table);
    push(L, name);
    lua_insert(L, -2);
    lua_rawset(L, table);
}

/// Raises a Lua error at the place of the Lua code that called the running C function.
[[noreturn]] void raise(lua_State* L, std::string_view message);

/// A Lua error inside `protect`.
class ProtectedCallFailed : public std::runtime_error {
public:
    ProtectedCallFailed(const std::string& message, bool memory)
        : std::runtime_error(message), memory_(memory) {}
    bool memory() const noexcept { return memory_; }

private:
    bool memory_;
};

namespace detail {
void protect(lua_State* L, int arguments, int results, void (*body)(lua_State*, void*), void* context);
}

/// Runs `body(L)` in a protected call. It sees the `arguments` values that were on top (they are taken off)
/// as its stack 1…n, and must leave `results` values on top. A Lua error becomes ProtectedCallFailed; an
/// exception derived from std::exception passes through. Stack: -arguments, +results on success.
template <class Body>
void protect(lua_State* L, int arguments, int results, Body&& body) {
    using Function = std::remove_reference_t<Body>;
    detail::protect(
        L, arguments, results,
        [](lua_State* inner, void* context) { (*static_cast<Function*>(context))(inner); },
        std::addressof(body));
}

/// A lua_CFunction from a function that may throw std::exception: the exception becomes a Lua error with its
/// text.
template <int (*Function)(lua_State*)>
int guarded(lua_State* L) {
    try {
        return Function(L);
    } catch (const std::exception& error) {
        luaL_where(L, 1);
        lua_pushstring(L, error.what());
    }
    lua_concat(L, 2);
    return lua_error(L);
}

} // namespace plumbline::lua
