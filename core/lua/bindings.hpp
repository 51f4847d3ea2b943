#pragma once

/// The one table of everything that a plugin can reach of the host: types with their fields and methods, and
/// global functions. Lua's view, "did you mean …?", docs/plumbline.lua and the tables of docs/plugin-api.md
/// all come from it.

#include "lua/stack.hpp"
#include "plan/narrative.hpp"

#include <cstdint>
#include <lua.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

class Session;
struct Type;

/// What stands behind every value that a plugin gets from the host (the userdata's whole content). Nothing in
/// it is owned: `object` belongs to the plan or to the session, and is not touched unless `generation` is
/// still current.
struct Handle {
    static constexpr std::uint64_t lasting = 0; // generation of what never closes: dates, records

    const Type* type = nullptr;
    const void* object = nullptr;
    std::uint64_t generation = lasting;
    std::uint32_t begin = 0, end = 0; // words: bytes of the text; otherwise as the type says
    std::uint32_t index = 0;          // words: which sentence, clause … of the reading
};

/// A set of allowed strings that has a name in the stubs: "plumbline.EventKind".
struct ValueSet {
    std::string_view name;
    std::vector<std::string_view> values;
};

/// One thing that can be read. `push` pushes exactly one value; nullptr for what is stored with the value
/// itself.
struct Field {
    using Push = void (*)(lua_State*, Session&, const Handle&);

    std::string_view name;
    std::string_view lua; // LuaLS type: "plumbline.Date?"
    std::string_view help;
    Push push = nullptr;
    bool kept = false; // worked out once for each value: lists, texts, nodes
};

/// A parameter of a method or function: name ("others…" repeats), LuaLS type ("integer?" may be left out) and
/// help.
struct Argument {
    std::string_view name, lua, help;
};

struct Method {
    std::string_view name;
    std::vector<Argument> arguments; // without self
    std::string_view returns;        // LuaLS type; empty when it returns nothing
    std::string_view help;
    lua_CFunction call = nullptr;
};

/// A global function, or one of a global table ("calendar.working_days").
using Function = Method;

struct Operators {
    lua_CFunction text = nullptr; // tostring(value)
    lua_CFunction equal = nullptr, less = nullptr, less_equal = nullptr, add = nullptr, subtract = nullptr;
};

struct Type {
    std::string_view name; // "action": what `type` says and error messages use
    std::string_view lua;  // "plumbline.Action"
    std::string_view help;
    const Type* base = nullptr; // whose fields and methods this has too
    std::vector<Field> fields = {};
    std::vector<Method> methods = {};
    Operators operators = {};
    // Nodes of a plan only.
    const plan::Location* (*location)(const void* object) = nullptr;
    std::string_view (*id)(const void* object) = nullptr;
    std::vector<std::string_view> operations = {}; // for the stubs: "sub(plumbline.Date): integer"
    std::string_view stored_lua = {};              // the LuaLS type of its stored fields
    std::string_view stored = {}; // its fields are those stored with each value, called this: "parameter"
    // Lists whose items are made when they are asked for: the LuaLS type of an item, how many there are, and
    // what pushes one (from 0).
    std::string_view item_lua = {};
    std::size_t (*count)(const Handle&) = nullptr;
    void (*push_item)(lua_State*, const Handle&, std::size_t) = nullptr;
    bool reachable = true; // false: only described (what plugins write, not what they read)

    bool is(const Type& other) const { return this == &other || (base != nullptr && base->is(other)); }
    /// Every name that can be asked of it, its base's included.
    std::vector<std::string> names() const;
};

/// Everything, in the order of the reference page.
const std::vector<const Type*>& types();
const std::vector<Function>& functions();
const std::vector<ValueSet>& value_sets();
/// The set of this name; throws InternalError when there is none.
const ValueSet& value_set(std::string_view name);

/// Makes the metatable of every type. To be called once in a state, inside a protected call.
void make_types(lua_State* state);
/// Sets the global functions in the table on top of the stack. Stack unchanged.
void set_functions(lua_State* state);

/// The key that marks a metatable as one of the host's.
const char& type_marker();
/// Adds [number], # and pairs to the metatable on top of the stack.
void make_list_access(lua_State* state);
/// The same for a type with `push_item`; its [number] comes before its fields.
void make_item_access(lua_State* state);

/// "; did you mean contingencies?", or nothing when no known word is near.
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

} // namespace plumbline::lua
