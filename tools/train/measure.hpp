#pragma once

/// Cross-validated measurement of a criterion, and its weights file.

#include "train/examples.hpp"
#include "train/scores.hpp"
#include "train/trainer.hpp"

#include <utility>

namespace plumbline::training {

struct Measured {
    std::vector<Example> examples;         // the auditors'
    std::vector<std::size_t> fold;         // of each
    std::vector<double> probability;       // by models that have not seen the example or its twins
    std::vector<Decision> decisions;       // by thresholds chosen without the example's fold
    std::vector<double> other_source;      // by a model that has seen the other source only
    std::vector<Example> plain;            // short, plain, good wording …
    std::vector<double> plain_probability; // … by models that have not seen it either
    Calibration calibration;               // of the scores of all folds
    Thresholds thresholds;                 // chosen on all folds: those of the weights file
};

Measured measure(const Criterion& criterion, const std::string& root, const text::WordClasses& classes);

/// What the issue asks of a criterion; trigger and response have that of the contingency.
Goal goal_of(std::string_view criterion);

/// Trigger and response, their thresholds chosen together: a contingency is not met when either is, met when
/// both are.
std::pair<Measured, Measured> measure_contingency(const std::string& root, const text::WordClasses& classes);

std::string weights_file(const Criterion& criterion, const std::string& root,
                         const text::WordClasses& classes, const Measured& measured);

} // namespace plumbline::training
