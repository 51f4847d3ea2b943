#include "engine/profile.hpp"

namespace plumbline::engine {

void Profile::add(const std::string& plugin, const lua::Spent& spent) {
    const std::scoped_lock lock(mutex_);
    PluginCost& cost = costs_.plugins[plugin];
    ++cost.runs;
    cost.time += spent.time;
    cost.bytes += spent.bytes;
    costs_.reading += spent.reading;
}

Costs Profile::costs() const {
    const std::scoped_lock lock(mutex_);
    return costs_;
}

} // namespace plumbline::engine
