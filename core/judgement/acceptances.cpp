#include "judgement/acceptances.hpp"

#include "base/british_date.hpp"
#include "base/csv.hpp"
#include "base/hash.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace plumbline::judgement {

namespace {

constexpr std::chrono::days warned_before{30};
constexpr std::size_t fingerprint_digits = 16;

enum Column : std::size_t { fingerprint, plan, check, reason, by, on, until };

std::string trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n\xC2\xA0";
    const auto from = text.find_first_not_of(space);
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(space) - from + 1));
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

class Reader {
public:
    Reader(std::vector<CsvRecord> rows, std::string file) : rows_(std::move(rows)), file_(std::move(file)) {
        if (rows_.empty())
            throw UserError({file_, 1, 0}, "the file is empty; expected the columns " + all_columns());
        read_header();
    }

    std::vector<Accepted> read() const {
        std::vector<Accepted> out;
        for (std::size_t i = 1; i < rows_.size(); ++i)
            out.push_back(read_record(rows_[i]));
        return out;
    }

private:
    static std::string all_columns() {
        std::string out;
        for (const auto& name : acceptance_columns())
            out += (out.empty() ? "" : ", ") + name;
        return out;
    }

    void read_header() {
        const CsvRecord& header = rows_.front();
        where_.fill(header.cells.size());
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            const std::string name = lower(trimmed(header.cells[i]));
            if (name.empty()) continue;
            const auto& columns = acceptance_columns();
            const auto found = std::find(columns.begin(), columns.end(), name);
            if (found == columns.end())
                throw UserError({file_, header.line, 0},
                                "unknown column '" + name + "'; expected " + all_columns());
            where_.at(static_cast<std::size_t>(found - columns.begin())) = i;
        }
        for (const Column needed : {fingerprint, reason, by, on, until})
            if (where_.at(needed) == header.cells.size())
                throw UserError({file_, header.line, 0}, "the column '" + acceptance_columns().at(needed) +
                                                             "' is missing; expected " + all_columns());
    }

    std::string cell(const CsvRecord& row, Column column) const {
        const std::size_t at = where_.at(column);
        return at < row.cells.size() ? trimmed(row.cells[at]) : std::string{};
    }

    std::string required(const CsvRecord& row, Column column) const {
        std::string text = cell(row, column);
        if (text.empty())
            throw UserError({file_, row.line, 0}, "'" + acceptance_columns().at(column) + "' is empty");
        return text;
    }

    Date date(const CsvRecord& row, Column column) const {
        const std::string text = required(row, column);
        auto date = parse_iso_date(text);
        if (!date) date = parse_british_date(text);
        if (!date)
            throw UserError({file_, row.line, 0},
                            "'" + acceptance_columns().at(column) + "' is '" + text +
                                "', no date; expected one such as 2024-03-06 or 06/03/2024");
        return *date;
    }

    std::string fingerprint_of(const CsvRecord& row) const {
        std::string text = lower(required(row, fingerprint));
        if (text.size() != fingerprint_digits ||
            text.find_first_not_of("0123456789abcdef") != std::string::npos)
            throw UserError({file_, row.line, 0},
                            "'" + text +
                                "' is no fingerprint; expected 16 digits from 0 to f, as a report gives "
                                "them. If Excel changed it, format the column as text first");
        return text;
    }

    Accepted read_record(const CsvRecord& row) const {
        Accepted record;
        record.at = {file_, row.line, 0};
        record.fingerprint = fingerprint_of(row);
        record.plan = cell(row, plan);
        record.check = cell(row, check);
        const Date from = date(row, on);
        record.until = date(row, until);
        if (record.until < from)
            throw UserError(record.at,
                            "'until' (" + to_iso(record.until) + ") is before 'on' (" + to_iso(from) + ')');
        record.acceptance = {required(row, by), required(row, reason), to_iso(from), to_iso(record.until)};
        return record;
    }

    std::vector<CsvRecord> rows_;
    std::string file_;
    std::array<std::size_t, 7> where_{}; // a column's place; past the header's end where it has none
};

