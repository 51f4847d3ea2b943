#pragma once

/// A folder of plugins and rule sets that lasts as long as a test.

#include "base/user_error.hpp"
#include "standard/rule_set.hpp"

#include <filesystem>
#include <string>
#include <vector>

class Workshop {
public:
    /// With the plugins `contingency` (trigger, response; parameters of each type) and `voice` (recorded,
    /// current).
    Workshop();
    ~Workshop();
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    /// Writes rules/<name>.lua.
    void write(const std::string& name, const std::string& content) const;
    std::filesystem::path rules() const { return folder_ / "rules"; }

    plumbline::standard::Library library() const;
    plumbline::standard::RuleSet load(const std::string& id) const { return library().load(id); }

    /// The message of the UserError that loading throws, its file without the folder; "" when it throws none.
    std::string refusal(const std::string& id) const;
    std::string refusal_of_intervals() const;

private:
    std::string without_folder(std::string message) const;

    std::filesystem::path folder_;
    plumbline::lua::Catalogue catalogue_;
};

/// A rule set with a document and the areas and rules given.
std::string document_set(const std::string& id, const std::string& areas, const std::string& rules);

/// One area of it, checked unless `rest_of_it` says otherwise.
std::string area(const std::string& id, const std::string& rest_of_it = R"(disposition = "checked")");

const plumbline::standard::Rule& rule_of(const plumbline::standard::RuleSet& set, const std::string& id);
