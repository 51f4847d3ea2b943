/// The values of memories by their hashes: what an index is made of.

#include "base/user_error.hpp"
#include "lua/memory_format.hpp"
#include "lua/memory_store.hpp"

#include <functional>

namespace plumbline::lua {

namespace {

using namespace memory_format;

using Take = std::function<void(std::uint64_t)>;

void skip(ByteReader& reader, const WordTable& words);

void skip_numbers(ByteReader& reader, std::uint64_t count) {
    for (; count > 0; --count)
        reader.number();
}

void skip_key(ByteReader& reader, const WordTable& words) {
    if (reader.tag() == integer)
        reader.integer();
    else
        reader.word(&words);
}

void skip(ByteReader& reader, const WordTable& words) {
    switch (reader.tag()) {
    case nothing:
    case yes:
    case no:
        return;
    case integer:
    case date:
        reader.integer();
        return;
    case real:
        reader.real();
        return;
    case text:
        reader.text();
        return;
    case place:
        reader.text();
        reader.word(&words);
        return skip_numbers(reader, 2);
    case quote:
        reader.text();
        return skip_numbers(reader, 3);
    case integers:
        return skip_numbers(reader, reader.number());
    case list:
        for (std::uint64_t left = reader.number(); left > 0; --left)
            skip(reader, words);
        return;
    case table:
        for (std::uint64_t left = reader.number(); left > 0; --left) {
            skip_key(reader, words);
            skip(reader, words);
        }
        return;
    default:
        throw InternalError("a memory with a value of unknown kind");
    }
}

void take_integers(ByteReader& reader, const Take& take) {
    std::uint64_t value = 0;
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        value += static_cast<std::uint64_t>(reader.integer());
        take(hash_of(static_cast<std::int64_t>(value)));
    }
}

/// What can be looked up of the value that comes next, and of each value of a list.
void take_values(ByteReader& reader, const WordTable& words, const Take& take) {
    ByteReader ahead = reader;
    switch (ahead.tag()) {
    case integer:
    case date:
        return take(hash_of(ahead.integer()));
    case text:
        return take(hash_of(ahead.text()));
    case integers:
        return take_integers(ahead, take);
    case list:
        for (std::uint64_t left = ahead.number(); left > 0; --left) {
            take_values(ahead, words, take);
            skip(ahead, words);
        }
        return;
    default:
        return;
    }
}

} // namespace

std::uint64_t hash_of(std::string_view words) {
    return std::hash<std::string_view>{}(words);
}

std::uint64_t hash_of(std::int64_t number) {
    // splitmix64: neighbouring numbers land far apart
    auto bits = static_cast<std::uint64_t>(number) + 0x9E3779B97F4A7C15U;
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
    return bits ^ (bits >> 31U);
}

void each_value(const Remembered& memory, const WordTable& words, std::string_view name, const Take& take) {
    if (name == "plan_id") return take(hash_of(memory.plan_id));
    if (name == "child_id") return take(hash_of(memory.child_id));
    ByteReader reader(memory.data);
    if (reader.tag() != table) return;
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        if (reader.tag() == integer)
            reader.integer();
        else if (reader.word(&words) == name)
            return take_values(reader, words, take);
        skip(reader, words);
    }
}

} // namespace plumbline::lua
