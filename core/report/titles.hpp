#pragma once

/// What plugins and their criteria are called, for people who know neither.

#include "lua/catalogue.hpp"

#include <map>
#include <string>
#include <utility>

namespace plumbline::report {

class Titles {
public:
    Titles() = default;
    explicit Titles(const lua::Catalogue& catalogue);

    void set_plugin(const std::string& plugin, const std::string& title) { plugins_[plugin] = title; }
    void set_criterion(const std::string& plugin, const std::string& criterion, const std::string& title) {
        criteria_[{plugin, criterion}] = title;
    }

    /// "Actions are specific, measurable, …"; the id's own words where nothing better is known.
    std::string plugin(const std::string& plugin) const;
    std::string criterion(const std::string& plugin, const std::string& criterion) const;

private:
    std::map<std::string, std::string> plugins_;
    std::map<std::pair<std::string, std::string>, std::string> criteria_;
};

} // namespace plumbline::report
