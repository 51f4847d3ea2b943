#include "report/xlsx/workbook.hpp"

#include "base/user_error.hpp"
#include "report/layout.hpp"
#include "report/text_names.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

namespace plumbline::report::xlsx {

namespace {

constexpr std::size_t most_rows = LXW_ROW_MAX;
constexpr std::size_t most_lines = 14;
constexpr double line_points = 15;
constexpr std::size_t most_links = 65'000; // Excel opens no sheet with more than 65,530
constexpr lxw_color_t dark = 0x0B0C0C, blue = 0x1D70B8, pale = 0xF3F2F1;
constexpr std::array<std::pair<const char*, lxw_color_t>, 3> rag_colours{
    {{"red", 0xF6D7D2}, {"amber", 0xFFE8B3}, {"green", 0xCCE2D8}}};

[[noreturn]] void refuse(const std::string& why) {
    throw UserError("the workbook could not be made: " + why);
}

} // namespace

class Workbook::Formats {
public:
    explicit Formats(lxw_workbook* book) : book_(book) {
        for (std::size_t i = 0; i < formats_.size(); ++i)
            formats_.at(i) = make(static_cast<Look>(i));
    }

    lxw_format* of(Look look) const { return formats_.at(static_cast<std::size_t>(look)); }

private:
    lxw_format* make(Look look) {
        lxw_format* format = workbook_add_format(book_);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        switch (look) {
        case Look::plain:
            break;
        case Look::number:
            format_set_align(format, LXW_ALIGN_CENTER);
            break;
        case Look::wrapped:
            format_set_text_wrap(format);
            break;
        case Look::heading:
            format_set_bold(format);
            format_set_text_wrap(format);
            format_set_bg_color(format, dark);
            format_set_font_color(format, LXW_COLOR_WHITE);
            break;
        case Look::title:
            format_set_bold(format);
            format_set_font_size(format, 16);
            break;
        case Look::strong:
            format_set_bold(format);
            break;
        case Look::percent:
            format_set_num_format(format, "0%");
            format_set_align(format, LXW_ALIGN_CENTER);
            break;
        case Look::date:
            format_set_num_format(format, "d mmm yyyy");
            format_set_align(format, LXW_ALIGN_LEFT);
            break;
        case Look::link:
            format_set_font_color(format, blue);
            format_set_underline(format, LXW_UNDERLINE_SINGLE);
            break;
        case Look::to_fill:
            format_set_text_wrap(format);
            format_set_bg_color(format, pale);
            format_set_border(format, LXW_BORDER_THIN);
            break;
        case Look::red:
        case Look::amber:
        case Look::green:
            format_set_bg_color(
                format,
                rag_colours.at(static_cast<std::size_t>(look) - static_cast<std::size_t>(Look::red)).second);
            break;
        }
        return format;
    }

    lxw_workbook* book_;
    std::array<lxw_format*, 13> formats_{};
};

/// The workbook is written to memory under a name that the library can open.
struct Workbook::Book {
    Book() : memory(::memfd_create("plumbline-workbook", MFD_CLOEXEC)) {
        if (memory < 0) refuse(std::generic_category().message(errno));
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        std::error_code error;
        temporary = std::filesystem::temp_directory_path(error).string();
        if (!temporary.empty()) options.tmpdir = temporary.data();
        book = workbook_new_opt(("/proc/self/fd/" + std::to_string(memory)).c_str(), &options);
        if (book == nullptr) refuse("there is no memory for it");
        formats = std::make_unique<Formats>(book);
    }

    ~Book() {
        if (book != nullptr) lxw_workbook_free(book);
        ::close(memory);
    }

    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    int memory;
    std::string temporary;
    lxw_workbook* book = nullptr;
    std::unique_ptr<Formats> formats;
    std::deque<Sheet> sheets;
};

Workbook::Workbook() : book_(std::make_unique<Book>()) {}
Workbook::~Workbook() = default;

Sheet& Workbook::add(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_->book, name.c_str());
    if (sheet == nullptr) refuse("no temporary file can be made in " + book_->temporary);
    book_->sheets.push_back(Sheet(*this, sheet, name));
    return book_->sheets.back();
}

