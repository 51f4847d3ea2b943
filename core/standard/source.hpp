#pragma once

/// A rule-set file as it was written: its shape checked, nothing yet looked up in plugins or other sets.

#include "standard/reading.hpp"
#include "standard/rule_set.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::standard {

/// A paragraph that a rule cites besides those of the areas it answers.
struct Cite {
    std::string set; // the writing set's own id where it names none
    std::string paragraph;
    FilePosition at;
};

/// The fields that a rule gives; those left out come from the inherited rule or the plugin.
struct RuleSource {
    Placed<std::string> id; // without the set
    std::optional<Placed<std::string>> plugin, title;
    std::optional<Placed<std::vector<Placed<std::string>>>> plans, criteria;
    std::optional<Placed<std::vector<Placed<std::string>>>> answers; // as "set/area"
    std::optional<Placed<std::vector<Cite>>> cites;
    std::vector<Placed<std::pair<std::string, lua::Data>>> parameters;
    std::optional<Placed<judgement::Priority>> priority;
    std::optional<Placed<bool>> off;
};

struct Source {
    std::string id, title;
    std::filesystem::path file;
    std::string content; // for the hash
    std::optional<Document> document;
    std::vector<Area> areas;
    std::vector<Placed<std::string>> extends, documents;
    std::vector<RuleSource> rules;
    std::optional<Placed<int>> red_below, green_from; // met %
};

/// Reads one file. Throws UserError with file, line and a suggestion.
Source read_source(const std::filesystem::path& file);

/// The parts of it: `set` is the id of the set being read.
std::vector<Area> read_areas(const lua::Data& list, const std::string& set,
                             const std::vector<std::pair<std::string, std::string>>& services);
std::vector<RuleSource> read_rules(const lua::Data& list, const std::string& set);

/// "immediately" and so on, with a suggestion for anything else.
judgement::Priority read_priority(const lua::Data& data);

} // namespace plumbline::standard
