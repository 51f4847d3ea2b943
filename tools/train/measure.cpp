#include "train/measure.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace plumbline::training {
namespace {

constexpr std::size_t fold_count = 10;

/// Everything about a criterion as vectors of one vocabulary.
struct Data {
    Vocabulary vocabulary;
    std::vector<Example> examples;
    std::vector<Vector> vectors, own;
    std::vector<bool> arguable;
};

Data data_of(const Criterion& criterion, const std::string& root, const text::WordClasses& classes) {
    Data data;
    data.examples = labelled(criterion, root);
    for (const auto& example : data.examples) {
        data.vectors.push_back(vector_of(example, classes, data.vocabulary));
        data.arguable.push_back(example.arguable);
    }
    for (const auto& example : own_wording(criterion, root))
        data.own.push_back(vector_of(example, classes, data.vocabulary));
    return data;
}

Weights train_where(const Data& data, auto wanted) {
    std::vector<const Vector*> seen;
    for (std::size_t i = 0; i < data.vectors.size(); ++i)
        if (!data.arguable[i] && wanted(data.examples[i])) seen.push_back(&data.vectors[i]);
    for (const auto& vector : data.own)
        seen.push_back(&vector);
    return train(seen);
}

Thresholds chosen_without(const Measured& m, const std::vector<std::size_t>& fold, std::size_t without,
                          const Goal& goal) {
    std::vector<double> probability;
    std::vector<bool> met;
    for (std::size_t i = 0; i < m.examples.size(); ++i)
        if (fold[i] != without && !m.examples[i].arguable) {
            probability.push_back(m.probability[i]);
            met.push_back(m.examples[i].met);
        }
    return choose(probability, met, goal);
}

std::string_view check_of(const Criterion& criterion) {
    const std::string_view weights = criterion.weights;
    const std::size_t begin = weights.find('/') + 1;
    return weights.substr(begin, weights.find('/', begin) - begin);
}

} // namespace

Goal goal_of(std::string_view criterion) {
    if (criterion == "specific" || criterion == "own-views") return {.90, .80, .85};
    if (criterion == "measurable" || criterion == "considered") return {.90, .85, .85};
    if (criterion == "linked") return {.75, .60, .70};
    return {.92, .85, .88};
}

Measured measure(const Criterion& criterion, const std::string& root, const text::WordClasses& classes) {
    Data data = data_of(criterion, root, classes);
    Measured m;
    m.examples = data.examples;
    const auto fold = folds(m.examples, fold_count);
    m.probability = cross_validated(data.vectors, data.arguable, fold, data.own);
    const Goal goal = goal_of(criterion.name);
    m.thresholds = chosen_without(m, fold, fold_count, goal);
    std::vector<Thresholds> of_fold;
    for (std::size_t f = 0; f < fold_count; ++f)
        of_fold.push_back(chosen_without(m, fold, f, goal));
    for (std::size_t i = 0; i < m.examples.size(); ++i)
        m.decisions.push_back(decide(m.probability[i], of_fold[fold[i]]));

    const Weights of_first = train_where(data, is_first_source);
    const Weights of_second = train_where(data, [](const Example& e) { return !is_first_source(e); });
    for (std::size_t i = 0; i < m.examples.size(); ++i)
        m.other_source.push_back(
            (is_first_source(m.examples[i]) ? of_second : of_first).probability(data.vectors[i]));

    m.plain = criterion.name == "linked" ? std::vector<Example>{} : plain_good(check_of(criterion), root);
    const Weights of_all = train_where(data, [](const Example&) { return true; });
    for (const auto& example : m.plain)
        m.plain_probability.push_back(of_all.probability(vector_of(example, classes, data.vocabulary)));
    return m;
}

std::vector<Decision> both(const std::vector<Decision>& left, const std::vector<Decision>& right) {
    std::vector<Decision> decisions;
    for (std::size_t i = 0; i < left.size(); ++i)
        decisions.push_back(std::min(left[i], right[i]));
    return decisions;
}

std::string weights_file(const Criterion& criterion, const std::string& root,
                         const text::WordClasses& classes, const Thresholds& thresholds) {
    const Data data = data_of(criterion, root, classes);
    const Weights weights = train_where(data, [](const Example&) { return true; });
    std::map<std::string, double> sorted;
    for (const auto& [feature, weight] : weights.of)
        sorted.emplace(data.vocabulary.name(feature), weight);
    std::ostringstream out;
    out << "# \"" << criterion.name
        << "\": weights of what a text says (core/text/features.hpp); greater speaks for met.\n"
        << "# Written by tools/train/train_models from " << criterion.labels << " and\n# "
        << criterion.wording << ". Do not edit; see tools/train/README.md.\n";
    out.precision(3);
    out << "bias\t" << weights.bias << "\nnot_met_below\t" << thresholds.not_met_below << "\nmet_above\t"
        << thresholds.met_above << '\n';
    for (const auto& [name, weight] : sorted)
        out << name << '\t' << weight << '\n';
    return std::move(out).str();
}

} // namespace plumbline::training
