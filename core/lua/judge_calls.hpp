#pragma once

/// What a judgement points at, read from Lua: places and evidence.

#include "judgement/judgement.hpp"
#include "lua/view.hpp"

#include <vector>

namespace plumbline::lua {

/// The place that the value at the index stands for: a node, a text or part of one, a stored place, a memory.
/// Raises, with `what` naming the value, when it is none of these.
judgement::Place check_place(lua_State* state, int index, const std::string& what);
judgement::Place place_of(const plan::Plan& plan);

/// The words at the index: one stretch of narrative, one stored quote, or a list of them; empty ones are left
/// out.
std::vector<judgement::Evidence> check_evidence(lua_State* state, int index, const std::string& what);

/// The first sentence of what the value's node says: what a finding shows when its plugin gave no words. None
/// for a node that says nothing of its own.
std::vector<judgement::Evidence> own_words(lua_State* state, int index);

void push_place(lua_State* state, const judgement::Place& place);
void push_quote(lua_State* state, const judgement::Evidence& evidence);
/// From a place or quote value at the index, whose type the caller has checked.
judgement::Place stored_place(lua_State* state, int index);
judgement::Evidence stored_quote(lua_State* state, int index);

} // namespace plumbline::lua
