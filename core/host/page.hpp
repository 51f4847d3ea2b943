#pragma once

#include "report/layout.hpp"

#include <string>

namespace plumbline::host {

/// The page that standard output is: its width, and colours by `--colour` (auto, always, never) and NO_COLOR.
report::Page output_page(const std::string& colour = "auto");

} // namespace plumbline::host
