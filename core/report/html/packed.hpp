#pragma once

#include <string>
#include <string_view>

namespace plumbline::report::html {

/// The text as zlib's format in base64: what a browser's DecompressionStream("deflate") opens.
std::string packed(std::string_view text);

} // namespace plumbline::report::html
