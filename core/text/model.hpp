#pragma once

/// A small linear model over what a narrative says: deterministic, its weights in a reviewed file, trained by
/// tools/train from labelled wording. It names the words that decided.
///
///     const auto lexicon = WordClasses::from_folder("plugins/words");
///     const auto specific = Model::from_file("plugins/smart-targets/models/specific.tsv");
///     const ModelAnswer answer = specific.answer(reading, features(reading, *lexicon));
///
/// Below `not_met_below` the criterion is not met, from `met_above` on it is met; between them a person has
/// to look. Both were chosen by cross-validation and stand in the weights file (docs/accuracy.md).

#include "text/features.hpp"
#include "text/reading.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::text {

struct ModelAnswer {
    double probability = 0.5;   // that the criterion is met
    std::vector<Span> deciding; // the words that weighed most for the answer, weightiest first, at most three
    std::vector<std::string> why; // the features that weighed most for it, at most five
};

class Model {
public:
    /// Reads a weights file: "name<TAB>weight" lines, "#" comments; the settings are "bias", "not_met_below"
    /// and "met_above". Throws UserError with file and line.
    static Model from_file(const std::string& path);
    static Model from_text(std::string text, const std::string& file);

    ModelAnswer answer(const Reading& reading, const Features& features) const;
    /// The probability alone, for benches.
    double probability(const Features& features) const;

    double not_met_below() const { return not_met_below_; }
    double met_above() const { return met_above_; }

private:
    struct Weight {
        std::uint64_t id = 0; // feature_id of the name
        double value = 0;
        std::uint32_t name_begin = 0, name_size = 0; // in text_
    };
    static constexpr std::uint32_t empty = ~std::uint32_t{0};

    void make_room(std::size_t weights);
    bool add(std::string_view name, double value);
    /// The index of a feature's weight, or `empty`.
    std::uint32_t find(std::uint64_t id) const;
    std::size_t place_of(std::uint64_t id) const { return id & (places_.size() - 1); }
    std::size_t next(std::size_t place) const { return (place + 1) & (places_.size() - 1); }
    std::string_view name_of(const Weight& weight) const {
        return std::string_view(text_).substr(weight.name_begin, weight.name_size);
    }
    /// Calls take(weight, feature, scale) for each known feature, once.
    template <class Take>
    void each_known(const Features& features, Take take) const;

    std::string text_; // the file: the names stand in it
    std::vector<Weight> weights_;
    std::vector<std::uint32_t> places_ = {empty}; // a hash table of indices into weights_, at most half full
    double bias_ = 0;
    double not_met_below_ = 0.5, met_above_ = 0.5;
};

} // namespace plumbline::text
