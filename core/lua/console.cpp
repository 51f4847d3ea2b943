#include "lua/console.hpp"

#include "lua/console_values.hpp"
#include "lua/judge_calls.hpp"
#include "lua/library.hpp"
#include "lua/view_types.hpp"
#include "lua/worker_outcome.hpp"
#include "lua/worker_room.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace plumbline::lua {

namespace {

constexpr const char* chunk_name = "console";

Parameters defaults_of(const Plugin& plugin) {
    Parameters parameters;
    for (const Parameter& parameter : plugin.parameters)
        parameters[parameter.name] = parameter.default_value;
    return parameters;
}

std::string told(const judgement::Observation& said) {
    std::string out = "judged " + said.criterion + ": " + std::string(to_word(said.outcome)) + ", line " +
                      std::to_string(said.at.line) + "\n";
    for (const std::string& words : {said.message, said.advice, said.reason})
        if (!words.empty()) out += "  " + words + "\n";
    for (const auto& evidence : said.evidence)
        out += "  “" + evidence.text + "”\n";
    return out;
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace

struct Console::Implementation {
    Implementation(const Catalogue& catalogue, const Plugin* the_plugin, const plan::Plan& plan,
                   const Surroundings& surroundings)
        : plugin(the_plugin), session(catalogue.phrase_book(), surroundings),
          room(catalogue,
               the_plugin != nullptr ? std::vector<const Plugin*>{the_plugin} : std::vector<const Plugin*>{},
               session, Limits{}) {
        session.open(plan);
        sandbox().push_environment({});
        protect(state(), 1, 0, [this](lua_State* inner) { furnish(inner); });
        begin(); // so that 'judge' is there to be completed
        session.end();
    }

    Sandbox& sandbox() { return room.sandbox(); }
    lua_State* state() { return sandbox().state(); }

    /// The environment of a plugin is argument 1: ours falls back on it, and can be assigned to.
    void furnish(lua_State* inner) {
        lua_newtable(inner);
        push_node(inner, session, plan_type(), &session.plan());
        raw_set_field(inner, 2, "plan");
        if (plugin != nullptr) {
            push_parameters(inner, *plugin, defaults_of(*plugin));
            raw_set_field(inner, 2, "parameters");
            room.push_phrases(inner, *plugin);
            raw_set_field(inner, 2, "phrases");
            room.push_models(inner, *plugin);
            raw_set_field(inner, 2, "models");
        }
        lua_newtable(inner);
        lua_pushvalue(inner, 1);
        raw_set_field(inner, 3, "__index");
        lua_setmetatable(inner, 2);
        lua_rawsetp(inner, LUA_REGISTRYINDEX, this);
    }

    /// A judge for this line alone.
    void begin() {
        if (plugin == nullptr) return;
        judge.emplace(*plugin);
        session.begin(*plugin, &*judge);
        protect(state(), 0, 0, [this](lua_State* inner) {
            lua_rawgetp(inner, LUA_REGISTRYINDEX, this);
            push_judge(inner, session);
            raw_set_field(inner, -2, "judge");
        });
    }

    /// Leaves the function on the stack; the error otherwise.
    std::optional<SyntaxError> load(const std::string& source) {
        std::optional<SyntaxError> error;
        protect(state(), 0, 1, [&](lua_State* inner) {
            lua_rawgetp(inner, LUA_REGISTRYINDEX, this);
            error = load_chunk(inner, source, chunk_name, 1);
            if (error) lua_pushnil(inner);
        });
        if (error) lua_pop(state(), 1);
        return error;
    }

    Reply run(const std::string& source) {
        begin();
        std::optional<SyntaxError> error = load("return " + source);
        if (error) error = load(source);
        if (error) {
            if (error->message.find("<eof>") != std::string::npos) return {{}, false, true};
            return {"line " + std::to_string(error->line) + ": " + error->message + "\n", true, false};
        }
        const int before = lua_gettop(state()) - 1;
        Reply reply;
        if (const auto failed = sandbox().call(0, LUA_MULTRET)) {
            reply = {(failed->line > 1 ? "line " + std::to_string(failed->line) + ": " : "") +
                         failed->message + "\n",
                     true, false};
        } else {
            const int results = lua_gettop(state()) - before;
            for (int i = 1; i <= results; ++i)
                reply.text += shown(before + i);
            lua_settop(state(), before);
        }
        if (judge)
            for (const judgement::Observation& observation : judge->given())
                reply.text += told(observation);
        session.end();
        return reply;
    }

    std::string shown(int index) {
        std::string text;
        lua_pushvalue(state(), index);
        try {
            protect(state(), 1, 0, [&](lua_State* inner) { text = console_text(inner, 1); });
        } catch (const ProtectedCallFailed& failed) {
            text = std::string(failed.what()) + "\n";
        }
        return text;
    }

    /// The names that the value of an expression has; none when it has no value. Only names and dots are
    /// evaluated: nothing is called.
    std::vector<std::string> names_of(const std::string& expression, bool methods) {
        if (load("return " + expression)) return {};
        const int before = lua_gettop(state()) - 1;
        if (sandbox().call(0, 1)) return {};
        std::vector<std::string> names;
        protect(state(), 1, 0, [&](lua_State* inner) { names = member_names(inner, 1, methods); });
        lua_settop(state(), before);
        return names;
    }

    std::vector<std::string> own_names() {
        std::set<std::string> names;
        protect(state(), 0, 0, [&](lua_State* inner) {
            lua_rawgetp(inner, LUA_REGISTRYINDEX, this);
            for (const std::string& name : member_names(inner, 1, false))
                names.insert(name);
        });
        const auto add = [&](std::string_view name) { names.emplace(name.substr(0, name.find('.'))); };
        for (const Function& function : functions())
            add(function.name);
        for (const AllowedName& name : library_names())
            if (name.allowed) add(name.name);
        return {names.begin(), names.end()};
    }

    const Plugin* plugin;
    Session session;
    Room room;
    std::optional<Judge> judge;
};

Console::Console(const Catalogue& catalogue, const Plugin* plugin, const plan::Plan& plan,
                 const Surroundings& surroundings)
    : implementation_(std::make_unique<Implementation>(catalogue, plugin, plan, surroundings)) {}

Console::~Console() = default;

Console::Reply Console::run(const std::string& source) {
    return implementation_->run(source);
}

Console::Completion Console::complete(std::string_view line) {
    Completion out;
    out.from = line.size();
    while (out.from > 0 && is_word(line[out.from - 1]))
        --out.from;
    const std::string begun(line.substr(out.from));
    std::vector<std::string> names;
    const char mark = out.from > 0 ? line[out.from - 1] : ' ';
    if (mark == '.' || mark == ':') {
        std::size_t first = out.from - 1;
        const auto in_chain = [](char c) { return is_word(c) || c == '.' || c == '[' || c == ']'; };
        while (first > 0 && in_chain(line[first - 1]))
            --first;
        names = implementation_->names_of(std::string(line.substr(first, out.from - 1 - first)), mark == ':');
    } else {
        names = implementation_->own_names();
    }
    for (std::string& name : names)
        if (name.starts_with(begun)) out.words.push_back(std::move(name));
    std::sort(out.words.begin(), out.words.end());
    return out;
}

} // namespace plumbline::lua
