#pragma once

/// Text inside XML 1.0.

#include <string>
#include <string_view>

namespace plumbline::report {

/// Unescaped, every character one that XML can hold: "�" for the others.
std::string xml_characters(std::string_view text);

/// Between tags: "<", "&" and ">" (so that "]]>" is no end) escaped; what is no UTF-8, or no character of
/// XML, becomes "�".
std::string xml_text(std::string_view text);

/// Between quotation marks: those too, and white space that a reader would fold.
std::string xml_attribute(std::string_view text);

} // namespace plumbline::report
