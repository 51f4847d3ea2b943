#include "judgement/judgement.hpp"

#include "base/user_error.hpp"

#include <array>

namespace plumbline::judgement {

namespace {

/// In the enumeration's order.
constexpr std::array<std::string_view, 5> outcome_words{"met", "not met", "needs a person", "not applicable",
                                                        "could not check"};
constexpr std::array<std::string_view, 4> priority_words{"immediately", "within three months",
                                                         "within six months", ""};
constexpr std::array<std::string_view, 4> failure_words{"", "unjudged", "error", "limit"};
constexpr std::array<std::string_view, 3> state_words{"judged", "unreadable", "skipped"};

template <typename Enumeration, std::size_t Size>
std::string_view word_of(Enumeration value, const std::array<std::string_view, Size>& words) {
    const auto index = static_cast<std::size_t>(value);
    if (index >= Size) throw InternalError("a value outside its enumeration");
    return words.at(index);
}

template <typename Enumeration, std::size_t Size>
std::optional<Enumeration> value_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    for (std::size_t i = 0; i < Size; ++i)
        if (words.at(i) == word) return static_cast<Enumeration>(i);
    return std::nullopt;
}

} // namespace

std::string_view to_word(Outcome outcome) {
    return word_of(outcome, outcome_words);
}

std::optional<Outcome> outcome_from_word(std::string_view word) {
    return value_of<Outcome>(word, outcome_words);
}

std::string_view to_word(Priority priority) {
    return word_of(priority, priority_words);
}

std::optional<Priority> priority_from_word(std::string_view word) {
    if (word.empty()) return std::nullopt; // "" is how none is shown, not how anybody asks for it
    return value_of<Priority>(word, priority_words);
}

std::string_view to_word(Failure failure) {
    return word_of(failure, failure_words);
}

std::string_view to_word(State state) {
    return word_of(state, state_words);
}

} // namespace plumbline::judgement
