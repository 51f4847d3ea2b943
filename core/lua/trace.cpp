#include "lua/trace.hpp"

#include <string>

namespace plumbline::lua {

namespace {

constexpr int frames_shown = 12;
constexpr int frames_searched = 64; // for the place that a message names

std::uint32_t line_of(const lua_Debug& activation) {
    return activation.currentline < 0 ? 0 : static_cast<std::uint32_t>(activation.currentline);
}

bool lua_frame(lua_State* L, int level, lua_Debug& activation) {
    lua_getinfo(L, "Sl", &activation);
    if (*activation.what == 'C') return false;
    lua_getinfo(L, "n", &activation);
    static_cast<void>(level);
    return true;
}

std::string described(const lua_Debug& activation) {
    std::string out{source_file(activation)};
    out += ':' + std::to_string(line_of(activation)) + ": in ";
    if (*activation.what == 'm') return out + "main chunk";
    if (activation.name != nullptr) return out + "function '" + activation.name + '\'';
    return out + "function defined at line " + std::to_string(activation.linedefined);
}

/// Takes "file:line: " off the message when it is this frame's place.
bool take_place(std::string_view& message, const lua_Debug& activation) {
    const std::string place =
        std::string{activation.short_src} + ':' + std::to_string(line_of(activation)) + ": ";
    if (!message.starts_with(place)) return false;
    message.remove_prefix(place.size());
    return true;
}

} // namespace

std::string_view source_file(const lua_Debug& activation) {
    std::string_view source{activation.source, activation.srclen};
    if (!source.empty() && (source.front() == '@' || source.front() == '=')) source.remove_prefix(1);
    return source;
}

LuaError trace(lua_State* L) {
    return trace(L, {});
}

LuaError trace(lua_State* L, std::string_view message) {
    LuaError out;
    bool placed = false;
    int shown = 0;
    lua_Debug activation{};
    for (int level = 0; level < frames_searched && lua_getstack(L, level, &activation) == 1; ++level) {
        if (!lua_frame(L, level, activation)) continue;
        const bool named = !placed && take_place(message, activation);
        if (out.line == 0 || named) {
            out.file = source_file(activation);
            out.line = line_of(activation);
            placed = placed || named;
        }
        if (shown++ < frames_shown) out.traceback += described(activation) + '\n';
    }
    if (shown > frames_shown) out.traceback += "…\n";
    if (!out.traceback.empty()) out.traceback.pop_back();
    out.message = message;
    return out;
}

} // namespace plumbline::lua
