#pragma once

/// Code points of a UTF-8 text as far as reading needs them. utf8proc knows Unicode; this asks it, with a
/// short cut for ASCII.

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

/// The character at byte `at`. A byte that is no UTF-8 is one character of kind `other`.
Char char_at(std::string_view text, std::size_t at);
/// The character that ends just before byte `at`.
Char char_before(std::string_view text, std::size_t at);

/// NFC, lower case, straight quotes and hyphens, without soft hyphens and zero-width characters.
std::string normalise(std::string_view word);

} // namespace plumbline::text
