#include "plan/window.hpp"

#include "plan/utf8.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::plan {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

Position place_after(Position from, std::string_view text) {
    const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    if (lines > 0) from = {from.line + lines, 1};
    const std::size_t line_start = text.rfind('\n') + 1; // 0 when there is none
    return {from.line, from.column + static_cast<std::uint32_t>(utf8::count(text.substr(line_start)))};
}

Window::Window(ByteStream& stream, std::string begun) : stream_(stream), bytes_(std::move(begun)) {
    if (bytes_.starts_with(byte_order_mark)) drop(byte_order_mark.size());
    begin_place_ = mark_place_ = {1, 1}; // a byte order mark takes up no column
}

bool Window::fill() {
    if (dropped_ > 0) {
        bytes_.erase(0, dropped_);
        dropped_ = 0;
    }
    return stream_.read(bytes_);
}

void Window::drop(std::uint64_t offset) {
    begin_place_ = position(offset);
    dropped_ += offset - begin_;
    begin_ = offset;
    if (mark_ >= begin_) return;
    mark_ = begin_;
    mark_place_ = begin_place_;
}

Position Window::position(std::uint64_t offset) {
    const bool ahead = offset >= mark_;
    const std::uint64_t from = ahead ? mark_ : begin_;
    const Position place = place_after(ahead ? mark_place_ : begin_place_, between(from, offset));
    if (ahead) {
        mark_ = offset;
        mark_place_ = place;
    }
    return place;
}

} // namespace plumbline::plan
