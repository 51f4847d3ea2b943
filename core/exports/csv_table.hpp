#pragma once

/// A CSV file of an export: its first record names the columns.

#include "base/csv.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::exports {

struct CsvTable {
    std::vector<std::string> columns;
    std::vector<CsvRecord> rows; // without empty lines

    std::optional<std::size_t> column(std::string_view name) const;
};

/// Throws UserError with file and line for a quotation that does not end.
CsvTable read_csv_table(std::string_view text, const std::string& file);

} // namespace plumbline::exports
