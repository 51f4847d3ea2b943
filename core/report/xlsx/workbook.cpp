#include "report/xlsx/workbook.hpp"

#include "base/user_error.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

namespace plumbline::report::xlsx {

namespace {

[[noreturn]] void refuse(const std::string& why) {
    throw UserError("the workbook could not be made: " + why);
}

} // namespace

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
    book_->sheets.push_back(Sheet(*book_->formats, sheet, name));
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

} // namespace plumbline::report::xlsx
