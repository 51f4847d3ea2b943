#pragma once

/// Comma-separated values as spreadsheets write and read them (RFC 4180).

#include "base/user_error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// What a file for Excel begins with, so that it is read as UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The text with an apostrophe before it where a spreadsheet would take it for a formula (CWE-1236);
/// "-12" stays a number.
std::string formula_safe(std::string_view text);
/// Takes that apostrophe off again.
std::string_view without_guard(std::string_view text);

/// One record, each cell safe and quoted where it must be, with its CRLF.
std::string csv_record(const std::vector<std::string>& cells, char separator = ',');

/// What separates the cells of this text: comma, semicolon or tab, whichever its first record has most of.
char csv_separator(std::string_view text);

struct CsvRecord {
    std::uint32_t line = 0; // where it begins
    std::vector<std::string> cells;
};

/// Separated as csv_separator says, since Excel writes what its country uses. A byte order mark and empty
/// lines are left out, guards taken off. Throws UserError for a quotation mark that is never closed.
std::vector<CsvRecord> read_csv(std::string_view text, const std::string& file);

} // namespace plumbline
