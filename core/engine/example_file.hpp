#pragma once

/// The text of a file of examples and the comments in it, before anything of it is read as a plan.

#include "base/user_error.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::engine {

struct ExampleComment {
    std::string words; // without white space around them
    FilePosition at;
    std::size_t end = 0; // offset of the --> that ends it
};

/// Throws UserError for a file that cannot be read.
std::string content_of(const std::filesystem::path& file);

/// The comments that begin between two offsets of a file's text.
std::vector<ExampleComment> comments_in(std::string_view text, std::size_t begin, std::size_t end,
                                        const std::string& file);

/// The line and column, from 1, of an offset; columns count characters.
FilePosition place_at(std::string_view text, std::size_t offset, const std::string& file);

/// Without the white space around it.
std::string trimmed(std::string_view text);

} // namespace plumbline::engine
