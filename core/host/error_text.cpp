#include "host/error_text.hpp"

#include "host/source_lines.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline::host {

namespace {

constexpr std::size_t longest_line = 160; // characters shown of a line of source

/// How many bytes the first `characters` characters of the text take.
std::size_t bytes_of(const std::string& text, std::size_t characters) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (starts && characters-- == 0) break;
    }
    return at;
}

std::string shown(const FilePosition& at) {
    if (!at.file.ends_with(".lua") || at.line == 0) return {};
    SourceLines lines;
    std::string text = lines.line(at.file, at.line);
    if (text.find_first_not_of(" \t") == std::string::npos) return {};
    std::replace(text.begin(), text.end(), '\t', ' ');
    const std::string head = "  " + std::to_string(at.line) + " | ";
    std::string out = head + text.substr(0, bytes_of(text, longest_line)) + "\n";
    if (at.column != 0 && at.column <= longest_line)
        out += std::string(head.size() - 2, ' ') + "| " + std::string(at.column - 1, ' ') + "^\n";
    return out;
}

/// "file.lua:12:3: …"
FilePosition place_of(const std::string& message) {
    const std::size_t end = message.find(".lua:");
    if (end == std::string::npos || message.find('\n') < end) return {};
    FilePosition at{message.substr(0, end + 4), 0, 0};
    const char* const last = message.data() + message.size();
    auto [rest, error] = std::from_chars(message.data() + end + 5, last, at.line);
    if (error != std::errc{}) return {};
    if (rest != last && *rest == ':') std::from_chars(rest + 1, last, at.column);
    return at;
}

} // namespace

std::string error_text(const UserError& error) {
    return "plumbline: " + std::string(error.what()) + "\n" + shown(error.position());
}

std::string source_of(const std::string& message) {
    return shown(place_of(message));
}

} // namespace plumbline::host
