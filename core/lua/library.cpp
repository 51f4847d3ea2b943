#include "lua/library.hpp"

#include "lua/budget.hpp"
#include "lua/data.hpp"
#include "lua/library_functions.hpp"
#include "lua/stack.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace plumbline::lua {

namespace {

const char frozen_mark = 0; // its address is the key

/// C functions of Lua's own whose work grows with their arguments: counted before they run.
constexpr auto counted = std::to_array<std::string_view>({
    "select",
    "tonumber",
    "string.byte",
    "string.char",
    "string.lower",
    "string.reverse",
    "string.sub",
    "string.upper",
    "utf8.char",
    "utf8.codepoint",
    "utf8.len",
    "utf8.offset",
    "table.pack",
    "math.max",
    "math.min",
});

int run_counted(lua_State* L) {
    std::uint64_t work = 0;
    const int arguments = lua_gettop(L);
    for (int argument = 1; argument <= arguments; ++argument)
        work += 1 + to_text(L, argument).size();
    charge(L, work / 8);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

std::optional<lua_CFunction> replacement(std::string_view name) {
    for (const auto& group :
         {base_replacements(), string_replacements(), pattern_replacements(), table_replacements()})
        for (const auto& [known, function] : group)
            if (known == name) return function;
    return std::nullopt;
}

bool is_counted(std::string_view name) {
    return std::find(counted.begin(), counted.end(), name) != counted.end();
}

/// Pushes Lua's own value of that name; the real library is in the table at `real`.
void push_original(lua_State* L, int real, std::string_view name) {
    const auto dot = name.find('.');
    push(L, name.substr(0, dot));
    lua_rawget(L, real);
    if (dot == std::string_view::npos) return;
    push(L, name.substr(dot + 1));
    lua_rawget(L, -2);
    lua_remove(L, -2);
}

void push_allowed(lua_State* L, int real, std::string_view name) {
    push_original(L, real, name);
    if (const auto function = replacement(name)) {
        // The original stays at hand for replacements that add to it.
        lua_pushcclosure(L, *function, 1);
    } else if (is_counted(name)) {
        lua_pushcclosure(L, &run_counted, 1);
    }
}

/// __index of a library table: called for names it does not have. Upvalue 1: the library's name and a dot, or
/// "".
int refuse_name(lua_State* L) {
    if (lua_type(L, 2) != LUA_TSTRING) return 0;
    charge(L, 500); // looking for the nearest name
    const std::string name = std::string{to_text(L, lua_upvalueindex(1))} + std::string{to_text(L, 2)};
    if (const auto* const known = library_name(name); known != nullptr && !known->allowed)
        raise(L, name + " is not allowed: " + std::string{known->hint});
    std::vector<std::string> candidates;
    lua_pushnil(L);
    while (lua_next(L, 1) != 0) {
        if (lua_type(L, -2) == LUA_TSTRING) candidates.emplace_back(to_text(L, -2));
        lua_pop(L, 1);
    }
    std::string message = '\'' + name + "' does not exist";
    if (const auto near = nearest(to_text(L, 2), candidates))
        message += "; did you mean '" + std::string{to_text(L, lua_upvalueindex(1))} + *near + "'?";
    raise(L, message);
}

int refuse_write(lua_State* L) {
    raise(L, std::string{to_text(L, lua_upvalueindex(1))} + " cannot be changed");
}

/// Gives the table on top the metatable that refuses names it does not have.
void refuse_others(lua_State* L, std::string_view prefix) {
    lua_newtable(L);
    push(L, prefix);
    lua_pushcclosure(L, &refuse_name, 1);
    raw_set_field(L, -2, "__index");
    lua_setmetatable(L, -2);
}

/// Lua's own libraries, as a table of tables. Stack: +1.
void open_real(lua_State* L) {
    lua_newtable(L);
    const int real = lua_gettop(L);
    constexpr std::array<std::pair<const char*, lua_CFunction>, 4> libraries{{{"string", luaopen_string},
                                                                              {"table", luaopen_table},
                                                                              {"math", luaopen_math},
                                                                              {"utf8", luaopen_utf8}}};
    for (const auto& [name, open] : libraries) {
        lua_pushcfunction(L, open);
        lua_call(L, 0, 1);
        raw_set_field(L, real, name);
    }
    lua_pushcfunction(L, luaopen_base);
    lua_call(L, 0, 1);
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, real);
    }
    lua_pop(L, 1);
    lua_newtable(L); // the state's own globals are empty: nothing finds Lua's library there
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

/// Strings: methods and nothing else; no arithmetic on texts that look like numbers.
void freeze_strings(lua_State* L, int methods) {
    push(L, "");
    lua_newtable(L);
    lua_pushvalue(L, methods);
    raw_set_field(L, -2, "__index");
    push(L, "string");
    raw_set_field(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

/// Fills and freezes one library of the table at `library`.
void push_section(lua_State* L, int real, std::string_view section) {
    lua_newtable(L);
    const int table = lua_gettop(L);
    const std::string prefix = std::string{section} + '.';
    for (const auto& name : library_names()) {
        if (!name.allowed || !name.name.starts_with(prefix)) continue;
        push_allowed(L, real, name.name);
        raw_set_field(L, table, name.name.substr(prefix.size()));
    }
    refuse_others(L, prefix);
    if (section == "string") freeze_strings(L, table);
    freeze(L, std::string{section});
}

} // namespace

bool frozen(lua_State* L, int table) {
    if (lua_type(L, table) != LUA_TTABLE) return true;
    if (lua_getmetatable(L, table) == 0) return false;
    const bool marked = lua_rawgetp(L, -1, &frozen_mark) != LUA_TNIL;
    lua_pop(L, 2);
    return marked;
}

void mark_frozen(lua_State* L, int index) {
    index = lua_absindex(L, index);
    lua_pushboolean(L, 1);
    lua_rawsetp(L, index, &frozen_mark);
}

void freeze(lua_State* L, const std::string& name) {
    lua_newtable(L); // the proxy
    lua_newtable(L); // its metatable
    lua_pushvalue(L, -3);
    raw_set_field(L, -2, "__index");
    push(L, name);
    lua_pushcclosure(L, &refuse_write, 1);
    raw_set_field(L, -2, "__newindex");
    push(L, name);
    raw_set_field(L, -2, "__metatable");
    mark_frozen(L, -1);
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

void push_library(lua_State* L) {
    open_real(L);
    const int real = lua_gettop(L);
    lua_newtable(L);
    const int library = lua_gettop(L);
    for (const auto& name : library_names()) {
        if (!name.allowed || name.name == "require" || name.name.find('.') != std::string_view::npos)
            continue;
        push_original(L, real, name.name);
        const bool section = lua_type(L, -1) == LUA_TTABLE;
        lua_pop(L, 1);
        if (section)
            push_section(L, real, name.name);
        else
            push_allowed(L, real, name.name);
        raw_set_field(L, library, name.name);
    }
    refuse_others(L, "");
    lua_remove(L, real);
}

} // namespace plumbline::lua
