#pragma once

/// Logistic regression over the features of a text, by liblinear. Deterministic: the same examples give the
/// same weights.

#include "train/examples.hpp"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumbline::training {

/// An example as a model sees it.
struct Vector {
    struct Entry {
        std::uint32_t feature = 0; // of a Vocabulary
        double value = 0;
    };
    std::vector<Entry> entries; // by feature, each once
    bool met = false;
};

/// Names of features, numbered in the order in which they were met.
class Vocabulary {
public:
    std::uint32_t id(const std::string& name);
    const std::string& name(std::uint32_t id) const { return *names_[id]; }
    char kind(std::uint32_t id) const { return names_[id]->front(); }
    std::size_t size() const { return names_.size(); }

private:
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::vector<const std::string*> names_;
};

Vector vector_of(const Example& example, const text::WordClasses& classes, Vocabulary& vocabulary);

struct Weights {
    std::vector<double> of; // by feature; features met later have none
    double bias = 0;

    double score(const Vector& vector) const;
    double probability(const Vector& vector) const;
};

/// One of the models whose mean is taken: those of words see what classes blur, those of letters survive
/// slips of the pen.
struct View {
    std::string_view kinds;   // of features; empty: all but letters
    double cost = 20;         // liblinear's C: how closely to follow the examples
    std::size_t kept = 12000; // features that remain; the others are dropped and the rest trained again
};
const std::vector<View>& views();

/// How often an auditor's text is put in for each of ours: theirs are what is to be judged.
constexpr std::size_t times_auditors = 3;

/// The mean of the views' models. A feature that stands in one text of ours alone is left out, and so are the
/// kinds of features in `unseen`.
Weights train(const std::vector<const Vector*>& vectors, const Vocabulary& vocabulary,
              std::string_view unseen);

/// Each example's score by a model that has not seen its fold. `own` are trained on in every fold but those
/// of `own_folds`.
std::vector<double> cross_validated(const std::vector<Vector>& vectors, const Vocabulary& vocabulary,
                                    const std::vector<bool>& left_out_of_training,
                                    const std::vector<std::size_t>& fold, const std::vector<Vector>& own,
                                    const std::vector<std::set<std::size_t>>& own_folds,
                                    std::string_view unseen);

} // namespace plumbline::training
