#pragma once

/// Rules, plugins and all else that decides an answer, loaded as one: an edition never changes, a reload
/// makes another.

#include "engine/lookups.hpp"
#include "engine/workspace.hpp"
#include "report/receipt.hpp"
#include "service/questions.hpp"

#include <memory>
#include <string>

namespace plumbline::service {

class Edition {
public:
    /// Throws UserError, with file and line, for a plugin, a rule set or a file of theirs that is wrong, and
    /// for a rule set without rules.
    Edition(engine::Installation installation, const std::string& rule_set);
    Edition(const Edition&) = delete;
    Edition& operator=(const Edition&) = delete;

    const engine::Workspace& workspace() const { return workspace_; }
    const standard::RuleSet& rule_set() const { return rule_set_; }
    const engine::Lookups& lookups() const { return lookups_; }
    const Asker& asker() const { return asker_; }
    engine::Foundation foundation() const { return workspace_.foundation(rule_set_); }

    /// Of everything that decides an answer besides the plan and the day: two editions with the same
    /// fingerprint answer alike. 16 hexadecimal digits.
    const std::string& fingerprint() const { return fingerprint_; }

    report::Receipt receipt(Date as_of) const;

private:
    engine::Workspace workspace_;
    standard::RuleSet rule_set_;
    engine::Lookups lookups_;
    Asker asker_;
    std::string fingerprint_;
};

/// Judges every example of the plugins that the edition's rules run. Throws UserError when a check fails on
/// one of them: such an edition would leave plans unjudged.
void try_out(const Edition& edition);

} // namespace plumbline::service
