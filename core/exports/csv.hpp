#pragma once

/// Comma-separated tables as spreadsheets and recording systems write them (RFC 4180): quoted fields, CRLF,
/// a byte-order mark.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::exports {

struct CsvRow {
    std::uint32_t line = 0; // where it begins
    std::vector<std::string> fields;
};

struct CsvTable {
    std::vector<std::string> columns;
    std::vector<CsvRow> rows; // without empty lines

    std::optional<std::size_t> column(std::string_view name) const;
};

/// Throws UserError with file and line for a quotation that does not end.
CsvTable read_csv(std::string_view text, const std::string& file);

} // namespace plumbline::exports
