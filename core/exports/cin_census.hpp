#pragma once

/// The children in need census (XML, Department for Education): a plan document for each child protection
/// plan, each child in need plan, and each time in need that had neither.
///
/// Its dates and codes are those of the census guide; the start of a section 47 enquiry stands for the
/// strategy discussion, which the census does not hold.

#include "exports/document.hpp"

#include <optional>
#include <string>

namespace plumbline::exports {

/// `as_of` is the day up to which the census tells; by itself the ReferenceDate of its header, else 31 March
/// of its year. Throws UserError with file and line for what is no census.
Import import_cin_census(const std::string& path, std::optional<Date> as_of);

} // namespace plumbline::exports
