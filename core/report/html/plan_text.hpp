#pragma once

#include "plan/plan.hpp"
#include "report/html/marks.hpp"

#include <string>

namespace plumbline::report::html {

/// The plan as a reader sees it, under headings of the third level; what its findings are about is marked.
std::string plan_text(const plan::Plan& plan, Marks& marks);

} // namespace plumbline::report::html
