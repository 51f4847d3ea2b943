#pragma once

#include "plan/byte_stream.hpp"
#include "plan/narrative.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::plan {

/// The place after `text`, which starts at `from`.
Position place_after(Position from, std::string_view text);

/// The part of a long file that is still needed, and where it stands. Offsets count from the start of the
/// file.
class Window {
public:
    /// `begun` are bytes already taken from the stream.
    Window(ByteStream& stream, std::string begun);

    std::uint64_t begin() const { return begin_; }
    std::uint64_t end() const { return begin_ + bytes_.size() - dropped_; }
    std::string_view bytes() const { return std::string_view(bytes_).substr(dropped_); }
    std::string_view between(std::uint64_t from, std::uint64_t to) const {
        return bytes().substr(from - begin_, to - from);
    }
    std::string_view from(std::uint64_t offset) const { return between(offset, end()); }

    /// Reads on; false when the stream has no more.
    bool fill();
    /// Lets go of what stands before `offset`.
    void drop(std::uint64_t offset);

    /// pre: begin() <= offset. Cheap when offsets ascend.
    Position position(std::uint64_t offset);

private:
    ByteStream& stream_;
    std::string bytes_;
    std::size_t dropped_ = 0; // bytes at the front that are no longer part of the window
    std::uint64_t begin_ = 0;
    Position begin_place_{1, 1};
    std::uint64_t mark_ = 0; // a place worked out before, at or behind begin_
    Position mark_place_{1, 1};
};

} // namespace plumbline::plan
