#include "lua/judge.hpp"

#include "base/user_error.hpp"
#include "lua/observation_store.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::lua {

namespace {

using judgement::Observation;
using judgement::Outcome;

constexpr std::size_t most_judgements = 20'000;              // of one call for one plan
constexpr std::size_t most_evidence = std::size_t{4} << 20U; // bytes, for one plan
constexpr std::size_t most_compared = 1'000;                 // judgements of one comparison for one plan
constexpr std::size_t most_compared_evidence = std::size_t{64} << 20U; // bytes, in all

std::string place_key(const judgement::Place& at) {
    return at.path + "@" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

/// All that a judgement says, in one string.
std::string wording(const Observation& observation) {
    std::string all = observation.message + '\0' + observation.advice + '\0' + observation.reason;
    for (const judgement::Evidence& evidence : observation.evidence)
        all += '\0' + std::to_string(evidence.line) + ":" + std::to_string(evidence.column) + ":" +
               evidence.text;
    return all;
}

} // namespace

void Judge::refuse_contradiction(const Given& given, Outcome before) {
    const Observation& observation = given.observation;
    contradicted_.emplace(given.plan, observation.criterion); // which of the two holds is not known
    throw UserError("'" + observation.criterion + "' was judged " + std::string(to_word(before)) +
                    " at line " + std::to_string(observation.at.line) + " before, and now " +
                    std::string(to_word(observation.outcome)) + "; judge each criterion once for each node");
}

void Judge::limit_evidence(const Observation& observation, std::size_t most) {
    for (const judgement::Evidence& evidence : observation.evidence)
        evidence_bytes_ += evidence.text.size();
    if (evidence_bytes_ > most)
        throw UserError(
            "more evidence than a report can hold; quote the words that show it, not whole texts");
}

void Judge::add(Given given) {
    if (comparing()) return add_compared(given);
    const Observation& observation = given.observation;
    const Key key{observation.criterion, place_key(observation.at)};
    Said& said = by_place_.try_emplace(key, Said{observation.outcome, {}}).first->second;
    if (said.outcome != observation.outcome) refuse_contradiction(given, said.outcome);
    if (!said.wordings.insert(wording(observation)).second) return;
    if (given_.size() >= most_judgements)
        throw UserError("more than " + std::to_string(most_judgements) + " judgements in one check");
    limit_evidence(observation, most_evidence);
    given_.push_back(std::move(given.observation));
    ++count_;
}

void Judge::add_compared(const Given& given) {
    const Observation& observation = given.observation;
    const std::vector<Observation> before = compared_->of(given.plan);
    for (const Observation& earlier : before) {
        if (earlier.criterion != observation.criterion || place_key(earlier.at) != place_key(observation.at))
            continue;
        if (earlier.outcome != observation.outcome) refuse_contradiction(given, earlier.outcome);
        if (wording(earlier) == wording(observation)) return;
    }
    if (before.size() >= most_compared)
        throw UserError("more than " + std::to_string(most_compared) +
                        " judgements of one plan in a comparison");
    limit_evidence(observation, most_compared_evidence);
    compared_->add(given.plan, observation);
    newest_plan_ = given.plan;
    ++count_;
}

Observation Judge::newest() const {
    return comparing() ? compared_->of(newest_plan_).back() : given_.back();
}

bool Judge::judged(const std::string& criterion) const {
    return std::any_of(given_.begin(), given_.end(),
                       [&](const Observation& observation) { return observation.criterion == criterion; });
}

bool Judge::judged_whole(std::size_t plan, const std::string& criterion) const {
    if (contradicted_.count({plan, criterion}) != 0) return false;
    const auto is_whole = [&](const Observation& observation) {
        return observation.criterion == criterion && observation.at.path == "/plan";
    };
    if (!comparing()) return std::any_of(given_.begin(), given_.end(), is_whole);
    const std::vector<Observation> said = compared_->of(plan);
    return std::any_of(said.begin(), said.end(), is_whole);
}

Observation could_not_check(const std::string& criterion, const judgement::Place& at, const Unjudged& why) {
    Observation observation;
    observation.criterion = criterion;
    observation.outcome = Outcome::could_not_check;
    observation.at = at;
    observation.reason = why.reason;
    observation.detail = why.detail;
    observation.failure = why.failure;
    return observation;
}

std::string_view method_name(Outcome outcome) {
    switch (outcome) {
    case Outcome::met:
        return "met";
    case Outcome::not_met:
        return "not_met";
    case Outcome::needs_a_person:
        return "needs_a_person";
    case Outcome::not_applicable:
        return "not_applicable";
    case Outcome::could_not_check:
        return "could_not_check";
    }
    return "";
}

} // namespace plumbline::lua
