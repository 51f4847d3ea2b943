#include "report/xlsx/sheet.hpp"

#include "report/layout.hpp"
#include "report/text_names.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

namespace plumbline::report::xlsx {

namespace {

constexpr std::size_t most_rows = LXW_ROW_MAX;
constexpr std::size_t most_lines = 14;
constexpr double line_points = 15;
constexpr std::size_t most_links = 65'000; // Excel opens no sheet with more than 65,530

} // namespace

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
    lxw_format* format = formats_->of(look);
    if (cell.empty())
        worksheet_write_blank(sheet_, next_row_ - 1, column_++, format);
    else
        worksheet_write_string(sheet_, next_row_ - 1, column_++, cell.c_str(), format);
}

void Sheet::number(std::size_t value) {
    worksheet_write_number(sheet_, next_row_ - 1, column_++, static_cast<double>(value),
                           formats_->of(Look::number));
}

void Sheet::share(double value) {
    worksheet_write_number(sheet_, next_row_ - 1, column_++, value, formats_->of(Look::percent));
}

void Sheet::date(Date date) {
    const std::chrono::year_month_day day{date};
    lxw_datetime when{};
    when.year = static_cast<int>(day.year());
    when.month = static_cast<int>(static_cast<unsigned>(day.month()));
    when.day = static_cast<int>(static_cast<unsigned>(day.day()));
    worksheet_write_datetime(sheet_, next_row_ - 1, column_++, &when, formats_->of(Look::date));
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
                                formats_->of(Look::link), cell_text(path).c_str(), nullptr) == LXW_NO_ERROR;
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
    wide.reserve(columns.size());
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
    list.reserve(words.size() + 1);
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
    for (const RagWord& rag : rag_words) {
        std::string word = '"' + std::string(rag.word) + '"';
        lxw_conditional_format format{};
        format.type = LXW_CONDITIONAL_TYPE_CELL;
        format.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        format.value_string = word.data();
        format.format = formats_->of(rag.look);
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