lxw_chart* Workbook::chart(Kind kind, const std::string& title, const Sheet& sheet, std::uint32_t first,
                           std::uint32_t last, std::uint16_t labels, const std::vector<Series>& series,
                           bool percent) {
    lxw_chart* chart =
        workbook_add_chart(book_->book, kind == Kind::bars ? LXW_CHART_BAR : LXW_CHART_BAR_STACKED);
    chart_title_set_name(chart, title.c_str());
    for (const Series& one : series) {
        lxw_chart_series* added = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(added, sheet.name().c_str(), first, labels, last, labels);
        chart_series_set_values(added, sheet.name().c_str(), first, one.column, last, one.column);
        chart_series_set_name(added, one.name.c_str());
        lxw_chart_fill fill{};
        fill.color = one.colour;
        chart_series_set_fill(added, &fill);
        if (percent) chart_series_set_labels(added);
    }
    chart_axis_set_reverse(chart->y_axis); // the first row at the top
    lxw_chart_line faint{};
    faint.color = 0xD8D8D8;
    chart_axis_major_gridlines_set_line(chart->x_axis, &faint);
    if (percent) {
        chart_axis_set_min(chart->x_axis, 0);
        chart_axis_set_max(chart->x_axis, 1);
        chart_axis_set_num_format(chart->x_axis, "0%");
    }
    if (series.size() == 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    return chart;
}

std::string Workbook::finish() {
    for (Sheet& sheet : book_->sheets)
        sheet.end_row();
    const lxw_error error = workbook_close(std::exchange(book_->book, nullptr)); // frees it, whatever happens
    if (error != LXW_NO_ERROR) refuse(lxw_strerror(error));
    const off_t size = ::lseek(book_->memory, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t read = ::pread(book_->memory, &bytes[at], bytes.size() - at, static_cast<off_t>(at));
        if (read <= 0) refuse(std::generic_category().message(errno));
        at += static_cast<std::size_t>(read);
    }
    if (!is_whole(bytes))
        refuse("no room for its temporary files in " + book_->temporary + "; TMPDIR names another folder");
    return bytes;
}

/// Programs that open the file do not measure wrapped cells.
void Sheet::fit_height(const std::string& cell) {
    if (column_ >= widths_.size()) return;
    const auto width = std::max<std::size_t>(4, static_cast<std::size_t>(widths_[column_]));
    std::size_t lines = 0;
    for (const std::string& line : lines_of(cut(cell, width * most_lines)))
        lines += wrap(line, width).size();
    lines_ = std::clamp(lines, lines_, most_lines);
}

void Sheet::end_row() {
    if (next_row_ > 0 && lines_ > 1)
        worksheet_set_row(sheet_, next_row_ - 1, line_points * static_cast<double>(lines_), nullptr);
    lines_ = 1;
}

bool Sheet::begin_row() {
    end_row();
    if (next_row_ >= most_rows) {
        ++left_out_;
        return false;
    }
    ++next_row_;
    column_ = 0;
    return true;
}

void Sheet::text(std::string_view text, Look look) {
    const std::string cell = cell_text(text);
    if (look == Look::wrapped || look == Look::heading) fit_height(cell);
    if (look == Look::title) lines_ = std::max<std::size_t>(lines_, 2);
    lxw_format* format = book_->book_->formats->of(look);
    if (cell.empty())
        worksheet_write_blank(sheet_, next_row_ - 1, column_++, format);
    else
        worksheet_write_string(sheet_, next_row_ - 1, column_++, cell.c_str(), format);
}

void Sheet::number(std::size_t value) {
    worksheet_write_number(sheet_, next_row_ - 1, column_++, static_cast<double>(value),
                           book_->book_->formats->of(Look::number));
}

void Sheet::share(double value) {
    worksheet_write_number(sheet_, next_row_ - 1, column_++, value, book_->book_->formats->of(Look::percent));
}

void Sheet::date(Date date) {
    const std::chrono::year_month_day day{date};
    lxw_datetime when{};
    when.year = static_cast<int>(day.year());
    when.month = static_cast<int>(static_cast<unsigned>(day.month()));
    when.day = static_cast<int>(static_cast<unsigned>(day.day()));
    worksheet_write_datetime(sheet_, next_row_ - 1, column_++, &when, book_->book_->formats->of(Look::date));
}

void Sheet::date(std::string_view iso) {
    if (const auto day = parse_iso_date(iso))
        date(*day);
    else
        text(iso);
}

void Sheet::file_link(const std::string& path) {
    std::error_code error;
    const auto whole = std::filesystem::canonical(path, error);
    const bool linked =
        !error && links_ < most_links &&
        worksheet_write_url_opt(sheet_, next_row_ - 1, column_, ("file://" + whole.string()).c_str(),
                                book_->book_->formats->of(Look::link), cell_text(path).c_str(),
                                nullptr) == LXW_NO_ERROR;
    if (!linked) {
        text(path);
        return;
    }
    ++links_;
    ++column_;
}

void Sheet::widths(const std::vector<double>& widths) {
    widths_ = widths;
    for (std::size_t i = 0; i < widths.size(); ++i)
        worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i],
                             nullptr);
}

