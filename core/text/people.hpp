#pragma once

/// Telling the people of a plan apart by the words that name them.

#include "text/reading.hpp"

#include <string_view>
#include <vector>

namespace plumbline::text {

enum class Person : std::uint8_t {
    nobody,
    child,   // by name, or "the child", "young person", "baby"
    parent,  // mum, stepdad, carer, nan …: who brings a child up
    worker,  // SW, teacher, police …: who is paid to help
    pronoun, // he, she, they
    self     // I, me, we
};

class Cast {
public:
    explicit Cast(const People& people);

    /// Who a token names; a possessive ("mum's") names the same person.
    Person who(const Token& token) const;
    bool child_name(std::string_view norm) const;

private:
    std::vector<std::string> names_; // normalised, each word of each name, sorted
};

/// Words of speech, thought and writing by their stem: say, tell, ask, write, draw …
bool is_speech(const Token& token);

} // namespace plumbline::text
