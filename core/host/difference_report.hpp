#pragma once

#include "host/difference.hpp"
#include "report/layout.hpp"

#include <string>

namespace plumbline::host {

struct DifferenceReport {
    std::string old_name, new_name; // as the user named the two sides
    std::string as_of;
    std::size_t plans = 0;
    std::map<std::string, CheckDifference> checks;
};

std::string difference_text(const DifferenceReport& report, const report::Page& page);
std::string difference_json(const DifferenceReport& report);
/// One page by itself, with the styles of the HTML report.
std::string difference_html(const DifferenceReport& report);

} // namespace plumbline::host
