#pragma once

/// The open plan as a plugin sees it: what is behind the handles, and how values are pushed into Lua.
///
/// Every push_… leaves exactly one value more on the stack and must run inside a protected call.

#include "base/date.hpp"
#include "lua/bindings.hpp"
#include "lua/catalogue.hpp"
#include "lua/narrative_view.hpp"
#include "lua/worker.hpp"
#include "plan/plan.hpp"
#include "text/measures.hpp"
#include "text/model.hpp"
#include "text/pattern.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumbline::lua {

class Judge;
class Recorder;

/// What one worker's Lua state knows of the world: the open plan, the running check. One for each state.
class Session {
public:
    /// Both must outlive the session.
    Session(const text::PhraseBook& book, const Surroundings& surroundings);
    /// Without plans and phrases: for reading a manifest, which may make patterns and dates.
    Session();

    void open(const plan::Plan& plan);
    void close();
    bool has_plan() const { return plan_ != nullptr; }
    const plan::Plan& plan() const { return *plan_; }
    const plan::Person& child_as_person() const { return child_as_person_; }
    std::uint64_t generation() const { return generation_; }
    const Surroundings& surroundings() const { return *surroundings_; }
    const text::People& people() const { return people_; }

    NarrativeView& narrative(const plan::Narrative& narrative);
    std::deque<NarrativeView>& narratives() { return narratives_; }
    const std::vector<text::Match>& matches(NarrativeView& view);
    /// "trigger", of the set with this number in the book.
    std::string set_name(std::size_t set) const;
    /// The phrase that a match of the book is of, as its plugin wrote it.
    std::string_view phrase(const text::Match& match) const;

    /// What a text says that is no narrative of the plan: a literal of the plugin, a part of a narrative.
    std::shared_ptr<const text::Reading> reading_of(std::string_view text);

    /// Compiles each expression once. A check that asks for too many different ones gets a UserError.
    const text::Pattern& pattern(const std::string& expression);

    /// What reading narratives has taken so far, whoever asked first.
    std::chrono::nanoseconds reading_time() const { return reading_time_; }

    /// What keeps what plugins ask; nullptr: nothing does. To be set before a state's types are made.
    void set_recorder(Recorder* recorder) { recorder_ = recorder; }
    Recorder* recorder() const { return recorder_; }

    /// Starts one call of a plugin; `judge` is nullptr for calls that judge nothing.
    void begin(const Plugin& plugin, Judge* judge);
    void end();
    const Plugin* plugin() const { return plugin_; }
    Judge* judge() const { return judge_; }
    /// Tells the judge of one call from that of another.
    std::uint64_t call() const { return call_; }

private:
    void list_narratives();
    void add(const plan::Narrative& narrative, Owner owner, std::string_view name);

    const text::PhraseBook* book_ = nullptr;
    std::optional<text::PhraseBook::Scratch> scratch_;
    const Surroundings* surroundings_;
    const plan::Plan* plan_ = nullptr;
    plan::Person child_as_person_;
    text::People people_;
    std::uint64_t generation_ = 1;
    std::uint64_t call_ = 0;
    std::deque<NarrativeView> narratives_; // in the file's order, absent ones included
    std::unordered_map<const plan::Narrative*, NarrativeView*> by_address_;
    std::unordered_map<std::string, std::shared_ptr<const text::Reading>> readings_;
    std::map<std::string, text::Pattern> patterns_;
    std::set<std::string> patterns_of_call_;
    const Plugin* plugin_ = nullptr;
    Judge* judge_ = nullptr;
    Recorder* recorder_ = nullptr;
    std::chrono::nanoseconds reading_time_{0};
};

/// The session of a state. set_session before anything else here.
Session& session_of(lua_State* state);
void set_session(lua_State* state, Session& session);

// Pushing.

/// A node of the plan, always the same Lua value while the plan is open. nil for nullptr.
void push_node(lua_State* state, Session& session, const Type& type, const void* object);
void push_text(lua_State* state, Session& session, const plan::Narrative& narrative);
/// Words of a narrative: the `index`-th sentence, clause or quotation of its reading, or a match (`index`: 1
/// + the phrase set's number in the book; 0 for words that no set found).
void push_words(lua_State* state, Session& session, const Type& type, NarrativeView& view, text::Span span,
                std::size_t index);
void push_date(lua_State* state, Date date);
void push_date(lua_State* state, const std::optional<Date>& date);
void push_string(lua_State* state, std::string_view text);        // "" stays ""
void push_string_or_nil(lua_State* state, std::string_view text); // "" becomes nil
/// A userdata without memory of an earlier one.
Handle& push_handle(lua_State* state, const Handle& handle);
/// A read-only value whose fields are those of the table on top of the stack, which it replaces.
void push_record(lua_State* state, const Type& type);
/// A read-only list of `count` values; `push(i)` pushes the i-th, from 0.
void push_list(lua_State* state, std::size_t count, const std::function<void(std::size_t)>& push);
/// The table on top of the stack, a sequence, becomes a read-only list.
void make_list(lua_State* state);
void push_strings(lua_State* state, const std::vector<std::string>& strings);
template <typename Object>
void push_nodes(lua_State* state, Session& session, const Type& type, const std::vector<Object>& objects);
void push_nodes(lua_State* state, Session& session, const Type& type,
                const std::vector<const void*>& objects);

// Reading arguments. A wrong one raises a Lua error that says what was expected.

/// The handle at the index, or nullptr when the value is none of the host's.
const Handle* handle_at(lua_State* state, int index);
/// The handle at the index if it is of the type (or one based on it) and its plan is open.
const Handle& check_handle(lua_State* state, int index, const Type& type);
void check_open(lua_State* state, const Session& session, const Handle& handle);
Date check_date(lua_State* state, int index);
Date date_of(const Handle& handle);

template <typename Object>
void push_nodes(lua_State* state, Session& session, const Type& type, const std::vector<Object>& objects) {
    push_list(state, objects.size(), [&](std::size_t i) { push_node(state, session, type, &objects[i]); });
}

} // namespace plumbline::lua
