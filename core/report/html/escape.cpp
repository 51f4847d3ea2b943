#include "report/html/escape.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstdio>

namespace plumbline::report::html {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool turns_direction(std::int32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool is_control(std::int32_t c) {
    const bool white_space = c == '\n' || c == '\t' || c == '\r';
    return (c < 0x20 && !white_space) || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

std::string number_of(std::int32_t c) {
    std::array<char, 16> out{};
    static_cast<void>(std::snprintf(out.data(), out.size(), "[U+%04X]", static_cast<unsigned>(c))); // it fits
    return out.data();
}

std::string_view entity(char c) {
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    default:
        return {};
    }
}

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    while (!text.empty()) {
        std::int32_t c = -1;
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()); // the library's own type
        const auto read = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &c);
        const std::size_t length = read > 0 ? static_cast<std::size_t>(read) : 1;
        const std::string_view named = length == 1 ? entity(text.front()) : std::string_view{};
        if (read <= 0 || is_control(c)) {
            out += replacement;
        } else if (turns_direction(c)) {
            out += number_of(c);
        } else if (!named.empty()) {
            out += named;
        } else {
            out += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return out;
}

} // namespace plumbline::report::html
