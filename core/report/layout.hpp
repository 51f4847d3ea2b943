#pragma once

/// Words on a terminal: widths, wrapping, colour. Plans are other people's text: nothing of them reaches a
/// terminal that could move its cursor or turn its direction.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::report {

/// What a page of text is written for.
struct Page {
    std::size_t width = 100; // columns
    bool colour = false;
};

enum class Tone : std::uint8_t { plain, strong, faint, bad, doubtful, good };

/// The text in a tone's colour, or as it is on a page without colours.
std::string paint(const Page& page, Tone tone, std::string_view text);

/// One line of valid UTF-8: white space folded to single spaces, control and direction characters shown as
/// "�".
std::string clean(std::string_view text);

/// Columns that a clean text takes.
std::size_t width_of(std::string_view text);

/// Cut to so many columns, the last of them "…".
std::string cut(std::string_view text, std::size_t width);

/// Lines of at most so many columns, broken at spaces, and within a word that is longer than a line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The text wrapped to the page, its first line after `indent` spaces and the others after `hanging`; each
/// line painted.
std::string block(const Page& page, std::string_view text, std::size_t indent, std::size_t hanging,
                  Tone tone = Tone::plain);

/// A rule across the page: the text so many times over.
std::string repeated(std::string_view text, std::size_t times);

/// "1 plan", "2 plans"
std::string count_of(std::size_t count, std::string_view one, std::string_view many);

} // namespace plumbline::report
