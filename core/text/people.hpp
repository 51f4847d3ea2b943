#pragma once

/// Telling the people of a plan apart by the words that name them.

#include "text/reading.hpp"
#include "text/words.hpp"

#include <string_view>
#include <vector>

namespace plumbline::text {

class Cast {
public:
    explicit Cast(const People& people);

    /// Who a token names; a possessive ("mum's") names the same person.
    Person who(const Token& token) const;
    /// The same, for a token whose word is at hand.
    Person who(const Token& token, const Word& word) const;

private:
    bool child_name(const Token& token) const;

    std::vector<std::string> names_; // normalised, each word of each name, sorted
};

} // namespace plumbline::text
