/// The envelope of a memory (which plan, or why there is nothing), and how `compare` sees it.

#include "lua/memory.hpp"

#include "base/user_error.hpp"
#include "lua/judge_calls.hpp"
#include "lua/memory_bytes.hpp"
#include "lua/view_types.hpp"

namespace plumbline::lua {

namespace {

constexpr char kept = 'k', failed = 'f';

ByteWriter envelope(char kind, const plan::Plan& plan) {
    const judgement::Place place = place_of(plan);
    ByteWriter writer;
    writer.tag(kind);
    writer.text(plan.id);
    writer.text(plan.child.id);
    writer.integer(plan.version.value_or(0));
    writer.text(place.path);
    writer.number(place.line);
    writer.number(place.column);
    return writer;
}

void push_number(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, static_cast<lua_Integer>(memory_of(handle).number) + 1);
}

void push_version(lua_State* state, Session&, const Handle& handle) {
    if (const auto version = memory_of(handle).version; version != 0)
        lua_pushinteger(state, version);
    else
        lua_pushnil(state);
}

template <std::string Remembered::*Member>
void push_word(lua_State* state, Session&, const Handle& handle) {
    push_string(state, memory_of(handle).*Member);
}

void push_plan_place(lua_State* state, Session&, const Handle& handle) {
    push_place(state, memory_of(handle).place);
}

void push_data(lua_State* state, Session&, const Handle& handle) {
    push_serialised(state, memory_of(handle).data);
}

} // namespace

Memory remembered(const plan::Plan& plan, std::string_view data) {
    return {envelope(kept, plan).take() + std::string(data)};
}

Memory forgotten(const plan::Plan& plan, const Unjudged& why) {
    ByteWriter writer = envelope(failed, plan);
    writer.number(static_cast<std::uint64_t>(why.failure));
    writer.text(why.reason);
    writer.text(why.detail);
    return {writer.take()};
}

Remembered take_apart(const Memory& memory, std::size_t index) {
    ByteReader reader(memory.data);
    const char kind = reader.tag();
    Remembered taken;
    taken.index = index;
    taken.plan_id = reader.text();
    taken.child_id = reader.text();
    taken.version = reader.integer();
    taken.place.id = taken.plan_id;
    taken.place.path = reader.text();
    taken.place.line = static_cast<std::uint32_t>(reader.number());
    taken.place.column = static_cast<std::uint32_t>(reader.number());
    if (kind == failed) {
        const auto failure = static_cast<judgement::Failure>(reader.number());
        const std::string_view reason = reader.text();
        taken.failure = Unjudged{std::string(reason), std::string(reader.text()), failure};
    } else if (kind == kept) {
        taken.data = reader.rest();
    } else {
        throw InternalError("a memory of unknown kind");
    }
    return taken;
}

const Remembered& memory_of(const Handle& handle) {
    return *static_cast<const Remembered*>(handle.object);
}

const Handle* check_memory(lua_State* state, int index) {
    return &check_handle(state, index, memory_type());
}

void push_memory(lua_State* state, const Session& session, const Remembered& memory) {
    push_handle(state, {&memory_type(), &memory, session.generation()});
}

const Type& memory_type() {
    static const Type type{
        .name = "memory",
        .lua = "plumbline.Memory",
        .help = "What `remember` kept of one plan of the batch.",
        .fields = {{"plan", "integer", "its number among the memories", push_number},
                   {"plan_id", "string", "the plan's id", push_word<&Remembered::plan_id>},
                   {"child_id", "string", "the child's id", push_word<&Remembered::child_id>},
                   {"version", "integer?", "the plan's version", push_version},
                   {"place", "plumbline.Place", "the plan itself, for `at`", push_plan_place},
                   {"data", "any", "what was returned, made anew each time it is asked for", push_data}},
    };
    return type;
}

} // namespace plumbline::lua
