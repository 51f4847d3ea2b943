#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plumbline::text {

/// The common word of which an unknown one is a slip: two letters swapped, one doubled, one not doubled, a
/// wrong vowel or one letter left out. Nothing when it is known, short, or more than one slip away.
std::optional<std::string> correct(std::string_view norm);

} // namespace plumbline::text
