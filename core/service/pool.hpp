#pragma once

/// Threads that judge plans, a bounded queue before them, and a watchdog beside them.

#include "service/desk.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace plumbline::service {

struct PoolSettings {
    unsigned workers = 1;
    std::size_t queue = 64;                         // plans that may wait; more are refused
    std::chrono::milliseconds give_up_after{10000}; // one check of one plan; after that it is abandoned
};

/// A plan that was judged, and how long it took.
struct Judged {
    judgement::PlanResult result;
    std::chrono::nanoseconds waiting{0}, checking{0};
};

struct Job {
    std::shared_ptr<Desk> desk;
    plan::Input input;
    Date as_of{};
    std::function<void(Judged)> done; // called once, on some thread of the pool; must not throw
};

struct Load {
    std::size_t waiting = 0, checking = 0;
    std::size_t abandoned = 0; // checks given up so far
    std::size_t stuck = 0;     // threads that still hang in one
};

/// A check that hangs is abandoned with its thread: another takes its place, judges the plan again without
/// that check, and says of it that it could not be checked. All else goes on meanwhile.
class Pool {
public:
    explicit Pool(const PoolSettings& settings);
    /// Finishes what was handed in; threads that hang are left behind.
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// False, and nothing is done, when the queue is full or so many checks hang that no more are begun.
    bool submit(Job job);
    /// For work whose maker limits itself: never refused, and done when no submitted plan waits.
    void submit_later(Job job);

    Load load() const;

private:
    struct State;
    std::shared_ptr<State> state_; // threads that hang may outlive the pool
};

} // namespace plumbline::service
