#pragma once

/// The batches of a history, one a line, marked where the rule set changed.

#include "history/batch.hpp"
#include "report/json.hpp"
#include "report/layout.hpp"

#include <string>
#include <vector>

namespace plumbline::history {

/// `suppress`: numbers from 1 to 4 are not shown. `batches` by day, as the store gives them.
std::string list_text(const std::vector<Batch>& batches, bool suppress, const report::Page& page);
std::string list_csv(const std::vector<Batch>& batches, bool suppress);
std::string list_json(const std::vector<Batch>& batches, bool suppress);

/// One of them.
report::Json batch_json(const Batch& batch, bool suppress);

} // namespace plumbline::history
