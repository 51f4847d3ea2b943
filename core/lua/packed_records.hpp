#pragma once

/// Many small records of bytes, held close together: what a batch keeps of each plan.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumbline::lua {

/// Records are numbered from 0 and do not change. What `at` returns stays where it is.
class PackedRecords {
public:
    std::size_t add(std::string_view record);
    std::string_view at(std::size_t number) const;
    std::size_t size() const { return places_.size(); }
    /// Every byte held, block by block.
    std::vector<std::string_view> blocks() const;
    /// Bytes taken in all, what is kept free for further records included.
    std::size_t capacity() const;

private:
    struct Block {
        std::unique_ptr<char[]> bytes; // NOLINT(*-avoid-c-arrays): one allocation that never moves
        std::size_t used = 0, size = 0;
    };
    struct Place {
        std::uint32_t block = 0, offset = 0;
    };

    std::vector<Block> blocks_;
    std::vector<Place> places_;
};

/// Strings that stand in many records, each held once. Only so many are taken: what comes later stays in its
/// record.
class WordTable {
public:
    explicit WordTable(std::size_t most) : most_(most) {}

    /// Its number, from 0; nothing when there is no room for a new one.
    std::optional<std::uint32_t> take(std::string_view word);
    /// Throws InternalError for a number that was not given.
    std::string_view at(std::size_t number) const;
    const std::deque<std::string>& words() const { return words_; }

private:
    std::size_t most_;
    std::deque<std::string> words_; // addresses stay
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

} // namespace plumbline::lua
