#pragma once

#include "plan/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::plan {

/// What is wrong with a plan: one line for its author's system to mend.
struct Problem {
    std::uint32_t line = 0, column = 0;
    std::string message; // what was found and what was expected; never narrative, a name or a date of birth
};

/// Exactly one plan read: with a plan when `errors` is empty, without one otherwise. Warnings never prevent a
/// plan.
struct ReadResult {
    std::optional<Plan> plan;
    std::vector<Problem> errors;   // in the file's order
    std::vector<Problem> warnings; // unknown elements and attributes
    std::string id; // the plan's id and version where they could be read, even if the plan could not
    std::optional<int> version;
};

/// One plan's bytes and where they stand in their file.
struct Source {
    std::string file;                   // as the user named it; "-" for standard input
    std::string bytes;                  // one XML document or one <plan> element cut out of a container
    std::uint32_t line = 1, column = 1; // of the first byte, in the whole file
};

/// Reads plan format 1. Never throws on account of the input.
ReadResult read(const Source& source);

} // namespace plumbline::plan
