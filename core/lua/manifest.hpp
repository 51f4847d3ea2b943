#pragma once

/// Reading one plugin's manifest: the table that its plugin.lua returns, checked before anything of it runs.

#include "lua/catalogue.hpp"
#include "lua/data.hpp"

#include <filesystem>

namespace plumbline::lua {

/// The plugin of a folder. Throws UserError with file and line for whatever is not as docs/plugin-api.md
/// says.
Plugin read_plugin(const std::filesystem::path& folder, const std::filesystem::path& words);

/// The manifest as data, without what only the folder can tell (folder, hash). `folder`: where models are
/// looked for.
Plugin read_manifest(const Data& manifest, const std::filesystem::path& folder);

/// `parameters = { … }` of a manifest.
std::vector<Parameter> read_parameters(const Data& parameters);

/// "own-views": lower-case letters and digits in parts joined by hyphens, beginning with a letter.
bool is_kebab_case(std::string_view word);
/// "max_age_days": what can be written after a dot in Lua, in lower case.
bool is_field_name(std::string_view word);

/// A text that is more than white space.
const std::string& words_of(const Data& data);
/// `"a", "b" or "c"`
std::string quoted_list(const std::vector<std::string>& words);
/// "; did you mean "x"?", or "; expected "a", "b" or "c"".
std::string expected_one_of(std::string_view word, const std::vector<std::string>& known);

} // namespace plumbline::lua
