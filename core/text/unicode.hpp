#pragma once

/// Code points of a UTF-8 text as far as reading needs them. utf8proc knows Unicode; this asks it, with a
/// short cut for ASCII.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::text {

enum class CharKind : std::uint8_t { space, line_break, letter, digit, joiner, other };

struct Char {
    char32_t value = 0;
    std::uint32_t length = 0; // bytes; 0 at the end of the text
    CharKind kind = CharKind::other;

    bool letter() const { return kind == CharKind::letter; }
    bool digit() const { return kind == CharKind::digit; }
    bool alnum() const { return letter() || digit(); }
    bool space() const { return kind == CharKind::space || kind == CharKind::line_break; }
    bool apostrophe() const {
        return value == U'\'' || value == U'\u2019' || value == U'\u2018' || value == U'\u02BC';
    }
    bool hyphen() const { return value == U'-' || value == U'\u2010' || value == U'\u2011'; }
    bool dash() const { return hyphen() || value == U'\u2013' || value == U'\u2014' || value == U'\u2212'; }
    bool upper() const;
    bool lower() const;
};

namespace detail {

Char char_beyond_ascii(std::string_view text, std::size_t at);

constexpr CharKind ascii_kind(unsigned char byte) {
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return CharKind::letter;
    if (byte >= '0' && byte <= '9') return CharKind::digit;
    if (byte == '\n' || byte == '\r' || byte == '\v' || byte == '\f') return CharKind::line_break;
    if (byte == ' ' || byte == '\t') return CharKind::space;
    return CharKind::other;
}

constexpr auto ascii_kinds = [] {
    std::array<CharKind, 128> kinds{};
    for (unsigned char byte = 0; byte < 128; ++byte)
        kinds[byte] = ascii_kind(byte);
    return kinds;
}();

} // namespace detail

/// The character at byte `at`. A byte that is no UTF-8 is one character of kind `other`.
inline Char char_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {byte, 1, detail::ascii_kinds[byte]};
    return detail::char_beyond_ascii(text, at);
}
/// The character that ends just before byte `at`.
Char char_before(std::string_view text, std::size_t at);

/// NFC, lower case, straight quotes and hyphens, without soft hyphens and zero-width characters.
std::string normalise(std::string_view word);

} // namespace plumbline::text
