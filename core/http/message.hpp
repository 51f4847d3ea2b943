#pragma once

/// A request's head and a reply, as the service sees them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::http {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Head {
    std::string method, target;
    Fields fields;                               // names in lower case
    bool old = false;                            // HTTP/1.0
    bool has_body = false;                       // one was announced
    std::optional<std::uint64_t> content_length; // none with chunked transfer

    /// The first field of that name (in lower case), or "".
    std::string_view field(std::string_view name) const;
};

struct Reply {
    unsigned status = 200;
    std::string type = "application/json";
    std::string body;
    Fields fields;
};

/// "Not Found"
std::string_view phrase_of(unsigned status);

/// The head of a reply as it goes over the wire. `length`: of the body; none where it follows in chunks.
std::string head_text(const Reply& reply, std::optional<std::size_t> length, bool keep);

/// The path and the parameters of a request's target, percent signs decoded. Empty for what is neither.
struct Target {
    std::string path;
    Fields query;
};
std::optional<Target> parse_target(std::string_view target);

/// Whether an Accept field allows a type such as "application/json". An empty field allows everything.
bool accepts(std::string_view accept, std::string_view type);

/// The media type of a Content-Type field, in lower case and without its parameters.
std::string media_type(std::string_view content_type);

/// The charset parameter of a Content-Type field, in lower case; "" where it has none.
std::string charset_of(std::string_view content_type);

/// Whether an If-None-Match field holds this tag.
bool holds_tag(std::string_view if_none_match, std::string_view tag);

} // namespace plumbline::http
