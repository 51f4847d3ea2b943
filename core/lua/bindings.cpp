#include "lua/bindings.hpp"

#include "base/user_error.hpp"
#include "lua/data.hpp"
#include "lua/recorder.hpp"
#include "lua/view.hpp"
#include "lua/view_types.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

constexpr int names_upvalue = 1; // of __index: name → Field* or function
constexpr int type_upvalue = 2;

const Type& type_of_upvalue(lua_State* state) {
    return *static_cast<const Type*>(lua_touserdata(state, lua_upvalueindex(type_upvalue)));
}

std::string shown_key(lua_State* state, int index) {
    if (lua_type(state, index) == LUA_TSTRING) return "." + std::string(to_text(state, index));
    if (lua_type(state, index) == LUA_TNUMBER) return "[number]";
    return std::string("[") + luaL_typename(state, index) + "]";
}

/// Pushes what is stored with the userdata under the key at index 2; false (nothing pushed) when nothing is.
bool push_stored(lua_State* state) {
    if (lua_getiuservalue(state, 1, 1) != LUA_TTABLE) {
        lua_pop(state, 1);
        return false;
    }
    lua_pushvalue(state, 2);
    if (lua_rawget(state, -2) == LUA_TNIL) {
        lua_pop(state, 2);
        return false;
    }
    lua_remove(state, -2);
    return true;
}

/// Stores the value on top of the stack with the userdata, under the key at index 2.
void store(lua_State* state) {
    if (lua_getiuservalue(state, 1, 1) != LUA_TTABLE) {
        lua_pop(state, 1);
        lua_newtable(state);
        lua_pushvalue(state, -1);
        lua_setiuservalue(state, 1, 1);
    }
    lua_pushvalue(state, 2);
    lua_pushvalue(state, -3);
    lua_rawset(state, -3);
    lua_pop(state, 1);
}

/// The names that a value has of its own.
std::vector<std::string> stored_names(lua_State* state) {
    std::vector<std::string> names;
    if (lua_getiuservalue(state, 1, 1) == LUA_TTABLE) {
        lua_pushnil(state);
        while (lua_next(state, -2) != 0) {
            names.emplace_back(to_text(state, -2));
            lua_pop(state, 1);
        }
    }
    std::sort(names.begin(), names.end()); // Lua's order is not settled
    return names;
}

/// "; there are: a, b", or that there is none.
std::string among(const std::vector<std::string>& names) {
    if (names.empty()) return "; the manifest has none";
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "; there are: " : ", ") + name;
    return out;
}

[[noreturn]] void raise_unknown(lua_State* state, const Type& type) {
    const std::string noun(type.stored.empty() ? "field" : type.stored);
    std::string message = std::string(type.name) + shown_key(state, 2) + ": no such " + noun;
    const std::vector<std::string> names = type.stored.empty() ? type.names() : stored_names(state);
    const std::string near = lua_type(state, 2) == LUA_TSTRING ? suggestion(to_text(state, 2), names) : "";
    message += near;
    if (near.empty() && !type.stored.empty()) message += among(names);
    raise(state, message);
}

int read_item(lua_State* state, const Handle& handle) {
    check_open(state, session_of(state), handle);
    const lua_Integer number = lua_tointeger(state, 2);
    if (number < 1 || static_cast<std::size_t>(number) > handle.type->count(handle))
        lua_pushnil(state);
    else
        handle.type->push_item(state, handle, static_cast<std::size_t>(number) - 1);
    return 1;
}

int read_field(lua_State* state) {
    const Handle handle = *static_cast<const Handle*>(lua_touserdata(state, 1));
    lua_settop(state, 2);
    if (handle.type->push_item != nullptr && lua_isinteger(state, 2) != 0) return read_item(state, handle);
    lua_pushvalue(state, 2);
    const int kind = lua_isnil(state, 2) ? LUA_TNIL : lua_rawget(state, lua_upvalueindex(names_upvalue));
    if (kind == LUA_TFUNCTION) return 1;
    if (kind == LUA_TNIL) {
        const Type& type = type_of_upvalue(state);
        if (!type.stored.empty() && push_stored(state)) return 1;
        raise_unknown(state, type);
    }
    Session& session = session_of(state);
    check_open(state, session, handle);
    const auto& field = *static_cast<const Field*>(lua_touserdata(state, -1));
    if ((field.push == nullptr || field.kept) && push_stored(state)) return 1;
    if (field.push == nullptr) {
        lua_pushnil(state);
        return 1;
    }
    field.push(state, session, handle);
    if (field.kept && !lua_isnil(state, -1)) store(state);
    return 1;
}

int read_recorded(lua_State* state) {
    return session_of(state).recorder()->read(state, type_of_upvalue(state), &read_field);
}

/// Upvalues: the method, the type that it is of.
int call_recorded(lua_State* state) {
    const auto& method = *static_cast<const Method*>(lua_touserdata(state, lua_upvalueindex(1)));
    const auto* type = static_cast<const Type*>(lua_touserdata(state, lua_upvalueindex(2)));
    return session_of(state).recorder()->call(state, method, type);
}

