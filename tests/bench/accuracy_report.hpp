#pragma once

/// What the accuracy bench measures, and how it says so.

#include "train/measure.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace plumbline::bench {

/// One criterion with the decision on every labelled text.
struct Result {
    std::string name;
    training::Goal goal;
    std::vector<training::Example> examples;
    std::vector<double> probability;
    std::vector<training::Decision> decisions;   // by models and thresholds that have not seen the text
    std::vector<training::Decision> transferred; // by a model of the other source, same thresholds
    std::size_t plain = 0;                       // short, plain, good texts …
    std::vector<std::string> plain_punished;     // … of which these are called not met
    std::vector<training::Thresholds> thresholds;
    std::string blind; // what the check cannot see
};

std::vector<Result> measure_all(const std::string& root);

/// The score over the examples for which `wanted` holds, arguable ones left out.
template <class Wanted>
training::Score score_where(const Result& result, const std::vector<training::Decision>& decisions,
                            Wanted wanted) {
    std::vector<training::Decision> chosen;
    std::vector<bool> met;
    for (std::size_t i = 0; i < result.examples.size(); ++i)
        if (!result.examples[i].arguable && wanted(result.examples[i])) {
            chosen.push_back(decisions[i]);
            met.push_back(result.examples[i].met);
        }
    return training::score(chosen, met);
}

void write_tables(std::ostream& out, const std::vector<Result>& results);
void write_markdown(std::ostream& out, const std::vector<Result>& results);
void write_figures(std::ostream& out, const std::vector<Result>& results);
/// Prints each figure that is lower than the recorded one.
bool below_recorded(std::ostream& out, const std::vector<Result>& results, const std::string& file);

} // namespace plumbline::bench
