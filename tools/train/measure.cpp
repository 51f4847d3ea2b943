#include "train/measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <sstream>

namespace plumbline::training {
namespace {

constexpr std::size_t fold_count = 10;
constexpr double smallest = 0.02; // a weight that is worth a line

/// Everything about a criterion as vectors of one vocabulary.
struct Data {
    std::string_view unseen;
    Vocabulary vocabulary;
    std::vector<Example> examples;
    std::vector<Vector> vectors, plain, own;
    std::vector<Example> plain_examples, own_examples;
    std::vector<bool> arguable;
};

std::string_view check_of(const Criterion& criterion) {
    const std::string_view weights = criterion.weights;
    const std::size_t begin = weights.find('/') + 1;
    return weights.substr(begin, weights.find('/', begin) - begin);
}

Data data_of(const Criterion& criterion, const std::string& root, const text::WordClasses& classes) {
    Data data;
    data.unseen = criterion.unseen;
    data.examples = labelled(criterion, root);
    for (const auto& example : data.examples) {
        data.vectors.push_back(vector_of(example, classes, data.vocabulary));
        data.arguable.push_back(example.arguable);
    }
    if (criterion.name != "linked") data.plain_examples = plain_good(check_of(criterion), root);
    for (const auto& example : data.plain_examples)
        data.plain.push_back(vector_of(example, classes, data.vocabulary));
    data.own_examples = own_wording(criterion, root);
    for (const auto& example : data.own_examples)
        data.own.push_back(vector_of(example, classes, data.vocabulary));
    return data;
}

/// Trains on the auditors' examples that are `wanted` and on those of ours that are `usable`.
Weights train_where(const Data& data, auto wanted, auto usable) {
    std::vector<const Vector*> seen;
    for (std::size_t i = 0; i < data.vectors.size(); ++i)
        if (!data.arguable[i] && wanted(data.examples[i]))
            seen.insert(seen.end(), times_auditors, &data.vectors[i]);
    for (const auto& vector : data.plain)
        seen.insert(seen.end(), times_auditors, &vector);
    for (std::size_t i = 0; i < data.own.size(); ++i)
        if (usable(i)) seen.push_back(&data.own[i]);
    return train(seen, data.vocabulary, data.unseen);
}

Weights train_on_all(const Data& data) {
    return train_where(
        data, [](const Example&) { return true; }, [](std::size_t) { return true; });
}

std::vector<Scored> scored_without(const Measured& m, const std::vector<double>& value, std::size_t without) {
    std::vector<Scored> texts;
    for (std::size_t i = 0; i < m.examples.size(); ++i)
        if (m.fold[i] != without && !m.examples[i].arguable) texts.push_back({value[i], m.examples[i].met});
    return texts;
}

/// Both the auditors' examples and the plain good ones are judged by models that have not seen them.
void measure_folds(Measured& m, const Data& data, const Goal& goal) {
    std::vector<Example> judged = m.examples;
    judged.insert(judged.end(), m.plain.begin(), m.plain.end());
    std::vector<Vector> vectors = data.vectors;
    vectors.insert(vectors.end(), data.plain.begin(), data.plain.end());
    std::vector<bool> arguable = data.arguable;
    arguable.resize(vectors.size(), false);
    m.fold = folds(judged, fold_count);
    const auto own_folds = folds_resembled(data.own_examples, judged, m.fold);
    auto score =
        cross_validated(vectors, data.vocabulary, arguable, m.fold, data.own, own_folds, data.unseen);
    const auto plain_begin = static_cast<std::ptrdiff_t>(m.examples.size());
    const std::vector<double> plain_score(score.begin() + plain_begin, score.end());
    m.fold.resize(m.examples.size());
    score.resize(m.examples.size());
    m.calibration = calibrate(scored_without(m, score, fold_count));
    for (const double s : score)
        m.probability.push_back(m.calibration.probability(s));
    for (const double s : plain_score)
        m.plain_probability.push_back(m.calibration.probability(s));
    m.thresholds = choose(scored_without(m, m.probability, fold_count), goal);
    std::vector<Thresholds> of_fold;
    for (std::size_t f = 0; f < fold_count; ++f)
        of_fold.push_back(choose(scored_without(m, m.probability, f), goal));
    for (std::size_t i = 0; i < m.examples.size(); ++i)
        m.decisions.push_back(decide(m.probability[i], of_fold[m.fold[i]]));
}

void measure_sources(Measured& m, const Data& data) {
    std::vector<std::size_t> source;
    for (const Example& example : m.examples)
        source.push_back(is_first_source(example) ? 0 : 1);
    const auto resembled = folds_resembled(data.own_examples, m.examples, source);
    const auto trained_without = [&](std::size_t judged) {
        return train_where(
            data, [&](const Example& e) { return (is_first_source(e) ? 0U : 1U) != judged; },
            [&](std::size_t i) { return !resembled[i].contains(judged); });
    };
    const std::array<Weights, 2> of_other{trained_without(0), trained_without(1)};
    for (std::size_t i = 0; i < m.examples.size(); ++i)
        m.other_source.push_back(m.calibration.probability(of_other.at(source[i]).score(data.vectors[i])));
}

} // namespace

Goal goal_of(std::string_view criterion) {
    if (criterion == "specific" || criterion == "own-views") return {.90, .80, .85};
    if (criterion == "measurable" || criterion == "considered") return {.90, .85, .85};
    if (criterion == "linked") return {.75, .60, .70};
    return {.92, .85, .88};
}

Measured measure(const Criterion& criterion, const std::string& root, const text::WordClasses& classes) {
    const Data data = data_of(criterion, root, classes);
    Measured m;
    m.examples = data.examples;
    m.plain = data.plain_examples;
    measure_folds(m, data, goal_of(criterion.name));
    measure_sources(m, data);
    return m;
}

namespace {

ThresholdsOfBoth chosen_together(const Measured& left, const Measured& right, std::size_t without,
                                 const Goal& goal) {
    std::vector<ScoredTwice> texts;
    for (std::size_t i = 0; i < left.examples.size(); ++i)
        if (left.fold[i] != without && !left.examples[i].arguable)
            texts.push_back(
                {left.probability[i], right.probability[i], left.examples[i].met && right.examples[i].met});
    return choose(texts, goal);
}

} // namespace

std::pair<Measured, Measured> measure_contingency(const std::string& root, const text::WordClasses& classes) {
    std::pair<Measured, Measured> m{measure(criterion("trigger"), root, classes),
                                    measure(criterion("response"), root, classes)};
    auto& [trigger, response] = m;
    const Goal goal = goal_of("contingency");
    for (std::size_t f = 0; f <= fold_count; ++f) {
        const ThresholdsOfBoth chosen = chosen_together(trigger, response, f, goal);
        trigger.thresholds = chosen.left;
        response.thresholds = chosen.right;
        for (std::size_t i = 0; i < trigger.examples.size(); ++i)
            if (trigger.fold[i] == f) {
                trigger.decisions[i] = decide(trigger.probability[i], chosen.left);
                response.decisions[i] = decide(response.probability[i], chosen.right);
            }
    }
    return m; // with the thresholds that were chosen without leaving a fold out
}

std::string weights_file(const Criterion& criterion, const std::string& root,
                         const text::WordClasses& classes, const Measured& measured) {
    const Data data = data_of(criterion, root, classes);
    const Weights weights = train_on_all(data);
    const Calibration& calibration = measured.calibration;
    std::map<std::string, double> sorted;
    for (std::uint32_t feature = 0; feature < weights.of.size(); ++feature)
        if (std::abs(weights.of[feature]) * calibration.slope >= smallest)
            sorted.emplace(data.vocabulary.name(feature), weights.of[feature] * calibration.slope);
    std::ostringstream out;
    out << "# \"" << criterion.name
        << "\": weights of what a text says (core/text/features.hpp); greater speaks for met.\n"
        << "# Written by tools/train/train_models from " << criterion.labels << " and\n# "
        << criterion.wording << ". Do not edit; see tools/train/README.md.\n";
    out.precision(3);
    out << "bias\t" << calibration.offset + calibration.slope * weights.bias << "\nnot_met_below\t"
        << measured.thresholds.not_met_below << "\nmet_above\t" << measured.thresholds.met_above << '\n';
    for (const auto& [name, weight] : sorted)
        out << name << '\t' << weight << '\n';
    return std::move(out).str();
}

} // namespace plumbline::training
