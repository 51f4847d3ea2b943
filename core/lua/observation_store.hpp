#pragma once

/// What a comparison said of each plan of a batch, packed until the plan is reported.

#include "judgement/judgement.hpp"
#include "lua/packed_records.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace plumbline::lua {

class ObservationStore {
public:
    explicit ObservationStore(std::size_t plans = 0) : last_(plans, 0) {}

    std::size_t plans() const { return last_.size(); }
    void add(std::size_t plan, const judgement::Observation& observation);
    /// In the order they were added. Safe to call from several threads.
    std::vector<judgement::Observation> of(std::size_t plan) const;
    std::size_t size() const { return records_.size(); }
    std::size_t capacity() const { return records_.capacity() + last_.capacity() * sizeof(std::uint32_t); }

private:
    PackedRecords records_;           // each begins with 1 + the number of the plan's record before it, or 0
    std::vector<std::uint32_t> last_; // of each plan: 1 + the number of its last record, or 0
    WordTable words_{4096};           // paths, criteria, advice
    WordTable wordings_{1024};        // messages and reasons: many are of one plan only
};

} // namespace plumbline::lua
