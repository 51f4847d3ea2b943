#include "report/layout.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace plumbline::report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::size_t narrowest = 20;                    // a narrower page wraps to this and runs over

struct Character {
    std::int32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

Character first_of(std::string_view text) {
    Character character;
    const auto bytes =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), // NOLINT: its type
                         static_cast<utf8proc_ssize_t>(text.size()), &character.code);
    character.valid = bytes > 0;
    if (character.valid) character.bytes = static_cast<std::size_t>(bytes);
    return character;
}

bool is_space(std::int32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/// Controls, and what turns the direction of the text that follows.
bool is_unsafe(std::int32_t code) {
    const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
                       code == 0x200E || code == 0x200F || code == 0x061C;
    return turns || utf8proc_category(code) == UTF8PROC_CATEGORY_CC;
}

std::size_t columns(std::int32_t code) {
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
}

std::string_view code_of(Tone tone) {
    switch (tone) {
    case Tone::plain:
        return "";
    case Tone::strong:
        return "\x1B[1m";
    case Tone::faint:
        return "\x1B[2m";
    case Tone::bad:
        return "\x1B[31m";
    case Tone::doubtful:
        return "\x1B[33m";
    case Tone::good:
        return "\x1B[32m";
    }
    return "";
}

/// Bytes of the longest beginning that fits into so many columns; at least one character.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t taken = 0;
    std::size_t used = 0;
    while (taken < text.size()) {
        const Character character = first_of(text.substr(taken));
        used += columns(character.code);
        if (used > width && taken > 0) break;
        taken += character.bytes;
    }
    return taken;
}

} // namespace

std::string paint(const Page& page, Tone tone, std::string_view text) {
    if (!page.colour || tone == Tone::plain || text.empty()) return std::string(text);
    return std::string(code_of(tone)) + std::string(text) + "\x1B[0m";
}

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    while (!text.empty()) {
        const Character character = first_of(text);
        if (character.valid && is_space(character.code)) {
            gap = !out.empty();
        } else {
            if (gap) out += ' ';
            gap = false;
            out +=
                !character.valid || is_unsafe(character.code) ? replacement : text.substr(0, character.bytes);
        }
        text.remove_prefix(character.bytes);
    }
    return out;
}

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Character character = first_of(text);
        width += columns(character.code);
        text.remove_prefix(character.bytes);
    }
    return width;
}

std::string cut(std::string_view text, std::size_t width) {
    if (width_of(text) <= width) return std::string(text);
    return std::string(text.substr(0, fitting(text, std::max<std::size_t>(width, 2) - 1))) + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t used = 0;
    const auto finish = [&] {
        lines.push_back(std::move(line));
        line.clear();
        used = 0;
    };
    while (!text.empty()) {
        const std::string_view rest = text.substr(0, text.find(' '));
        std::string_view word = rest;
        std::size_t wide = width_of(word);
        if (used > 0 && used + 1 + wide > width) finish();
        if (used > 0) line += ' ';
        if (used > 0) ++used;
        while (wide > width) {
            const std::size_t bytes = fitting(word, width);
            line = word.substr(0, bytes);
            finish();
            word.remove_prefix(bytes);
            wide = width_of(word);
        }
        line += word;
        used += wide;
        text.remove_prefix(std::min(text.size(), rest.size() + 1));
    }
    if (!line.empty() || lines.empty()) finish();
    return lines;
}

std::string block(const Page& page, std::string_view text, std::size_t indent, std::size_t hanging,
                  Tone tone) {
    const std::size_t deepest = std::max(indent, hanging);
    const std::size_t width = page.width > deepest + narrowest ? page.width - deepest : narrowest;
    std::string out;
    std::size_t margin = indent;
    for (const std::string& line : wrap(text, width)) {
        out += std::string(margin, ' ') + paint(page, tone, line) + '\n';
        margin = hanging;
    }
    return out;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

} // namespace plumbline::report
