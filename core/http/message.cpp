#include "http/message.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <ctime>

namespace plumbline::http {

namespace {

struct Phrase {
    unsigned status;
    std::string_view words;
};

constexpr std::array phrases{Phrase{100, "Continue"},
                             Phrase{200, "OK"},
                             Phrase{304, "Not Modified"},
                             Phrase{400, "Bad Request"},
                             Phrase{401, "Unauthorized"},
                             Phrase{404, "Not Found"},
                             Phrase{405, "Method Not Allowed"},
                             Phrase{406, "Not Acceptable"},
                             Phrase{408, "Request Timeout"},
                             Phrase{409, "Conflict"},
                             Phrase{413, "Content Too Large"},
                             Phrase{415, "Unsupported Media Type"},
                             Phrase{431, "Request Header Fields Too Large"},
                             Phrase{500, "Internal Server Error"},
                             Phrase{503, "Service Unavailable"}};

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), &lower);
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Cuts the part before the separator off the front of `rest`.
std::string_view next_part(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return trimmed(part);
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        unsigned value = 0;
        if (i + 2 >= text.size()) return std::nullopt;
        const char* const begin = text.data() + i + 1;
        const auto [end, error] = std::from_chars(begin, begin + 2, value, 16);
        if (error != std::errc{} || end != begin + 2) return std::nullopt;
        out += static_cast<char>(value);
        i += 2;
    }
    return out;
}

/// The value of a media type's parameter, in lower case and without quotation marks.
std::string parameter_of(std::string_view media, std::string_view name) {
    next_part(media, ';');
    while (!media.empty()) {
        std::string_view value = next_part(media, ';');
        if (lowered(next_part(value, '=')) != name) continue;
        std::string out = lowered(trimmed(value));
        std::erase(out, '"');
        return out;
    }
    return {};
}

bool is_refused(std::string_view range) {
    const std::string weight = parameter_of(range, "q");
    return !weight.empty() && weight.find_first_not_of("0.") == std::string::npos;
}

std::string now_text() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

} // namespace

std::string_view Head::field(std::string_view name) const {
    for (const auto& [own, value] : fields)
        if (own == name) return value;
    return {};
}

std::string_view phrase_of(unsigned status) {
    const auto found = std::find_if(phrases.begin(), phrases.end(),
                                    [&](const Phrase& phrase) { return phrase.status == status; });
    return found == phrases.end() ? "" : found->words;
}

std::string head_text(const Reply& reply, std::optional<std::size_t> length, bool keep) {
    std::string out = "HTTP/1.1 " + std::to_string(reply.status) + ' ';
    out += phrase_of(reply.status);
    out += "\r\nServer: plumbline\r\nDate: " + now_text() + "\r\n";
    if (reply.status != 304) {
        out += "Content-Type: " + reply.type + "\r\n";
        out += length ? "Content-Length: " + std::to_string(*length) + "\r\n"
                      : std::string("Transfer-Encoding: chunked\r\n");
    }
    out += "X-Content-Type-Options: nosniff\r\n";
    for (const auto& [name, value] : reply.fields)
        out.append(name).append(": ").append(value).append("\r\n");
    if (!keep) out += "Connection: close\r\n";
    return out + "\r\n";
}

std::optional<Target> parse_target(std::string_view target) {
    if (target.empty() || target.front() != '/') return std::nullopt;
    std::string_view rest = target;
    const auto path = decoded(next_part(rest, '?'));
    if (!path) return std::nullopt;
    Target out{*path, {}};
    while (!rest.empty()) {
        std::string_view value = next_part(rest, '&');
        if (value.empty()) continue;
        const auto name = decoded(next_part(value, '='));
        const auto words = decoded(value);
        if (!name || !words) return std::nullopt;
        out.query.emplace_back(*name, *words);
    }
    return out;
}

bool accepts(std::string_view accept, std::string_view type) {
    if (trimmed(accept).empty()) return true;
    const std::string any = std::string(type.substr(0, type.find('/'))) + "/*";
    bool wide = false; // a wider range allows it; the type's own word wins over that
    while (!accept.empty()) {
        const std::string_view range = next_part(accept, ',');
        const std::string name = media_type(range);
        if (name == type) return !is_refused(range);
        if ((name == "*/*" || name == any) && !is_refused(range)) wide = true;
    }
    return wide;
}

std::string media_type(std::string_view content_type) {
    return lowered(next_part(content_type, ';'));
}

std::string charset_of(std::string_view content_type) {
    return parameter_of(content_type, "charset");
}

bool holds_tag(std::string_view if_none_match, std::string_view tag) {
    while (!if_none_match.empty()) {
        std::string_view one = next_part(if_none_match, ',');
        if (one.starts_with("W/")) one.remove_prefix(2);
        if (one == tag) return true;
    }
    return false;
}

} // namespace plumbline::http
