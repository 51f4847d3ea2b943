#pragma once

/// Checks a batch: reads ahead, checks on every core, hands results on in the order of the inputs.

#include "engine/checker.hpp"

#include <functional>
#include <string>
#include <vector>

namespace plumbline::engine {

/// What a batch was made of.
struct BatchTotals {
    std::size_t inputs = 0;  // plans read, unreadable and skipped ones included
    std::string inputs_hash; // of every input's bytes in order
};

struct Progress {
    std::size_t done = 0;
    bool comparing = false; // the first of two passes
};

using ResultSink = std::function<void(const judgement::PlanResult&)>;
using ProgressSink = std::function<void(const Progress&)>;

/// Checks every plan of these paths. Results reach the sink one at a time, in input order, whatever the number of
/// workers. An exception of the sink (a full disk) ends the batch and comes out of here. Throws UserError for paths that
/// do not exist.
BatchTotals check_batch(const std::vector<std::string>& paths, const Foundation& foundation, const Settings& settings,
                        const ResultSink& sink, const ProgressSink& progress = {});

} // namespace plumbline::engine
