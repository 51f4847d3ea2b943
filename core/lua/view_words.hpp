#pragma once

/// Stretches of narrative in Lua: how their handles are read, shared by the files that define them.

#include "lua/view.hpp"

namespace plumbline::lua {

/// The words that the handle at an index stands for.
struct Words {
    NarrativeView* view = nullptr;
    text::Span span;
    std::uint32_t index = 0;

    std::string_view text() const { return span.of(view->narrative().text); }
    bool whole() const { return span == view->whole(); }
};

Words words_of(const Handle& handle);
/// Raises when the value is no stretch of narrative of the open plan.
Words check_words(lua_State* state, int index);
/// What a text or any stretch of narrative says, or a Lua string that is read on the spot; for host functions
/// that take either. Charges the budget for the reading.
std::shared_ptr<const text::Reading> check_reading(lua_State* state, int index);

/// The methods that every stretch of narrative has.
std::vector<Method> words_methods();

/// A pattern value, or an expression as a Lua string.
const text::Pattern& check_pattern(lua_State* state, int index);

/// Where a judgement at these words points: the text's own element, or the node that lacks it.
judgement::Place place_of(const Words& words);

} // namespace plumbline::lua
