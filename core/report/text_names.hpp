#pragma once

/// How the text report calls things.

#include "judgement/judgement.hpp"
#include "report/layout.hpp"
#include "report/summary.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::report {

/// "Cheshire East 2011 §29, §149; Cheshire East 2015 R9"
std::string short_citations(const std::vector<judgement::Citation>& citations);

/// A node as people call it: "action a1", "contingency 2", "the plan".
std::string name_of(const judgement::Place& at);

/// "CP-2041, version 3"; the file of a plan without an id.
std::string name_of_plan(const judgement::PlanResult& plan);

/// The nodes of findings that are told as one: "3 actions: a1 (33:7), a2 (41:7), a3 (52:7)".
std::string places_of(const std::vector<const judgement::Finding*>& findings);

/// "child-protection" → "child protection"
std::string spaced(std::string_view words);

/// "default/contingency" → "contingency": every rule of a report is of one set.
std::string short_rule(std::string_view rule);

/// "contingency/trigger". A rule set may split a plugin into a rule for each kind of plan; readers need not
/// see that.
template <typename Judged>
std::string criterion_name(const Judged& judged) {
    return clean(judged.plugin) + '/' + clean(judged.criterion);
}

/// "a, b, c"
std::string joined(const std::vector<std::string>& words);

/// At line breaks; none of them empty.
std::vector<std::string> lines_of(std::string_view text);

Tone tone_of(judgement::Outcome outcome);

/// Accepted findings left out.
OutcomeCounts counts_of(const std::vector<judgement::Finding>& findings);
std::size_t accepted_of(const std::vector<judgement::Finding>& findings);

} // namespace plumbline::report
