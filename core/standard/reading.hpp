#pragma once

/// What the readers of rule sets and intervals share: refusing with a place and a suggestion, and the forms
/// of names.

#include "base/user_error.hpp"
#include "lua/data.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::standard {

/// A value and where it stands.
template <typename Value>
struct Placed {
    Value value{};
    FilePosition at;
};

[[noreturn]] void refuse(const FilePosition& at, const std::string& message);

/// "word" in double quotes.
std::string in_quotes(std::string_view word);

/// What to say after an unknown word: `; did you mean "x"?`, or else the known ones: `; expected "a", "b" or
/// "c"`.
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

/// The fields of a table whose keys are free; {} has none.
const std::vector<std::pair<std::string, lua::Data>>& fields_of(const lua::Data& data);

/// A string that is not empty.
std::string words_of(const lua::Data& data);
/// The field's words, or "" when it is absent.
std::string words_of(const lua::Data& table, std::string_view key);

/// A list of strings, each with its place. A word twice is refused.
std::vector<Placed<std::string>> placed_strings(const lua::Data& data);

/// Lower-case letters, digits and hyphens, beginning with a letter: ids of sets, rules and services.
void check_id(const Placed<std::string>& id);

/// A document's own paragraph number: "29", "149", "2.3", "R9", "R1a". Throws with the form expected, and
/// with the bare number where "§29" or "para 29" was written.
void check_paragraph(const Placed<std::string>& paragraph);

/// "2011-08-19" and a day of the calendar.
std::string read_iso_date(const lua::Data& data);
/// The same, or "2017-08" for a document that gives no day.
std::string read_published(const lua::Data& data);

/// This plumbline's `api`.
void check_api(const lua::Data& table);

} // namespace plumbline::standard
