#pragma once

/// Counts for monitoring, in Prometheus' text format. Nothing of a plan and nobody's name is among them. For
/// one thread only: that of the connections.

#include "service/pool.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace plumbline::http {

using Seconds = std::chrono::duration<double>;

class Histogram {
public:
    void add(Seconds value);
    std::string text(const std::string& name, const std::string& help) const;

private:
    static constexpr std::array bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                       0.1,   0.25,   0.5,   1.0,  2.5,   10.0};
    std::array<std::uint64_t, bounds.size() + 1> counts_{};
    double sum_ = 0;
};

struct Metrics {
    std::map<std::pair<std::string, unsigned>, std::uint64_t> requests; // route, status
    std::map<std::string, std::uint64_t> outcomes;                      // of sign-offs and audits
    std::uint64_t reloads = 0, failed_reloads = 0;
    std::uint64_t batch_plans = 0;
    std::uint64_t connections_total = 0, refused_connections = 0, timeouts = 0, broken = 0;
    std::size_t connections = 0, in_flight = 0, batches = 0;
    Histogram request_time, check_time;

    std::string text(const service::Load& load, const std::string& version,
                     const std::string& fingerprint) const;
};

} // namespace plumbline::http
