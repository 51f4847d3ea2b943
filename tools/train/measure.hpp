#pragma once

/// Cross-validated measurement of a criterion, and its weights file.

#include "train/examples.hpp"
#include "train/scores.hpp"
#include "train/trainer.hpp"

namespace plumbline::training {

struct Measured {
    std::vector<Example> examples;         // the auditors'
    std::vector<double> probability;       // by models that have not seen the example or its twins
    std::vector<Decision> decisions;       // by thresholds chosen without the example's fold
    std::vector<double> other_source;      // by a model that has seen the other source only
    std::vector<Example> plain;            // short, plain, good wording …
    std::vector<double> plain_probability; // … by a model of all labels (none of it was trained on)
    Thresholds thresholds;                 // chosen on all folds: those of the weights file
};

Measured measure(const Criterion& criterion, const std::string& root, const text::WordClasses& classes);

/// What the issue asks of a criterion; trigger and response have that of the contingency.
Goal goal_of(std::string_view criterion);

/// The contingency as a whole: not met when its trigger or its response is, met when both are.
std::vector<Decision> both(const std::vector<Decision>& left, const std::vector<Decision>& right);

std::string weights_file(const Criterion& criterion, const std::string& root,
                         const text::WordClasses& classes, const Thresholds& thresholds);

} // namespace plumbline::training
