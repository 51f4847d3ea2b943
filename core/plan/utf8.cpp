#include "plan/utf8.hpp"

#include <array>

namespace plumbline::plan::utf8 {

namespace {

using namespace std::string_view_literals;

constexpr std::array wide_spaces{"\u00A0"sv, "\u200B"sv, "\uFEFF"sv};

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// ASCII and no white space: what nearly every text starts and ends with.
bool is_plain(char c) {
    return c > ' ';
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

} // namespace

std::size_t character_size(std::string_view rest) {
    if (rest.empty()) return 0;
    const auto first = static_cast<unsigned char>(rest[0]);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (rest.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if (!continues(rest[i])) return 0;
    const auto second = static_cast<unsigned char>(rest[1]);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second >= 0xA0;
    const bool too_big = first == 0xF4 && second >= 0x90;
    return overlong || surrogate || too_big ? 0 : size;
}

std::size_t count(std::string_view text) {
    std::size_t characters = 0;
    for (const char c : text)
        characters += continues(c) ? 0U : 1U;
    return characters;
}

void append(std::string& out, std::uint32_t code_point) {
    const auto tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
    };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0U | (code_point >> 6U));
        tail(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0U | (code_point >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (code_point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

bool allowed_in_xml(std::uint32_t code_point) {
    if (code_point < 0x20) return code_point == '\t' || code_point == '\n' || code_point == '\r';
    return code_point <= 0xD7FF || (code_point >= 0xE000 && code_point <= 0xFFFD) ||
           (code_point >= 0x10000 && code_point <= 0x10FFFF);
}

std::size_t leading_space(std::string_view text) {
    if (!text.empty() && is_plain(text.front())) return 0;
    std::size_t size = 0;
    for (bool more = true; more && size < text.size();) {
        more = is_space(text[size]);
        if (more) ++size;
        for (const std::string_view wide : wide_spaces) {
            if (!text.substr(size).starts_with(wide)) continue;
            size += wide.size();
            more = true;
        }
    }
    return size;
}

std::size_t trailing_space(std::string_view text) {
    if (!text.empty() && is_plain(text.back())) return 0;
    const std::size_t whole = text.size();
    for (bool more = true; more && !text.empty();) {
        more = is_space(text.back());
        if (more) text.remove_suffix(1);
        for (const std::string_view wide : wide_spaces) {
            if (!text.ends_with(wide)) continue;
            text.remove_suffix(wide.size());
            more = true;
        }
    }
    return whole - text.size();
}

std::string shortened(std::string_view text, std::size_t limit) {
    std::string out;
    std::size_t characters = 0;
    for (const char c : text) {
        if (!continues(c) && characters++ == limit) return out + "…";
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
}

} // namespace plumbline::plan::utf8
