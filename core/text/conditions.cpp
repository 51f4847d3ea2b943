#include "text/conditions.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace plumbline::text {
namespace {

// "#" stands for one more: second, further. Longer phrases first.
constexpr std::array<std::string_view, 24> phrases{"in the unlikely event",
                                                   "at the first sign",
                                                   "in the event",
                                                   "in an emergency",
                                                   "at the point",
                                                   "at any sign",
                                                   "in a crisis",
                                                   "in emergencies",
                                                   "in case",
                                                   "on a #",
                                                   "on any #",
                                                   "on any",
                                                   "on #",
                                                   "after a #",
                                                   "after any",
                                                   "following any",
                                                   "following a #",
                                                   "with any #",
                                                   "failing that",
                                                   "failing this",
                                                   "as soon as",
                                                   "or else",
                                                   "otherwise",
                                                   "whatever happens"};

bool one_more(std::string_view norm) {
    constexpr std::array<std::string_view, 7> words{"second",  "third",  "next", "further",
                                                    "another", "repeat", "more"};
    return std::find(words.begin(), words.end(), norm) != words.end();
}

bool asks(const Grammar& g, Index at) {
    // "ask if", "check with Nan if", "not sure when": looks back over what was asked about
    for (Index back = 0; back < 4 && back < at; ++back) {
        const Index i = at - 1 - back;
        if (g.part(i) == Part::mark || g.part(i) == Part::conjunction) return false;
        if (g.in(i, embedding)) return true;
        if (!g.nominal(i) && g.part(i) != Part::preposition && g.part(i) != Part::adverb) return false;
    }
    return false;
}

} // namespace

Index condition_phrase_end(const Grammar& grammar, Index at, Index end) {
    if (!grammar.in(at, phrasal)) return at;
    for (std::string_view phrase : phrases) {
        Index i = at;
        while (!phrase.empty() && i < end) {
            const auto word = phrase.substr(0, phrase.find(' '));
            if (word == "#" ? !one_more(grammar.token(i).norm) : !grammar.is(i, word)) break;
            phrase.remove_prefix(std::min(word.size() + 1, phrase.size()));
            ++i;
        }
        if (phrase.empty()) return i;
    }
    return at;
}

bool opens_condition(const Grammar& grammar, Index at, Index end) {
    if (grammar.is(at, "where") || grammar.is(at, "wherever")) {
        const bool starts = at == 0 || grammar.part(at - 1) == Part::mark;
        return starts && at + 1 < end && grammar.nominal(at + 1);
    }
    if (grammar.part(at) != Part::subordinator || !grammar.in(at, condition)) return false;
    if (at > 0 && grammar.is(at - 1, "as")) return false; // as if
    return !asks(grammar, at);
}

} // namespace plumbline::text
