#pragma once

/// A Lua state in which nobody's code can do harm: the allowed library, bounded replacements for what C code
/// would run without a hook, limits that are latched. Used for plugins (worker) and for data files in Lua
/// (rule sets, manifests).

#include "lua/budget.hpp"
#include "lua/worker.hpp"

#include <filesystem>
#include <lua.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

/// Owns a lua_State. A budget begins with each outermost `call`; a limit hit makes every further step of that
/// call fail, whatever its pcall does, and the next call starts afresh.
class Sandbox {
public:
    explicit Sandbox(const Limits& limits);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    lua_State* state() const noexcept;

    /// Makes the value on top of the stack a name that every environment sees and none can change: the host's
    /// functions. Stack: -1.
    void share(const std::string& name);

    /// Pushes a fresh environment for one plugin or data file: the allowed names, nothing of other plugins.
    /// `folders` are where its `require` may look. Stack: +1.
    void push_environment(const std::vector<std::filesystem::path>& folders);

    /// Loads a text chunk (never bytecode) with the environment on top of the stack as its _ENV. Throws
    /// UserError with file and line on a syntax error. Stack: -1 (environment), +1 (function); on an error
    /// -1. `require` works while the function runs, and only answers from what it has loaded afterwards.
    void load(const std::filesystem::path& file);
    void load(std::string_view source, const std::string& name);

    /// Calls the function beneath its `arguments`, within the limits. Empty on success, with `results` values
    /// pushed; otherwise the error, and nothing pushed.
    std::optional<LuaError> call(int arguments, int results);

    /// Says that loading is over: collects garbage; the memory limit counts from here.
    void settle();
    /// Earlier calls left so much behind that a well-behaved one could run out of memory: time for a new
    /// sandbox.
    bool worn();

    /// Of the last call: instructions used, about. Bytes that the state holds now.
    std::uint64_t instructions() const noexcept;
    std::size_t memory() const noexcept;
    /// Bytes asked for so far, given back or not.
    std::uint64_t allocated() const noexcept;

    /// The files that `require` has read for any environment, in the order read.
    const std::vector<std::filesystem::path>& required() const noexcept;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace plumbline::lua
