#pragma once

/// A rule set: one inspection document, its areas for improvement, and the rules that answer each; or a council's or
/// the everyday set that builds on those.

#include "calendar/interval.hpp"
#include "judgement/judgement.hpp"
#include "lua/catalogue.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::standard {

enum class Disposition : std::uint8_t { checked, partly, needs_a_person, not_in_a_plan };
std::string_view to_word(Disposition disposition);

struct Document {
    std::string title, publisher, published, about, short_name;
};

struct Area {
    std::string id;        // unique in its rule set: "29-4"
    std::string rule_set;  // the set it stands in
    std::string paragraph; // "29", "R9"
    std::string service;   // "safeguarding", "looked-after"
    judgement::Priority priority = judgement::Priority::none;
    bool priority_is_ours = false; // the document gives none
    std::string title;             // in our words
    Disposition disposition = Disposition::needs_a_person;
    std::string rest;     // partly: what no rule sees
    std::string read;     // needs a person: what to read
    std::string shows_in; // not in a plan: where it would show
    std::vector<std::string> support; // paragraphs of the body that say the same of plans
};

/// "set/area" and the citation it makes.
struct Answer {
    std::string area; // "cheshire-east-2011/29-4"
    judgement::Citation citation;
};

struct Rule {
    std::string id;      // "default/contingency"
    std::string plugin;
    std::vector<plan::Kind> plans;         // never more than the plugin's
    std::vector<std::string> criteria;     // of the plugin; all unless the rule says fewer
    lua::Parameters parameters;            // complete: the plugin's defaults with the rule's values
    judgement::Priority priority = judgement::Priority::none;
    std::vector<judgement::Citation> citations;
    std::vector<std::string> answers;      // areas: "cheshire-east-2011/29-4"
    std::map<std::string, std::string> origin; // "parameters.min_words" → "rules/default.lua:12"
    bool off = false;
};

struct RuleSet {
    std::string id, title, hash;
    std::filesystem::path file;
    std::optional<Document> document;
    std::vector<Area> areas;           // its own
    std::vector<Area> areas_in_scope;  // its own and those of `documents` and `extends`
    std::vector<Rule> rules;           // resolved: extends applied, those switched off left out
    int red_below = 70, green_from = 90; // met %
};

/// What a run's clean result does and does not mean.
struct Coverage {
    std::size_t areas = 0, checked = 0, partly = 0, needs_a_person = 0, not_in_a_plan = 0;
};
Coverage coverage(const RuleSet& rule_set);

/// Reads rule sets by id or path, resolves them against the plugins. Throws UserError with file, line and a suggestion.
class Library {
public:
    Library(std::vector<std::filesystem::path> roots, const lua::Catalogue& catalogue);

    std::vector<std::string> ids() const;
    RuleSet load(const std::string& id_or_path) const;

private:
    std::vector<std::filesystem::path> roots_;
    const lua::Catalogue* catalogue_;
};

/// rules/statutory.lua
calendar::Intervals load_intervals(const std::filesystem::path& file);

} // namespace plumbline::standard
