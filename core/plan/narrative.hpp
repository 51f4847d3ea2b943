#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::plan {

/// Where a node stands in its file, and its path within the plan. Cheap to copy: the path is worked out when
/// asked.
struct Location {
    std::uint32_t line = 0;   // from 1; in a container, of the whole file
    std::uint32_t column = 0; // from 1; counts characters (code points)
    std::string_view pattern; // static text such as "/plan/outcomes/outcome[]/action[]"
    std::uint32_t first = 0;  // number put into the first "[]", from 1
    std::uint32_t second = 0; // number put into the second "[]"

    /// "/plan/outcomes/outcome[1]/action[2]"
    std::string path() const;
};

struct Position {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// Narrative as a reader sees it: entities and CDATA decoded, `<p>` and `<br/>` become line breaks, CRLF
/// becomes LF, outer white space gone. Otherwise byte for byte as written (UTF-8, not normalised).
struct Narrative {
    /// From `offset` of the text on, up to the next anchor, text and file run in step, character for
    /// character; a line feed of the text is a line end of the file.
    struct Anchor {
        std::uint32_t offset, line, column;
    };

    std::string text;
    std::vector<Anchor> anchors; // ascending by offset: where text and file fall out of step, if they do
    Location at;                 // of the element; line 0 when the plan does not have it
    Position begins;             // of the text's first character

    bool empty() const { return text.empty(); }
    bool written() const { return at.line != 0; }

    /// The place in the file of the character at this byte offset of the text.
    Position position_of(std::size_t offset) const;
};

} // namespace plumbline::plan
