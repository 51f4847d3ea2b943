#pragma once

/// The tables of the history and how an older history becomes one of today.

#include <string>
#include <vector>

namespace soci {
class session;
}

namespace plumbline::history {

/// The version that this program writes.
int schema_version();

/// Statements that lead from the version before to this one (1 to schema_version()), in SQL that SQLite and
/// PostgreSQL share.
const std::vector<std::string>& migration(int version);

/// Brings the database to this program's version, step by step, within the transaction that the caller has
/// begun. Throws UserError for one that a newer program made.
void migrate(soci::session& sql, const std::string& name);

} // namespace plumbline::history
