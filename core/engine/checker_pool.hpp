#pragma once

#include "engine/checker.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace plumbline::engine {

/// Checkers lent to whichever thread has work: made when first needed, one a thread at a time. Safe to call
/// from several threads at once.
class CheckerPool {
public:
    /// `lookups` and what the foundation names outlive the pool.
    CheckerPool(const Foundation& foundation, const Lookups& lookups, const Settings& settings)
        : foundation_(foundation), lookups_(&lookups), settings_(settings) {}

    std::unique_ptr<Checker> take();
    void give_back(std::unique_ptr<Checker> checker);

private:
    Foundation foundation_;
    const Lookups* lookups_;
    Settings settings_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Checker>> idle_;
};

} // namespace plumbline::engine
