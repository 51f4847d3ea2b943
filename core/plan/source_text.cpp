#include "plan/source_text.hpp"

#include "plan/utf8.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <limits>

namespace plumbline::plan {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t block_size = 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// How many of the eight bytes from here on are plain ASCII text, neither control characters nor part of
/// longer ones. Exact up to the first that is not.
std::size_t plain_of_eight(const char* bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t high = 0x8080808080808080U;
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const std::uint64_t below_space = (word - ones * 0x20U) & ~word & high;
    return static_cast<std::size_t>(std::countr_zero((word & high) | below_space)) / 8;
}

bool looks_like_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("<\0"sv) ||
           bytes.starts_with("\0<"sv);
}

std::string hexadecimal(unsigned char byte) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4U], digits[byte & 15U]};
}

} // namespace

SourceText::SourceText(const Source& source)
    : bytes_(source.bytes), first_line_(source.line), first_column_(source.column) {
    line_starts_.push_back(bytes_.starts_with(byte_order_mark) ? std::uint32_t{3} : std::uint32_t{0});
    if (bytes_.size() >= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        fault_ = Fault{0, "the plan is larger than 2 GB"};
    else if (looks_like_utf16(bytes_))
        fault_ = Fault{0, "the file is UTF-16; expected UTF-8"};
    else
        look_through();
    if (!fault_) look_at_references();
}

void SourceText::look_through() {
    line_starts_.reserve(bytes_.size() / 64 + 8);
    std::size_t i = line_starts_.front();
    while (i < bytes_.size() && !fault_) {
        if (i + 8 <= bytes_.size()) {
            const std::size_t plain = plain_of_eight(bytes_.data() + i);
            i += plain;
            if (plain == 8) continue;
        }
        i += look_at_character(i);
    }
}

std::size_t SourceText::look_at_character(std::size_t offset) {
    const auto byte = static_cast<unsigned char>(bytes_[offset]);
    if (byte >= 0x20 && byte < 0x80) return 1;
    if (byte >= 0x80) {
        ascii_ = false;
        const std::string_view rest = bytes_.substr(offset);
        const std::size_t size = utf8::character_size(rest);
        if (size == 0)
            fault_ =
                Fault{offset, "the byte " + hexadecimal(byte) +
                                  " is not UTF-8 here; expected UTF-8 (was the file saved as Windows-1252?)"};
        else if (rest.starts_with("\uFFFE"sv) || rest.starts_with("\uFFFF"sv))
            fault_ = Fault{offset, "a character that XML does not allow (U+FFFE or U+FFFF)"};
        return size;
    }
    if (byte == '\n')
        line_starts_.push_back(static_cast<std::uint32_t>(offset) + 1);
    else if (byte == '\r')
        has_carriage_returns_ = true;
    else if (byte == 0)
        fault_ = Fault{offset, "a NUL byte; expected text in UTF-8"};
    else if (byte != '\t')
        fault_ = Fault{offset, "the control character " + hexadecimal(byte) + ", which XML does not allow"};
    return 1;
}

void SourceText::look_at_references() {
    for (std::size_t i = bytes_.find('&'); i != std::string_view::npos; i = bytes_.find('&', i + 1)) {
        has_references_ = true;
        std::uint32_t ignored = 0;
        if (reference_at(bytes_.substr(i), ignored) != 0) continue;
        has_doubtful_reference_ = true;
        return;
    }
}

std::size_t SourceText::line_of(std::size_t offset) {
    const auto starts_after = [&](std::size_t line) {
        return line < line_starts_.size() && line_starts_[line] <= offset;
    };
    if (line_starts_[last_line_] <= offset) {
        for (int steps = 0; steps < 8; ++steps) {
            if (!starts_after(last_line_ + 1)) return last_line_;
            ++last_line_;
        }
    }
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    last_line_ =
        after == line_starts_.begin() ? 0 : static_cast<std::size_t>(after - line_starts_.begin()) - 1;
    return last_line_;
}

std::size_t SourceText::characters_between(std::size_t from, std::size_t to) {
    if (to <= from) return 0;
    if (ascii_) return to - from;
    if (to - from <= 4 * block_size) return utf8::count(bytes_.substr(from, to - from));
    if (characters_before_block_.empty()) {
        std::size_t characters = 0;
        for (std::size_t block = 0; block < bytes_.size(); block += block_size) {
            characters_before_block_.push_back(static_cast<std::uint32_t>(characters));
            characters += utf8::count(bytes_.substr(block, block_size));
        }
    }
    const auto before = [&](std::size_t offset) {
        const std::size_t block = std::min(offset / block_size, characters_before_block_.size() - 1);
        return characters_before_block_[block] +
               utf8::count(bytes_.substr(block * block_size, offset - block * block_size));
    };
    return before(to) - before(from);
}

Position SourceText::position(std::size_t offset) {
    const std::size_t line = line_of(offset);
    const auto column = static_cast<std::uint32_t>(characters_between(line_starts_[line], offset));
    return {first_line_ + static_cast<std::uint32_t>(line), line == 0 ? first_column_ + column : column + 1};
}

std::size_t reference_at(std::string_view rest, std::uint32_t& code_point) {
    struct Named {
        std::string_view written;
        char means;
    };
    static constexpr std::array<Named, 5> names{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    for (const Named& name : names) {
        if (!rest.starts_with(name.written)) continue;
        code_point = static_cast<unsigned char>(name.means);
        return name.written.size();
    }
    if (!rest.starts_with("&#")) return 0;
    const bool hexadecimal_number = rest.size() > 2 && rest[2] == 'x';
    const char* const begin = rest.data() + (hexadecimal_number ? 3 : 2);
    const char* const end = rest.data() + rest.size();
    const auto [after, error] = std::from_chars(begin, end, code_point, hexadecimal_number ? 16 : 10);
    const bool whole = error == std::errc{} && after != end && *after == ';';
    return whole && utf8::allowed_in_xml(code_point) ? static_cast<std::size_t>(after + 1 - rest.data()) : 0;
}

} // namespace plumbline::plan
