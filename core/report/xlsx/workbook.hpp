#pragma once

/// Excel workbooks by libxlsxwriter, row after row: memory does not grow with the rows.

#include "base/date.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct lxw_chart;
struct lxw_worksheet;

namespace plumbline::report::xlsx {

/// How a cell looks.
enum class Look : std::uint8_t {
    plain,
    number,
    wrapped,
    heading,
    title,
    strong,
    percent,
    date,
    link,
    to_fill,
    red,
    amber,
    green
};

struct Column {
    std::string title;
    double width = 12; // characters
};

class Workbook;

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
    Sheet(Workbook& book, lxw_worksheet* sheet, std::string name)
        : book_(&book), sheet_(sheet), name_(std::move(name)) {}

    void fit_height(const std::string& cell);
    void end_row();

    Workbook* book_;
    lxw_worksheet* sheet_;
    std::vector<double> widths_;
    std::size_t lines_ = 1; // of the tallest cell of this row
    std::string name_;
    std::uint32_t next_row_ = 0, header_row_ = 0;
    std::uint16_t column_ = 0, columns_ = 0;
    std::size_t left_out_ = 0, links_ = 0;
};

class Workbook {
public:
    /// Throws UserError when there is no room for what it keeps meanwhile (files without a name in TMPDIR).
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

    /// The file. Throws UserError when it could not be made whole (disk full).
    std::string finish();

private:
    friend class Sheet;
    class Formats;
    struct Book;
    std::unique_ptr<Book> book_;
};

/// As a cell can hold it: characters of XML, at most 32,000 of them with a word on what was cut, nothing that
/// Excel would take for an escape ("_x0041_").
std::string cell_text(std::string_view text);

/// Whether every part of this zip file is there to its closing tag: what a full disk cuts, libxlsxwriter does
/// not notice.
bool is_whole(std::string_view zip);

} // namespace plumbline::report::xlsx
