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

/// What is done with results. `amend` may change one before anything is made of it; it and `prepare` run
/// beside the checks, several at a time, and makes what `put` then gets with the result (without its plan),
/// one at a time in input order. An exception of either (a full disk) ends the batch and comes out of it.
struct Sink {
    std::function<void(judgement::PlanResult&)> amend; // may be empty
    std::function<std::vector<std::string>(const judgement::PlanResult&)> prepare;
    std::function<void(const judgement::PlanResult&, const std::vector<std::string>&)> put;
    std::function<void(const Progress&)> progress; // may be empty
};

/// Checks every plan of these paths, with the same results in the same order whatever the number of workers.
/// Throws UserError for paths that do not exist.
BatchTotals check_batch(const std::vector<std::string>& paths, const Foundation& foundation,
                        const Settings& settings, const Sink& sink);

} // namespace plumbline::engine
