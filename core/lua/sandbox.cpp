#include "lua/sandbox.hpp"

#include "base/user_error.hpp"
#include "lua/library.hpp"
#include "lua/library_functions.hpp"
#include "lua/stack.hpp"
#include "lua/trace.hpp"

#include <utility>

namespace plumbline::lua {

namespace {

int panic(lua_State* L) {
    throw InternalError("a Lua error outside a protected call: " + std::string{to_text(L, -1)});
}

/// Keeps the error with its place while the stack that it came from still stands.
int handle_error(lua_State* L) {
    auto& error = *static_cast<LuaError*>(lua_touserdata(L, lua_upvalueindex(1)));
    std::size_t length = 0;
    switch (lua_type(L, 1)) {
    case LUA_TSTRING:
    case LUA_TNUMBER: {
        const char* const text = lua_tolstring(L, 1, &length);
        error = trace(L, {text, length});
        break;
    }
    default:
        error = trace(L, std::string{"an error that is a "} + luaL_typename(L, 1) + ", not a text");
    }
    return 1;
}

int refuse_global(lua_State* L) {
    const std::string name = lua_type(L, 2) == LUA_TSTRING ? std::string{to_text(L, 2)} : luaL_typename(L, 2);
    raise(L, "global '" + name + "' assigned; write 'local " + name + "'");
}

} // namespace

struct Sandbox::Implementation {
    explicit Implementation(const Limits& limits) : budget(limits) {}

    Budget budget;
    LuaError error;
    Requires requires_;
    const void* chunk = nullptr; // loaded last: calling it is loading
    int depth = 0;
    std::unique_ptr<lua_State, void (*)(lua_State*)> state{nullptr, &lua_close};

    lua_State* L() const noexcept { return state.get(); }
    void begin() {
        if (depth == 0) budget.begin(L());
    }
    void open();
    LuaError failure(int status);
};

void Sandbox::Implementation::open() {
    state.reset(lua_newstate(&Budget::allocate, &budget));
    if (state == nullptr) throw ProtectedCallFailed("too little memory for a Lua state", true);
    lua_atpanic(L(), &panic);
    budget.trace_in(L());
    budget.begin(L());
    protect(L(), 0, 0, [this](lua_State* L) {
        push_library(L);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &budget);
        lua_pushlightuserdata(L, &error);
        lua_pushcclosure(L, &handle_error, 1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &error);
        lua_gc(L, LUA_GCCOLLECT);
    });
    budget.settle();
}

LuaError Sandbox::Implementation::failure(int status) {
    if (status == LUA_ERRMEM) budget.latch_memory(L());
    if (budget.latched()) return budget.error();
    if (error.file.empty() && error.message.empty()) error.message = "an error on the way out of an error";
    return std::exchange(error, {});
}

Sandbox::Sandbox(const Limits& limits) : implementation_(std::make_unique<Implementation>(limits)) {
    implementation_->open();
}

Sandbox::~Sandbox() = default;

lua_State* Sandbox::state() const noexcept {
    return implementation_->L();
}

void Sandbox::share(const std::string& name) {
    implementation_->begin();
    protect(state(), 1, 0, [&](lua_State* L) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &implementation_->budget);
        lua_insert(L, 1);
        raw_set_field(L, 1, name);
    });
}

void Sandbox::push_environment(const std::vector<std::filesystem::path>& folders) {
    implementation_->begin();
    protect(state(), 0, 1, [&](lua_State* L) {
        lua_newtable(L);
        push_require(L, implementation_->requires_, folders);
        raw_set_field(L, 1, "require");
        lua_newtable(L);
        lua_rawgetp(L, LUA_REGISTRYINDEX, &implementation_->budget);
        raw_set_field(L, 2, "__index");
        lua_pushcfunction(L, &refuse_global);
        raw_set_field(L, 2, "__newindex");
        push(L, "environment");
        raw_set_field(L, 2, "__metatable");
        mark_frozen(L, 2);
        lua_setmetatable(L, 1);
    });
}

void Sandbox::load(const std::filesystem::path& file) {
    std::string source;
    try {
        source = read_source(file);
    } catch (...) {
        lua_pop(state(), 1);
        throw;
    }
    load(source, file.generic_string());
}

void Sandbox::load(std::string_view source, const std::string& name) {
    implementation_->begin();
    std::optional<SyntaxError> error;
    try {
        protect(state(), 1, 1, [&](lua_State* L) {
            error = load_chunk(L, source, name, 1);
            if (error) lua_pushnil(L);
        });
    } catch (const ProtectedCallFailed& failed) {
        throw UserError({name, 0, 0}, failed.memory() ? "is too large to load" : failed.what());
    }
    if (error) {
        lua_pop(state(), 1);
        throw UserError({name, error->line, 0}, error->message);
    }
    implementation_->chunk = lua_topointer(state(), -1);
}

std::optional<LuaError> Sandbox::call(int arguments, int results) {
    auto& self = *implementation_;
    lua_State* const L = self.L();
    const int function = lua_gettop(L) - arguments;
    self.begin();
    if (lua_checkstack(L, results + LUA_MINSTACK) == 0) {
        lua_settop(L, function - 1);
        return LuaError{{}, 0, "the Lua stack is full", {}, true};
    }
    const bool was_loading = self.requires_.loading;
    if (self.chunk != nullptr && lua_topointer(L, function) == self.chunk) {
        self.requires_.loading = true;
        self.chunk = nullptr;
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &self.error); // reads a table: raises nothing
    lua_insert(L, function);
    ++self.depth;
    const int status = lua_pcall(L, arguments, results, function);
    --self.depth;
    self.requires_.loading = was_loading;
    lua_remove(L, function);
    if (status == LUA_OK && !self.budget.latched()) return std::nullopt;
    lua_settop(L, function - 1);
    return self.failure(status);
}

void Sandbox::settle() {
    implementation_->begin();
    lua_gc(state(), LUA_GCCOLLECT);
    implementation_->budget.settle();
}

bool Sandbox::worn() {
    if (!implementation_->budget.worn()) return false;
    lua_gc(state(), LUA_GCCOLLECT);
    return implementation_->budget.worn();
}

std::uint64_t Sandbox::instructions() const noexcept {
    return implementation_->budget.steps();
}

std::size_t Sandbox::memory() const noexcept {
    return implementation_->budget.memory();
}

std::uint64_t Sandbox::allocated() const noexcept {
    return implementation_->budget.allocated();
}

const std::vector<std::filesystem::path>& Sandbox::required() const noexcept {
    return implementation_->requires_.read;
}

} // namespace plumbline::lua