void Sheet::header(const std::vector<Column>& columns) {
    std::vector<double> wide;
    for (const Column& column : columns)
        wide.push_back(column.width);
    widths(wide);
    begin_row();
    for (const Column& column : columns)
        text(column.title, Look::heading);
    columns_ = static_cast<std::uint16_t>(columns.size());
    header_row_ = next_row_ - 1;
    worksheet_freeze_panes(sheet_, next_row_, 1);
    worksheet_repeat_rows(sheet_, header_row_, header_row_);
    for_printing();
}

void Sheet::for_printing() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9); // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
}

void Sheet::filter() {
    worksheet_autofilter(sheet_, header_row_, 0, std::max(next_row_ - 1, header_row_),
                         static_cast<lxw_col_t>(columns_ - 1));
}

void Sheet::choices(std::uint16_t column, std::vector<std::string> words) {
    if (next_row_ <= header_row_ + 1) return;
    std::vector<char*> list; // the library only reads it
    for (std::string& word : words)
        list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.dropdown = LXW_VALIDATION_ON;
    validation.ignore_blank = LXW_VALIDATION_ON;
    validation.show_error = LXW_VALIDATION_ON;
    worksheet_data_validation_range(sheet_, header_row_ + 1, column, next_row_ - 1, column, &validation);
}

void Sheet::colour_words(std::uint16_t column) {
    if (next_row_ <= header_row_ + 1) return;
    for (std::size_t i = 0; i < rag_colours.size(); ++i) {
        std::string word = '"' + std::string(rag_colours.at(i).first) + '"';
        lxw_conditional_format format{};
        format.type = LXW_CONDITIONAL_TYPE_CELL;
        format.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        format.value_string = word.data();
        format.format = book_->book_->formats->of(static_cast<Look>(static_cast<std::size_t>(Look::red) + i));
        worksheet_conditional_format_range(sheet_, header_row_ + 1, column, next_row_ - 1, column, &format);
    }
}

void Sheet::chart_at(std::uint32_t row, std::uint16_t column, lxw_chart* chart, double width, double height) {
    lxw_chart_options options{};
    options.x_scale = width / 480; // pixels of a chart as the library makes it
    options.y_scale = height / 288;
    worksheet_insert_chart_opt(sheet_, row, column, chart, &options);
}

} // namespace plumbline::report::xlsx
