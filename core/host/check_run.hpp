#pragma once

#include "host/command.hpp"

#include <string>
#include <vector>

namespace plumbline::host {

/// What `plumbline check` was asked for, as it was written.
struct CheckOptions {
    std::vector<std::string> paths;
    std::string rule_set = "default";
    std::vector<std::string> formats;
    std::string as_of;
    unsigned jobs = 1;
    std::string fail_on = "not-met";
    std::string show = "findings";
    std::string evidence = "full";
    std::string colour = "auto";
    std::string accepted; // file; empty: none
    bool exit_zero = false;
};

std::vector<std::string> fail_on_words();
std::vector<std::string> show_words();

/// Judges the plans, writes the reports, returns how it ended.
ExitCode check_plans(const CheckOptions& options, const Common& common);

} // namespace plumbline::host
