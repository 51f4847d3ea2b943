#include "exports/csv_table.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::exports {

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

CsvTable read_csv_table(std::string_view text, const std::string& file) {
    CsvTable table;
    table.rows = read_csv(text, file);
    if (table.rows.empty()) return table;
    table.columns = std::move(table.rows.front().cells);
    table.rows.erase(table.rows.begin());
    return table;
}

} // namespace plumbline::exports
