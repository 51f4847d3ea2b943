#include "lua/budget.hpp"
#include "lua/library_functions.hpp"
#include "lua/stack.hpp"
#include "lua/text_pattern.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace plumbline::lua {

namespace {

constexpr std::uint64_t tries_a_step = 8; // characters tried in the time of one instruction

std::string_view text_argument(lua_State* L, int argument) {
    std::size_t size = 0;
    const char* const text = luaL_checklstring(L, argument, &size); // numbers are texts here, as in Lua
    return {text, size};
}

TextPattern::Count counting(lua_State* L) {
    return [L](std::uint64_t steps) { charge(L, 1 + steps / tries_a_step); };
}

void push_capture(lua_State* L, std::string_view subject, const TextPattern::Capture& capture) {
    if (capture.position)
        push(L, capture.begin + 1);
    else
        push(L, subject.substr(capture.begin, capture.end - capture.begin));
}

/// Pushes the captures, or the whole match when the pattern has none.
int push_captures(lua_State* L, std::string_view subject, const TextPattern::Found& found, bool whole) {
    if (found.captures.empty() && whole) {
        push(L, subject.substr(found.begin, found.end - found.begin));
        return 1;
    }
    luaL_checkstack(L, static_cast<int>(found.captures.size()), "too many captures");
    for (const auto& capture : found.captures)
        push_capture(L, subject, capture);
    return static_cast<int>(found.captures.size());
}

/// Where a search starts, from an optional argument that counts from 1, or from the end when negative; npos:
/// past the end of the text.
std::size_t start(lua_State* L, int argument, std::size_t size) {
    const lua_Integer wanted = luaL_optinteger(L, argument, 1);
    if (wanted > 0) {
        const auto from = static_cast<std::size_t>(wanted) - 1;
        return from > size ? std::string_view::npos : from;
    }
    if (wanted == 0 || wanted < -static_cast<lua_Integer>(size)) return 0;
    return size - static_cast<std::size_t>(-wanted);
}

int find_plainly(lua_State* L, std::string_view subject, std::string_view text, std::size_t from) {
    const std::string_view rest = subject.substr(from);
    charge(L, (rest.size() + text.size()) / tries_a_step);
    const void* const found =
        text.empty() ? rest.data() : memmem(rest.data(), rest.size(), text.data(), text.size());
    if (found == nullptr) {
        lua_pushnil(L);
        return 1;
    }
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - subject.data());
    push(L, at + 1);
    push(L, at + text.size());
    return 2;
}

int search(lua_State* L, bool places) {
    const std::string_view subject = text_argument(L, 1), text = text_argument(L, 2);
    const std::size_t from = start(L, 3, subject.size());
    if (from == std::string_view::npos) {
        lua_pushnil(L);
        return 1;
    }
    const bool plain = lua_toboolean(L, 4) != 0 || text.find_first_of("^$*+?.([%-") == std::string_view::npos;
    if (places && plain) return find_plainly(L, subject, text, from);

    const TextPattern pattern(text);
    TextPattern::Found found;
    if (!pattern.find(subject, from, counting(L), found)) {
        lua_pushnil(L);
        return 1;
    }
    if (!places) return push_captures(L, subject, found, true);
    push(L, found.begin + 1);
    push(L, found.end);
    return 2 + push_captures(L, subject, found, false);
}

int find(lua_State* L) {
    return search(L, true);
}

int match(lua_State* L) {
    return search(L, false);
}

/// Upvalues: subject, pattern, where to go on (from 0), the end of the last match (-1: none yet).
int gmatch_step(lua_State* L) {
    const std::string_view subject = to_text(L, lua_upvalueindex(1));
    const TextPattern pattern(to_text(L, lua_upvalueindex(2)), false);
    const auto last = lua_tointeger(L, lua_upvalueindex(4));
    TextPattern::Found found;
    for (auto from = static_cast<std::size_t>(lua_tointeger(L, lua_upvalueindex(3))); from <= subject.size();
         from = found.begin + 1) {
        if (!pattern.find(subject, from, counting(L), found)) break;
        if (static_cast<lua_Integer>(found.end) == last) continue; // the same empty place again
        push(L, found.end);
        lua_copy(L, -1, lua_upvalueindex(3));
        lua_replace(L, lua_upvalueindex(4));
        return push_captures(L, subject, found, true);
    }
    push(L, subject.size() + 1);
    lua_replace(L, lua_upvalueindex(3));
    return 0;
}

