#include "lua/worker_room.hpp"

#include "base/user_error.hpp"
#include "lua/bindings.hpp"
#include "lua/recorder.hpp"
#include "lua/view_types.hpp"
#include "lua/worker_outcome.hpp"

#include <algorithm>
#include <array>

namespace plumbline::lua {

namespace {

constexpr std::array<const char*, 3> kept_functions{"check", "remember", "compare"};

/// What one protected call is about; reached from Lua by its address.
struct Call {
    const void* entry; // registry key of what is kept of the plugin
    const char* function;
    const std::function<int(lua_State*)>* push;
    const std::function<void(lua_State*)>* take;
};

/// Argument 1: the Call.
int run_call(lua_State* state) {
    const auto& call = *static_cast<const Call*>(lua_touserdata(state, 1));
    lua_rawgetp(state, LUA_REGISTRYINDEX, call.entry);
    lua_getfield(state, -1, "upvalues");
    restore_upvalues(state);
    lua_pop(state, 1);
    lua_getfield(state, -1, call.function);
    const int arguments = (*call.push)(state);
    lua_call(state, arguments, 1);
    (*call.take)(state);
    return 0;
}

/// Arguments: the registry key (light), the library's `pairs`, what plugin.lua returned.
int keep(lua_State* state) {
    if (!lua_istable(state, 3)) throw UserError("plugin.lua must return a table");
    lua_newtable(state);
    const int entry = lua_gettop(state);
    for (const char* const name : kept_functions) {
        push(state, name);
        lua_rawget(state, 3);
        raw_set_field(state, entry, name);
    }
    lua_pushvalue(state, 2);
    lua_pushvalue(state, 3);
    freeze_loaded(state);
    raw_set_field(state, entry, "upvalues");
    lua_pushvalue(state, entry);
    lua_rawsetp(state, LUA_REGISTRYINDEX, lua_touserdata(state, 1));
    return 0;
}

/// What to do about an error of Lua's own, which only says what it met.
std::string_view advice_on(std::string_view message) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{{
        {"attempt to index a nil value", "; there is nothing here (nil): ask before reading a field of it"},
        {"attempt to call a plumbline.List", "; go through a list with ipairs(list)"},
        {"attempt to call a nil value", "; there is no such function (nil)"},
        {"attempt to concatenate a plumbline", "; join tostring(value) instead"},
        {"attempt to concatenate a nil value", "; there is nothing here (nil): ask before joining it"},
        {"attempt to perform arithmetic on a nil value",
         "; there is nothing here (nil): ask before reckoning with it"},
    }};
    for (const auto& [begin, advice] : known)
        if (message.starts_with(begin)) return advice;
    return {};
}

} // namespace

Unjudged unjudged_by(const LuaError& error, const Plugin& plugin) {
    const std::string file = error.file.empty() ? plugin_file(plugin) : error.file;
    const std::string message = error.message + std::string(advice_on(error.message));
    return {to_string(FilePosition{file, error.line, 0}) + ": " + message, error.traceback,
            error.limit ? judgement::Failure::limit : judgement::Failure::error};
}

Room::Room(const Catalogue& catalogue, const std::vector<const Plugin*>& plugins, Session& session,
           const Limits& limits)
    : catalogue_(&catalogue), sandbox_(limits) {
    share_host(sandbox_, session);
    if (Recorder* const recorder = session.recorder()) recorder->watch(sandbox_.state());
    const auto& sets = catalogue.phrase_book().sets();
    for (std::size_t i = 0; i < sets.size(); ++i)
        sets_.emplace(sets[i].name, static_cast<std::uint32_t>(i));
    for (const Plugin* plugin : plugins) {
        Loaded& loaded = loaded_.emplace_back();
        loaded.plugin = plugin;
        load(loaded);
    }
    sandbox_.settle();
}

void Room::load(Loaded& loaded) {
    const Plugin& plugin = *loaded.plugin;
    try {
        for (const auto& [name, file] : plugin.models)
            loaded.models.emplace(name, load_model(plugin.folder / file, catalogue_->words()));
        sandbox_.push_environment({plugin.folder, catalogue_->words()});
        sandbox_.load(plugin.folder / "plugin.lua");
    } catch (const UserError& error) {
        loaded.failure = Unjudged{error.what(), "", judgement::Failure::error};
        return;
    }
    if (const auto error = sandbox_.call(0, 1))
        loaded.failure = unjudged_by(*error, plugin);
    else
        keep_functions(loaded);
}

/// Takes what plugin.lua returned from the stack.
void Room::keep_functions(Loaded& loaded) {
    lua_State* const state = sandbox_.state();
    sandbox_.push_environment({});
    protect(state, 2, 4, [&](lua_State* inner) {
        lua_pushcfunction(inner, &guarded<keep>);
        lua_pushlightuserdata(inner, &loaded);
        lua_getfield(inner, 2, "pairs");
        lua_pushvalue(inner, 1);
    });
    if (const auto error = sandbox_.call(3, 0)) loaded.failure = unjudged_by(*error, *loaded.plugin);
}

const Room::Loaded& Room::find(const Plugin& plugin) const {
    const auto found = std::find_if(loaded_.begin(), loaded_.end(),
                                    [&](const Loaded& loaded) { return loaded.plugin->id == plugin.id; });
    if (found == loaded_.end())
        throw InternalError("plugin " + plugin.id + " is not in this worker's catalogue");
    return *found;
}

std::optional<Unjudged> Room::call(const Plugin& plugin, const char* function,
                                   const std::function<int(lua_State*)>& push,
                                   const std::function<void(lua_State*)>& take) {
    const Loaded& loaded = find(plugin);
    if (loaded.failure) return loaded.failure;
    Call call{&loaded, function, &push, &take};
    lua_State* const state = sandbox_.state();
    lua_pushcfunction(state, &guarded<run_call>);
    lua_pushlightuserdata(state, &call);
    if (const auto error = sandbox_.call(1, 0)) return unjudged_by(*error, plugin);
    return std::nullopt;
}

void Room::push_phrases(lua_State* state, const Plugin& plugin) const {
    lua_newtable(state);
    for (const text::PhraseSet& set : plugin.phrases) {
        const auto number = sets_.find(plugin.id + "/" + set.name);
        if (number == sets_.end()) throw InternalError("a phrase set that is not in the book");
        push_handle(state, {&phrase_set_type(), find(plugin).plugin, Handle::lasting, number->second});
        raw_set_field(state, -2, set.name);
    }
    push_record(state, phrases_type());
}

void Room::push_models(lua_State* state, const Plugin& plugin) const {
    lua_newtable(state);
    for (const auto& [name, model] : find(plugin).models) {
        push_handle(state, {&model_type(), &model});
        raw_set_field(state, -2, name);
    }
    push_record(state, models_type());
}

} // namespace plumbline::lua
