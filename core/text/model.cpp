#include "text/model.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <functional>
#include <numeric>
#include <sstream>

namespace plumbline::text {
namespace {

double logistic(double score) {
    return 1 / (1 + std::exp(-score));
}

double number(std::string_view text, const FilePosition& at) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        throw UserError(at, "expected a number after the tab, found \"" + std::string(text) + "\"");
    return value;
}

struct Contribution {
    double weight = 0;
    Span words;
    const std::string* name = nullptr;
};

/// The stretches of words that speak for the answer: each feature's weight is spread over its words.
std::vector<Span> weightiest(const Reading& reading, const std::vector<Contribution>& contributions) {
    const auto& tokens = reading.tokens;
    std::vector<double> weight(tokens.size());
    for (const auto& c : contributions) {
        if (c.words.empty()) continue;
        const auto first =
            std::ranges::lower_bound(tokens, c.words.begin, {}, [](const Token& t) { return t.span.begin; });
        const auto last =
            std::ranges::lower_bound(tokens, c.words.end, {}, [](const Token& t) { return t.span.begin; });
        const auto words = static_cast<double>(last - first);
        for (auto token = first; token != last; ++token)
            weight[static_cast<std::size_t>(token - tokens.begin())] += c.weight / words;
    }
    struct Stretch {
        double weight = 0;
        std::size_t first = 0, last = 0;
    };
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        if (weight[i] <= 0) continue;
        if (!stretches.empty() && stretches.back().last == i)
            stretches.back().last = i + 1, stretches.back().weight += weight[i];
        else
            stretches.push_back({weight[i], i, i + 1});
    }
    std::ranges::stable_sort(stretches, std::greater<>{}, &Stretch::weight);
    std::vector<Span> spans;
    for (auto [total, first, last] : stretches) {
        while (first < last && tokens[first].kind == TokenKind::punctuation)
            ++first;
        while (first < last && tokens[last - 1].kind == TokenKind::punctuation)
            --last;
        if (first == last) continue;
        spans.push_back({tokens[first].span.begin, tokens[last - 1].span.end});
        if (spans.size() == 3) break;
    }
    return spans;
}

std::vector<std::string> heaviest(std::vector<Contribution> contributions) {
    std::ranges::stable_sort(contributions, std::greater<>{}, &Contribution::weight);
    std::vector<std::string> names;
    for (const auto& c : contributions)
        if (names.size() < 5 && c.weight > 0) names.push_back(*c.name);
    return names;
}

} // namespace

Model Model::from_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw UserError({path}, "cannot be opened");
    std::ostringstream all;
    all << in.rdbuf();
    return from_text(std::move(all).str(), path);
}

Model Model::from_text(std::string_view text, const std::string& file) {
    Model model;
    FilePosition at{file};
    model.weights_.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')));
    while (!text.empty()) {
        ++at.line;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) throw UserError(at, "expected a name, a tab and a weight");
        const auto name = line.substr(0, tab);
        const double value = number(line.substr(tab + 1), at);
        if (name == "bias") {
            model.bias_ = value;
        } else if (name == "not_met_below") {
            model.not_met_below_ = value;
        } else if (name == "met_above") {
            model.met_above_ = value;
        } else {
            const auto order = static_cast<std::uint32_t>(model.names_.size());
            const std::uint64_t id = feature_id(name);
            if (!model.weights_.emplace(id, Weight{value, order, order}).second)
                throw UserError(at, "the feature stands twice in this file");
            model.names_.emplace_back(name);
            model.sieve_[(id >> 6U) % model.sieve_.size()] |= std::uint64_t{1} << (id & 63U);
        }
    }
    if (model.not_met_below_ > model.met_above_)
        throw UserError({file}, "not_met_below is greater than met_above");
    return model;
}

template <class Take>
void Model::each_known(const Features& features, Take take) const {
    std::vector<bool> seen(names_.size());
    for (const Feature& feature : features.found) {
        if (!may_know(feature.id)) continue;
        const auto found = weights_.find(feature.id);
        if (found == weights_.end() || seen[found->second.order]) continue;
        seen[found->second.order] = true;
        take(found->second, feature);
    }
}

double Model::probability(const Features& features) const {
    double score = 0;
    each_known(features, [&](const Weight& weight, const Feature&) { score += weight.value; });
    return logistic(bias_ + score * features.scale);
}

ModelAnswer Model::answer(const Reading& reading, const Features& features) const {
    ModelAnswer answer{probability(features), {}, {}};
    const double sign = answer.probability < (not_met_below_ + met_above_) / 2 ? -1 : 1;
    std::vector<Contribution> contributions;
    each_known(features, [&](const Weight& weight, const Feature& feature) {
        contributions.push_back({sign * weight.value, feature.words, &names_[weight.name]});
    });
    answer.deciding = weightiest(reading, contributions);
    answer.why = heaviest(std::move(contributions));
    return answer;
}

} // namespace plumbline::text
