#pragma once

/// The bytes of a memory: numbers in as few bytes as they need, strings with their length.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace plumbline::lua {

class WordTable;

class ByteWriter {
public:
    void tag(char tag) { bytes_ += tag; }
    void number(std::uint64_t value); // 7 bits a byte, lowest first
    void integer(std::int64_t value); // small ones of either sign stay short
    void real(double value);
    void text(std::string_view text);
    /// A text that may stand in a table of words: by itself, or by its number there.
    void word(std::string_view text);
    void word_number(std::uint32_t number) { this->number(std::uint64_t{number} + 1); }
    void raw(std::string_view bytes) { bytes_ += bytes; }
    std::size_t size() const { return bytes_.size(); }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Throws InternalError where the bytes end too soon.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
    char tag();
    std::uint64_t number();
    std::int64_t integer();
    double real();
    std::string_view text();
    /// What `word` or `word_number` wrote; `words` is the table, nullptr where none was used.
    std::string_view word(const WordTable* words);
    std::string_view rest() const { return rest_; }

private:
    std::string_view take(std::size_t size);
    std::string_view rest_;
};

} // namespace plumbline::lua
