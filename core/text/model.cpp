#include "text/model.hpp"

#include "base/user_error.hpp"
#include "text/features_sink.hpp"

#include <algorithm>
#include <bit>
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
    std::string_view name;
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

/// Runs of letters tell a reader nothing.
std::vector<std::string> heaviest(std::vector<Contribution> contributions) {
    std::erase_if(contributions, [](const auto& c) { return c.name.front() == letters_kind; });
    std::ranges::stable_sort(contributions, std::greater<>{}, &Contribution::weight);
    std::vector<std::string> names;
    for (const auto& c : contributions)
        if (names.size() < 5 && c.weight > 0) names.emplace_back(c.name);
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

Model Model::from_text(std::string text, const std::string& file) {
    Model model;
    model.text_ = std::move(text);
    std::string_view rest = model.text_;
    model.make_room(static_cast<std::size_t>(std::ranges::count(rest, '\n')) + 1);
    FilePosition at{file};
    while (!rest.empty()) {
        ++at.line;
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) throw UserError(at, "expected a name, a tab and a weight");
        const auto name = line.substr(0, tab);
        const double value = number(line.substr(tab + 1), at);
        if (name == "bias")
            model.bias_ = value;
        else if (name == "not_met_below")
            model.not_met_below_ = value;
        else if (name == "met_above")
            model.met_above_ = value;
        else if (!model.add(name, value))
            throw UserError(at, "the feature stands twice in this file");
    }
    if (model.not_met_below_ > model.met_above_)
        throw UserError({file}, "not_met_below is greater than met_above");
    return model;
}

void Model::make_room(std::size_t weights) {
    places_.assign(std::bit_ceil(2 * weights), empty);
    weights_.reserve(weights);
}

bool Model::add(std::string_view name, double value) {
    const std::uint64_t id = feature_id(name);
    std::size_t place = place_of(id);
    for (; places_[place] != empty; place = next(place))
        if (weights_[places_[place]].id == id) return false;
    places_[place] = static_cast<std::uint32_t>(weights_.size());
    weights_.push_back({id, value, static_cast<std::uint32_t>(name.data() - text_.data()),
                        static_cast<std::uint32_t>(name.size())});
    return true;
}

std::uint32_t Model::find(std::uint64_t id) const {
    std::size_t place = place_of(id);
    while (places_[place] != empty && weights_[places_[place]].id != id)
        place = next(place);
    return places_[place];
}

template <class Take>
void Model::each_known(const Features& features, Take take) const {
    std::vector<bool> seen(weights_.size());
    const auto each = [&](const std::vector<Feature>& found, double scale) {
        for (const Feature& feature : found) {
            const std::uint32_t known = find(feature.id);
            if (known == empty || seen[known]) continue;
            seen[known] = true;
            take(weights_[known], feature, scale);
        }
    };
    each(features.found, features.scale);
    each(features.letters, features.letters_scale);
}

double Model::probability(const Features& features) const {
    double score = bias_;
    each_known(features,
               [&](const Weight& weight, const Feature&, double scale) { score += weight.value * scale; });
    return logistic(score);
}

ModelAnswer Model::answer(const Reading& reading, const Features& features) const {
    ModelAnswer answer{probability(features), {}, {}};
    const double sign = answer.probability < (not_met_below_ + met_above_) / 2 ? -1 : 1;
    std::vector<Contribution> contributions;
    each_known(features, [&](const Weight& weight, const Feature& feature, double scale) {
        contributions.push_back({sign * weight.value * scale, feature.words, name_of(weight)});
    });
    answer.deciding = weightiest(reading, contributions);
    answer.why = heaviest(std::move(contributions));
    return answer;
}

} // namespace plumbline::text
