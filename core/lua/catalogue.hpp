#pragma once

/// The plugins that were found: their manifests, read without a plan. Immutable, shared between workers.

#include "base/user_error.hpp"
#include "plan/plan.hpp"
#include "text/phrases.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace plumbline::lua {

struct Criterion {
    std::string id, title;
    std::string question; // what is asked at sign-off where it is not met; may be empty
    FilePosition at; // its id in the manifest
};

using ParameterValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;
using Parameters = std::map<std::string, ParameterValue>;

enum class ParameterType : std::uint8_t { boolean, integer, number, string, list };

struct Parameter {
    std::string name;
    ParameterType type = ParameterType::integer;
    ParameterValue default_value;
    std::optional<double> minimum, maximum; // integer and number
    std::vector<std::string> choices;       // string: the values allowed; empty: any
    std::string help;
};

struct Plugin {
    std::string id, title, version, hash; // hash: of every file of the folder that a check can reach
    std::filesystem::path folder;
    std::vector<plan::Kind> plans;
    std::vector<Criterion> criteria;
    std::vector<Parameter> parameters;
    std::vector<text::PhraseSet> phrases;      // names without the plugin's id
    std::map<std::string, std::string> models; // name → file of weights, relative to the folder
    bool across_plans = false;                 // has remember and compare

    const Criterion* criterion(std::string_view id) const;
    const Parameter* parameter(std::string_view name) const;
};

/// Checks one value against its parameter; returns what is wrong, or nothing.
std::optional<std::string> check_parameter(const Parameter& parameter, const ParameterValue& value);

class Catalogue {
public:
    /// Reads the manifest of every folder that holds a plugin.lua. Two folders with one id, a manifest that
    /// is wrong: UserError with file and line. `words` is the folder of shared word lists.
    static Catalogue load(const std::vector<std::filesystem::path>& roots);
    /// One plugin folder (`check --plugin DIR`), with the shared word lists of `words`.
    static Catalogue load_one(const std::filesystem::path& folder, const std::filesystem::path& words);

    const std::vector<Plugin>& plugins() const; // by id
    const Plugin* find(std::string_view id) const;
    const std::filesystem::path& words() const;
    /// Every phrase set of every plugin, named "plugin/set", in one database.
    const text::PhraseBook& phrase_book() const;

private:
    struct Implementation;
    std::shared_ptr<const Implementation> implementation_;
};

} // namespace plumbline::lua
