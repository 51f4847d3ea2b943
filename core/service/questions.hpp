#pragma once

/// From the findings of a plan to the few questions that a manager is asked when signing it off.

#include "judgement/judgement.hpp"
#include "lua/catalogue.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::service {

/// What signing off comes to. `could_not_judge`: the plan could not be read or is of a kind that no rule
/// judges, a check failed, or a fact that a check needs is missing and there is nothing else to ask.
enum class Outcome : std::uint8_t { clear, questions, could_not_judge };

/// "clear", "questions", "could-not-judge"
std::string_view to_word(Outcome outcome);

Outcome outcome_of(const judgement::PlanResult& result);

/// One question, and the findings that it is asked for: at least one, in the order of the plan. They point
/// into the result.
struct Question {
    std::string text;
    std::vector<const judgement::Finding*> findings;
    const judgement::Finding* weightiest = nullptr;
};

inline constexpr std::size_t most_questions = 3;

/// Asks in the plugins' words.
class Asker {
public:
    explicit Asker(const lua::Catalogue& catalogue);

    /// The weightiest questions first (see report::Weights).
    std::vector<Question> ask(const judgement::PlanResult& result) const;

private:
    const std::string& words_for(const judgement::Finding& finding) const;

    std::map<std::pair<std::string, std::string>, std::string, std::less<>> questions_; // plugin, criterion
};

} // namespace plumbline::service
