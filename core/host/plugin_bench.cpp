#include "host/plugin_commands.hpp"

#include "host/costs.hpp"
#include "host/page.hpp"

#include "base/user_error.hpp"
#include "engine/bench.hpp"
#include "engine/examples.hpp"
#include "plan/inputs.hpp"
#include "report/json.hpp"
#include "report/table.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

constexpr std::size_t most_functions = 12; // of a plugin, in text

struct Arguments {
    std::string plugin, format = "text";
    std::vector<std::string> plans;
    std::size_t rounds = 30;
};

/// The plans named, or those of the plugins' own examples.
std::deque<plan::Plan> plans_of(const Arguments& arguments, const std::vector<const lua::Plugin*>& plugins) {
    std::deque<plan::Plan> plans;
    const auto add = [&](const plan::Source& source) {
        if (plan::ReadResult read = plan::read(source); read.plan) plans.push_back(std::move(*read.plan));
    };
    if (!arguments.plans.empty()) {
        plan::Inputs inputs(arguments.plans);
        while (const auto input = inputs.next())
            if (input->problem.empty()) add(input->source);
    } else {
        for (const lua::Plugin* plugin : plugins)
            for (const engine::Example& example : engine::examples_of(*plugin))
                add(example.source);
    }
    if (plans.empty()) throw UserError("there is no readable plan to measure with; name some with --plans");
    return plans;
}

std::string functions_text(const engine::BenchResult& result, const report::Page& page) {
    std::string out;
    for (const auto& [plugin, uses] : result.host) {
        std::vector<std::pair<std::string, lua::HostUse>> sorted(uses.begin(), uses.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
            return left.second.time > right.second.time;
        });
        if (sorted.size() > most_functions) sorted.resize(most_functions);
        report::Table table(
            {{"of which in", false, true}, {"calls a plan", true}, {"µs a plan", true}, {"µs a call", true}});
        for (const auto& [name, use] : sorted)
            table.add({name == "fields" ? "(reading fields)" : name,
                       decimal(static_cast<double>(use.calls) / static_cast<double>(result.plans)),
                       decimal(microseconds(use.time) / static_cast<double>(result.plans)),
                       decimal(microseconds(use.time) / static_cast<double>(use.calls), 2)});
        out += "\n" + plugin + "\n" + table.to_string(page, 2);
    }
    return out;
}

std::string bench_json(const engine::BenchResult& result) {
    report::Json json = costs_json(result.costs);
    json["plans"] = result.plans;
    for (auto& plugin : json["plugins"]) {
        report::Json functions = report::Json::array();
        const auto found = result.host.find(plugin["plugin"].get<std::string>());
        if (found != result.host.end())
            for (const auto& [name, use] : found->second)
                functions.push_back(
                    {{"function", name}, {"calls", use.calls}, {"microseconds", microseconds(use.time)}});
        plugin["functions"] = std::move(functions);
    }
    return report::dump_indented(json);
}

ExitCode bench(const Arguments& arguments, const Common& common) {
    const ChosenPlugins chosen(arguments.plugin, common);
    const std::deque<plan::Plan> plans = plans_of(arguments, chosen.plugins);
    const engine::BenchResult result = engine::bench(chosen.workspace.catalogue(), chosen.plugins, plans,
                                                     chosen.surroundings(), arguments.rounds);
    if (arguments.format == "json") {
        std::cout << bench_json(result) << '\n';
        return ExitCode::clear;
    }
    const report::Page page = output_page();
    std::cout << result.plans << (result.plans == 1 ? " plan, " : " plans, ")
              << "time of the processor, the median of " << arguments.rounds << " rounds\n"
              << costs_text(result.costs, page);
    if (chosen.plugins.size() == 1) std::cout << functions_text(result, page);
    return ExitCode::clear;
}

} // namespace

void define_plugin_bench(CLI::App& plugin, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = plugin.add_subcommand(
        "bench", "microseconds and bytes a plan; for one plugin, where in the host they go");
    command->add_option("plugin", arguments->plugin, "a plugin's id, or its folder (with a /)");
    command->add_option("--plans", arguments->plans, "plans to measure with (default: the examples)");
    command->add_option("--rounds", arguments->rounds, "how often")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_option("--format", arguments->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    command->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return bench(*arguments, common); };
    });
}

} // namespace plumbline::host
