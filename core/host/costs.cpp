#include "host/costs.hpp"

#include "report/table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace plumbline::host {

namespace {

using Named = std::pair<std::string, engine::PluginCost>;

std::vector<Named> by_time(const engine::Costs& costs) {
    std::vector<Named> sorted(costs.plugins.begin(), costs.plugins.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const Named& left, const Named& right) {
        return left.second.time > right.second.time;
    });
    return sorted;
}

std::chrono::nanoseconds total_of(const engine::Costs& costs) {
    std::chrono::nanoseconds total = costs.reading;
    for (const auto& [id, cost] : costs.plugins)
        total += cost.time;
    return total;
}

double share(std::chrono::nanoseconds part, std::chrono::nanoseconds whole) {
    return whole.count() == 0
               ? 0
               : 100.0 * static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

} // namespace

double microseconds(std::chrono::nanoseconds time) {
    return static_cast<double>(time.count()) / 1000.0;
}

std::string decimal(double value, int places) {
    std::array<char, 40> digits{};
    const int written = std::snprintf(digits.data(), digits.size(), "%.*f", places, value);
    return {digits.data(), static_cast<std::size_t>(std::max(written, 0))};
}

std::string costs_text(const engine::Costs& costs, const report::Page& page) {
    const auto total = total_of(costs);
    report::Table table({{"plugin", false, true},
                         {"plans", true},
                         {"µs a plan", true},
                         {"bytes a plan", true},
                         {"share", true}});
    for (const auto& [id, cost] : by_time(costs)) {
        const auto runs = static_cast<double>(cost.runs);
        table.add({id, std::to_string(cost.runs), decimal(microseconds(cost.time) / runs),
                   std::to_string(cost.bytes / cost.runs), decimal(share(cost.time, total)) + " %"});
    }
    table.add({"(reading text, shared)", "", "", "", decimal(share(costs.reading, total)) + " %"});
    table.add({"all, µs", "", decimal(microseconds(total)), "", ""}, report::Tone::faint);
    return table.to_string(page, 2);
}

report::Json costs_json(const engine::Costs& costs) {
    report::Json json{{"plugins", report::Json::array()}};
    for (const auto& [id, cost] : by_time(costs))
        json["plugins"].push_back({{"plugin", id},
                                   {"plans", cost.runs},
                                   {"microseconds", microseconds(cost.time)},
                                   {"bytes", cost.bytes}});
    json["reading_microseconds"] = microseconds(costs.reading);
    return json;
}

} // namespace plumbline::host
