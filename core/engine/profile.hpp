#pragma once

/// Where a batch's time goes, plugin by plugin.

#include "lua/worker.hpp"

#include <map>
#include <mutex>
#include <string>

namespace plumbline::engine {

/// What one plugin took, over all plans that it was asked about.
struct PluginCost {
    std::uint64_t runs = 0;
    std::chrono::nanoseconds time{0};
    std::uint64_t bytes = 0;
};

struct Costs {
    std::map<std::string, PluginCost> plugins;
    std::chrono::nanoseconds reading{0}; // of narratives: shared by all plugins
};

/// Safe to add to from several threads at once.
class Profile {
public:
    void add(const std::string& plugin, const lua::Spent& spent);
    Costs costs() const;

private:
    mutable std::mutex mutex_;
    Costs costs_;
};

} // namespace plumbline::engine
