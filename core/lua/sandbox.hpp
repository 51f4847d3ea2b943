#pragma once

/// A Lua state in which nobody's code can do harm: the allowed library, bounded replacements for what C code would
/// run without a hook, limits that are latched. Used for plugins (worker) and for data files in Lua (rule sets,
/// manifests).

#include "lua/worker.hpp"

#include <filesystem>
#include <lua.hpp>
#include <string>
#include <vector>

namespace plumbline::lua {

/// An error that Lua code raised or ran into, with the plugin's own place.
struct LuaError {
    std::string file;
    std::uint32_t line = 0;
    std::string message;   // scrubbed: no plan text
    std::string traceback; // the plugin's own frames, file:line in function
    bool limit = false;
};

/// Owns a lua_State. All use is between begin and end of a budget; a limit hit makes every further step fail until the
/// next begin.
class Sandbox {
public:
    explicit Sandbox(const Limits& limits);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    lua_State* state() const noexcept;

    /// Pushes a fresh environment for one plugin or data file: the allowed names, nothing of other plugins.
    /// `folders` are where its `require` may look. Stack: +1.
    void push_environment(const std::vector<std::filesystem::path>& folders);

    /// Loads a text chunk (never bytecode) with the environment on top of the stack as its _ENV. Throws UserError with
    /// file and line on a syntax error. Stack: -1 (environment), +1 (function).
    void load(const std::filesystem::path& file);
    void load(std::string_view source, const std::string& name);

    /// Calls the function beneath its `arguments`, within the limits. Empty on success, with `results` values pushed;
    /// otherwise the error, and nothing pushed.
    std::optional<LuaError> call(int arguments, int results);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace plumbline::lua
