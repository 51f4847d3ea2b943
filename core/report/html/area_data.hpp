#pragma once

/// One area for improvement as data for the templates.

#include "report/html/fill.hpp"
#include "report/html/views.hpp"

#include <string>
#include <vector>

namespace plumbline::report::html {

/// A criterion of an area with its share, for sorting.
struct Part {
    const AreaCount::Part* part = nullptr;
    int percent = 0;
};

/// Parts that were met or not met in some plan: those that are green, the strongest first; and the others,
/// the weakest first.
struct Parts {
    std::vector<Part> strong, weak;
};
Parts parts_of(const AreaCount& area, const Areas& areas);

/// Sets "rag" with "word" ("Green 93%") and "colour", where there is a rating.
void set_rag(Data& data, const OutcomeCounts& counts, const Areas& areas);

/// "what", "check", "part-said", "rag" of one criterion.
Data part_data(const AreaCount::Part& part, const Batch& batch);
Data parts_data(const std::vector<Part>& parts, std::size_t most, const Batch& batch);

/// "number", "area", "document", "service", "said", "others", "picture", "priority-word", "rest", "rag".
Data area_data(const AreaCount& counted, const Batch& batch);

/// "Cheshire East 2011 §29"
std::string document_of(const standard::Area& area);

/// Whether some plan was asked what the area asks for.
bool asked(const AreaCount& counted);

/// Sets a list, and "any-<name>" for whether it has anything.
void set_list(Data& data, const std::string& name, const Data& list);

} // namespace plumbline::report::html
