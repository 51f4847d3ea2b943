#pragma once

#include "report/layout.hpp"

#include <string>
#include <vector>

namespace plumbline::report {

/// Rows in columns. Some give way when the page is narrow, the widest first: their cells wrap.
class Table {
public:
    struct Column {
        std::string title;
        bool right = false; // numbers
        bool gives_way = false;
    };

    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    void add(std::vector<std::string> cells, Tone tone = Tone::plain) {
        rows_.push_back({std::move(cells), tone});
    }
    bool empty() const { return rows_.empty(); }

    std::string to_string(const Page& page, std::size_t indent = 0) const;

private:
    struct Row {
        std::vector<std::string> cells;
        Tone tone;
    };

    std::vector<std::size_t> widths(const Page& page, std::size_t indent) const;
    void write(std::string& out, const Page& page, std::size_t indent, const std::vector<std::size_t>& widths,
               const Row& row) const;

    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

} // namespace plumbline::report
