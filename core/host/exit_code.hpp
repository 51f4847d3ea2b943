#pragma once

namespace plumbline::host {

/// What the program ends with; integrations rely on these numbers.
enum class ExitCode : int {
    clear = 0,      // all judged, nothing at or above --fail-on
    findings = 1,   // findings at or above it
    cannot_run = 2, // usage, rule set, plugin, no files, no rules, a report that could not be written
    incomplete = 3  // at least one plan or check could not be judged; wins over findings
};

} // namespace plumbline::host
