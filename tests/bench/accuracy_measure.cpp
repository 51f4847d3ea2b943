#include "accuracy_report.hpp"

#include <algorithm>

namespace plumbline::bench {
namespace {

using namespace plumbline::training;

std::vector<Decision> transferred(const Measured& m) {
    std::vector<Decision> decisions;
    for (const double probability : m.other_source)
        decisions.push_back(decide(probability, m.thresholds));
    return decisions;
}

void note_plain(Result& result, const Measured& m) {
    result.plain = m.plain.size();
    for (std::size_t i = 0; i < m.plain.size(); ++i)
        if (decide(m.plain_probability[i], m.thresholds) == Decision::not_met)
            result.plain_punished.push_back(m.plain[i].id);
}

Result result_of(const Measured& m, std::string name, std::string_view goal, std::string blind) {
    Result result;
    result.name = std::move(name);
    result.goal = goal_of(goal);
    result.examples = m.examples;
    result.probability = m.probability;
    result.decisions = m.decisions;
    result.transferred = transferred(m);
    result.thresholds = {m.thresholds};
    result.blind = std::move(blind);
    note_plain(result, m);
    return result;
}

/// The contingency is right when trigger and response both are.
Result contingency(const Measured& trigger, const Measured& response) {
    Result result =
        result_of(trigger, "contingency: trigger and response", "trigger",
                  "whether the step would keep the child safe tonight; whether the person named has agreed.");
    const Result other = result_of(response, "", "response", "");
    for (std::size_t i = 0; i < result.examples.size(); ++i) {
        result.examples[i].met = trigger.examples[i].met && response.examples[i].met;
        result.probability[i] = std::min(trigger.probability[i], response.probability[i]);
    }
    for (std::size_t i = 0; i < result.examples.size(); ++i) {
        result.decisions[i] = std::min(trigger.decisions[i], response.decisions[i]);
        result.transferred[i] = std::min(result.transferred[i], other.transferred[i]);
    }
    result.thresholds.push_back(other.thresholds.front());
    for (const auto& id : other.plain_punished)
        if (std::ranges::find(result.plain_punished, id) == result.plain_punished.end())
            result.plain_punished.push_back(id);
    return result;
}

} // namespace

std::vector<Result> measure_all(const std::string& root) {
    const auto classes = text::WordClasses::from_folder(root + "/plugins/words");
    const auto measured = [&](std::string_view name) { return measure(criterion(name), root, *classes); };
    std::vector<Result> results;
    results.push_back(
        result_of(measured("specific"), "targets: specific", "specific",
                  "whether the activity is the right one; whether a name stands for a service or a person."));
    results.push_back(
        result_of(measured("measurable"), "targets: measurable", "measurable",
                  "whether the record that a target names is kept; what an outcome's measure adds."));
    const auto [trigger, response] = measure_contingency(root, *classes);
    results.push_back(contingency(trigger, response));
    results.push_back(result_of(
        measured("considered"), "diversity: considered", "considered",
        "identity that is implied and never named; whether the adjustment is what the family wants."));
    results.push_back(
        result_of(measured("own-views"), "child's own views", "own-views",
                  "whether the words are truly the child's; irony; a view that needs the rest of the plan."));
    results.push_back(result_of(measured("linked"), "linkage: words fit the need (warning only)", "linked",
                                "causes that are not in the words (hunger answered by a benefits check)."));
    return results;
}

} // namespace plumbline::bench
