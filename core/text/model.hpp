#pragma once

/// A small linear model over what a reading says: deterministic, weights in a reviewed file, trained by
/// tools/train from labelled wording. It names the words that decided.

#include "text/reading.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumbline::text {

/// One thing noticed in a text, by name, with the words that show it.
struct Feature {
    std::string name; // "stem:attend", "clause:condition+action", …
    double value = 1;
    Span words;
};

struct ModelAnswer {
    double probability = 0.5;    // that the criterion is met
    std::vector<Span> deciding;  // the words that weighed most for the answer, weightiest first, at most three
    std::vector<std::string> why; // the names of those features
};

class Model {
public:
    /// Reads a weights file ("name<TAB>weight" lines, "#" comments, "bias"). Throws UserError with file and line.
    static Model from_file(const std::string& path);
    static Model from_text(std::string_view text, const std::string& file);

    ModelAnswer answer(const std::vector<Feature>& features) const;

private:
    std::unordered_map<std::string, double> weights_;
    double bias_ = 0;
};

/// What the text criteria are decided on. `kind` says which: "target", "contingency", "identity", "voice".
std::vector<Feature> features(const Reading& reading, std::string_view kind);
/// What two texts have to do with each other (an action and the need it serves).
std::vector<Feature> features(const Reading& reading, const Reading& other);

} // namespace plumbline::text
