#pragma once

/// Takes the plan's words out of what is said about it, for reports that travel further than the plan may.

#include "judgement/judgement.hpp"

#include <string>
#include <string_view>

namespace plumbline::report {

/// What stands between quotation marks becomes "…".
std::string without_quotations(std::string_view text);

/// Places, ids and outcomes stay; evidence loses its text, messages, advice and reasons what they quote, and
/// acceptances who gave them.
judgement::PlanResult without_words(judgement::PlanResult plan);

} // namespace plumbline::report
