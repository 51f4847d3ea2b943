#pragma once

/// The memories of a batch, packed: what one plugin kept of each plan.

#include "judgement/judgement.hpp"
#include "lua/judge.hpp"
#include "lua/memory_bytes.hpp"
#include "lua/packed_records.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

struct Memory;

/// A memory taken apart. `data` points into the store.
struct Remembered {
    std::size_t index = 0; // of its plan: how many memories were added before it, empty ones included
    std::string plan_id, child_id;
    std::int64_t version = 0;        // 0: none
    judgement::Place place;          // of the plan
    std::optional<Unjudged> failure; // remember itself failed
    std::string_view data;           // the value, packed with the store's words
};

class MemoryStore {
public:
    /// The memory of the next plan, which may be empty. Throws InternalError when the host did not write it.
    void add(const Memory& memory);

    std::size_t plans() const { return plans_; }
    /// How many plans something was kept of: what a plugin sees.
    std::size_t size() const { return kept_.size(); }
    Remembered at(std::size_t number) const { return take_apart(kept_.at(number)); }
    /// The plans whose remember failed.
    std::size_t failures() const { return failed_.size(); }
    Remembered failure(std::size_t number) const { return take_apart(failed_.at(number)); }

    const WordTable& words() const { return words_; }
    /// Whatever plans left here, for keeping it out of messages. Points into the store.
    std::vector<std::string_view> texts() const;
    std::size_t capacity() const { return kept_.capacity() + failed_.capacity(); }

private:
    Remembered take_apart(std::string_view record) const;

    std::size_t plans_ = 0;
    PackedRecords kept_, failed_;
    WordTable words_{4096};
};

/// Calls `take` with a hash of each value that the memory holds under the name: a field of its data that is a
/// string, an integer, a date or a list of these, or its own "plan_id" or "child_id".
void each_value(const Remembered& memory, const WordTable& words, std::string_view name,
                const std::function<void(std::uint64_t)>& take);
/// The hash of a value that is looked for: as `each_value` gives it.
std::uint64_t hash_of(std::string_view text);
std::uint64_t hash_of(std::int64_t integer);

} // namespace plumbline::lua
