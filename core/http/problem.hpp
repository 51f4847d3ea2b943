#pragma once

/// Problem details (RFC 9457): what every reply of 400 and more holds.

#include "http/message.hpp"
#include "plan/read.hpp"

#include <string>
#include <vector>

namespace plumbline::http {

/// `kind`: "unreadable-plan", for programs; `detail`: for people, what was found and what was expected.
Reply problem(unsigned status, const std::string& kind, const std::string& detail);

/// A document that is no plan: each problem with line and column.
Reply unreadable(const std::vector<plan::Problem>& problems);

} // namespace plumbline::http
