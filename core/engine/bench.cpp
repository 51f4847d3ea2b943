#include "engine/bench.hpp"

#include <algorithm>

namespace plumbline::engine {

namespace {

lua::Parameters defaults_of(const lua::Plugin& plugin) {
    lua::Parameters parameters;
    for (const lua::Parameter& parameter : plugin.parameters)
        parameters[parameter.name] = parameter.default_value;
    return parameters;
}

bool is_for(const lua::Plugin& plugin, const plan::Plan& plan) {
    return std::find(plugin.plans.begin(), plugin.plans.end(), plan.kind) != plugin.plans.end();
}

/// Calls `ran(plugin)` after each check of one round.
template <typename Ran>
void round(lua::Worker& worker, const std::vector<const lua::Plugin*>& plugins,
           const std::deque<plan::Plan>& plans, const Ran& ran) {
    for (const plan::Plan& plan : plans) {
        worker.open(plan);
        for (const lua::Plugin* plugin : plugins) {
            if (!is_for(*plugin, plan)) continue;
            worker.check(*plugin, defaults_of(*plugin));
            ran(*plugin);
        }
        worker.close();
    }
}

template <typename Value>
Value median(std::vector<Value> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Costs median_of(const std::vector<Costs>& rounds) {
    Costs out = rounds.front();
    const auto of = [&](const auto& value) {
        std::vector<std::chrono::nanoseconds> values;
        values.reserve(rounds.size());
        for (const Costs& one : rounds)
            values.push_back(value(one));
        return median(std::move(values));
    };
    out.reading = of([](const Costs& one) { return one.reading; });
    for (auto& [id, cost] : out.plugins)
        cost.time = of([&id = id](const Costs& one) { return one.plugins.at(id).time; });
    return out;
}

} // namespace

BenchResult bench(const lua::Catalogue& catalogue, const std::vector<const lua::Plugin*>& plugins,
                  const std::deque<plan::Plan>& plans, const lua::Surroundings& surroundings,
                  std::size_t rounds) {
    BenchResult result;
    result.plans = plans.size();
    lua::Worker worker(catalogue, surroundings);
    worker.measure();
    round(worker, plugins, plans, [](const lua::Plugin&) {}); // everything is warm from here
    std::vector<Costs> all;
    for (std::size_t i = 0; i < std::max<std::size_t>(rounds, 1); ++i) {
        Profile profile;
        round(worker, plugins, plans,
              [&](const lua::Plugin& plugin) { profile.add(plugin.id, worker.spent()); });
        all.push_back(profile.costs());
    }
    result.costs = median_of(all);

    lua::Recorder recorder(lua::Recorder::Wanted{});
    lua::Worker recorded(catalogue, surroundings, {}, &recorder);
    recorder.clear();
    round(recorded, plugins, plans, [&](const lua::Plugin& plugin) {
        for (const auto& [name, use] : recorder.uses()) {
            lua::HostUse& sum = result.host[plugin.id][name];
            sum.calls += use.calls;
            sum.time += use.time;
        }
        recorder.clear();
    });
    return result;
}

} // namespace plumbline::engine
