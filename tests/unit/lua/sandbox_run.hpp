#pragma once

#include "lua/sandbox.hpp"
#include "lua/stack.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::test {

/// Runs the text and returns what it returns, as text; "file:line: message" of its error.
inline std::string run(lua::Sandbox& sandbox, std::string_view source,
                       const std::vector<std::filesystem::path>& folders = {}) {
    sandbox.push_environment(folders);
    sandbox.load(source, "test.lua");
    if (const auto error = sandbox.call(0, 1))
        return error->file + ':' + std::to_string(error->line) + ": " + error->message;
    lua_State* const L = sandbox.state();
    std::string text;
    if (lua_isboolean(L, -1))
        text = lua_toboolean(L, -1) != 0 ? "true" : "false";
    else if (lua_type(L, -1) == LUA_TSTRING)
        text = lua::to_text(L, -1);
    else if (lua_isnumber(L, -1) != 0)
        text = lua_tostring(L, -1);
    else
        text = luaL_typename(L, -1);
    lua_pop(L, 1);
    return text;
}

inline std::string run(std::string_view source) {
    lua::Sandbox sandbox{lua::Limits{}};
    return run(sandbox, source);
}

} // namespace plumbline::test
