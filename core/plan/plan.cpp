#include "plan/plan.hpp"

#include "plan/vocabulary.hpp"

#include <algorithm>

namespace plumbline::plan {

std::string_view to_word(Kind kind) {
    return vocabulary::kinds.at(static_cast<std::size_t>(kind));
}

std::string_view to_word(Status status) {
    return vocabulary::statuses.at(static_cast<std::size_t>(status));
}

std::string_view to_word(NeedKind kind) {
    return vocabulary::need_kinds.at(static_cast<std::size_t>(kind));
}

std::string_view to_word(ActionStatus status) {
    return vocabulary::action_statuses.at(static_cast<std::size_t>(status));
}

std::optional<Kind> kind_from_word(std::string_view word) {
    const auto* const found = std::find(vocabulary::kinds.begin(), vocabulary::kinds.end(), word);
    if (found == vocabulary::kinds.end()) return std::nullopt;
    return static_cast<Kind>(found - vocabulary::kinds.begin());
}

const std::vector<std::string_view>& kind_words() {
    static const std::vector<std::string_view> words(vocabulary::kinds.begin(), vocabulary::kinds.end());
    return words;
}

} // namespace plumbline::plan
