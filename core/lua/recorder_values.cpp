#include "lua/recorder_values.hpp"

#include "lua/judge_calls.hpp"
#include "lua/stack.hpp"
#include "lua/view_types.hpp"
#include "lua/view_words.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace plumbline::lua {

namespace {

constexpr std::size_t longest_shown = 80; // bytes of a string
constexpr lua_Integer most_shown = 12;    // words of a list

std::string quoted(std::string_view text) {
    if (text.size() <= longest_shown) return '"' + std::string(text) + '"';
    const text::Span cut = whole_characters(text, {0, static_cast<std::uint32_t>(longest_shown - 3)});
    return '"' + std::string(cut.of(text)) + "…\"";
}

std::string number_text(double value) {
    std::array<char, 32> digits{};
    const int written = std::snprintf(digits.data(), digits.size(), "%.4g", value);
    return {digits.data(), static_cast<std::size_t>(std::max(written, 0))};
}

/// Pushes what is stored with the userdata: the items of a list, the fields of a record.
void push_stored(lua_State* state, int index) {
    if (lua_getiuservalue(state, index, 1) == LUA_TTABLE) return;
    lua_pop(state, 1);
    lua_newtable(state);
}

std::string shown_list(lua_State* state, int index) {
    const StackGuard guard(state);
    push_stored(state, index);
    const lua_Unsigned count = lua_rawlen(state, -1);
    if (count == 0) return "nothing";
    std::string out = count == 1 ? "1 of them" : std::to_string(count) + " of them";
    lua_rawgeti(state, -1, 1);
    const Handle* first = handle_at(state, -1);
    if (first == nullptr) return out + ": " + shown_value(state, -1) + (count > 1 ? " …" : "");
    return out;
}

std::string shown_answer(lua_State* state, int index) {
    const StackGuard guard(state);
    push_stored(state, index);
    const int fields = lua_gettop(state);
    lua_getfield(state, fields, "probability");
    std::string out = "probability " + number_text(lua_tonumber(state, -1));
    lua_getfield(state, fields, "why");
    push_stored(state, lua_gettop(state));
    std::string reasons;
    for (lua_Integer i = 1; lua_rawgeti(state, -1, i) == LUA_TSTRING; ++i) {
        reasons += (reasons.empty() ? "" : ", ") + std::string(to_text(state, -1));
        lua_pop(state, 1);
    }
    return reasons.empty() ? out : out + " because of " + reasons;
}

std::string shown_handle(lua_State* state, int index, const Handle& handle) {
    if (handle.type->is(words_type())) return quoted(words_of(handle).text());
    if (handle.type == &list_type()) return shown_list(state, index);
    if (handle.type == &answer_type()) return shown_answer(state, index);
    if (handle.type == &phrase_set_type()) return "phrases." + session_of(state).set_name(handle.begin);
    const StackGuard guard(state);
    if (luaL_getmetafield(state, index, "__tostring") == LUA_TNIL) return std::string(handle.type->name);
    lua_pop(state, 1);
    luaL_tolstring(state, index, nullptr);
    return std::string(to_text(state, -1));
}

void add_words(lua_State* state, int index, std::vector<ShownWords>& out) {
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr || !handle->type->is(words_type())) return;
    const Words words = words_of(*handle);
    if (!words.span.empty()) out.push_back({evidence_of(words.view->narrative(), words.span), {}});
}

bool within(text::Span inner, text::Span outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

} // namespace

std::string shown_value(lua_State* state, int index) {
    index = lua_absindex(state, index);
    if (const Handle* handle = handle_at(state, index)) return shown_handle(state, index, *handle);
    switch (lua_type(state, index)) {
    case LUA_TNIL:
        return "nothing";
    case LUA_TBOOLEAN:
        return lua_toboolean(state, index) != 0 ? "true" : "false";
    case LUA_TNUMBER:
        if (lua_isinteger(state, index) != 0) return std::to_string(lua_tointeger(state, index));
        return number_text(lua_tonumber(state, index));
    case LUA_TSTRING:
        return quoted(to_text(state, index));
    default:
        return std::string("a ") + luaL_typename(state, index);
    }
}

std::vector<ShownWords> shown_words(lua_State* state, int index) {
    std::vector<ShownWords> out;
    index = lua_absindex(state, index);
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr) return out;
    const StackGuard guard(state);
    if (handle->type == &answer_type()) {
        push_stored(state, index);
        lua_getfield(state, -1, "deciding");
        return shown_words(state, -1);
    }
    if (handle->type != &list_type()) {
        add_words(state, index, out);
        return out;
    }
    push_stored(state, index);
    for (lua_Integer i = 1; i <= most_shown && lua_rawgeti(state, -1, i) != LUA_TNIL; ++i) {
        add_words(state, lua_gettop(state), out);
        lua_pop(state, 1);
    }
    return out;
}

bool asks_for_phrases(lua_State* state) {
    for (int index = 2; index <= lua_gettop(state); ++index)
        if (const Handle* handle = handle_at(state, index);
            handle != nullptr && handle->type == &phrase_set_type())
            return true;
    return false;
}

std::vector<ShownWords> found_phrases(lua_State* state) {
    std::vector<ShownWords> out;
    const Handle* self = handle_at(state, 1);
    if (self == nullptr || !self->type->is(words_type())) return out;
    Session& session = session_of(state);
    const Words words = words_of(*self);
    for (const text::Match& match : session.matches(*words.view)) {
        if (!within(match.span, words.span)) continue;
        for (int index = 2; index <= lua_gettop(state); ++index) {
            const Handle* set = handle_at(state, index);
            if (set == nullptr || set->type != &phrase_set_type() || set->begin != match.set) continue;
            out.push_back({evidence_of(words.view->narrative(), match.span),
                           session.set_name(match.set) + ": " + std::string(session.phrase(match))});
            break;
        }
    }
    return out;
}

judgement::Place place_at(lua_State* state, int index) {
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr) return {};
    if (handle->type->location == nullptr && !handle->type->is(words_type())) return {};
    if (handle->generation != Handle::lasting && handle->generation != session_of(state).generation())
        return {};
    if (handle->type->is(words_type())) {
        const Owner owner = words_of(*handle).view->owner();
        const StackGuard guard(state);
        push_node(state, session_of(state), *owner.type, owner.object);
        return check_place(state, lua_gettop(state), "a step");
    }
    return check_place(state, index, "a step");
}

std::string narrative_at(lua_State* state, int index) {
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr || !handle->type->is(words_type())) return {};
    return std::string(words_of(*handle).view->name());
}

} // namespace plumbline::lua
