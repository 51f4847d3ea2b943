#include "text/people.hpp"

#include "text/tokens.hpp"

#include <algorithm>

namespace plumbline::text {
namespace {

std::string_view without_possessive(std::string_view norm) {
    return norm.ends_with("'s") ? norm.substr(0, norm.size() - 2) : norm;
}

} // namespace

Cast::Cast(const People& people) {
    for (const auto& name : people.child_names)
        for (auto& part : tokenise(name))
            if (part.kind == TokenKind::word && part.norm.size() > 1) names_.push_back(std::move(part.norm));
    std::ranges::sort(names_);
}

bool Cast::child_name(const Token& token) const {
    if (names_.empty()) return false;
    const auto written = without_possessive(token.norm);
    if (!std::ranges::binary_search(names_, written)) return false;
    // Hope, Will and May are words too; small letters are a name only where nothing else is.
    return token.capital || !find_word(written).lexeme.known();
}

Person Cast::who(const Token& token) const {
    return token.kind == TokenKind::word ? who(token, find_word(token.norm)) : Person::nobody;
}

Person Cast::who(const Token& token, const Word& word) const {
    if (token.kind != TokenKind::word) return Person::nobody;
    return child_name(token) ? Person::child : word.group.person;
}

} // namespace plumbline::text
