#pragma once

/// Keeps what a plan says out of error messages: a plugin's error may hold any string that the plugin had in
/// hand.

#include "plan/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

/// What must not show: texts whose words are looked for, and words that must not show even by themselves.
struct Private {
    std::vector<std::string_view> texts;
    std::vector<std::string> alone; // names, a date of birth in the forms that people write
};

Private private_of(const plan::Plan& plan);

/// The message with "…" in place of every run of 12 characters or 3 words that stands in one of the texts, of
/// every name and date of birth, and of every single word of the texts that neither Lua, nor the host, nor
/// the plugin's own source (`known`) uses. White space and case do not count.
std::string scrub(std::string_view message, const Private& secret, std::string_view known);

} // namespace plumbline::lua
