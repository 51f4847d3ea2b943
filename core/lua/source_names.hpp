#pragma once

/// The names that Lua source uses, with scopes kept: what a plugin reaches that is not there, and what it
/// declares and never uses, told without running it.

#include "lua/source_map.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

/// A name that no local variable and no parameter stands for.
struct GlobalUse {
    std::string name; // "print"; with a field that follows: "os.time"
    bool assigned = false;
    SourcePlace at;
};

/// A field or method asked of a function's parameter: `plan.actions`, `judge:met`, `parameters["min_words"]`.
struct FieldUse {
    std::string of, field;
    bool method = false;
    SourcePlace at;
    bool has_table = false;        // a call with a table written out
    std::vector<std::string> keys; // its named keys
};

struct UnusedLocal {
    std::string name;
    SourcePlace at;
};

struct SourceNames {
    std::vector<GlobalUse> globals;
    std::vector<FieldUse> fields;
    std::vector<UnusedLocal> unused; // names that begin with "_" are meant to be unused
};

/// Expects text that Lua has accepted.
SourceNames names_in(std::string_view source);

} // namespace plumbline::lua
