#include "plan/narrative.hpp"

#include <algorithm>

namespace plumbline::plan {

std::string Location::path() const {
    std::string out;
    out.reserve(pattern.size() + 8);
    std::uint32_t number = first;
    for (std::size_t from = 0; from < pattern.size();) {
        const std::size_t gap = pattern.find("[]", from);
        if (gap == std::string_view::npos) {
            out += pattern.substr(from);
            break;
        }
        out += pattern.substr(from, gap + 1 - from);
        out += std::to_string(number);
        out += ']';
        number = second;
        from = gap + 2;
    }
    return out;
}

Position Narrative::position_of(std::size_t offset) const {
    const auto after =
        std::upper_bound(anchors.begin(), anchors.end(), offset,
                         [](std::size_t at_most, const Anchor& a) { return at_most < a.offset; });
    const Anchor anchor =
        after == anchors.begin() ? Anchor{0, begins.line, begins.column} : *std::prev(after);
    Position place{anchor.line, anchor.column};
    const std::size_t end = std::min(offset, text.size());
    for (std::size_t i = anchor.offset; i < end; ++i) {
        if (text[i] == '\n') {
            ++place.line;
            place.column = 1;
            continue;
        }
        // A character ends where the next byte does not continue it.
        const bool continues =
            i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xC0U) == 0x80U;
        if (!continues) ++place.column;
    }
    return place;
}

} // namespace plumbline::plan
