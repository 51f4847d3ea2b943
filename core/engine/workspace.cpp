#include "engine/workspace.hpp"

#include "base/user_error.hpp"

#include <filesystem>
#include <utility>

namespace plumbline::engine {

namespace {

namespace fs = std::filesystem;

/// A rule set of a council's with the id of one of ours would be left out without a word.
void refuse_shadowed_rules(const Installation& installation) {
    const fs::path& ours = installation.rules.front();
    for (const fs::path& folder : installation.rules) {
        std::error_code ignored;
        if (fs::equivalent(folder, ours, ignored)) continue;
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            if (entry.path().extension() == ".lua" && fs::exists(ours / entry.path().filename(), ignored))
                throw UserError(FilePosition{entry.path().generic_string(), 0, 0},
                                "has the id of a rule set of ours, " +
                                    (ours / entry.path().filename()).generic_string() +
                                    "; nothing is shadowed, so choose another name");
    }
}

} // namespace

Workspace::Workspace(const Folders& folders, const std::string& plugin)
    : Workspace(find_installation(folders), plugin) {}

Workspace::Workspace(Installation installation, const std::string& plugin)
    : installation_(std::move(installation)), alone_(!plugin.empty()),
      catalogue_(alone_ ? lua::Catalogue::load_one(plugin, installation_.words())
                        : lua::Catalogue::load(installation_.plugins)),
      library_(installation_.rules, catalogue_),
      intervals_(standard::load_intervals(installation_.statutory())) {
    refuse_shadowed_rules(installation_);
}

Foundation Workspace::foundation(const standard::RuleSet& rule_set) const {
    return {&catalogue_, &rule_set, &calendar::WorkingDays::england(), &intervals_};
}

} // namespace plumbline::engine
