#pragma once

/// What reports made of rows say: one place, so that every format has the same columns.

#include "judgement/judgement.hpp"
#include "report/areas.hpp"
#include "report/titles.hpp"

#include <string>
#include <vector>

namespace plumbline::report {

/// "§29", "R9"
std::string with_sign(const std::string& paragraph);

/// "Cheshire East 2011 §29"
std::string asked_for_by(const standard::Area& area);

/// What of an area no rule sees, and where to look instead; empty where rules check it in full.
std::string not_seen(const standard::Area& area);

/// Whether rules of this set answer it.
bool answered(const AreaCount& counted);

/// "nothing found", "unreadable", "skipped"; "" for a plan that has findings.
std::string without_findings(const judgement::PlanResult& plan);

/// The evidence of a finding in one cell.
std::string words_of(const judgement::Finding& finding);

/// The areas for improvement that cite it: "cheshire-east-2011/29-4".
std::string areas_of(const judgement::Finding& finding);

/// "67%", or "" where nothing was met or not met.
std::string percent_text(const OutcomeCounts& counts);

/// "no priority" where there is none.
std::string priority_text(judgement::Priority priority);

} // namespace plumbline::report
