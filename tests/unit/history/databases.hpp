#pragma once

/// Databases that every test of the history is run with: a new SQLite file, and a real PostgreSQL that the
/// tests start.

#include <string>
#include <vector>

namespace databases {

/// Names of empty databases for history::Store, one of each sort. Each call gives new ones.
std::vector<std::string> fresh();

/// "SQLite" or "PostgreSQL"
std::string sort_of(const std::string& where);

} // namespace databases
