#include "lua/judge.hpp"

#include "base/user_error.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using judgement::Observation;
using judgement::Outcome;

constexpr std::size_t most_judgements = 20'000;              // of one call for one plan
constexpr std::size_t most_evidence = std::size_t{4} << 20U; // bytes, for one plan
constexpr std::size_t most_compared = 200'000;               // judgements of one comparison
constexpr std::size_t most_compared_evidence = std::size_t{64} << 20U;

std::string place_key(const judgement::Place& at) {
    return at.path + "@" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

bool same_evidence(const judgement::Evidence& left, const judgement::Evidence& right) {
    return left.text == right.text && left.line == right.line && left.column == right.column;
}

bool same(const Observation& left, const Observation& right) {
    return left.outcome == right.outcome && left.message == right.message && left.reason == right.reason &&
           left.advice == right.advice &&
           std::equal(left.evidence.begin(), left.evidence.end(), right.evidence.begin(),
                      right.evidence.end(), same_evidence);
}

} // namespace

void Judge::add(Given given) {
    const Observation& observation = given.observation;
    auto& before = by_place_[{given.plan, observation.criterion, place_key(observation.at)}];
    for (const std::size_t index : before) {
        const Observation& earlier = given_[index].observation;
        if (earlier.outcome != observation.outcome)
            throw UserError(
                "'" + observation.criterion + "' was judged " + std::string(to_word(earlier.outcome)) +
                " at line " + std::to_string(observation.at.line) + " before, and now " +
                std::string(to_word(observation.outcome)) + "; judge each criterion once for each node");
        if (same(earlier, observation)) return;
    }
    if (given_.size() >= (comparing_ ? most_compared : most_judgements))
        throw UserError("more than " + std::to_string(comparing_ ? most_compared : most_judgements) +
                        " judgements in one check");
    for (const judgement::Evidence& evidence : observation.evidence)
        evidence_bytes_ += evidence.text.size();
    if (evidence_bytes_ > (comparing_ ? most_compared_evidence : most_evidence))
        throw UserError(
            "more evidence than a report can hold; quote the words that show it, not whole texts");
    before.push_back(given_.size());
    judged_.emplace(given.plan, observation.criterion);
    if (observation.at.path == "/plan") whole_.emplace(given.plan, observation.criterion);
    given_.push_back(std::move(given));
}

bool Judge::judged(std::size_t plan, const std::string& criterion) const {
    return judged_.count({plan, criterion}) != 0;
}

bool Judge::judged_whole(std::size_t plan, const std::string& criterion) const {
    return whole_.count({plan, criterion}) != 0;
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
