#pragma once

/// What became of each record of an export: nothing is left out in silence.

#include <cstddef>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace plumbline::exports {

/// One record: a row of a table, a group of elements.
struct Record {
    std::string file;
    std::uint32_t line = 0;
    std::string table; // as the export calls it: "AREVIEW", "reviews.csv"
    std::string child; // the child's id; empty where the record names none
    bool imported = false;
    std::string reason; // skipped: why; imported: what is wrong with it, or empty
};

class Account {
public:
    void imported(Record record, const std::string& but = "");
    void skipped(Record record, const std::string& reason);
    /// About the export as a whole.
    void note(const std::string& text) { notes_.push_back(text); }

    const std::vector<Record>& records() const { return records_; }
    const std::vector<std::string>& notes() const { return notes_; }
    std::size_t count(bool imported) const;

private:
    std::vector<Record> records_; // in the order they were met
    std::vector<std::string> notes_;
};

/// How many of each table were imported, and how many skipped for which reason, with the first line of each;
/// every record that was skipped when `all` is set.
void write_text(std::ostream& out, const Account& account, std::size_t documents, bool all);
/// The same with every record: {"documents", "imported", "skipped", "notes", "records": […]}.
void write_json(std::ostream& out, const Account& account, std::size_t documents);

} // namespace plumbline::exports
