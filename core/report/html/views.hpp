#pragma once

/// The batch as pages: the summary, one for each area, the action plan, the self-assessment, about.

#include "report/html/index.hpp"
#include "report/html/kept.hpp"
#include "report/receipt.hpp"
#include "report/summary.hpp"
#include "report/titles.hpp"

#include <string>

namespace plumbline::report::html {

/// What every page is made from; all of it outlives the pages.
struct Batch {
    const Summary& summary;
    const Receipt& receipt;
    const Index& index;
    const Titles& titles;
    const Kept& kept;
};

std::string summary_page(const Batch& batch);
std::string area_pages(const Batch& batch);
std::string action_plan_page(const Batch& batch);
std::string self_assessment_page(const Batch& batch);
std::string about_page(const Batch& batch);
/// `rows`: HTML of the table's body.
std::string plans_page(const Batch& batch, const std::string& rows);

/// "Mon 1 Apr 2024"
std::string reader_date(const std::string& iso);

} // namespace plumbline::report::html
