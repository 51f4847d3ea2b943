#pragma once

/// Logistic regression over the features of a text, by liblinear. Deterministic: the same examples give the
/// same weights.

#include "train/examples.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace plumbline::training {

/// An example as a model sees it.
struct Vector {
    std::vector<std::uint32_t> features; // ids of a Vocabulary, ascending, each once
    double scale = 0;                    // the value of each
    bool met = false;
};

/// Names of features, numbered in the order in which they were met.
class Vocabulary {
public:
    std::uint32_t id(const std::string& name);
    const std::string& name(std::uint32_t id) const { return *names_[id]; }
    std::size_t size() const { return names_.size(); }

private:
    std::map<std::string, std::uint32_t> ids_;
    std::vector<const std::string*> names_;
};

Vector vector_of(const Example& example, const text::WordClasses& classes, Vocabulary& vocabulary);

struct Weights {
    std::map<std::uint32_t, double> of; // by feature
    double bias = 0;

    double probability(const Vector& vector) const;
};

struct Settings {
    double cost = 20;        // liblinear's C: how closely to follow the examples
    std::size_t least = 2;   // texts that a feature must stand in
    std::size_t kept = 4000; // features that remain; the others are dropped and the rest trained again
};

Weights train(const std::vector<const Vector*>& vectors, const Settings& settings = {});

/// Each example's probability by a model that has not seen its fold; `always` are trained on in every fold.
std::vector<double> cross_validated(const std::vector<Vector>& vectors,
                                    const std::vector<bool>& left_out_of_training,
                                    const std::vector<std::size_t>& fold, const std::vector<Vector>& always,
                                    const Settings& settings = {});

} // namespace plumbline::training
