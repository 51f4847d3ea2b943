#include "report/table.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

constexpr std::size_t gap = 2;             // columns between two cells
constexpr std::size_t narrowest_cell = 16; // however narrow the page

std::string padding(std::size_t width, std::string_view text) {
    const std::size_t used = width_of(text);
    return std::string(width > used ? width - used : 0, ' ');
}

void trim_end(std::string& line) {
    line.erase(line.find_last_not_of(' ') + 1);
}

} // namespace

std::vector<std::size_t> Table::widths(const Page& page, std::size_t indent) const {
    std::vector<std::size_t> out;
    std::size_t total = indent;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t widest = width_of(columns_[i].title);
        for (const Row& row : rows_)
            widest = std::max(widest, width_of(row.cells.at(i)));
        out.push_back(widest);
        total += widest + (i > 0 ? gap : 0);
    }
    for (; total > page.width; --total) {
        std::size_t* widest = nullptr;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].gives_way && out[i] > narrowest_cell && (widest == nullptr || out[i] > *widest))
                widest = &out[i];
        if (widest == nullptr) break;
        --*widest;
    }
    return out;
}

void Table::write(std::string& out, const Page& page, std::size_t indent,
                  const std::vector<std::size_t>& widths, const Row& row) const {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        cells.push_back(wrap(row.cells.at(i), std::max<std::size_t>(widths[i], 1)));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t part = 0; part < height; ++part) {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string text = part < cells[i].size() ? cells[i][part] : std::string{};
            if (i > 0) line += std::string(gap, ' ');
            if (columns_[i].right) line += padding(widths[i], text);
            line += text;
            if (!columns_[i].right) line += padding(widths[i], text);
        }
        trim_end(line);
        out += std::string(indent, ' ') + paint(page, row.tone, line) + '\n';
    }
}

std::string Table::to_string(const Page& page, std::size_t indent) const {
    const auto widths = this->widths(page, indent);
    std::string out;
    Row titles{{}, Tone::faint};
    bool titled = false;
    for (const Column& column : columns_) {
        titles.cells.push_back(column.title);
        titled = titled || !column.title.empty();
    }
    if (titled) write(out, page, indent, widths, titles);
    for (const Row& row : rows_)
        write(out, page, indent, widths, row);
    return out;
}

} // namespace plumbline::report
