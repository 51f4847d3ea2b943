#pragma once

#include "plan/read.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::plan {

/// Something wrong at a byte of the source.
struct Fault {
    std::size_t offset = 0;
    std::string message;
};

/// A source's bytes, looked through once: are they text that XML may hold, and where do its lines start. Then
/// says line and column of any byte. Lines end with LF; a byte order mark takes up no column.
class SourceText {
public:
    /// `source` must outlive this.
    explicit SourceText(const Source& source);

    std::string_view bytes() const { return bytes_; }

    /// Why these bytes cannot be a plan, whatever the XML says: NUL, UTF-16, not UTF-8, a control character.
    const std::optional<Fault>& fault() const { return fault_; }

    bool has_references() const { return has_references_; }
    bool has_carriage_returns() const { return has_carriage_returns_; }
    /// An ampersand stands where, outside CDATA and comments, it would begin no valid reference.
    bool has_doubtful_reference() const { return has_doubtful_reference_; }

    /// Where the byte at this offset stands in the whole file. Cheapest when asked in ascending order.
    Position position(std::size_t offset);

private:
    void look_through();
    std::size_t look_at_character(std::size_t offset);
    void look_at_references();
    std::size_t line_of(std::size_t offset);
    std::size_t characters_between(std::size_t from, std::size_t to);

    std::string_view bytes_;
    std::uint32_t first_line_, first_column_;
    std::vector<std::uint32_t> line_starts_;
    std::vector<std::uint32_t> characters_before_block_; // filled only for very long lines
    std::size_t last_line_ = 0;
    std::optional<Fault> fault_;
    bool ascii_ = true, has_references_ = false, has_carriage_returns_ = false,
         has_doubtful_reference_ = false;
};

/// Length of the reference ("&amp;", "&#8217;", "&#x2019;") at the start of `rest`, 0 if there is none that
/// XML knows without a DTD; its character goes to `code_point`.
std::size_t reference_at(std::string_view rest, std::uint32_t& code_point);

} // namespace plumbline::plan
