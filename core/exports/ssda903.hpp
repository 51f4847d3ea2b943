#pragma once

/// The looked-after children return SSDA903 (XML, or a folder of its CSV tables): a plan document for each
/// period in care with its reviews, placements and missing episodes.

#include "exports/document.hpp"

#include <optional>
#include <string>

namespace plumbline::exports {

/// `as_of` is the day up to which the return tells; the return does not say, so by itself that is the latest
/// day in it. Throws UserError with file and line for what is no such return.
Import import_ssda903(const std::string& path, std::optional<Date> as_of);

} // namespace plumbline::exports
