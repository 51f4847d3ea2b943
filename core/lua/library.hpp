#pragma once

/// What of Lua's own library a plugin may use. One table says it: the sandbox opens what it allows, an error
/// quotes the hint of what it blocks, and the documentation is written from it.

#include <filesystem>
#include <lua.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

struct AllowedName {
    std::string_view name; // "string.rep"; a whole library: "os"
    bool allowed = true;
    std::string_view
        hint; // blocked: why, and what to use instead; allowed: how it differs from Lua's, if it does
};

/// In the order of Lua's reference manual.
std::span<const AllowedName> library_names();
/// nullptr for a name that Lua does not have.
const AllowedName* library_name(std::string_view name);

/// Pushes the table that every environment falls back on: the allowed names, an error with a hint for any
/// other. Gives strings their frozen metatable. Runs inside a protected call. Stack: +1.
void push_library(lua_State* L);

/// Pushes a proxy through which the fields of the table on top can be read and not written; `name` is for
/// messages. Stack: the table is replaced.
void freeze(lua_State* L, const std::string& name);

/// What `require` needs to know; lives as long as the state.
struct Requires {
    bool loading = false; // a file is being run, not a check
    std::vector<std::filesystem::path> read;
};

/// Pushes `require` for one environment, which is on top of the stack: it stays. Stack: +1.
void push_require(lua_State* L, Requires& requires_, const std::vector<std::filesystem::path>& folders);

/// Reads a Lua source file; UserError when it cannot be read or is too long. Takes off a byte order mark.
std::string read_source(const std::filesystem::path& file);

/// Loads a text chunk with the table at `environment` as its _ENV. Empty: the function is pushed. Otherwise
/// the syntax error, and nothing pushed. Runs inside a protected call.
struct SyntaxError {
    std::uint32_t line = 0;
    std::string message;
};
std::optional<SyntaxError> load_chunk(lua_State* L, std::string_view source, const std::string& name,
                                      int environment);

} // namespace plumbline::lua
