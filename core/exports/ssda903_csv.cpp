#include "exports/csv_table.hpp"
#include "exports/file.hpp"
#include "exports/ssda903_rows.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <unordered_map>

namespace plumbline::exports {

namespace {

namespace fs = std::filesystem;

constexpr const char* no_dates = "answers without a day; a plan document holds what happened on a day";
constexpr const char* no_place = "has no place in a plan document";

/// One table of the folder with its columns by name.
class Table {
public:
    explicit Table(const fs::path& file)
        : name_(file.filename().string()), file_(file.string()),
          table_(read_csv_table(read_file(file_), file_)) {}

    const std::vector<CsvRecord>& rows() const { return table_.rows; }

    /// Throws UserError when one of the columns is not there.
    void require(std::initializer_list<const char*> columns) const {
        for (const char* const column : columns)
            if (!table_.column(column))
                throw UserError({file_, 1, 0}, std::string("no column ") + column + "; expected the table " +
                                                   name_ + " of an SSDA903 return");
    }

    std::string at(const CsvRecord& row, const char* column) const {
        const auto index = table_.column(column);
        return index && *index < row.cells.size() ? row.cells[*index] : std::string();
    }

    Record record(const CsvRecord& row) const {
        return {file_, row.line, name_, at(row, "CHILD"), false, {}};
    }

private:
    std::string name_, file_;
    CsvTable table_;
};

class Folder {
public:
    explicit Folder(const fs::path& folder) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error))
            if (entry.path().extension() == ".csv") files_.push_back(entry.path());
        std::sort(files_.begin(), files_.end());
        if (error || files_.empty())
            throw UserError(
                {folder.string(), 0, 0},
                "no CSV files; expected the tables of an SSDA903 return: header.csv, episodes.csv, …");
    }

    ReturnRows read() {
        header();
        for (const fs::path& file : files_) {
            const std::string name = file.stem().string();
            if (name == "episodes")
                episodes(Table(file));
            else if (name == "reviews")
                reviews(Table(file));
            else if (name == "missing")
                missing(Table(file));
            else if (name != "header")
                others(file, name);
        }
        return std::move(rows_);
    }

private:
    void header() {
        const auto file = std::find_if(files_.begin(), files_.end(),
                                       [](const fs::path& one) { return one.stem() == "header"; });
        if (file == files_.end())
            throw UserError({files_.front().parent_path().string(), 0, 0},
                            "no header.csv; expected the tables of an SSDA903 return");
        const Table table(*file);
        table.require({"CHILD", "SEX", "DOB"});
        for (const CsvRecord& row : table.rows()) {
            const std::string id = table.at(row, "CHILD");
            if (id.empty()) {
                rows_.account.skipped(table.record(row), "no CHILD");
            } else if (!by_id_.emplace(id, rows_.children.size()).second) {
                rows_.account.skipped(table.record(row), "this CHILD stands in the table twice");
            } else {
                rows_.children.push_back({table.record(row),
                                          table.at(row, "SEX"),
                                          table.at(row, "DOB"),
                                          table.at(row, "ETHNIC"),
                                          {},
                                          {},
                                          {}});
            }
        }
    }

    /// The row's child; nullptr, and the row skipped, when the header has none of this id.
    ChildRows* child_of(const Table& table, const CsvRecord& row) {
        const auto found = by_id_.find(table.at(row, "CHILD"));
        if (found != by_id_.end()) return &rows_.children[found->second];
        rows_.account.skipped(table.record(row), "header.csv has no child of this id");
        return nullptr;
    }

    void episodes(const Table& table) {
        table.require({"CHILD", "DECOM", "DEC", "RNE", "LS"});
        for (const CsvRecord& row : table.rows())
            if (ChildRows* const child = child_of(table, row))
                child->episodes.push_back({table.record(row), table.at(row, "DECOM"), table.at(row, "DEC"),
                                           table.at(row, "RNE"), table.at(row, "LS"), table.at(row, "PLACE"),
                                           table.at(row, "REC")});
    }

    void reviews(const Table& table) {
        table.require({"CHILD", "REVIEW"});
        for (const CsvRecord& row : table.rows())
            if (ChildRows* const child = child_of(table, row))
                child->reviews.push_back({table.record(row),
                                          table.at(row, "REVIEW"),
                                          {},
                                          table.at(row, "REVIEW_CODE"),
                                          {},
                                          {},
                                          {}});
    }

    void missing(const Table& table) {
        table.require({"CHILD", "MIS_START", "MIS_END"});
        for (const CsvRecord& row : table.rows())
            if (ChildRows* const child = child_of(table, row))
                child->missing.push_back({table.record(row),
                                          table.at(row, "MIS_START"),
                                          table.at(row, "MIS_END"),
                                          table.at(row, "MISSING"),
                                          {},
                                          {},
                                          {}});
    }

    void others(const fs::path& file, const std::string& name) {
        const Table table(file);
        const bool answers = name == "oc2" || name == "oc3";
        for (const CsvRecord& row : table.rows())
            rows_.account.skipped(table.record(row), answers ? no_dates : no_place);
    }

    std::vector<fs::path> files_;
    ReturnRows rows_;
    std::unordered_map<std::string, std::size_t> by_id_;
};

} // namespace

ReturnRows read_ssda903_csv(const std::string& folder) {
    return Folder(folder).read();
}

} // namespace plumbline::exports
