#include "lua/memory_bytes.hpp"

#include "base/user_error.hpp"
#include "lua/packed_records.hpp"

#include <bit>

namespace plumbline::lua {

void ByteWriter::number(std::uint64_t value) {
    while (value >= 0x80U) {
        bytes_ += static_cast<char>((value & 0x7FU) | 0x80U);
        value >>= 7U;
    }
    bytes_ += static_cast<char>(value);
}

void ByteWriter::integer(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void ByteWriter::real(double value) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8U)
        bytes_ += static_cast<char>(bits & 0xFFU);
}

void ByteWriter::text(std::string_view text) {
    number(text.size());
    bytes_ += text;
}

void ByteWriter::word(std::string_view text) {
    number(0);
    this->text(text);
}

std::string_view ByteReader::take(std::size_t size) {
    if (size > rest_.size()) throw InternalError("a memory that ends too soon");
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
}

char ByteReader::tag() {
    return take(1).front();
}

std::uint64_t ByteReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const auto byte = static_cast<unsigned char>(tag());
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) return value;
    }
    throw InternalError("a number in a memory that does not end");
}

std::int64_t ByteReader::integer() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1U));
}

double ByteReader::real() {
    const std::string_view bytes = take(8);
    std::uint64_t bits = 0;
    for (std::size_t i = 8; i-- > 0;)
        bits = (bits << 8U) | static_cast<unsigned char>(bytes[i]);
    return std::bit_cast<double>(bits);
}

std::string_view ByteReader::text() {
    return take(number());
}

std::string_view ByteReader::word(const WordTable* words) {
    const std::uint64_t number = this->number();
    if (number == 0) return text();
    if (words == nullptr) throw InternalError("a memory with words of a table, and no table");
    return words->at(number - 1);
}

} // namespace plumbline::lua
