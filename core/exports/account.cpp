#include "exports/account.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

namespace plumbline::exports {

namespace {

struct Tally {
    std::size_t count = 0;
    std::string first;
};

std::string place(const Record& record) {
    return record.file + ":" + std::to_string(record.line);
}

using Key = std::tuple<std::string, bool, std::string>; // table, skipped, reason

std::map<Key, Tally> tallies(const Account& account) {
    std::map<Key, Tally> all;
    for (const Record& record : account.records()) {
        Tally& tally = all[{record.table, !record.imported, record.reason}];
        if (tally.count++ == 0) tally.first = place(record);
    }
    return all;
}

} // namespace

void Account::imported(Record record, const std::string& but) {
    record.imported = true;
    record.reason = but;
    records_.push_back(std::move(record));
}

void Account::skipped(Record record, const std::string& reason) {
    record.imported = false;
    record.reason = reason;
    records_.push_back(std::move(record));
}

std::size_t Account::count(bool imported) const {
    return static_cast<std::size_t>(std::count_if(
        records_.begin(), records_.end(), [&](const Record& record) { return record.imported == imported; }));
}

void write_text(std::ostream& out, const Account& account, std::size_t documents, bool all) {
    out << account.records().size() << " records: " << account.count(true) << " imported into " << documents
        << " plan documents, " << account.count(false) << " skipped\n";
    for (const auto& [key, tally] : tallies(account)) {
        const auto& [table, skipped, reason] = key;
        out << "  " << table << ": " << tally.count << (skipped ? " skipped" : " imported");
        if (!reason.empty())
            out << (skipped ? ": " : ", but ") << reason << " (first: " << tally.first << ")";
        out << '\n';
    }
    for (const std::string& note : account.notes())
        out << "note: " << note << '\n';
    if (!all) return;
    for (const Record& record : account.records())
        if (!record.imported)
            out << place(record) << ": " << record.table << " skipped: " << record.reason << '\n';
}

void write_json(std::ostream& out, const Account& account, std::size_t documents) {
    nlohmann::ordered_json records = nlohmann::ordered_json::array();
    for (const Record& record : account.records())
        records.push_back({{"file", record.file},
                           {"line", record.line},
                           {"table", record.table},
                           {"child", record.child},
                           {"state", record.imported ? "imported" : "skipped"},
                           {"reason", record.reason}});
    const nlohmann::ordered_json whole{{"schema", "plumbline-import/1"},  {"documents", documents},
                                       {"imported", account.count(true)}, {"skipped", account.count(false)},
                                       {"notes", account.notes()},        {"records", std::move(records)}};
    out << whole.dump(1) << '\n';
}

} // namespace plumbline::exports
