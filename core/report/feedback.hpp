#pragma once

/// `plumbline feedback`: one page for the author of one plan.

#include "judgement/judgement.hpp"
#include "report/groups.hpp"
#include "report/layout.hpp"
#include "report/receipt.hpp"
#include "report/titles.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace plumbline::report {

/// What to tell the author. Points into the result, which outlives it.
struct Feedback {
    static constexpr std::size_t most_changes = 5;

    /// Plugins of which every criterion that was asked is met, in the plan's order.
    std::vector<std::string> good;
    /// The five that weigh most (see Weights), not met before needs a person.
    std::vector<Group> changes;
    std::size_t left_out = 0; // further ones
};

/// Of one change, the places that the page shows.
std::vector<const judgement::Finding*> first_places(const Group& group);

Feedback feedback_of(const judgement::PlanResult& plan);

std::string feedback_text(const judgement::PlanResult& plan, const Receipt& receipt, const Titles& titles,
                          const Page& page);
/// A self-contained page.
std::string feedback_html(const judgement::PlanResult& plan, const Receipt& receipt, const Titles& titles);

} // namespace plumbline::report
