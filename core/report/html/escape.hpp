#pragma once

/// Other people's words in a page: shown as they are written, never read as markup.

#include <string>
#include <string_view>

namespace plumbline::report::html {

/// Stands for the plan's number in what is rendered before that number is known. No escaped text holds it.
inline constexpr char plan_number = '\x01';

/// Text for an element's content or an attribute in double quotes. What is no UTF-8, and control characters,
/// become "�"; characters that would turn the direction of the text are shown by their number: "[U+202E]".
std::string escaped(std::string_view text);

} // namespace plumbline::report::html