/// Pushes the method's function, or one that records each call where the session has a recorder.
void push_call(lua_State* state, const Method& method, const Type* type) {
    if (session_of(state).recorder() == nullptr) {
        lua_pushcfunction(state, method.call);
        return;
    }
    // Lua keeps the addresses and gives them back; nothing is written through them.
    lua_pushlightuserdata(state,
                          const_cast<Method*>(&method));   // NOLINT(cppcoreguidelines-pro-type-const-cast)
    lua_pushlightuserdata(state, const_cast<Type*>(type)); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    lua_pushcclosure(state, &guarded<call_recorded>, 2);
}

int refuse_write(lua_State* state) {
    const Type& type = type_of_upvalue(state);
    raise(state, std::string(type.name) + shown_key(state, 2) + ": the host's values cannot be changed");
}

void add_names(lua_State* state, const Type& type) {
    if (type.base != nullptr) add_names(state, *type.base);
    for (const Field& field : type.fields) {
        push_string(state, field.name);
        // Lua keeps the address and gives it back; nothing is written through it.
        lua_pushlightuserdata(state,
                              const_cast<Field*>(&field)); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        lua_rawset(state, -3);
    }
    for (const Method& method : type.methods) {
        push_string(state, method.name);
        push_call(state, method, &type);
        lua_rawset(state, -3);
    }
}

void set_operator(lua_State* state, const char* name, lua_CFunction function) {
    if (function == nullptr) return;
    lua_pushcfunction(state, function);
    lua_setfield(state, -2, name);
}

const Operators& operators_of(const Type& type) {
    const Operators& own = type.operators;
    return own.text == nullptr && type.base != nullptr ? operators_of(*type.base) : own;
}

void set_access(lua_State* state, const Type& type) {
    auto* address = const_cast<Type*>(&type); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    lua_newtable(state);
    add_names(state, type);
    lua_pushlightuserdata(state, address);
    const bool recorded = session_of(state).recorder() != nullptr;
    lua_pushcclosure(state, recorded ? &guarded<read_recorded> : &guarded<read_field>, 2);
    lua_setfield(state, -2, "__index");
    lua_pushnil(state);
    lua_pushlightuserdata(state, address);
    lua_pushcclosure(state, &guarded<refuse_write>, 2);
    lua_setfield(state, -2, "__newindex");
}

void make_type(lua_State* state, const Type& type) {
    lua_newtable(state);
    lua_pushboolean(state, 1);
    lua_rawsetp(state, -2, &type_marker());
    push_string(state, type.lua);
    lua_setfield(state, -2, "__name");
    lua_pushboolean(state, 0);
    lua_setfield(state, -2, "__metatable");
    set_access(state, type);
    const Operators& operators = operators_of(type);
    set_operator(state, "__tostring", operators.text);
    set_operator(state, "__eq", operators.equal);
    set_operator(state, "__lt", operators.less);
    set_operator(state, "__le", operators.less_equal);
    set_operator(state, "__add", operators.add);
    set_operator(state, "__sub", operators.subtract);
    if (&type == &list_type()) make_list_access(state);
    if (type.push_item != nullptr) make_item_access(state);
    lua_rawsetp(state, LUA_REGISTRYINDEX, &type);
}

/// The known word with the longest beginning in common, where that is most of the word: "contingancy" for
/// "contingencies".
std::optional<std::string> same_start(std::string_view word, const std::vector<std::string>& known) {
    std::optional<std::string> best;
    std::size_t longest = std::max<std::size_t>(4, (word.size() + 1) / 2) - 1;
    for (const std::string& candidate : known) {
        const auto [end, ignored] =
            std::mismatch(word.begin(), word.end(), candidate.begin(), candidate.end());
        const auto shared = static_cast<std::size_t>(end - word.begin());
        if (shared <= longest) continue;
        longest = shared;
        best = candidate;
    }
    return best;
}

} // namespace

const char& type_marker() {
    static const char marker = 0;
    return marker;
}

std::vector<std::string> Type::names() const {
    std::vector<std::string> all = base != nullptr ? base->names() : std::vector<std::string>();
    for (const Field& field : fields)
        all.emplace_back(field.name);
    for (const Method& method : methods)
        all.emplace_back(method.name);
    return all;
}

void make_types(lua_State* state) {
    for (const Type* type : types())
        if (type->reachable) make_type(state, *type);
}

void set_functions(lua_State* state) {
    for (const Function& function : functions()) {
        const std::size_t dot = function.name.find('.');
        if (dot == std::string_view::npos) {
            push_string(state, function.name);
            push_call(state, function, nullptr);
            lua_rawset(state, -3);
            continue;
        }
        push_string(state, function.name.substr(0, dot));
        lua_pushvalue(state, -1);
        if (lua_rawget(state, -3) == LUA_TNIL) {
            lua_pop(state, 1);
            lua_newtable(state);
            lua_pushvalue(state, -2);
            lua_pushvalue(state, -2);
            lua_rawset(state, -5);
        }
        push_string(state, function.name.substr(dot + 1));
        push_call(state, function, nullptr);
        lua_rawset(state, -3);
        lua_pop(state, 2);
    }
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    auto near = nearest(word, known);
    if (!near) near = same_start(word, known);
    return near ? "; did you mean " + *near + "?" : "";
}

} // namespace plumbline::lua
