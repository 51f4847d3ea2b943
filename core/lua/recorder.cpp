#include "lua/recorder.hpp"

#include "lua/budget.hpp"
#include "lua/judge.hpp"
#include "lua/recorder_values.hpp"
#include "lua/stack.hpp"
#include "lua/trace.hpp"
#include "lua/view_types.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

constexpr std::size_t most_steps = 200'000;
constexpr std::size_t most_lines = 2'000'000;
constexpr int most_callers = 8;

using Clock = std::chrono::steady_clock;

/// The plugin's lines that led to the running host function, innermost first.
std::vector<CodePlace> callers(lua_State* state) {
    std::vector<CodePlace> out;
    lua_Debug activation{};
    for (int level = 0; level < 4 * most_callers && lua_getstack(state, level, &activation) == 1; ++level) {
        lua_getinfo(state, "Sln", &activation);
        if (*activation.what == 'C' || activation.currentline < 0) continue;
        out.push_back({std::string(source_file(activation)),
                       static_cast<std::uint32_t>(activation.currentline),
                       activation.name != nullptr ? activation.name : ""});
        if (out.size() == most_callers) break;
    }
    return out;
}

std::size_t judged_so_far(lua_State* state) {
    const Judge* judge = session_of(state).judge();
    return judge == nullptr ? 0 : judge->count();
}

} // namespace

/// Adds the time it lives to a use.
struct Recorder::Timed {
    explicit Timed(HostUse& a_use) : use(a_use) { ++use.calls; }
    ~Timed() { use.time += Clock::now() - began; }
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

    HostUse& use;
    Clock::time_point began = Clock::now();
};

void Recorder::clear() {
    steps_.clear();
    lines_.clear();
    uses_.clear();
    fields_ = {};
    cut_ = false;
}

std::map<std::string, HostUse> Recorder::uses() const {
    std::map<std::string, HostUse> out;
    if (fields_.calls > 0) out.emplace("fields", fields_);
    for (const auto& [method, entry] : uses_) {
        const auto& [type, use] = entry;
        HostUse& sum = out[type == nullptr ? std::string(method->name)
                                           : std::string(type->name) + ":" + std::string(method->name)];
        sum.calls += use.calls;
        sum.time += use.time;
    }
    return out;
}

void Recorder::watch(lua_State* state) {
    if (wanted_.lines) budget(state).watch_lines(&Recorder::saw_line, this);
}

void Recorder::saw_line(void* self, lua_State* state, lua_Debug* activation) {
    auto& recorder = *static_cast<Recorder*>(self);
    if (recorder.lines_.size() >= most_lines) {
        recorder.cut_ = true;
        return;
    }
    lua_getinfo(state, "S", activation);
    recorder.lines_.push_back({recorder.file_number(source_file(*activation)),
                               static_cast<std::uint32_t>(std::max(activation->currentline, 0)),
                               static_cast<std::uint32_t>(std::max(activation->linedefined, 0))});
}

std::uint32_t Recorder::file_number(std::string_view file) {
    const auto found = std::find(files_.begin(), files_.end(), file);
    if (found != files_.end()) return static_cast<std::uint32_t>(found - files_.begin());
    files_.emplace_back(file);
    return static_cast<std::uint32_t>(files_.size() - 1);
}

bool Recorder::room_for_step() {
    if (!wanted_.steps) return false;
    cut_ = cut_ || steps_.size() >= most_steps;
    return steps_.size() < most_steps;
}

std::string Recorder::name_of(lua_State* state, const Method& method, const Type* type) const {
    const Handle* self = type != nullptr ? handle_at(state, 1) : nullptr;
    if (self == nullptr) return std::string(method.name);
    const auto named = names_.find(self->object);
    return (named != names_.end() && self->type == &model_type() ? named->second
                                                                 : std::string(self->type->name)) +
           ":" + std::string(method.name);
}

void Recorder::keep(Step step, lua_State* state) {
    step.from = callers(state);
    step.lines = lines_.size();
    steps_.push_back(std::move(step));
}

int Recorder::call(lua_State* state, const Method& method, const Type* type) {
    auto& entry = uses_[&method];
    entry.first = type;
    if (!room_for_step()) {
        const Timed timed(entry.second);
        return method.call(state);
    }
    Step step;
    step.kind = Step::Kind::call;
    step.what = name_of(state, method, type);
    const int arguments = lua_gettop(state);
    for (int index = 1; index <= arguments && step.at.path.empty(); ++index) {
        step.at = place_at(state, index);
        step.narrative = narrative_at(state, index);
    }
    for (int index = type == nullptr ? 1 : 2; index <= arguments; ++index)
        step.arguments.push_back(shown_value(state, index));
    const bool phrases = asks_for_phrases(state);
    if (phrases) step.words = found_phrases(state);
    const std::size_t judged = judged_so_far(state);
    int results = 0;
    {
        const Timed timed(entry.second);
        results = method.call(state);
    }
    if (results > 0) step.answer = shown_value(state, -results);
    if (results > 0 && !phrases) step.words = shown_words(state, -results);
    if (type == &judge_type()) {
        if (judged_so_far(state) == judged) return results; // said before
        step.kind = Step::Kind::judgement;
        step.judged = session_of(state).judge()->newest();
        step.at = step.judged->at;
        step.arguments.clear();
    }
    keep(std::move(step), state);
    return results;
}

int Recorder::read(lua_State* state, const Type& type, lua_CFunction reader) {
    int results = 0;
    {
        const Timed timed(fields_);
        results = reader(state);
    }
    if (lua_type(state, -1) == LUA_TFUNCTION || lua_type(state, 2) != LUA_TSTRING) return results;
    const std::string name(to_text(state, 2));
    if (const Handle* got = handle_at(state, -1); got != nullptr && got->type == &model_type())
        names_[got->object] = "models." + name;
    if (!room_for_step()) return results;
    Step step;
    const Handle* self = handle_at(state, 1);
    step.what = std::string(self != nullptr ? self->type->name : type.name) + "." + name;
    step.at = place_at(state, 1);
    step.narrative = narrative_at(state, -1);
    step.answer = shown_value(state, -1);
    step.words = shown_words(state, -1);
    keep(std::move(step), state);
    return results;
}

} // namespace plumbline::lua
