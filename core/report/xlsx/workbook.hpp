#pragma once

/// Excel workbooks by libxlsxwriter.

#include "report/xlsx/sheet.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::report::xlsx {

class Workbook {
public:
    /// What it keeps meanwhile is in memory, packed. Throws UserError when there is none.
    Workbook();
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// In the order of the tabs.
    Sheet& add(const std::string& name);

    struct Series {
        std::string name;
        std::uint16_t column = 0;
        std::uint32_t colour = 0; // 0xRRGGBB
    };
    enum class Kind : std::uint8_t { bars, stacked_bars };
    /// Of the sheet's rows first to last: the labels of one column, a series for each of the others.
    lxw_chart* chart(Kind kind, const std::string& title, const Sheet& sheet, std::uint32_t first,
                     std::uint32_t last, std::uint16_t labels, const std::vector<Series>& series,
                     bool percent);
    /// Shares of one column as a line from 0 to 100 %.
    lxw_chart* line_chart(const std::string& title, const Sheet& sheet, std::uint32_t first,
                          std::uint32_t last, std::uint16_t labels, const Series& series);

    /// The file. Throws UserError when it could not be made whole.
    std::string finish();

private:
    struct Book;
    std::unique_ptr<Book> book_;
};

/// Whether every part of this zip file is there to its closing tag: what could not be written, libxlsxwriter
/// does not notice.
bool is_whole(std::string_view zip);

} // namespace plumbline::report::xlsx
