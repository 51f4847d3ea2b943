#include "lua/packed_records.hpp"

#include "base/user_error.hpp"
#include "lua/memory_bytes.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

constexpr std::size_t block_size = std::size_t{128} << 10U;
constexpr std::size_t longest_word = 4096;

} // namespace

std::size_t PackedRecords::add(std::string_view record) {
    ByteWriter length;
    length.number(record.size());
    const std::string head = length.take();
    const std::size_t needed = head.size() + record.size();
    if (blocks_.empty() || blocks_.back().size - blocks_.back().used < needed) {
        Block block;
        block.size = std::max(block_size, needed);
        block.bytes = std::make_unique<char[]>(block.size); // NOLINT(*-avoid-c-arrays)
        blocks_.push_back(std::move(block));
    }
    Block& block = blocks_.back();
    places_.push_back(
        {static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(block.used)});
    std::copy(head.begin(), head.end(), block.bytes.get() + block.used);
    std::copy(record.begin(), record.end(), block.bytes.get() + block.used + head.size());
    block.used += needed;
    return places_.size() - 1;
}

std::string_view PackedRecords::at(std::size_t number) const {
    const Place& place = places_.at(number);
    const Block& block = blocks_[place.block];
    ByteReader reader(std::string_view(block.bytes.get(), block.used).substr(place.offset));
    return reader.text();
}

std::vector<std::string_view> PackedRecords::blocks() const {
    std::vector<std::string_view> all;
    for (const Block& block : blocks_)
        all.emplace_back(block.bytes.get(), block.used);
    return all;
}

std::size_t PackedRecords::capacity() const {
    std::size_t bytes = places_.capacity() * sizeof(Place);
    for (const Block& block : blocks_)
        bytes += block.size;
    return bytes;
}

std::optional<std::uint32_t> WordTable::take(std::string_view word) {
    if (const auto known = numbers_.find(word); known != numbers_.end()) return known->second;
    if (words_.size() >= most_ || word.size() > longest_word) return std::nullopt;
    const auto number = static_cast<std::uint32_t>(words_.size());
    numbers_.emplace(words_.emplace_back(word), number);
    return number;
}

std::string_view WordTable::at(std::size_t number) const {
    if (number >= words_.size()) throw InternalError("a word that no table holds");
    return words_[number];
}

} // namespace plumbline::lua