int gmatch(lua_State* L) {
    const std::size_t size = text_argument(L, 1).size();
    const TextPattern checked(text_argument(L, 2), false);
    const std::size_t from = start(L, 3, size);
    lua_settop(L, 2);
    push(L, from == std::string_view::npos ? size + 1 : from);
    push(L, -1);
    lua_pushcclosure(L, &guarded<gmatch_step>, 4);
    return 1;
}

/// Adds the replacement text with its "%1" filled in.
void add_text(lua_State* L, luaL_Buffer* buffer, std::string_view subject, const TextPattern::Found& found) {
    const std::string_view text = to_text(L, 3);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            luaL_addchar(buffer, text[at]);
            continue;
        }
        const char next = ++at < text.size() ? text[at] : '\0';
        if (next == '%') {
            luaL_addchar(buffer, '%');
        } else if (next == '0' || (next == '1' && found.captures.empty())) {
            luaL_addlstring(buffer, subject.data() + found.begin, found.end - found.begin);
        } else if (next >= '1' && next <= '9') {
            const auto index = static_cast<std::size_t>(next - '1');
            if (index >= found.captures.size())
                luaL_error(L, "invalid capture index %%%c in replacement string", next);
            push_capture(L, subject, found.captures[index]);
            luaL_addvalue(buffer);
        } else {
            raise(L, "invalid use of '%' in replacement string");
        }
    }
    charge(L, text.size() / tries_a_step);
}

/// Adds what the table or function at 3 gives for the match; the match itself when that is false or nil.
void add_value(lua_State* L, luaL_Buffer* buffer, std::string_view subject, const TextPattern::Found& found) {
    if (lua_type(L, 3) == LUA_TFUNCTION) {
        lua_pushvalue(L, 3);
        lua_call(L, push_captures(L, subject, found, true), 1);
    } else {
        if (found.captures.empty())
            push(L, subject.substr(found.begin, found.end - found.begin));
        else
            push_capture(L, subject, found.captures.front());
        lua_gettable(L, 3);
    }
    if (lua_toboolean(L, -1) == 0) {
        lua_pop(L, 1);
        luaL_addlstring(buffer, subject.data() + found.begin, found.end - found.begin);
    } else if (lua_isstring(L, -1) == 0) {
        raise(L, std::string{"invalid replacement value (a "} + luaL_typename(L, -1) + ')');
    } else {
        luaL_addvalue(buffer);
    }
}

int gsub(lua_State* L) {
    const std::string_view subject = text_argument(L, 1);
    const TextPattern pattern(text_argument(L, 2));
    const int type = lua_type(L, 3);
    if (type == LUA_TNUMBER)
        lua_tolstring(L, 3, nullptr);
    else if (type != LUA_TSTRING && type != LUA_TFUNCTION && type != LUA_TTABLE)
        luaL_typeerror(L, 3, "string/function/table");
    const bool text = lua_type(L, 3) == LUA_TSTRING;
    const lua_Integer most = luaL_optinteger(L, 4, static_cast<lua_Integer>(subject.size()) + 1);

    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    TextPattern::Found found;
    std::size_t at = 0, last = std::string_view::npos; // last: the end of the match before
    lua_Integer made = 0;
    while (made < most) {
        const bool matched = pattern.match_at(subject, at, counting(L), found);
        if (matched && found.end != last) {
            ++made;
            if (text)
                add_text(L, &buffer, subject, found);
            else
                add_value(L, &buffer, subject, found);
            at = last = found.end;
        } else if (at < subject.size()) {
            luaL_addchar(&buffer, subject[at]);
            ++at;
        } else {
            break;
        }
        if (pattern.anchored()) break;
    }
    luaL_addlstring(&buffer, subject.data() + at, subject.size() - at);
    luaL_pushresult(&buffer);
    push(L, made);
    return 2;
}

constexpr auto functions = std::to_array<Replacement>({
    {"string.find", &guarded<find>},
    {"string.match", &guarded<match>},
    {"string.gmatch", &guarded<gmatch>},
    {"string.gsub", &guarded<gsub>},
});

} // namespace

std::span<const Replacement> pattern_replacements() {
    return functions;
}

} // namespace plumbline::lua
