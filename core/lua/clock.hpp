#pragma once

#include <chrono>
#include <ctime>

namespace plumbline::lua {

/// Time that this thread has had of a processor: what other work the machine has does not count.
inline std::chrono::nanoseconds processor_time() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
}

} // namespace plumbline::lua
