#pragma once

/// A sandbox with plugins loaded in it, each once, and nothing that one check could leave for the next.

#include "lua/functions_model.hpp"
#include "lua/judge.hpp"
#include "lua/sandbox.hpp"
#include "lua/view.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::lua {

/// Makes the host's types in the sandbox and shares its functions with every environment. The session must
/// outlive the sandbox's use.
void share_host(Sandbox& sandbox, Session& session);

/// Freezes the tables that can be reached from the value on top of the stack (as far as they are plain
/// tables) and notes the upvalues of the functions among them. Replaces the value by what restore_upvalues
/// needs.
void freeze_loaded(lua_State* state);
/// Gives every upvalue back the value that it had when it was noted; what was noted is on top of the stack
/// and stays.
void restore_upvalues(lua_State* state);

class Room {
public:
    /// Plugins that do not load fail when they are called, each with its reason.
    Room(const Catalogue& catalogue, const std::vector<const Plugin*>& plugins, Session& session,
         const Limits& limits);

    /// Calls a function of the plugin's manifest ("check") within the limits. `push` pushes its arguments and
    /// returns how many; `take` sees the one result on top of the stack. Empty on success.
    std::optional<Unjudged> call(const Plugin& plugin, const char* function,
                                 const std::function<int(lua_State*)>& push,
                                 const std::function<void(lua_State*)>& take);

    /// Earlier calls left too much behind: time for a new room.
    bool worn() { return sandbox_.worn(); }
    const Sandbox& sandbox() const { return sandbox_; }
    Sandbox& sandbox() { return sandbox_; }

    void push_phrases(lua_State* state, const Plugin& plugin) const;
    void push_models(lua_State* state, const Plugin& plugin) const;

private:
    struct Loaded {
        const Plugin* plugin = nullptr;
        std::map<std::string, NamedModel> models;
        std::optional<Unjudged> failure;
    };

    void load(Loaded& loaded);
    void keep_functions(Loaded& loaded);
    const Loaded& find(const Plugin& plugin) const;

    const Catalogue* catalogue_;
    Sandbox sandbox_;
    std::map<std::string, std::uint32_t> sets_; // "plugin/set" → number in the book
    std::deque<Loaded> loaded_;                 // addresses are registry keys
};

/// "file:line: message", the place left out as far as it is not known.
Unjudged unjudged_by(const LuaError& error, const Plugin& plugin);

} // namespace plumbline::lua
