#pragma once

/// A rule set: one inspection document, its areas for improvement, and the rules that answer each; or a
/// council's or the everyday set that builds on those.

#include "base/user_error.hpp"
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
/// "checked", "partly", "needs a person", "not in a plan"
std::string_view to_word(Disposition disposition);
std::optional<Disposition> disposition_from_word(std::string_view word);

struct Document {
    std::string title, publisher;
    std::string published; // ISO date
    std::string about;
    std::string short_name; // for citations: "Cheshire East 2011"; the title where the set gives none
};

struct Area {
    std::string id;            // unique in its rule set: "29-4"
    std::string rule_set;      // the set it stands in
    std::string paragraph;     // "29", "R9"
    std::string service;       // "safeguarding", "looked-after"; empty where the document has no such parts
    std::string service_title; // "Safeguarding services"
    judgement::Priority priority = judgement::Priority::none;
    bool priority_is_ours = false; // the document gives none
    std::string title;             // in our words
    Disposition disposition = Disposition::needs_a_person;
    std::string rest;                 // partly: what no rule sees
    std::string read;                 // needs a person: what to read
    std::string shows_in;             // not in a plan: where it would show
    std::vector<std::string> support; // paragraphs of the body that say the same of plans
    std::vector<std::string>
        answered_by;   // the rules of the loaded set: "default/contingency"; in areas_in_scope
    FilePosition at;   // where the set lists it
    Document document; // that asks for it; in areas_in_scope. A set without one lends its title
};

/// "cheshire-east-2011/29-4": how rules and citations name an area.
std::string full_id(const Area& area);

struct Rule {
    std::string id; // "default/contingency"
    std::string plugin;
    std::string title;                 // the plugin's unless the rule has its own
    std::vector<plan::Kind> plans;     // never more than the plugin's
    std::vector<std::string> criteria; // of the plugin; all unless the rule says fewer
    lua::Parameters parameters;        // complete: the plugin's defaults with the rule's values
    judgement::Priority priority = judgement::Priority::none;
    std::vector<judgement::Citation> citations;
    std::vector<std::string> answers; // areas: "cheshire-east-2011/29-4"
    /// Where each value comes from: "parameters.min_words" → "rules/default.lua:12" or "plugin default".
    std::map<std::string, std::string> origin;
    bool off = false;
};

struct RuleSet {
    std::string id, title, hash;
    std::filesystem::path file;
    std::optional<Document> document;
    std::vector<std::string> extends, documents; // ids, as the file names them
    std::vector<Area> areas;                     // its own
    std::vector<Area> areas_in_scope;            // its own and those of `documents` and `extends`
    std::vector<Rule> rules;                     // resolved: extends applied, those switched off left out
    std::vector<Rule> switched_off;              // resolved as well; nobody runs them
    int red_below = 70, green_from = 90;         // met %
};

/// What a run's clean result does and does not mean: the areas in scope by disposition. An area that its
/// document's set has checked or partly checked, but no rule of this set answers (switched off, left out),
/// counts as unanswered and as nothing else.
struct Coverage {
    std::size_t areas = 0, checked = 0, partly = 0, needs_a_person = 0, not_in_a_plan = 0, unanswered = 0;
};
Coverage coverage(const RuleSet& rule_set);

/// Reads rule sets by id or path, resolves them against the plugins. Throws UserError with file, line and a
/// suggestion.
class Library {
public:
    /// An earlier root wins over a later one that holds a set of the same id. `catalogue` outlives the
    /// library.
    Library(std::vector<std::filesystem::path> roots, const lua::Catalogue& catalogue);

    /// Of every rule set in the roots, sorted.
    std::vector<std::string> ids() const;
    /// "default", or a path: anything with a "/" or that ends in ".lua". What a set builds on is looked for
    /// in the roots, then in the set's own folder.
    RuleSet load(const std::string& id_or_path) const;

private:
    std::vector<std::filesystem::path> roots_;
    const lua::Catalogue* catalogue_;
};

/// rules/statutory.lua. Intervals that a council sets itself (`local = true`) are left out. Throws UserError.
calendar::Intervals load_intervals(const std::filesystem::path& file);

} // namespace plumbline::standard
