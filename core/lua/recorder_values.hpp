#pragma once

/// Values of Lua as a recorder shows them to people.

#include "lua/recorder.hpp"
#include "lua/view.hpp"

namespace plumbline::lua {

/// "true", "3", "\"text\"", "action a3 (line 12)", "list of 2". Long strings are cut.
std::string shown_value(lua_State* state, int index);

/// The words that a value holds: words themselves, a list of them, what decided a model's answer.
std::vector<ShownWords> shown_words(lua_State* state, int index);

/// The words that the phrase sets among the arguments (from 2 on) find in the words at 1, each with its
/// phrase.
std::vector<ShownWords> found_phrases(lua_State* state);
/// Whether one of the arguments is a phrase set.
bool asks_for_phrases(lua_State* state);

/// The node that the value at the index is, or belongs to; no path where it belongs to none.
judgement::Place place_at(lua_State* state, int index);
/// The field of its node in which the words at the index stand; empty for what is no words.
std::string narrative_at(lua_State* state, int index);

} // namespace plumbline::lua
