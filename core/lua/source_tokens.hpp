#pragma once

#include "lua/source_map.hpp"

#include <string_view>
#include <vector>

namespace plumbline::lua {

struct Token {
    enum class Kind : std::uint8_t { name, number, text, symbol, end };

    Kind kind = Kind::end;
    std::string_view text; // a string's with its quotes
    SourcePlace at;

    bool is(std::string_view word) const {
        return (kind == Kind::symbol || kind == Kind::name) && text == word;
    }
};

/// The tokens of Lua source, comments left out; the last is of kind `end`. Of text that is not Lua, some
/// tokens.
std::vector<Token> tokens_of(std::string_view source);

} // namespace plumbline::lua
