#include "standard/rule_set.hpp"

#include "base/user_error.hpp"

#include <array>

namespace plumbline::standard {

namespace {

/// In the enumeration's order.
constexpr std::array<std::string_view, 4> disposition_words{"checked", "partly", "needs a person",
                                                            "not in a plan"};

} // namespace

std::string_view to_word(Disposition disposition) {
    const auto index = static_cast<std::size_t>(disposition);
    if (index >= disposition_words.size()) throw InternalError("a disposition outside its enumeration");
    return disposition_words.at(index);
}

std::optional<Disposition> disposition_from_word(std::string_view word) {
    for (std::size_t i = 0; i < disposition_words.size(); ++i)
        if (disposition_words.at(i) == word) return static_cast<Disposition>(i);
    return std::nullopt;
}

std::string full_id(const Area& area) {
    return area.rule_set + '/' + area.id;
}

} // namespace plumbline::standard
