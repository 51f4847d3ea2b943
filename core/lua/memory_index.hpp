#pragma once

/// Which memories hold a value: so that each plan is compared only with those that share something with it.

#include "lua/memory_store.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::lua {

/// Takes 12 bytes for each holder of a value that is kept and little besides: values are counted a part at a
/// time, and those that fewer than `least` or more than `most` memories hold are let go at once.
class MemoryIndex {
public:
    /// `name` as for each_value.
    MemoryIndex(const MemoryStore& memories, std::string_view name, std::uint32_t least, std::uint32_t most);

    /// Numbers of the memories that hold it, in order; none when too few or too many do.
    std::span<const std::uint32_t> holders(std::uint64_t hash) const;
    /// How many different values there are in all.
    std::size_t different() const { return different_; }

private:
    void add_part(std::vector<std::pair<std::uint64_t, std::uint32_t>>& part, std::uint32_t least,
                  std::uint32_t most);

    std::size_t different_ = 0;
    std::vector<std::uint64_t> values_;  // in order
    std::vector<std::uint32_t> starts_;  // of the holders of each value, and the end
    std::vector<std::uint32_t> holders_; // of all
};

} // namespace plumbline::lua
