#pragma once

/// The samples whose agreement the history keeps, side by side.

#include "history/store.hpp"
#include "report/layout.hpp"

#include <string>
#include <vector>

namespace plumbline::history {

/// `suppress`: criteria that fewer than five answers were given for show none of their figures.
std::string samples_text(const std::vector<KeptSample>& samples, bool suppress, const report::Page& page);
std::string samples_csv(const std::vector<KeptSample>& samples, bool suppress);
std::string samples_json(const std::vector<KeptSample>& samples, bool suppress);

} // namespace plumbline::history
