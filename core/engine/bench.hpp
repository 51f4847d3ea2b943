#pragma once

/// What plugins cost: `plumbline plugin bench`.

#include "engine/profile.hpp"
#include "lua/catalogue.hpp"
#include "lua/recorder.hpp"
#include "plan/plan.hpp"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace plumbline::engine {

struct BenchResult {
    std::size_t plans = 0;
    Costs costs; // of one round over the plans: the median of all rounds
    /// What the host's functions took of it, by plugin and function ("text:find"): of one round more, timed
    /// call by call, so a little more than without.
    std::map<std::string, std::map<std::string, lua::HostUse>> host;
};

/// Runs the plugins on each plan that they are for, with their default parameters, `rounds` times.
BenchResult bench(const lua::Catalogue& catalogue, const std::vector<const lua::Plugin*>& plugins,
                  const std::deque<plan::Plan>& plans, const lua::Surroundings& surroundings,
                  std::size_t rounds);

} // namespace plumbline::engine
