#include "train/trainer.hpp"

#include "base/user_error.hpp"
#include "text/features_sink.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <linear.h>

namespace plumbline::training {

std::uint32_t Vocabulary::id(const std::string& name) {
    const auto [found, added] = ids_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(&found->first);
    return found->second;
}

Vector vector_of(const Example& example, const text::WordClasses& classes, Vocabulary& vocabulary) {
    const auto reading = text::read(example.text);
    const auto names = example.need.empty() ? text::feature_names(reading, classes, example.around)
                                            : text::feature_names(text::read(example.need), reading, classes);
    std::size_t letters = 0;
    for (const auto& name : names)
        letters += name.front() == text::letters_kind ? 1 : 0;
    const double scale = text::scale_of(reading.tokens.size()),
                 letters_scale = text::letters_scale_of(letters);
    Vector made;
    made.met = example.met;
    for (const auto& name : names)
        made.entries.push_back(
            {vocabulary.id(name), name.front() == text::letters_kind ? letters_scale : scale});
    std::ranges::sort(made.entries, {}, &Vector::Entry::feature);
    made.entries.erase(std::ranges::unique(made.entries, {}, &Vector::Entry::feature).begin(),
                       made.entries.end());
    return made;
}

double Weights::score(const Vector& vector) const {
    double score = bias;
    for (const auto& [feature, value] : vector.entries)
        if (feature < of.size()) score += of[feature] * value;
    return score;
}

double Weights::probability(const Vector& vector) const {
    return 1 / (1 + std::exp(-score(vector)));
}

const std::vector<View>& views() {
    static const std::vector<View> all{{"", 20, 12000},
                                       {"cCDpqARMNlavijTOSLsQKPJdGEHIF", 20, 12000},
                                       {"ubxyZlO", 20, 12000},
                                       {{&text::letters_kind, 1}, 30, 12000}};
    return all;
}

namespace {

constexpr std::size_t least = 2; // texts of ours that a feature must stand in; one of the auditors' is enough

/// The texts that a feature stands in.
struct Seen {
    std::size_t met = 0, not_met = 0;

