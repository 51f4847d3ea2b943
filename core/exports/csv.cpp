#include "exports/csv.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::exports {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : text_(text), file_(&file) {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    }

    /// False at the end.
    bool row(CsvRow& row) {
        row = {line_, {}};
        if (at_ >= text_.size()) return false;
        for (;;) {
            row.fields.push_back(field());
            if (at_ < text_.size() && text_[at_] == ',') {
                ++at_;
                continue;
            }
            end_line();
            return true;
        }
    }

private:
    std::string field() {
        if (at_ < text_.size() && text_[at_] == '"') return quoted();
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        std::string value(text_.substr(at_, end - at_));
        at_ = end;
        return value;
    }

    std::string quoted() {
        const std::uint32_t began = line_;
        std::string value;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                value += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                value += '"';
                ++at_;
            } else {
                ++at_;
                return value + field_rest();
            }
        }
        throw UserError({*file_, began, 0}, "a quotation mark opens a field that does not end");
    }

    /// What stands between a closing quotation mark and the comma: nothing, in a tidy file.
    std::string field_rest() {
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        std::string rest(text_.substr(at_, end - at_));
        at_ = end;
        return rest;
    }

    void end_line() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    std::string_view text_;
    const std::string* file_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
};

} // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

CsvTable read_csv(std::string_view text, const std::string& file) {
    Reader reader(text, file);
    CsvTable table;
    CsvRow row;
    if (reader.row(row)) table.columns = std::move(row.fields);
    while (reader.row(row))
        if (row.fields.size() > 1 || !row.fields.front().empty()) table.rows.push_back(std::move(row));
    return table;
}

} // namespace plumbline::exports
