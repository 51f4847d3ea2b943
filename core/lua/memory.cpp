/// The envelope of a memory (which plan, or why there is nothing), and how `compare` sees it.

#include "lua/memory.hpp"

#include "lua/judge_calls.hpp"
#include "lua/memory_bytes.hpp"
#include "lua/memory_format.hpp"
#include "lua/view_types.hpp"

namespace plumbline::lua {

namespace {

ByteWriter envelope(char kind, const plan::Plan& plan) {
    const judgement::Place place = place_of(plan);
    ByteWriter writer;
    writer.tag(kind);
    writer.text(plan.id);
    writer.text(plan.child.id);
    writer.integer(plan.version.value_or(0));
    writer.word(place.path);
    writer.number(place.line);
    writer.number(place.column);
    return writer;
}

const Compared& compared_of(const Handle& handle) {
    return *static_cast<const Compared*>(handle.object);
}

void push_number(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, static_cast<lua_Integer>(handle.index) + 1);
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
    push_serialised(state, memory_of(handle).data, &compared_of(handle).memories->words());
}

} // namespace

Memory remembered(const plan::Plan& plan, std::string_view data) {
    ByteWriter writer = envelope(memory_format::kept, plan);
    writer.raw(data);
    return {writer.take()};
}

Memory forgotten(const plan::Plan& plan, const Unjudged& why) {
    ByteWriter writer = envelope(memory_format::failed, plan);
    writer.number(static_cast<std::uint64_t>(why.failure));
    writer.word(why.reason);
    writer.word(why.detail);
    return {writer.take()};
}

Remembered memory_of(const Handle& handle) {
    return compared_of(handle).memories->at(handle.index);
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
