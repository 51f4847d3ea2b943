#pragma once

/// Findings as data for the templates: what to change, where, and how to word it.

#include "report/groups.hpp"
#include "report/html/fill.hpp"
#include "report/html/marks.hpp"
#include "report/titles.hpp"

#include <string>
#include <vector>

namespace plumbline::report::html {

/// “words” as links to their marks (nullptr: without links); empty where the finding has none.
std::string quoted(const judgement::Finding& finding, const Marks* marks);

/// How to word it, each once: "advice", and "advice-for" where not all findings are given the same.
Data advices(const std::vector<const judgement::Finding*>& findings);

/// Groups under a heading for each priority, for "changes.mustache"; entries are numbered from `first` on.
Data changes(const std::vector<Group>& groups, std::size_t first, const Titles& titles, const Marks* marks);

/// The criteria that are met throughout the plan, by plugin, for "good" of the plan's page.
Data good_of(const judgement::PlanResult& plan, const Titles& titles);

/// The reasons of judgements of this outcome, each with the criteria it is given for.
Data reasons_of(const judgement::PlanResult& plan, judgement::Outcome outcome, const Titles& titles);

/// "Immediately"; "Not given a priority" for none.
std::string heading_of(judgement::Priority priority);

/// First letter in upper case.
std::string sentence_case(std::string text);

} // namespace plumbline::report::html
