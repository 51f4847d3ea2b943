#include "report/xml_text.hpp"

#include <utf8proc.h>

namespace plumbline::report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

/// XML 1.0, production 2; utf8proc refuses surrogates itself.
bool is_xml_character(std::int32_t code) {
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code != 0xFFFE && code != 0xFFFF);
}

std::string_view escape_of(char c, bool attribute) {
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '\r':
        return "&#13;";
    case '"':
        return attribute ? "&quot;" : "";
    case '\n':
        return attribute ? "&#10;" : "";
    case '\t':
        return attribute ? "&#9;" : "";
    default:
        return "";
    }
}

std::string escaped(std::string_view text, std::string_view (*escape)(char)) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        std::int32_t code = 0;
        const auto read =
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), // NOLINT: its type
                             static_cast<utf8proc_ssize_t>(text.size()), &code);
        const std::size_t bytes = read > 0 ? static_cast<std::size_t>(read) : 1;
        const std::string_view instead = escape(text.front());
        if (read <= 0 || !is_xml_character(code))
            out += replacement;
        else
            out += instead.empty() ? text.substr(0, bytes) : instead;
        text.remove_prefix(bytes);
    }
    return out;
}

} // namespace

std::string xml_characters(std::string_view text) {
    return escaped(text, [](char /*c*/) { return std::string_view{}; });
}

std::string xml_text(std::string_view text) {
    return escaped(text, [](char c) { return escape_of(c, false); });
}

std::string xml_attribute(std::string_view text) {
    return escaped(text, [](char c) { return escape_of(c, true); });
}

} // namespace plumbline::report
