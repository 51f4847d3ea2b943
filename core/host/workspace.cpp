#include "host/workspace.hpp"

namespace plumbline::host {

Workspace::Workspace(const Common& common)
    : installation_(find_installation(common.plugins, common.rules)),
      catalogue_(lua::Catalogue::load(installation_.plugins)), library_(installation_.rules, catalogue_),
      intervals_(standard::load_intervals(installation_.statutory())) {}

engine::Foundation Workspace::foundation(const standard::RuleSet& rule_set) const {
    return {&catalogue_, &rule_set, &calendar::WorkingDays::england(), &intervals_};
}

} // namespace plumbline::host
