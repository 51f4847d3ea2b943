#pragma once

/// How a batch becomes rows of the history's tables.

#include "history/batch.hpp"

#include <cstdint>

namespace soci {
class session;
}

namespace plumbline::history {

/// Within the caller's transaction. Takes the place, and the number, of a batch of the same inputs, day and
/// rule set. Returns the number.
std::int64_t write_batch(soci::session& sql, const Batch& batch);

} // namespace plumbline::history
