#include "report/xlsx/formats.hpp"

#include <xlsxwriter.h>

namespace plumbline::report::xlsx {

namespace {

constexpr lxw_color_t dark = 0x0B0C0C, blue = 0x1D70B8, pale = 0xF3F2F1;

lxw_format* make(lxw_workbook* book, Look look) {
    lxw_format* format = workbook_add_format(book);
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
        format_set_bg_color(format, 0xF6D7D2);
        break;
    case Look::amber:
        format_set_bg_color(format, 0xFFE8B3);
        break;
    case Look::green:
        format_set_bg_color(format, 0xCCE2D8);
        break;
    }
    return format;
}

} // namespace

Formats::Formats(lxw_workbook* book) {
    for (std::size_t i = 0; i < formats_.size(); ++i)
        formats_.at(i) = make(book, static_cast<Look>(i));
}

} // namespace plumbline::report::xlsx
