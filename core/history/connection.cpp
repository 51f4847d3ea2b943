#include "history/connection.hpp"

#include "history/schema.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <filesystem>

namespace plumbline::history {

namespace {

bool is_postgresql(const std::string& where) {
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

/// The URL without user and password.
std::string shown_name(const std::string& where) {
    const auto at = where.rfind('@');
    if (!is_postgresql(where) || at == std::string::npos) return where.substr(0, where.find('?'));
    const std::string rest = where.substr(at + 1);
    return "postgresql://" + rest.substr(0, rest.find('?'));
}

/// On one line: what a driver says has several.
std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\t', ' ');
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

void open_postgresql(soci::session& sql, const std::string& url) {
    sql.open(soci::postgresql, url);
    sql << "SET client_min_messages TO WARNING"; // its notices would go to standard error
}

} // namespace

Connection::Connection(const std::string& where, bool existing) : name_(shown_name(where)) {
    if (existing && !is_postgresql(where) && !std::filesystem::exists(where))
        throw UserError({where, 0, 0}, "there is no such history; 'plumbline check ... --history' makes one");
    try {
        if (is_postgresql(where))
            open_postgresql(sql_, where);
        else
            sql_.open(soci::sqlite3, "dbname=\"" + where + "\" timeout=10");
    } catch (const soci::soci_error& error) {
        refuse("the history cannot be opened: ", error);
    }
    within([&](soci::session& sql) {
        migrate(sql, name_);
        return 0;
    });
}

void Connection::refuse(const std::string& what, const soci::soci_error& error) const {
    throw UserError({name_, 0, 0}, what + one_line(error.get_error_message()));
}

} // namespace plumbline::history
