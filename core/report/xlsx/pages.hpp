#pragma once

/// The workbook's sheets that tell of the whole batch.

#include "report/receipt.hpp"
#include "report/summary.hpp"
#include "report/titles.hpp"
#include "report/xlsx/workbook.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumbline::report::xlsx {

/// What findings of a plugin's criterion advise.
using Advice = std::map<std::pair<std::string, std::string>, std::string>;

void write_summary(Sheet& sheet, Workbook& book, const Summary& summary, const Receipt& receipt);
void write_areas(Sheet& sheet, const Summary& summary, const Titles& titles);
/// In the shape of the 2011 improvement plan: officer, evidence and reporting to fill in.
void write_actions(Sheet& sheet, const Summary& summary, const Receipt& receipt, const Titles& titles,
                   const Advice& advice);
/// How to read it, the receipt, and what the other sheets had no room for.
void write_about(Sheet& sheet, const Summary& summary, const Receipt& receipt,
                 const std::vector<const Sheet*>& others);

} // namespace plumbline::report::xlsx