std::string said(const Accepted& record) {
    std::string out = record.fingerprint;
    if (!record.plan.empty()) out += " of " + record.plan;
    if (!record.check.empty()) out += " (" + record.check + ')';
    return out;
}

Notice notice(Notice::Kind kind, const FilePosition& at, const std::string& text) {
    return {kind, at, to_string(at) + ": " + text};
}

} // namespace

const std::vector<std::string>& acceptance_columns() {
    static const std::vector<std::string> names{"fingerprint", "plan", "check", "reason",
                                                "accepted by", "on",   "until"};
    return names;
}

Acceptances Acceptances::read(const std::string& file, Date as_of) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw UserError({file, 0, 0}, std::string("cannot be read: ") + std::strerror(errno));
    std::stringstream text;
    text << stream.rdbuf();
    return read_text(text.str(), file, as_of);
}

Acceptances Acceptances::read_text(std::string_view text, const std::string& file, Date as_of) {
    Acceptances out;
    out.file_ = file;
    out.hash_ = sha256(text);
    out.as_of_ = as_of;
    out.records_ = Reader(read_csv(text, file), file).read();
    for (std::size_t i = 0; i < out.records_.size(); ++i) {
        const auto [entry, added] = out.by_fingerprint_.emplace(out.records_[i].fingerprint, i);
        if (!added)
            throw UserError(out.records_[i].at, "the fingerprint " + out.records_[i].fingerprint +
                                                    " stands here twice; first at line " +
                                                    std::to_string(out.records_[entry->second].at.line));
    }
    return out;
}

const Accepted* Acceptances::find(const PlanResult& result, const Finding& finding) const {
    const auto found = by_fingerprint_.find(finding.fingerprint);
    if (found == by_fingerprint_.end()) return nullptr;
    const Accepted& record = records_[found->second];
    return record.plan.empty() || record.plan == result.id ? &record : nullptr;
}

void Acceptances::apply(PlanResult& result) const {
    for (Finding& finding : result.findings)
        if (const Accepted* record = find(result, finding); record != nullptr && as_of_ <= record->until)
            finding.accepted = record->acceptance;
}

void Acceptances::see(const PlanResult& result) {
    if (records_.empty() || result.state != State::judged) return;
    plans_seen_.insert(result.id);
    for (const Finding& finding : result.findings)
        if (find(result, finding) != nullptr) matched_.insert(finding.fingerprint);
}

std::vector<Notice> Acceptances::notices() const {
    std::vector<Notice> out;
    std::size_t elsewhere = 0;
    for (const Accepted& record : records_) {
        const bool matched = matched_.contains(record.fingerprint);
        const std::string last_day = to_reader(record.until);
        if (!matched && !record.plan.empty() && !plans_seen_.contains(record.plan))
            ++elsewhere;
        else if (!matched)
            out.push_back(notice(Notice::Kind::no_match, record.at,
                                 said(record) +
                                     " matches no finding; the plan may have changed. Take the line out, or "
                                     "look the finding up again"));
        else if (record.until < as_of_)
            out.push_back(
                notice(Notice::Kind::expired, record.at,
                       said(record) + " was accepted until " + last_day + "; the finding counts again"));
        else if (record.until - as_of_ <= warned_before)
            out.push_back(
                notice(Notice::Kind::ends_soon, record.at,
                       said(record) + " is accepted until " + last_day + " and counts again after that"));
    }
    if (elsewhere > 0)
        out.push_back(notice(Notice::Kind::no_match, {file_, 0, 0},
                             std::to_string(elsewhere) + (elsewhere == 1 ? " line is" : " lines are") +
                                 " of plans that were not checked"));
    return out;
}

} // namespace plumbline::judgement
