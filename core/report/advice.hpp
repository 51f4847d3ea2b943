#pragma once

/// What to advise where findings of many plans are told as one.

#include <string>
#include <string_view>

namespace plumbline::report {

/// The whole sentences with which both begin, so that no example made for one plan is offered to all. The
/// first of the two where they have no sentence in common.
std::string shared_advice(std::string_view one, std::string_view other);

} // namespace plumbline::report
