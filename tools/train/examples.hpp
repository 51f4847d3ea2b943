#pragma once

/// Labelled wording: what models are trained on and what their accuracy is measured on.

#include "text/features.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace plumbline::training {

/// What a text criterion is trained from and where its weights go. Paths are relative to the source root.
struct Criterion {
    std::string name;        // "specific"
    std::string labels;      // "fixtures/labelled/targets.jsonl"
    std::string field;       // of the labels: "specific"
    std::string wording;     // "tools/train/wording/targets.tsv": texts of our own, for training only
    char letter = 0;         // what stands for "met" in the wording's first column
    std::string weights;     // "plugins/smart-targets/models/specific.tsv"
    std::string_view unseen; // kinds of features that its model does without: they did not help it
};
const std::vector<Criterion>& criteria();
const Criterion& criterion(std::string_view name);

struct Example {
    std::string id; // empty for wording of our own
    std::string text;
    std::string need; // linkage: what the action, `text`, is to serve
    text::Surroundings around;
    bool met = false;
    bool arguable = false;
    std::string difficulty, why;
};

/// The auditors' labels, in the file's order. Throws UserError with file and line.
std::vector<Example> labelled(const Criterion& criterion, const std::string& root);
/// Wording of our own.
std::vector<Example> own_wording(const Criterion& criterion, const std::string& root);
/// Short, plain, good wording that no check may call not met; `check` names the plugin.
std::vector<Example> plain_good(std::string_view check, const std::string& root);

/// Ids with one letter (T001) and with two (TA001) come from two sources.
bool is_first_source(const Example& example);

/// Which of `count` folds each example belongs to. Near-duplicates (contrast pairs share names and rare
/// words) share one, so that none is judged by a model that has seen its twin.
std::vector<std::size_t> folds(const std::vector<Example>& examples, std::size_t count);

/// The folds that hold an example which a text of our own resembles (two rare words or four words in a row):
/// it is left out when these are judged, since whoever wrote it had read them.
std::vector<std::set<std::size_t>> folds_resembled(const std::vector<Example>& own,
                                                   const std::vector<Example>& examples,
                                                   const std::vector<std::size_t>& fold);

} // namespace plumbline::training
