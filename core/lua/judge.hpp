#pragma once

/// What one call of a plugin has judged so far, and the rules that every judgement must keep.

#include "judgement/judgement.hpp"
#include "lua/catalogue.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace plumbline::lua {

/// A judgement as a plugin gave it. `plan` is the index of a memory when plans are compared, else 0.
struct Given {
    std::size_t plan = 0;
    judgement::Observation observation;
};

class Judge {
public:
    /// `comparing`: judgements name the plan (a memory) that they are about.
    Judge(const Plugin& plugin, bool comparing) : plugin_(&plugin), comparing_(comparing) {}

    const Plugin& plugin() const { return *plugin_; }
    bool comparing() const { return comparing_; }

    /// Throws UserError, with what to do, when the same criterion was judged differently at the same node, or
    /// when there is more than a check can sensibly say. The same judgement twice counts once.
    void add(Given given);

    const std::vector<Given>& given() const { return given_; }
    bool judged(std::size_t plan, const std::string& criterion) const;
    /// Judged of the plan itself, not of one of its nodes: then nothing about it can be missing.
    bool judged_whole(std::size_t plan, const std::string& criterion) const;

private:
    using Key = std::tuple<std::size_t, std::string, std::string>; // plan, criterion, place
    struct Said {
        judgement::Outcome outcome;
        std::set<std::string> wordings; // of the judgements given, with their evidence
    };

    void refuse_contradiction(const Given& given, judgement::Outcome before);

    const Plugin* plugin_;
    bool comparing_;
    std::vector<Given> given_;
    std::map<Key, Said> by_place_;
    std::set<std::pair<std::size_t, std::string>> judged_, whole_;
    std::size_t evidence_bytes_ = 0;
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
