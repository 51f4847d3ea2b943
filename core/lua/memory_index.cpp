#include "lua/memory_index.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::lua {

namespace {

constexpr std::size_t values_a_part = std::size_t{1} << 18U; // 4 MB at a time

std::size_t count_values(const MemoryStore& memories, std::string_view name) {
    std::size_t count = 0;
    for (std::size_t number = 0; number < memories.size(); ++number)
        each_value(memories.at(number), memories.words(), name, [&](std::uint64_t) { ++count; });
    return count;
}

} // namespace

MemoryIndex::MemoryIndex(const MemoryStore& memories, std::string_view name, std::uint32_t least,
                         std::uint32_t most) {
    unsigned part_bits = 0; // parts by the first bits of the hash, so that the whole comes out in order
    for (std::size_t count = count_values(memories, name); count > values_a_part && part_bits < 8; count /= 2)
        ++part_bits;
    starts_.push_back(0);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> part;
    for (std::uint64_t number = 0; number < (std::uint64_t{1} << part_bits); ++number) {
        part.clear();
        for (std::size_t memory = 0; memory < memories.size(); ++memory)
            each_value(memories.at(memory), memories.words(), name, [&](std::uint64_t hash) {
                if (part_bits == 0 || hash >> (64U - part_bits) == number)
                    part.emplace_back(hash, static_cast<std::uint32_t>(memory));
            });
        add_part(part, least, most);
    }
    values_.shrink_to_fit();
    starts_.shrink_to_fit();
    holders_.shrink_to_fit();
}

void MemoryIndex::add_part(std::vector<std::pair<std::uint64_t, std::uint32_t>>& part, std::uint32_t least,
                           std::uint32_t most) {
    std::sort(part.begin(), part.end());
    part.erase(std::unique(part.begin(), part.end()), part.end());
    for (auto first = part.begin(); first != part.end();) {
        const auto last =
            std::find_if(first, part.end(), [&](const auto& pair) { return pair.first != first->first; });
        const auto count = static_cast<std::size_t>(last - first);
        ++different_;
        if (count >= least && count <= most) {
            values_.push_back(first->first);
            for (; first != last; ++first)
                holders_.push_back(first->second);
            starts_.push_back(static_cast<std::uint32_t>(holders_.size()));
        }
        first = last;
    }
}

std::span<const std::uint32_t> MemoryIndex::holders(std::uint64_t hash) const {
    const auto found = std::lower_bound(values_.begin(), values_.end(), hash);
    if (found == values_.end() || *found != hash) return {};
    const auto value = static_cast<std::size_t>(found - values_.begin());
    return std::span(holders_).subspan(starts_[value], starts_[value + 1] - starts_[value]);
}

} // namespace plumbline::lua
