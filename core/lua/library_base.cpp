#include "lua/budget.hpp"
#include "lua/library_functions.hpp"
#include "lua/stack.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace plumbline::lua {

namespace {

/// A limit passes through; anything else is caught as Lua's own does.
int safe_pcall(lua_State* L) {
    luaL_checkany(L, 1);
    lua_pushboolean(L, 1);
    lua_insert(L, 1);
    charge(L, 10);
    const int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
    Budget& left = budget(L);
    if (status == LUA_ERRMEM) left.latch_memory(L);
    if (left.latched()) left.raise_again(L);
    if (status == LUA_OK) return lua_gettop(L);
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
}

/// What runs at the collector's whim, or changes with it, would make a check's result depend on more than the
/// plan.
constexpr auto refused_events = std::to_array<const char*>({"__gc", "__close", "__mode"});

int safe_setmetatable(lua_State* L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_argexpected(L, lua_isnil(L, 2) || lua_istable(L, 2), 2, "nil or table");
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) raise(L, "cannot change a protected metatable");
    lua_settop(L, 2);
    if (lua_istable(L, 2)) {
        for (const char* const event : refused_events) {
            push(L, event);
            if (lua_rawget(L, 2) != LUA_TNIL)
                raise(L, std::string{event} + " is not allowed in a metatable: " +
                             "a check must not depend on when memory is collected");
            lua_pop(L, 1);
        }
    }
    lua_setmetatable(L, 1);
    return 1;
}

int safe_rawset(lua_State* L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checkany(L, 2);
    luaL_checkany(L, 3);
    if (frozen(L, 1)) raise(L, "rawset is not allowed on what belongs to the host");
    lua_settop(L, 3);
    lua_rawset(L, 1);
    return 1;
}

/// As Lua's, without the addresses that would differ from run to run.
int safe_tostring(lua_State* L) {
    luaL_checkany(L, 1);
    const int type = lua_type(L, 1);
    const bool plain = type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING;
    if (plain || luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL) {
        lua_settop(L, 1);
        luaL_tolstring(L, 1, nullptr);
    } else if (type != LUA_TUSERDATA || luaL_getmetafield(L, 1, "__name") != LUA_TSTRING) {
        lua_pushstring(L, luaL_typename(L, 1));
    }
    return 1;
}

// Keys in a settled order. Lua's own order depends on a seed that differs from run to run.

enum class Rank : std::uint8_t { number, text, boolean };

Rank rank(lua_State* L, int index) {
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        return Rank::number;
    case LUA_TSTRING:
        return Rank::text;
    case LUA_TBOOLEAN:
        return Rank::boolean;
    default:
        raise(L, std::string{"a table with a "} + luaL_typename(L, index) +
                     " as a key has no settled order; use numbers or texts as keys");
    }
}

bool less(lua_State* L, int left, int right) {
    const Rank a = rank(L, left), b = rank(L, right);
    if (a != b) return a < b;
    if (a == Rank::number) return lua_compare(L, left, right, LUA_OPLT) != 0;
    if (a == Rank::boolean) return lua_toboolean(L, left) < lua_toboolean(L, right);
    return to_text(L, left) < to_text(L, right); // by bytes, whatever the locale
}

/// next(t [, key]): the smallest key above the given one.
int ordered_next(lua_State* L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    const bool first = lua_isnil(L, 2);
    if (!first) rank(L, 2);
    lua_pushnil(L); // 3: the best so far
    lua_pushnil(L); // 4: the key of the walk
    while (lua_next(L, 1) != 0) {
        charge(L, 1);
        lua_pop(L, 1);
        rank(L, 4);
        const bool above = first || less(L, 2, 4);
        if (above && (lua_isnil(L, 3) || less(L, 4, 3))) lua_copy(L, 4, 3);
    }
    lua_settop(L, 3);
    if (lua_isnil(L, 3)) return 1;
    lua_pushvalue(L, 3);
    lua_rawget(L, 1);
    return 2;
}

struct Key {
    Rank rank = Rank::number;
    lua_Number number = 0;
    lua_Integer integer = 0;
    bool is_integer = false, boolean = false;
    std::string_view text; // the key itself stays in the table while this is used
};

/// The step of `pairs`: upvalues are the keys in order and how many were given; argument 1 is the table.
int pairs_step(lua_State* L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(2));
    for (;;) {
        charge(L, 1);
        ++at;
        if (lua_rawgeti(L, lua_upvalueindex(1), at) == LUA_TNIL) return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) break; // taken out since the walk began
        lua_pop(L, 2);
    }
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

bool before(const Key& a, const Key& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.rank == Rank::text) return a.text < b.text;
    if (a.rank == Rank::boolean) return !a.boolean && b.boolean;
    if (a.number != b.number) return a.number < b.number;
    return a.is_integer &&
           (!b.is_integer || a.integer < b.integer); // a large integer may round to its neighbour
}

Key key_at(lua_State* L, int index) {
    Key key;
    key.rank = rank(L, index);
    key.text = to_text(L, index);
    key.boolean = lua_toboolean(L, index) != 0;
    if (key.rank == Rank::number) {
        key.is_integer = lua_isinteger(L, index) != 0;
        key.integer = key.is_integer ? lua_tointeger(L, index) : 0;
        key.number = lua_tonumber(L, index);
    }
    return key;
}

void push_key(lua_State* L, const Key& key) {
    if (key.rank == Rank::text)
        push(L, key.text);
    else if (key.rank == Rank::boolean)
        push(L, key.boolean);
    else if (key.is_integer)
        push(L, key.integer);
    else
        push(L, key.number);
}

std::vector<Key> keys_of(lua_State* L, int table) {
    std::vector<Key> keys;
    lua_pushnil(L);
    while (lua_next(L, table) != 0) {
        lua_pop(L, 1);
        charge(L, 1);
        keys.push_back(key_at(L, lua_gettop(L)));
    }
    charge(L, keys.size()); // sorting, about
    std::sort(keys.begin(), keys.end(), &before);
    return keys;
}

int ordered_pairs(lua_State* L) {
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    const auto keys = keys_of(L, 1);
    budget(L).charge_memory(L, keys.size() * sizeof(Key));
    lua_createtable(L, static_cast<int>(keys.size()), 0);
    lua_Integer at = 0;
    for (const Key& key : keys) {
        push_key(L, key);
        lua_rawseti(L, -2, ++at);
    }
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, &pairs_step, 2);
    lua_pushvalue(L, 1);
    return 2;
}

constexpr auto functions = std::to_array<Replacement>({
    {"pcall", &safe_pcall},
    {"setmetatable", &safe_setmetatable},
    {"rawset", &safe_rawset},
    {"tostring", &safe_tostring},
    {"next", &ordered_next},
    {"pairs", &ordered_pairs},
});

} // namespace

std::span<const Replacement> base_replacements() {
    return functions;
}

} // namespace plumbline::lua
