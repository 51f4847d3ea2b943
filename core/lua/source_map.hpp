#pragma once

/// Where the values of a Lua data file stand in its text. Lua itself forgets: this reads the file's tokens
/// and keeps the place of every key and value of the table constructor that the file returns.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

struct SourcePlace {
    std::uint32_t line = 0, column = 0; // from 1, columns in characters
};

/// One value as written.
struct SourceNode {
    struct Field {
        std::string key; // "name", or "1", "2" … for the items of a list
        SourcePlace key_at;
        std::shared_ptr<const SourceNode> value;
    };

    SourcePlace at;
    std::vector<Field> fields; // of a table constructor, in the file's order; empty for anything else

    const Field* find(std::string_view key) const;
};

/// The value of the file's last `return`. A name of a local table is followed to its constructor; what a
/// function makes has no fields. Expects text that Lua has accepted; nullptr when there is no return.
std::shared_ptr<const SourceNode> map_source(std::string_view source);

} // namespace plumbline::lua
