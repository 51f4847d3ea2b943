#pragma once

/// What one call of a plugin has judged so far, and the rules that every judgement must keep.

#include "judgement/judgement.hpp"
#include "lua/catalogue.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::lua {

class ObservationStore;

/// A judgement as a plugin gave it. `plan` is the index of a plan when plans are compared, else 0.
struct Given {
    std::size_t plan = 0;
    judgement::Observation observation;
};

class Judge {
public:
    explicit Judge(const Plugin& plugin) : plugin_(&plugin) {}
    /// Of a comparison: judgements name the plan (a memory) that they are about and are kept in the store.
    Judge(const Plugin& plugin, ObservationStore& compared) : plugin_(&plugin), compared_(&compared) {}

    const Plugin& plugin() const { return *plugin_; }
    bool comparing() const { return compared_ != nullptr; }

    /// Throws UserError, with what to do, when the same criterion was judged differently at the same node, or
    /// when there is more than a check can sensibly say. The same judgement twice counts once.
    void add(Given given);

    /// What was judged of one plan by itself; a comparison's judgements are in its store.
    const std::vector<judgement::Observation>& given() const { return given_; }
    /// How many judgements were given, and the newest of them; there must be one.
    std::size_t count() const { return count_; }
    judgement::Observation newest() const;
    bool judged(const std::string& criterion) const;
    /// Judged of the plan itself, not of one of its nodes: then nothing about it can be missing.
    bool judged_whole(std::size_t plan, const std::string& criterion) const;

private:
    using Key = std::pair<std::string, std::string>; // criterion, place
    struct Said {
        judgement::Outcome outcome;
        std::set<std::string> wordings; // of the judgements given, with their evidence
    };

    [[noreturn]] void refuse_contradiction(const Given& given, judgement::Outcome before);
    void limit_evidence(const judgement::Observation& observation, std::size_t most);
    void add_compared(const Given& given);

    const Plugin* plugin_;
    ObservationStore* compared_ = nullptr;
    std::vector<judgement::Observation> given_;
    std::map<Key, Said> by_place_;
    std::set<std::pair<std::size_t, std::string>> contradicted_; // plan, criterion
    std::size_t evidence_bytes_ = 0;
    std::size_t count_ = 0, newest_plan_ = 0;
};

/// Why everything that a plugin may have left out could not be checked.
struct Unjudged {
    std::string reason, detail;
    judgement::Failure failure = judgement::Failure::unjudged;
};
judgement::Observation could_not_check(const std::string& criterion, const judgement::Place& at,
                                       const Unjudged& why);

/// The words of an outcome as `judge` has them: "not_met".
std::string_view method_name(judgement::Outcome outcome);

} // namespace plumbline::lua
