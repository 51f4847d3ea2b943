#pragma once

/// What the text criteria are decided on: the words of a narrative, their classes, which class stands near
/// which, and patterns. Worked out once for a reading and shared by every model that is asked about it.

#include "text/reading.hpp"
#include "text/word_classes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::text {

/// One thing noticed in a text. Things that do not come from words (the child's age) have an empty span.
struct Feature {
    std::uint64_t id = 0; // feature_id of its name
    Span words;
};

struct Features {
    std::vector<Feature> found;   // a feature may be found more than once; it counts once
    double scale = 0;             // how much each counts: less in a longer text
    std::vector<Feature> letters; // runs of three to five letters, which survive slips of the pen
    double letters_scale = 0;
};

/// What is known beside the text.
struct Surroundings {
    std::optional<double> child_age; // years; for views
    bool unborn = false;
};

Features features(const Reading& reading, const WordClasses& lexicon, const Surroundings& around = {});

/// What two texts have to do with each other: a need and the action that is to serve it.
Features features(const Reading& need, const Reading& action, const WordClasses& lexicon);

/// The names of the same features, in the same order, those of letters last: "w parent say", "h _mum_". For
/// training and explaining.
std::vector<std::string> feature_names(const Reading& reading, const WordClasses& lexicon,
                                       const Surroundings& around = {});
std::vector<std::string> feature_names(const Reading& need, const Reading& action,
                                       const WordClasses& lexicon);

/// The id of a feature's name as weights files have it: a letter and up to two parts, separated by blanks.
std::uint64_t feature_id(std::string_view name);

} // namespace plumbline::text
