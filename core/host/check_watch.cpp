#include "engine/installation.hpp"
#include "host/check_run.hpp"
#include "host/error_text.hpp"
#include "host/watch.hpp"

#include "base/user_error.hpp"

#include <chrono>
#include <iostream>

namespace plumbline::host {

namespace {

namespace fs = std::filesystem;

/// What decides the result: the plans, the plugins and rule sets in use.
std::vector<fs::path> watched(const CheckOptions& options, const Common& common) {
    const engine::Installation installation = engine::find_installation(common);
    std::vector<fs::path> paths(options.paths.begin(), options.paths.end());
    if (!options.plugin.empty()) {
        paths.emplace_back(options.plugin);
        paths.push_back(installation.words());
        return paths;
    }
    paths.insert(paths.end(), installation.plugins.begin(), installation.plugins.end());
    paths.insert(paths.end(), installation.rules.begin(), installation.rules.end());
    if (options.rule_set.find('/') != std::string::npos || options.rule_set.ends_with(".lua"))
        paths.emplace_back(options.rule_set);
    return paths;
}

void judge_once(const CheckOptions& options, const Common& common) {
    try {
        check_plans(options, common);
    } catch (const UserError& error) {
        std::cerr << error_text(error); // the next save may mend it
    }
}

} // namespace

ExitCode watch_plans(const CheckOptions& options, const Common& common) {
    Watch watch(watched(options, common));
    judge_once(options, common);
    while (true) {
        std::cerr << "\nplumbline: waiting for a change; Ctrl-C ends\n" << std::flush;
        const std::string changed = watch.wait();
        const auto began = std::chrono::steady_clock::now();
        std::cerr << "\nplumbline: " << changed << " changed\n";
        judge_once(options, common);
        std::cout << std::flush;
        const auto took = std::chrono::steady_clock::now() - began;
        std::cerr << "plumbline: judged again in "
                  << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms\n";
    }
}

} // namespace plumbline::host
