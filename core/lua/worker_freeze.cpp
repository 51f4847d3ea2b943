/// What a plugin made while it was loaded stays as it was: tables become read-only, and upvalues are given
/// back their values before each call. A check then cannot leave anything for the next one.

#include "base/user_error.hpp"
#include "lua/library.hpp"
#include "lua/library_functions.hpp"
#include "lua/worker_room.hpp"

#include <unordered_set>

namespace plumbline::lua {

namespace {

int refuse_write(lua_State* state) {
    const std::string key(lua_type(state, 2) == LUA_TSTRING ? "." + std::string(to_text(state, 2)) : "[…]");
    raise(state, "this table was made while the plugin was loaded and cannot be changed (" + key +
                     "); make a new one inside check");
}

int count_items(lua_State* state) {
    lua_pushinteger(state, static_cast<lua_Integer>(lua_rawlen(state, lua_upvalueindex(1))));
    return 1;
}

/// One step of a walk; upvalues: the step of the content's own walk, and the content, which never leaves the
/// host.
int walk_on(lua_State* state) {
    lua_settop(state, 2);
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_pushvalue(state, lua_upvalueindex(2));
    lua_pushvalue(state, 2);
    lua_call(state, 2, 2);
    return 2;
}

/// Upvalues: the content, and the `pairs` of the library.
int walk(lua_State* state) {
    lua_pushvalue(state, lua_upvalueindex(2));
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_call(state, 1, 1);
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_pushcclosure(state, &walk_on, 2);
    lua_pushvalue(state, 1);
    return 2;
}

class Freezer {
public:
    /// The value to start from is on top of the stack, with the library's `pairs` beneath it.
    explicit Freezer(lua_State* state) : state_(state) {
        pairs_ = lua_gettop(state_) - 1;
        lua_newtable(state_);
        waiting_ = lua_gettop(state_);
        lua_newtable(state_);
        noted_ = lua_gettop(state_);
    }

    void run() {
        lua_pushvalue(state_, waiting_ - 1);
        wait();
        while (count_ > 0) {
            lua_rawgeti(state_, waiting_, count_--);
            visit();
            lua_pop(state_, 1);
        }
        lua_pushvalue(state_, noted_);
    }

private:
    /// Takes the value on top of the stack for a later visit.
    void wait() {
        const int type = lua_type(state_, -1);
        const bool inside = type == LUA_TTABLE || type == LUA_TFUNCTION;
        if (inside && seen_.insert(lua_topointer(state_, -1)).second)
            lua_rawseti(state_, waiting_, ++count_);
        else
            lua_pop(state_, 1);
    }

    void visit() {
        luaL_checkstack(state_, 8, "tables nested too deep");
        if (lua_isfunction(state_, -1))
            note_upvalues();
        else
            visit_table();
    }

    void note_upvalues() {
        if (lua_iscfunction(state_, -1) != 0) return;
        for (int index = 1; lua_getupvalue(state_, -1, index) != nullptr; ++index) {
            if (upvalues_.insert(lua_upvalueid(state_, -2, index)).second) note(index);
            wait();
        }
    }

    /// The function is beneath its upvalue's value, which is on top; both stay.
    void note(int index) {
        lua_pushvalue(state_, -2);
        lua_rawseti(state_, noted_, ++noted_count_);
        lua_pushinteger(state_, index);
        lua_rawseti(state_, noted_, ++noted_count_);
        lua_pushvalue(state_, -1);
        if (lua_isnil(state_, -1)) {
            lua_pop(state_, 1);
            lua_pushlightuserdata(state_, nullptr); // stands for nil, which a list cannot hold
        }
        lua_rawseti(state_, noted_, ++noted_count_);
    }

    void visit_table() {
        if (frozen(state_, lua_gettop(state_))) return;
        bool used_as_metatable = false;
        lua_pushnil(state_);
        while (lua_next(state_, -2) != 0) {
            used_as_metatable = used_as_metatable || to_text(state_, -2).starts_with("__");
            wait();
            lua_pushvalue(state_, -1);
            wait();
        }
        if (lua_getmetatable(state_, -1) != 0) {
            wait();
            return;
        }
        if (!used_as_metatable) freeze_table();
    }

    /// Moves the content of the table on top behind a metatable that only lets it be read.
    void freeze_table() {
        const int table = lua_gettop(state_);
        lua_newtable(state_);
        const int content = table + 1;
        lua_pushnil(state_);
        while (lua_next(state_, table) != 0) {
            lua_pushvalue(state_, -2);
            lua_insert(state_, -2);
            lua_rawset(state_, content); // Stack: table, content, key
            lua_pushvalue(state_, -1);
            lua_pushnil(state_);
            lua_rawset(state_, table); // taking out the key of a walk is allowed
        }
        lua_newtable(state_);
        lua_pushvalue(state_, content);
        raw_set_field(state_, -2, "__index");
        lua_pushcfunction(state_, &guarded<refuse_write>);
        raw_set_field(state_, -2, "__newindex");
        lua_pushvalue(state_, content);
        lua_pushcclosure(state_, &count_items, 1);
        raw_set_field(state_, -2, "__len");
        lua_pushvalue(state_, content);
        lua_pushvalue(state_, pairs_);
        lua_pushcclosure(state_, &walk, 2);
        raw_set_field(state_, -2, "__pairs");
        push(state_, "frozen");
        raw_set_field(state_, -2, "__metatable");
        mark_frozen(state_, -1);
        lua_setmetatable(state_, table);
        lua_settop(state_, table);
    }

    lua_State* state_;
    int pairs_ = 0, waiting_ = 0, noted_ = 0;
    lua_Integer count_ = 0, noted_count_ = 0;
    std::unordered_set<const void*> seen_, upvalues_;
};

} // namespace

void freeze_loaded(lua_State* state) {
    const int value = lua_gettop(state);
    Freezer(state).run();
    lua_replace(state, value);
    lua_settop(state, value);
}

void restore_upvalues(lua_State* state) {
    const auto count = static_cast<lua_Integer>(lua_rawlen(state, -1));
    for (lua_Integer at = 1; at + 2 <= count; at += 3) {
        lua_rawgeti(state, -1, at);
        lua_rawgeti(state, -2, at + 1);
        const int index = static_cast<int>(lua_tointeger(state, -1));
        lua_pop(state, 1);
        lua_rawgeti(state, -2, at + 2);
        if (lua_islightuserdata(state, -1)) {
            lua_pop(state, 1);
            lua_pushnil(state);
        }
        if (lua_setupvalue(state, -2, index) == nullptr) throw InternalError("an upvalue is gone");
        lua_pop(state, 1);
    }
}

} // namespace plumbline::lua
