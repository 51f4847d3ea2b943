#pragma once

/// UTF-8 as far as reading XML needs it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::plan::utf8 {

/// Bytes of the character at the start of `rest`; 0 when it is not UTF-8 (overlong forms, surrogates and
/// numbers past U+10FFFF are not).
std::size_t character_size(std::string_view rest);

/// Characters in `text`, which is UTF-8.
std::size_t count(std::string_view text);

/// Adds the character with this number.
void append(std::string& out, std::uint32_t code_point);

/// XML's Char: what may stand in a document at all.
bool allowed_in_xml(std::uint32_t code_point);

/// Bytes of white space at the start (or the end) of `text`: XML's own, no-break space and zero-width space.
std::size_t leading_space(std::string_view text);
std::size_t trailing_space(std::string_view text);

/// At most `limit` characters, with "…" where something was cut off; control characters become spaces.
std::string shortened(std::string_view text, std::size_t limit);

} // namespace plumbline::plan::utf8
