#pragma once

/// A small batch that every format is tried with.

#include "report/writer.hpp"

#include <string>
#include <vector>

namespace samples {

plumbline::judgement::Finding finding(const std::string& criterion, const plumbline::judgement::Place& at);
plumbline::judgement::Judgement judgement(const std::string& criterion, plumbline::judgement::Outcome outcome,
                                          const plumbline::judgement::Place& at = {"", "/plan", 2, 1});

/// Judged, with findings of each kind: not met and needs a person, one repeated on three actions.
plumbline::judgement::PlanResult plan();
plumbline::judgement::PlanResult clean_plan();
plumbline::judgement::PlanResult unreadable();
plumbline::judgement::PlanResult skipped();
/// All four.
std::vector<plumbline::judgement::PlanResult> batch();

/// Four areas for improvement of two documents, one of which no rule answers; the rules of `plan()`.
plumbline::standard::RuleSet rule_set();
plumbline::standard::Area area(const std::string& set, const std::string& id,
                               plumbline::judgement::Priority priority,
                               const std::vector<std::string>& rules);

plumbline::report::Receipt receipt();

/// The whole report of these plans.
std::string written(const std::string& format, const std::vector<plumbline::judgement::PlanResult>& plans,
                    const plumbline::report::Options& options = {});

bool contains(const std::string& text, const std::string& part);
std::size_t times(const std::string& text, const std::string& part);

} // namespace samples
