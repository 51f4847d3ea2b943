#pragma once

#include "host/as_of.hpp"
#include "host/command.hpp"

#include "base/date.hpp"
#include "judgement/judgement.hpp"

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
    std::string history;  // file or URL; empty: none
    bool history_words = false;
    bool exit_zero = false;
    std::string plugin;   // the folder of one plugin, run alone and without being installed
    bool profile = false; // say on standard error where the time went
};

std::vector<std::string> fail_on_words();
std::vector<std::string> show_words();

/// Whether a finding is at or above --fail-on.
bool fails(const judgement::Finding& finding, const std::string& fail_on);

/// Judges the plans, writes the reports, returns how it ended.
ExitCode check_plans(const CheckOptions& options, const Common& common);

/// The same again whenever a plan, a plugin or a rule set of these is saved, until it is interrupted.
ExitCode watch_plans(const CheckOptions& options, const Common& common);

} // namespace plumbline::host
