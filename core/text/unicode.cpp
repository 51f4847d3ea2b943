#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace plumbline::text {
namespace {

CharKind unicode_kind(char32_t value) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LO:
        return CharKind::letter;
    case UTF8PROC_CATEGORY_LM:
        return value == U'\u02BC' ? CharKind::other
                                  : CharKind::letter; // a modifier apostrophe is an apostrophe
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return CharKind::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return CharKind::joiner;
    case UTF8PROC_CATEGORY_ZS:
        return CharKind::space;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return CharKind::line_break;
    default:
        return CharKind::other;
    }
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char32_t plain(char32_t value) {
    switch (value) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201B':
    case U'\u02BC':
    case U'\u2032':
        return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u00AB':
    case U'\u00BB':
        return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212':
        return U'-';
    default:
        return value;
    }
}

void append(std::string& out, char32_t value) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes.data());
    for (std::size_t i = 0; i < static_cast<std::size_t>(length); ++i)
        out += static_cast<char>(bytes[i]);
}

std::string compose(const std::string& text) {
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> composed{
        [&] {
            utf8proc_uint8_t* result = nullptr;
            const auto length =
                utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &result,
                             static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
            if (length >= 0) return result;
            std::free(result);
            return static_cast<utf8proc_uint8_t*>(nullptr);
        }(),
        &std::free};
    return composed ? std::string(reinterpret_cast<const char*>(composed.get())) : text;
}

} // namespace

bool Char::upper() const {
    if (value < 0x80) return value >= U'A' && value <= U'Z';
    return utf8proc_category(static_cast<utf8proc_int32_t>(value)) == UTF8PROC_CATEGORY_LU;
}

bool Char::lower() const {
    if (value < 0x80) return value >= U'a' && value <= U'z';
    return utf8proc_category(static_cast<utf8proc_int32_t>(value)) == UTF8PROC_CATEGORY_LL;
}

Char detail::char_beyond_ascii(std::string_view text, std::size_t at) {
    utf8proc_int32_t value = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    if (length <= 0) return {U'\uFFFD', 1, CharKind::other};
    const auto point = static_cast<char32_t>(value);
    return {point, static_cast<std::uint32_t>(length), unicode_kind(point)};
}

Char char_before(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size()) return {};
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        --begin;
    const Char found = char_at(text, begin);
    return begin + found.length == at ? found : char_at(text, at - 1);
}

std::string normalise(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    if (is_ascii(word)) {
        for (const char c : word)
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        return out;
    }
    bool compositions = false;
    for (std::size_t at = 0; at < word.size();) {
        const Char c = char_at(word, at);
        at += c.length;
        if (c.kind == CharKind::joiner &&
            utf8proc_category(static_cast<utf8proc_int32_t>(c.value)) == UTF8PROC_CATEGORY_CF)
            continue;
        // NFC changes nothing below U+0300 but for what combining marks do to it.
        compositions = compositions || c.value >= 0x300;
        append(out, plain(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value)))));
    }
    return compositions && !is_ascii(out) ? compose(out) : out;
}

} // namespace plumbline::text
