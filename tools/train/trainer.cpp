#include "train/trainer.hpp"

#include "base/user_error.hpp"
#include "text/features_sink.hpp"

#include <algorithm>
#include <cmath>
#include <linear.h>

namespace plumbline::training {

std::uint32_t Vocabulary::id(const std::string& name) {
    const auto [found, added] = ids_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(&found->first);
    return found->second;
}

Vector vector_of(const Example& example, const text::WordClasses& classes, Vocabulary& vocabulary) {
    Vector made;
    const auto reading = text::read(example.text);
    const auto names = example.need.empty() ? text::feature_names(reading, classes, example.around)
                                            : text::feature_names(text::read(example.need), reading, classes);
    for (const auto& name : names)
        made.features.push_back(vocabulary.id(name));
    std::ranges::sort(made.features);
    made.features.erase(std::ranges::unique(made.features).begin(), made.features.end());
    made.scale = text::scale_of(reading.tokens.size());
    made.met = example.met;
    return made;
}

double Weights::probability(const Vector& vector) const {
    double score = 0;
    for (const std::uint32_t feature : vector.features)
        if (const auto found = of.find(feature); found != of.end()) score += found->second;
    return 1 / (1 + std::exp(-(bias + score * vector.scale)));
}

namespace {

using Counts = std::map<std::uint32_t, std::size_t>;

Counts texts_with(const std::vector<const Vector*>& vectors) {
    Counts counts;
    for (const Vector* vector : vectors)
        for (const std::uint32_t feature : vector->features)
            ++counts[feature];
    return counts;
}

/// One run of liblinear over the features listed.
Weights fit(const std::vector<const Vector*>& vectors, const std::map<std::uint32_t, int>& columns,
            double cost) {
    const int bias_column = static_cast<int>(columns.size()) + 1;
    std::vector<std::vector<feature_node>> rows;
    std::vector<feature_node*> pointers;
    std::vector<double> labels;
    for (const Vector* vector : vectors) {
        auto& row = rows.emplace_back();
        for (const std::uint32_t feature : vector->features)
            if (const auto found = columns.find(feature); found != columns.end())
                row.push_back({found->second, vector->scale});
        std::ranges::sort(row, {}, &feature_node::index);
        row.push_back({bias_column, 1});
        row.push_back({-1, 0});
        labels.push_back(vector->met ? 1 : -1);
    }
    for (auto& row : rows)
        pointers.push_back(row.data());
    problem task{static_cast<int>(rows.size()), bias_column, labels.data(), pointers.data(), 1};
    parameter how{};
    how.solver_type = L2R_LR;
    how.C = cost;
    how.eps = 0.001;
    set_print_string_function([](const char*) {});
    const std::unique_ptr<model, void (*)(model*)> fitted(::train(&task, &how),
                                                          [](model* m) { free_and_destroy_model(&m); });
    const double sign = fitted->label[0] == 1 ? 1 : -1;
    Weights weights;
    for (const auto& [feature, column] : columns)
        weights.of[feature] = sign * fitted->w[column - 1];
    weights.bias = sign * fitted->w[bias_column - 1];
    return weights;
}

std::map<std::uint32_t, int> numbered(const std::vector<std::uint32_t>& features) {
    std::map<std::uint32_t, int> columns;
    for (const std::uint32_t feature : features)
        columns.emplace(feature, static_cast<int>(columns.size()) + 1);
    return columns;
}

} // namespace

Weights train(const std::vector<const Vector*>& vectors, const Settings& settings) {
    if (vectors.empty()) throw InternalError("a model is to be trained from no examples");
    const Counts counts = texts_with(vectors);
    std::vector<std::uint32_t> features;
    for (const auto& [feature, count] : counts)
        if (count >= settings.least) features.push_back(feature);
    Weights all = fit(vectors, numbered(features), settings.cost);
    if (features.size() <= settings.kept) return all;
    const auto says = [&](std::uint32_t f) {
        return std::abs(all.of.at(f)) * std::sqrt(static_cast<double>(counts.at(f)));
    };
    std::ranges::stable_sort(features, std::greater<>{}, says);
    features.resize(settings.kept);
    std::ranges::sort(features);
    return fit(vectors, numbered(features), settings.cost);
}

std::vector<double> cross_validated(const std::vector<Vector>& vectors,
                                    const std::vector<bool>& left_out_of_training,
                                    const std::vector<std::size_t>& fold, const std::vector<Vector>& always,
                                    const Settings& settings) {
    std::vector<double> probability(vectors.size());
    const std::size_t count = fold.empty() ? 0 : *std::ranges::max_element(fold) + 1;
    for (std::size_t tested = 0; tested < count; ++tested) {
        std::vector<const Vector*> seen;
        for (std::size_t i = 0; i < vectors.size(); ++i)
            if (fold[i] != tested && !left_out_of_training[i]) seen.push_back(&vectors[i]);
        for (const Vector& vector : always)
            seen.push_back(&vector);
        const Weights weights = train(seen, settings);
        for (std::size_t i = 0; i < vectors.size(); ++i)
            if (fold[i] == tested) probability[i] = weights.probability(vectors[i]);
    }
    return probability;
}

} // namespace plumbline::training
