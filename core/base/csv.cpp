#include "base/csv.hpp"

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

constexpr std::array formula_openers{std::string_view{"="},
                                     std::string_view{"+"},
                                     std::string_view{"-"},
                                     std::string_view{"@"},
                                     std::string_view{"\t"},
                                     std::string_view{"\r"},
                                     std::string_view{"\n"},
                                     std::string_view{"\xEF\xBC\x9D"}, // ＝＋－＠: some locales take them too
                                     std::string_view{"\xEF\xBC\x8B"},
                                     std::string_view{"\xEF\xBC\x8D"},
                                     std::string_view{"\xEF\xBC\xA0"}};

/// "-12": a change in points, which must stay a number. Longer ones may be telephone numbers.
bool is_short_number(std::string_view text) {
    constexpr std::size_t most_digits = 4;
    if (!text.starts_with('-') && !text.starts_with('+')) return false;
    text.remove_prefix(1);
    return !text.empty() && text.size() <= most_digits &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool opens_a_formula(std::string_view text) {
    if (is_short_number(text)) return false;
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return std::any_of(formula_openers.begin(), formula_openers.end(),
                       [&](std::string_view opener) { return text.starts_with(opener); });
}

class Reader {
public:
    Reader(std::string_view text, std::string file)
        : text_(text), file_(std::move(file)), separator_(csv_separator(text)) {}

    std::vector<CsvRecord> read() {
        std::vector<CsvRecord> records;
        while (at_ < text_.size()) {
            CsvRecord record = read_record();
            const bool empty = std::all_of(record.cells.begin(), record.cells.end(),
                                           [](const std::string& cell) { return cell.empty(); });
            if (!empty) records.push_back(std::move(record));
        }
        return records;
    }

private:
    CsvRecord read_record() {
        CsvRecord record;
        record.line = line_;
        while (true) {
            record.cells.push_back(read_cell());
            if (at_ >= text_.size()) return record;
            const char c = text_[at_++];
            if (c == separator_) continue;
            if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
            ++line_;
            return record;
        }
    }

    bool at_end_of_cell() const {
        return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\r' || text_[at_] == '\n';
    }

    std::string read_cell() {
        std::string cell;
        if (at_ < text_.size() && text_[at_] == '"') cell = read_quoted();
        while (!at_end_of_cell())
            cell += text_[at_++];
        return std::string(without_guard(cell));
    }

    std::string read_quoted() {
        const std::uint32_t opened = line_;
        std::string cell;
        ++at_;
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '\n') ++line_;
            if (c != '"') {
                cell += c;
            } else if (at_ < text_.size() && text_[at_] == '"') {
                cell += c;
                ++at_;
            } else {
                return cell;
            }
        }
        throw UserError({file_, opened, 0}, "a quotation mark opens here and is never closed");
    }

    std::string_view text_;
    std::string file_;
    char separator_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
};

} // namespace

char csv_separator(std::string_view text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    const auto times = [&](char c) { return std::count(first.begin(), first.end(), c); };
    char best = ',';
    for (const char c : {';', '\t'})
        if (times(c) > times(best)) best = c;
    return best;
}

std::string formula_safe(std::string_view text) {
    return opens_a_formula(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view without_guard(std::string_view text) {
    const bool guarded = text.starts_with('\'') && opens_a_formula(text.substr(1));
    return guarded ? text.substr(1) : text;
}

std::string csv_record(const std::vector<std::string>& cells, char separator) {
    std::string out;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front()) out += separator;
        const std::string safe = formula_safe(cell);
        if (safe.find_first_of(",;\"\r\n\t") == std::string::npos) {
            out += safe;
            continue;
        }
        out += '"';
        for (const char c : safe)
            out.append(c == '"' ? 2U : 1U, c);
        out += '"';
    }
    return out + "\r\n";
}

std::vector<CsvRecord> read_csv(std::string_view text, const std::string& file) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return Reader(text, file).read();
}

} // namespace plumbline
