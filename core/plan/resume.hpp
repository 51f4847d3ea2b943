#pragma once

#include "plan/window.hpp"

#include <cstdint>
#include <optional>

namespace plumbline::plan {

/// Where reading can go on behind a broken place: the first "<plan" tag at or behind `not_before` that stands
/// in no comment and no CDATA section. `from` is a place outside both, at or before `not_before`; what stands
/// before it has left the window. A comment or section that does not end within `most` bytes counts as the
/// broken thing itself, and is looked into.
std::optional<std::uint64_t> next_plan_start(Window& window, std::uint64_t from, std::uint64_t not_before,
                                             std::size_t most);

} // namespace plumbline::plan
