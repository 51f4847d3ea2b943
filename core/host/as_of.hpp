#pragma once

#include "base/date.hpp"

#include <string>

namespace plumbline::host {

/// The day of `--as-of`; today where it is empty. Throws UserError for what is no date.
Date as_of_date(const std::string& text);

} // namespace plumbline::host
