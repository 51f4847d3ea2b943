#pragma once

/// An open database, SQLite or PostgreSQL. What it says against a statement is the user's to put right.

#include "base/user_error.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <string>

namespace plumbline::history {

class Connection {
public:
    /// See Store.
    Connection(const std::string& where, bool existing);

    /// `work` of the session as one transaction. Throws UserError.
    template <typename Work>
    auto within(const Work& work) {
        try {
            soci::transaction transaction(sql_);
            auto result = work(sql_);
            transaction.commit();
            return result;
        } catch (const soci::soci_error& error) {
            refuse("the history: ", error);
        }
    }

private:
    [[noreturn]] void refuse(const std::string& what, const soci::soci_error& error) const;

    std::string name_; // without user and password
    soci::session sql_;
};

/// Counts as the databases hold them.
inline long long number(std::size_t value) {
    return static_cast<long long>(value);
}

inline std::size_t count(long long value) {
    return value < 0 ? 0 : static_cast<std::size_t>(value);
}

} // namespace plumbline::history
