#pragma once

#include "engine/batch.hpp"

#include <chrono>

namespace plumbline::host {

/// One line on a terminal's standard error that counts plans, rewritten a few times a second; nothing
/// elsewhere.
class ProgressLine {
public:
    explicit ProgressLine(bool shown) : shown_(shown) {}
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const engine::Progress& progress);
    void clear();

private:
    bool shown_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_{};
};

/// Whether standard error (or standard output) is a terminal.
bool error_is_terminal();
bool output_is_terminal();
/// Columns of the terminal that standard output is on; 100 elsewhere.
unsigned terminal_width();

} // namespace plumbline::host
