#pragma once

/// The bytes of an export, and its elements.

#include "exports/account.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <tinyxml2.h>

namespace plumbline::exports {

/// The whole file ("-" for standard input). Throws UserError that names it when it cannot be read.
std::string read_file(const std::string& path);

/// Parses XML. Throws UserError with file and line when it is not well formed or its root is another element.
void parse_xml(tinyxml2::XMLDocument& document, const std::string& text, const std::string& file,
               std::string_view root);

/// The text of a child element, without white space around it; empty when it is absent or empty.
std::string text_of(const tinyxml2::XMLElement& parent, const char* name);

/// Each child element of this name.
void each(const tinyxml2::XMLElement& parent, const char* name,
          const std::function<void(const tinyxml2::XMLElement&)>& take);

Record record_of(const tinyxml2::XMLElement& element, const std::string& file, const std::string& child);

} // namespace plumbline::exports
