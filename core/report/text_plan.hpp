#pragma once

/// One plan's page in the text report.

#include "report/writer.hpp"

#include <string>

namespace plumbline::report {

std::string plan_page(const judgement::PlanResult& plan, const Options& options);

} // namespace plumbline::report
