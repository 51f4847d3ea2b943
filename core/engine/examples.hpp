#pragma once

/// A plugin's examples: plans, or fragments that are completed to plans, with the expected judgements written
/// beside the elements as comments:
///
///     <examples>
///       <example kind="child-protection">
///         <!-- expect contingency/trigger: not met -->
///         <contingency>Return to conference.</contingency>
///       </example>
///     </examples>
///
/// The examples of one file are one batch, for plugins that compare plans; `id` names an example's plan.
/// An expectation is about the element that follows it; one before the first element may also be about the
/// whole plan. A root of <plan> is one complete example. `expect-later` marks a known miss: counted, never a
/// failure.
///
/// A parameter of the plugin has its default value, unless a comment of the file sets it for all examples of
/// that file: <!-- set reports-in-time/minutes_working_days: 20 -->.

#include "judgement/judgement.hpp"
#include "lua/worker.hpp"
#include "plan/read.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace plumbline::engine {

struct Expectation {
    std::string check; // "contingency/trigger"
    judgement::Outcome outcome = judgement::Outcome::met;
    bool later = false;      // a known miss
    bool whole_plan = false; // stands before the first element: what the whole plan comes to counts as well
    std::uint32_t line = 0, column = 0; // of the element it is about
    std::uint32_t comment_line = 0;     // where it is written
};

struct Example {
    plan::Source source;
    std::vector<Expectation> expectations;
};

/// Throws UserError with file and line for a file that holds no examples, an expectation that cannot be read,
/// or one that names an unknown outcome.
std::vector<Example> read_examples(const std::filesystem::path& file);

/// The plugin's parameters as one file of its examples sets them. Throws UserError with file and line for a
/// parameter that the plugin does not have and for a value that is none of its type or out of its range.
lua::Parameters parameters_of(const std::filesystem::path& file, const lua::Plugin& plugin);

/// Every example of the plugin's folder: its examples/*.xml in the order of their names.
std::vector<Example> examples_of(const lua::Plugin& plugin);

/// What came of one plugin's examples.
struct ExampleReport {
    std::size_t examples = 0, expectations = 0;
    std::size_t known_misses = 0;      // expect-later that still miss
    std::vector<std::string> failures; // each with file:line, expected, got
};

/// Runs every example of the plugin (its folder's examples/*.xml) through the worker. A finding that no
/// expectation names is a failure; so is a criterion without an example that meets it and one that does not.
ExampleReport run_examples(const lua::Plugin& plugin, lua::Worker& worker);

} // namespace plumbline::engine
