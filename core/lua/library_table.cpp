#include "lua/budget.hpp"
#include "lua/library_functions.hpp"
#include "lua/stack.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace plumbline::lua {

// As Lua's own they honour __index, __newindex and __len, so that they read the host's lists; every element
// is counted, so that a length that was made up ends at the limit.

namespace {

void check_list(lua_State* L, int argument) {
    const int type = lua_type(L, argument);
    if (type != LUA_TTABLE && luaL_getmetafield(L, argument, "__len") == LUA_TNIL)
        luaL_typeerror(L, argument, "table");
    if (type != LUA_TTABLE) lua_pop(L, 1);
}

lua_Integer length(lua_State* L, int argument) {
    check_list(L, argument);
    return luaL_len(L, argument);
}

int insert(lua_State* L) {
    const lua_Integer end = luaL_intop(+, length(L, 1), 1);
    lua_Integer at = end;
    if (lua_gettop(L) == 3) {
        at = luaL_checkinteger(L, 2);
        luaL_argcheck(L, at >= 1 && at <= end, 2, "position out of bounds");
        for (lua_Integer to = end; to > at; --to) {
            charge(L, 1);
            lua_geti(L, 1, to - 1);
            lua_seti(L, 1, to);
        }
    } else if (lua_gettop(L) != 2) {
        raise(L, "wrong number of arguments to 'insert'");
    }
    lua_seti(L, 1, at);
    return 0;
}

int remove(lua_State* L) {
    const lua_Integer size = length(L, 1);
    lua_Integer at = luaL_optinteger(L, 2, size);
    if (!lua_isnoneornil(L, 2))
        luaL_argcheck(L, (size == 0 && at == 0) || (at >= 1 && at - 1 <= size), 2, "position out of bounds");
    lua_geti(L, 1, at);
    for (; at < size; ++at) {
        charge(L, 1);
        lua_geti(L, 1, at + 1);
        lua_seti(L, 1, at);
    }
    lua_pushnil(L);
    lua_seti(L, 1, at);
    return 1;
}

int concat(lua_State* L) {
    const lua_Integer size = length(L, 1);
    std::size_t separator_length = 0;
    const char* const separator = luaL_optlstring(L, 2, "", &separator_length);
    const lua_Integer first = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, size);
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    for (lua_Integer at = first; at <= last; ++at) {
        lua_geti(L, 1, at);
        if (lua_isstring(L, -1) == 0)
            luaL_error(L, "invalid value (at index %I) in table for 'concat'", static_cast<LUAI_UACINT>(at));
        charge(L, 1 + (lua_rawlen(L, -1) + separator_length) / 16);
        luaL_addvalue(&buffer);
        if (at == last) break; // the last integer has no successor
        luaL_addlstring(&buffer, separator, separator_length);
    }
    luaL_pushresult(&buffer);
    return 1;
}

int unpack(lua_State* L) {
    const lua_Integer first = luaL_optinteger(L, 2, 1);
    const lua_Integer last = lua_isnoneornil(L, 3) ? length(L, 1) : luaL_checkinteger(L, 3);
    if (first > last) return 0;
    const auto count = static_cast<lua_Unsigned>(last) - static_cast<lua_Unsigned>(first);
    constexpr lua_Unsigned most = 250'000;
    if (count >= most || lua_checkstack(L, static_cast<int>(count) + 1) == 0)
        raise(L, "too many results to unpack");
    for (lua_Integer at = first;; ++at) {
        charge(L, 1);
        lua_geti(L, 1, at);
        if (at == last) return static_cast<int>(count) + 1;
    }
}

int move(lua_State* L) {
    const lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3),
                      target = luaL_checkinteger(L, 4);
    const int to = lua_isnoneornil(L, 5) ? 1 : 5;
    check_list(L, 1);
    check_list(L, to);
    if (last >= first) {
        luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
        luaL_argcheck(L, target <= LUA_MAXINTEGER - (last - first), 4, "destination wrap around");
        const bool overlaps =
            target > first && target <= last && (to == 1 || lua_compare(L, 1, 5, LUA_OPEQ) != 0);
        for (lua_Integer done = 0; done <= last - first; ++done) {
            const lua_Integer offset = overlaps ? last - first - done : done;
            charge(L, 1);
            lua_geti(L, 1, first + offset);
            lua_seti(L, to, target + offset);
        }
    }
    lua_pushvalue(L, to);
    return 1;
}

// Sorting: a merge sort, so that a comparison that contradicts itself neither runs on for ever nor reaches
// outside the list, and equal elements keep their order.

bool less(lua_State* L, int left, int right) {
    charge(L, 4);
    if (lua_isnil(L, 2)) return lua_compare(L, left, right, LUA_OPLT) != 0;
    left = lua_absindex(L, left);
    right = lua_absindex(L, right);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, left);
    lua_pushvalue(L, right);
    lua_call(L, 2, 1);
    const bool result = lua_toboolean(L, -1) != 0;
    lua_pop(L, 1);
    return result;
}

/// Merges the runs [low, middle) and [middle, high) of `from` into `to`.
void merge(lua_State* L, int from, int to, lua_Integer low, lua_Integer middle, lua_Integer high) {
    lua_Integer left = low, right = middle;
    for (lua_Integer at = low; at < high; ++at) {
        charge(L, 1);
        bool take_right = left >= middle;
        if (!take_right && right < high) {
            lua_rawgeti(L, from, right);
            lua_rawgeti(L, from, left);
            take_right = less(L, -2, -1);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, take_right ? right++ : left++);
        lua_rawseti(L, to, at);
    }
}

int sort(lua_State* L) {
    const lua_Integer size = length(L, 1);
    if (size < 2) return 0;
    if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    lua_newtable(L); // 3 and 4: the list being merged, and the one it is merged into
    lua_newtable(L);
    for (lua_Integer at = 1; at <= size; ++at) {
        charge(L, 1);
        lua_geti(L, 1, at);
        lua_rawseti(L, 3, at);
    }
    int from = 3, to = 4;
    for (lua_Integer run = 1; run < size; run *= 2) {
        for (lua_Integer low = 1; low <= size; low += 2 * run)
            merge(L, from, to, low, std::min(low + run, size + 1), std::min(low + 2 * run, size + 1));
        std::swap(from, to);
    }
    for (lua_Integer at = 1; at <= size; ++at) {
        charge(L, 1);
        lua_rawgeti(L, from, at);
        lua_seti(L, 1, at);
    }
    return 0;
}

constexpr auto functions = std::to_array<Replacement>({
    {"table.insert", &insert},
    {"table.remove", &remove},
    {"table.concat", &concat},
    {"table.unpack", &unpack},
    {"table.move", &move},
    {"table.sort", &sort},
});

} // namespace

std::span<const Replacement> table_replacements() {
    return functions;
}

} // namespace plumbline::lua
