#pragma once

/// A Lua table as plain data with the place in the file where each value stands: what manifests, rule sets
/// and the statutory intervals are read from. Reading is strict: an unknown key is an error with a
/// suggestion.

#include "base/user_error.hpp"

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::lua {

enum class DataType : std::uint8_t { nil, boolean, integer, number, string, list, table, function };

/// A list is a table with keys 1…n and no others; {} is an empty table that also reads as an empty list.
struct Data {
    // Defined where Data is complete: it holds pairs of itself.
    Data();
    Data(const Data&);
    Data(Data&&) noexcept;
    Data& operator=(const Data&);
    Data& operator=(Data&&) noexcept;
    ~Data();

    DataType type = DataType::nil; // {} is a table
    bool boolean = false;
    std::int64_t integer = 0;
    double number = 0; // also set for an integer
    std::string string;
    std::vector<Data> items;                          // list
    std::vector<std::pair<std::string, Data>> fields; // table, in the file's order
    FilePosition at;
    FilePosition key_at; // where its name stands; `at` for what has none
    std::string path; // in the file's table: "parameters.min_words.default", "criteria[2].id"; "" for itself

    /// nullptr when there is no such field.
    const Data* find(std::string_view key) const;

    // Each throws UserError at the value's place: what was found, what was expected.
    bool as_boolean() const;
    std::int64_t as_integer() const;
    double as_number() const;
    const std::string& as_string() const;
    const std::vector<Data>& as_list() const;
    std::vector<std::string> as_strings() const;
    /// A table with no keys but these; "did you mean …?" otherwise.
    const Data& as_table(std::initializer_list<std::string_view> known_keys) const;
    /// The field, or UserError "… is missing".
    const Data& require(std::string_view key) const;
};

/// Runs a data file in the sandbox (limits, no `require` but of `folders`) and returns the table it returns.
/// Throws UserError with file and line on a syntax error, a runtime error, a limit or anything but a table.
Data load_data(const std::filesystem::path& file, const std::vector<std::filesystem::path>& folders = {});
Data load_data(std::string_view source, const std::string& name);

/// The known word nearest to a misspelt one, if any is near enough to suggest.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

} // namespace plumbline::lua
