#include "report/xlsx/workbook.hpp"

#include "base/user_error.hpp"
#include "report/xlsx/part.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <system_error>
#include <utility>

namespace plumbline::report::xlsx {

namespace {

[[noreturn]] void refuse(const std::string& why) {
    throw UserError("the workbook could not be made: " + why);
}

} // namespace

/// The workbook is written to memory under a name that the library can open; so are its parts (see part.hpp).
struct Workbook::Book {
    Book() : memory(::memfd_create("plumbline-workbook", MFD_CLOEXEC)) {
        if (memory < 0) refuse(std::generic_category().message(errno));
        if (!parts_stay_in_memory())
            throw InternalError("libxlsxwriter would keep plans' words in temporary files");
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
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
    lxw_workbook* book = nullptr;
    std::unique_ptr<Formats> formats;
    std::deque<Sheet> sheets;
};

Workbook::Workbook() : book_(std::make_unique<Book>()) {}
Workbook::~Workbook() = default;

Sheet& Workbook::add(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_->book, name.c_str());
    if (sheet == nullptr) refuse("there is no memory for it");
    book_->sheets.push_back(Sheet(*book_->formats, sheet, name));
    return book_->sheets.back();
}

namespace {

lxw_chart_series* add_series(lxw_chart* chart, const Sheet& sheet, std::uint32_t first, std::uint32_t last,
                             std::uint16_t labels, const Workbook::Series& series) {
    lxw_chart_series* added = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(added, sheet.name().c_str(), first, labels, last, labels);
    chart_series_set_values(added, sheet.name().c_str(), first, series.column, last, series.column);
    chart_series_set_name(added, series.name.c_str());
    return added;
}

/// From 0 to 100 %.
void set_percent(lxw_chart_axis* axis) {
    chart_axis_set_min(axis, 0);
    chart_axis_set_max(axis, 1);
    chart_axis_set_num_format(axis, "0%");
}

void set_faint_lines(lxw_chart_axis* axis) {
    lxw_chart_line faint{};
    faint.color = 0xD8D8D8;
    chart_axis_major_gridlines_set_line(axis, &faint);
}

} // namespace

lxw_chart* Workbook::chart(Kind kind, const std::string& title, const Sheet& sheet, std::uint32_t first,
                           std::uint32_t last, std::uint16_t labels, const std::vector<Series>& series,
                           bool percent) {
    lxw_chart* chart =
        workbook_add_chart(book_->book, kind == Kind::bars ? LXW_CHART_BAR : LXW_CHART_BAR_STACKED);
    chart_title_set_name(chart, title.c_str());
    for (const Series& one : series) {
        lxw_chart_series* added = add_series(chart, sheet, first, last, labels, one);
        lxw_chart_fill fill{};
        fill.color = one.colour;
        chart_series_set_fill(added, &fill);
        if (percent) chart_series_set_labels(added);
    }
    chart_axis_set_reverse(chart->y_axis); // the first row at the top
    set_faint_lines(chart->x_axis);
    if (percent) set_percent(chart->x_axis);
    if (series.size() == 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    return chart;
}

lxw_chart* Workbook::line_chart(const std::string& title, const Sheet& sheet, std::uint32_t first,
                                std::uint32_t last, std::uint16_t labels, const Series& series) {
    lxw_chart* chart = workbook_add_chart(book_->book, LXW_CHART_LINE);
    chart_title_set_name(chart, title.c_str());
    lxw_chart_series* added = add_series(chart, sheet, first, last, labels, series);
    lxw_chart_line line{};
    line.color = series.colour;
    chart_series_set_line(added, &line);
    chart_series_set_marker_type(added, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_labels(added);
    chart_series_set_labels_position(added, LXW_CHART_LABEL_POSITION_ABOVE);
    set_faint_lines(chart->y_axis);
    set_percent(chart->y_axis);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    return chart;
}

std::string Workbook::finish() {
    for (Sheet& sheet : book_->sheets)
        sheet.end_row();
    const lxw_error error = workbook_close(std::exchange(book_->book, nullptr)); // frees it, whatever happens
    if (error != LXW_NO_ERROR)
        refuse("there is no memory for all of it: " + std::string(lxw_strerror(error)));
    const off_t size = ::lseek(book_->memory, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t read = ::pread(book_->memory, &bytes[at], bytes.size() - at, static_cast<off_t>(at));
        if (read <= 0) refuse(std::generic_category().message(errno));
        at += static_cast<std::size_t>(read);
    }
    if (!is_whole(bytes)) refuse("there is no memory for all of it");
    return bytes;
}

} // namespace plumbline::report::xlsx
