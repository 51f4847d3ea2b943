#pragma once

/// A sheet of a workbook, written row after row; of the rows only their packed text is kept.

#include "base/date.hpp"
#include "report/xlsx/formats.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct lxw_chart;
struct lxw_worksheet;

namespace plumbline::report::xlsx {

struct Column {
    std::string title;
    double width = 12; // characters
};

/// A sheet that is written from top to bottom, each row from left to right.
class Sheet {
public:
    /// The next row; false, and nothing is written, when the sheet can hold no more.
    bool begin_row();
    void text(std::string_view text, Look look = Look::plain);
    void number(std::size_t value);
    /// 0.67 as 67 %.
    void share(double value);
    void date(Date date);
    /// An ISO date; anything else, or nothing, stays text.
    void date(std::string_view iso);
    /// A file on this machine to open; text where it is none, or the sheet has all the links that Excel
    /// takes.
    void file_link(const std::string& path);
    void skip() { ++column_; }

    /// The header row: frozen, every column with its width; call once, before any other row but headings
    /// above it.
    void header(const std::vector<Column>& columns);
    void widths(const std::vector<double>& widths);
    /// Filters over the header and all rows below it. Call at the end.
    void filter();
    /// The cells of a column, from the row after the header to the last, offer these words.
    void choices(std::uint16_t column, std::vector<std::string> words);
    /// Red, amber and green by the word in the column.
    void colour_words(std::uint16_t column);
    void chart_at(std::uint32_t row, std::uint16_t column, lxw_chart* chart, double width, double height);
    /// Landscape, as wide as one page, the header on each.
    void for_printing();

    std::uint32_t rows() const { return next_row_; }
    std::uint32_t header_row() const { return header_row_; }
    /// Rows that did not fit.
    std::size_t left_out() const { return left_out_; }
    const std::string& name() const { return name_; }

private:
    friend class Workbook;
    Sheet(const Formats& formats, lxw_worksheet* sheet, std::string name)
        : formats_(&formats), sheet_(sheet), name_(std::move(name)) {}

    void fit_height(const std::string& cell);
    void end_row();

    const Formats* formats_;
    lxw_worksheet* sheet_;
    std::vector<double> widths_;
    std::size_t lines_ = 1; // of the tallest cell of this row
    std::string name_;
    std::uint32_t next_row_ = 0, header_row_ = 0;
    std::uint16_t column_ = 0, columns_ = 0;
    std::size_t left_out_ = 0, links_ = 0;
};

/// As a cell can hold it: characters of XML, at most 32,000 of them with a word on what was cut, nothing that
/// Excel would take for an escape ("_x0041_").
std::string cell_text(std::string_view text);

} // namespace plumbline::report::xlsx
