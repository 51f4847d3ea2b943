#pragma once

/// The words, numbers and signs of a timescale box, made even: case, dashes, dotted abbreviations, numbers in
/// words, slips of the keyboard in numbers ("l2/04", "3 0th").

#include "text/reading.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::text::timescales {

enum class Sort : std::uint8_t { number, word, sign };

struct Item {
    Span span;
    Sort sort = Sort::word;
    std::string norm;     // lower case; a sign is one of - / . , ; : ( ) + = ? ! & @ £ % < > ~ " '
    int value = -1;       // of a number; -1 when it has more than eight digits
    unsigned digits = 0;  // as written; 0 for a number in words
    bool ordinal = false; // "6th", "sixth"
    bool glued = false;   // nothing but the last item before it
    bool capital = false;
    bool new_line = false; // first of its line, and not of the text

    bool is(std::string_view word) const { return norm == word; }
    bool number() const { return sort == Sort::number; }
    bool word() const { return sort == Sort::word; }
    bool sign() const { return sort == Sort::sign; }
};

using Items = std::vector<Item>;

Items itemise(std::string_view text);

/// The item at an index, or an empty sign past either end: grammars look ahead without asking first.
const Item& at(const Items& items, std::size_t index);

} // namespace plumbline::text::timescales
