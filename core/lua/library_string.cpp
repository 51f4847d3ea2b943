#include "lua/budget.hpp"
#include "lua/library_functions.hpp"
#include "lua/stack.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace plumbline::lua {

namespace {

constexpr std::uint64_t bytes_a_step = 16; // of plain copying

int bounded_rep(lua_State* L) {
    const std::string_view unit{luaL_checkstring(L, 1), lua_rawlen(L, 1)};
    const lua_Integer count = luaL_checkinteger(L, 2);
    const std::string_view separator{luaL_optstring(L, 3, ""), lua_isnoneornil(L, 3) ? 0 : lua_rawlen(L, 3)};
    const std::uint64_t once = unit.size() + separator.size();
    if (count <= 0 || once == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    const auto times = static_cast<std::uint64_t>(count);
    Budget& left = budget(L);
    if (times > UINT64_MAX / once) left.hit(L, Limit::memory);
    const std::uint64_t total = once * times - separator.size();
    left.charge_memory(L, total);
    left.charge(L, 1 + total / bytes_a_step + times / 8);

    luaL_Buffer buffer;
    char* to = luaL_buffinitsize(L, &buffer, total);
    for (std::uint64_t done = 0; done < times; ++done) {
        if (done != 0) to = std::copy(separator.begin(), separator.end(), to);
        to = std::copy(unit.begin(), unit.end(), to);
    }
    luaL_pushresultsize(&buffer, total);
    return 1;
}

/// Lua's own, after texts have been counted and values whose text would be an address have been replaced.
int bounded_format(lua_State* L) {
    const int arguments = lua_gettop(L);
    const std::string_view format{luaL_checkstring(L, 1), lua_rawlen(L, 1)};
    std::uint64_t work = format.size();
    for (auto at = format.find('%'); at != std::string_view::npos; at = format.find('%', at)) {
        at = format.find_first_not_of("-+ #0123456789.", at + 1);
        if (at == std::string_view::npos) break;
        if (format[at] == 'p')
            raise(L, "'%p' is not allowed in string.format: addresses differ from run to run");
        ++at;
    }
    for (int argument = 2; argument <= arguments; ++argument) {
        const int type = lua_type(L, argument);
        if (type == LUA_TSTRING) work += lua_rawlen(L, argument);
        const bool addressed = type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TUSERDATA;
        if (!addressed || luaL_getmetafield(L, argument, "__tostring") != LUA_TNIL) {
            lua_settop(L, arguments);
            continue;
        }
        lua_pushstring(L, luaL_typename(L, argument));
        lua_replace(L, argument);
    }
    charge(L, 1 + work / 4);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

constexpr auto functions = std::to_array<Replacement>({
    {"string.rep", &bounded_rep},
    {"string.format", &bounded_format},
});

} // namespace

std::span<const Replacement> string_replacements() {
    return functions;
}

} // namespace plumbline::lua
