#pragma once

/// What a plugin asked of the host, and which of its lines ran: what `explain`, `plugin bench`, `plugin lint`
/// and the console are made of. A worker without a recorder records nothing and pays nothing for it.

#include "judgement/judgement.hpp"

#include <chrono>
#include <cstdint>
#include <lua.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumbline::lua {

struct Method;
struct Type;

/// A line of a plugin that had been reached.
struct CodePlace {
    std::string file;
    std::uint32_t line = 0;
    std::string function; // its name where Lua knows one
};

/// Words that an answer held, and the phrase that found them: "trigger: should {plan|placement} fail".
struct ShownWords {
    judgement::Evidence words;
    std::string phrase;
};

/// One thing that the plugin asked of the host, in the order asked.
struct Step {
    enum class Kind : std::uint8_t { read, call, judgement };

    Kind kind = Kind::read;
    std::string what;                   // "action.task", "text:find", "statutory", "judge:not_met"
    judgement::Place at;                // the node that it is about; no path where it is about none
    std::string narrative;              // of words: the node's field that they stand in ("task")
    std::vector<std::string> arguments; // as shown to people
    std::string answer;                 // as shown to people; empty for a judgement
    std::vector<ShownWords> words;      // of the answer
    std::optional<judgement::Observation> judged;
    std::vector<CodePlace> from; // the plugin's line that asked, then its callers
    std::size_t lines = 0;       // how many lines had run before it
};

/// One line that ran. `function`: the line where its function begins.
struct LineRun {
    std::uint32_t file = 0; // index into Recorder::files
    std::uint32_t line = 0, function = 0;
};

/// What one function of the host was called for.
struct HostUse {
    std::uint64_t calls = 0;
    std::chrono::nanoseconds time{0};
};

class Recorder {
public:
    struct Wanted {
        bool steps = false; // what was asked and answered
        bool lines = false; // which lines ran
    };
    /// With nothing wanted, only the time that each function of the host takes is kept.
    explicit Recorder(Wanted wanted) : wanted_(wanted) {}

    void clear();
    const std::vector<Step>& steps() const { return steps_; }
    const std::vector<LineRun>& lines() const { return lines_; }
    const std::vector<std::string>& files() const { return files_; }
    /// More was asked, or ran, than is kept: the end is missing.
    bool cut() const { return cut_; }
    /// By name ("text:find"), reading of fields together as "fields".
    std::map<std::string, HostUse> uses() const;

    // For the bindings and the sandbox.

    /// From now on every line that runs in the state is kept, if lines are wanted.
    void watch(lua_State* state);
    /// Calls the method (type: nullptr for a global function) and records it. Returns what it returns.
    int call(lua_State* state, const Method& method, const Type* type);
    /// Reads with `reader` (a lua_CFunction on a value and a key) and records it.
    int read(lua_State* state, const Type& type, lua_CFunction reader);

private:
    struct Timed;
    static void saw_line(void* self, lua_State* state, lua_Debug* activation);
    std::uint32_t file_number(std::string_view file);
    bool room_for_step();
    std::string name_of(lua_State* state, const Method& method, const Type* type) const;
    void keep(Step step, lua_State* state);

    Wanted wanted_;
    std::vector<Step> steps_;
    std::vector<LineRun> lines_;
    std::vector<std::string> files_;
    bool cut_ = false;
    HostUse fields_;
    std::unordered_map<const Method*, std::pair<const Type*, HostUse>> uses_;
    std::unordered_map<const void*, std::string> names_; // of models, by what their handles point to
};

} // namespace plumbline::lua