    std::size_t all() const { return met + not_met; }
};

/// How much a feature counts in training: patterns were written with a purpose, what stands in most texts
/// tells little, and so does what stands in met and not met ones alike.
double emphasis(char kind, const Seen& with, const Seen& texts) {
    const auto share = [](std::size_t part, std::size_t whole) {
        return (static_cast<double>(part) + 1) / (static_cast<double>(whole) + 2);
    };
    const double rarity =
        std::log(static_cast<double>(texts.all() + 1) / static_cast<double>(with.all())) / 4;
    const double leaning =
        std::abs(std::log(share(with.met, texts.met) / share(with.not_met, texts.not_met)));
    return (kind == 'p' ? 2 : 1) * rarity * std::pow(leaning + 0.1, 0.3);
}

bool sees(const View& view, char kind) {
    return view.kinds.empty() ? kind != text::letters_kind : view.kinds.find(kind) != std::string_view::npos;
}

/// One run of liblinear over the features that have a column.
Weights fit(const std::vector<const Vector*>& vectors, const std::vector<int>& column,
            const std::vector<double>& emphasis, double cost) {
    const int bias_column = 1 + *std::ranges::max_element(column);
    std::vector<std::vector<feature_node>> rows;
    std::vector<feature_node*> pointers;
    std::vector<double> labels;
    for (const Vector* vector : vectors) {
        auto& row = rows.emplace_back();
        for (const auto& [feature, value] : vector->entries)
            if (column[feature] > 0) row.push_back({column[feature], value * emphasis[feature]});
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
    weights.of.resize(column.size());
    for (std::size_t feature = 0; feature < column.size(); ++feature)
        if (column[feature] > 0)
            weights.of[feature] = sign * fitted->w[column[feature] - 1] * emphasis[feature];
    weights.bias = sign * fitted->w[bias_column - 1];
    return weights;
}

std::vector<int> columns_of(std::vector<std::uint32_t> features, std::size_t size) {
    std::ranges::sort(features); // liblinear wants a row's columns ascending, and rows are by feature
    std::vector<int> column(size);
    for (std::size_t i = 0; i < features.size(); ++i)
        column[features[i]] = static_cast<int>(i) + 1;
    return column;
}

Weights train_view(const std::vector<const Vector*>& vectors, const Vocabulary& vocabulary, const View& view,
                   std::string_view unseen) {
    Seen texts;
    std::vector<Seen> with(vocabulary.size());
    for (const Vector* vector : vectors) {
        const auto count = vector->met ? &Seen::met : &Seen::not_met;
        ++(texts.*count);
        for (const auto& entry : vector->entries)
            ++(with[entry.feature].*count);
    }
    std::vector<std::uint32_t> features;
    for (std::uint32_t feature = 0; feature < with.size(); ++feature)
        if (const char kind = vocabulary.kind(feature);
            with[feature].all() >= least && sees(view, kind) && unseen.find(kind) == std::string_view::npos)
            features.push_back(feature);
    if (features.empty()) return {};
    std::vector<double> counts(vocabulary.size());
    for (const std::uint32_t f : features)
        counts[f] = emphasis(vocabulary.kind(f), with[f], texts);
    Weights all = fit(vectors, columns_of(features, vocabulary.size()), counts, view.cost);
    if (features.size() <= view.kept) return all;
    const auto says = [&](std::uint32_t f) {
        return std::abs(all.of[f]) * std::sqrt(static_cast<double>(with[f].all()));
    };
    std::ranges::stable_sort(features, std::greater<>{}, says);
    features.resize(view.kept);
    return fit(vectors, columns_of(features, vocabulary.size()), counts, view.cost);
}

} // namespace

Weights train(const std::vector<const Vector*>& vectors, const Vocabulary& vocabulary,
              std::string_view unseen) {
    if (vectors.empty()) throw InternalError("a model is to be trained from no examples");
    Weights mean;
    mean.of.resize(vocabulary.size());
    std::vector<Weights> trained;
    for (const View& view : views())
        if (Weights weights = train_view(vectors, vocabulary, view, unseen); !weights.of.empty())
            trained.push_back(std::move(weights));
    for (const Weights& weights : trained) {
        const double share = 1.0 / static_cast<double>(trained.size());
        for (std::size_t i = 0; i < mean.of.size(); ++i)
            mean.of[i] += share * weights.of[i];
        mean.bias += share * weights.bias;
    }
    return mean;
}

std::vector<double> cross_validated(const std::vector<Vector>& vectors, const Vocabulary& vocabulary,
                                    const std::vector<bool>& left_out_of_training,
                                    const std::vector<std::size_t>& fold, const std::vector<Vector>& own,
                                    const std::vector<std::set<std::size_t>>& own_folds,
                                    std::string_view unseen) {
    std::vector<double> score(vectors.size());
    const std::size_t count = fold.empty() ? 0 : *std::ranges::max_element(fold) + 1;
    const auto judge = [&](std::size_t tested) {
        std::vector<const Vector*> seen;
        for (std::size_t i = 0; i < vectors.size(); ++i)
            if (fold[i] != tested && !left_out_of_training[i])
                seen.insert(seen.end(), times_auditors, &vectors[i]);
        for (std::size_t i = 0; i < own.size(); ++i)
            if (!own_folds[i].contains(tested)) seen.push_back(&own[i]);
        const Weights weights = train(seen, vocabulary, unseen);
        for (std::size_t i = 0; i < vectors.size(); ++i)
            if (fold[i] == tested) score[i] = weights.score(vectors[i]);
    };
    std::atomic<std::size_t> next{0};
    const auto take = [&] {
        for (std::size_t tested = next++; tested < count; tested = next++)
            judge(tested);
    };
    const auto helper = std::async(std::launch::async, take); // two at once: a fold takes memory
    take();
    helper.wait();
    return score;
}

} // namespace plumbline::training
