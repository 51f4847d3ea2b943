#pragma once

/// What the strict reading (expat) says of XML, in words for the author of a plan. Used where a place is
/// broken and to cut containers; whole plans are read with tinyxml2.

#include "plan/source_text.hpp"

#include <expat.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::plan {

struct ExpatFree {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ExpatParser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ExpatFree>;

/// A parser for UTF-8.
ExpatParser make_expat_parser();

/// True for the names of encodings whose files plan format 1 reads: UTF-8 and its part ASCII.
bool is_readable_encoding(std::string_view name);

inline constexpr std::string_view doctype_refused =
    "a DOCTYPE stands here; plan format 1 has none, and entities of one's own are not read";
std::string encoding_refused(std::string_view name);

/// An element whose end tag has not come yet.
struct OpenElement {
    std::string name;
    std::size_t offset;
};

/// Turns an offset into a line of the file, to name the line where an unclosed element was opened.
using LineOf = std::function<std::uint32_t(std::size_t)>;

/// expat's error at this offset of `bytes`, in our words. Never repeats what the bytes say but the names of
/// elements.
Fault in_words(XML_Error error, std::size_t offset, std::string_view bytes,
               const std::vector<OpenElement>& open, const LineOf& line_of);

/// What is wrong with bytes that are not well-formed XML, and what could be read before.
struct Diagnosis {
    std::optional<Fault> fault; // none: expat finds the bytes well formed
    std::string id;             // of the <plan>
    std::optional<int> version;
};

Diagnosis diagnose(std::string_view bytes, const LineOf& line_of);

} // namespace plumbline::plan
