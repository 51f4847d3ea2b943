#include "text/words.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <libstemmer.h>
#include <memory>
#include <unordered_map>
#include <utility>

namespace plumbline::text {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// The shorthand and slips of case notes that mean one thing only; sorted.
constexpr std::array shorthand{
    Pair{"&", "and"},
    Pair{"appt", "appointment"},
    Pair{"appts", "appointment"},
    Pair{"arent", "aren't"},
    Pair{"cant", "can't"},
    Pair{"cos", "because"},
    Pair{"couldnt", "couldn't"},
    Pair{"didnt", "didn't"},
    Pair{"doesnt", "doesn't"},
    Pair{"dont", "don't"},
    Pair{"fri", "friday"},
    Pair{"hadnt", "hadn't"},
    Pair{"hasnt", "hasn't"},
    Pair{"havent", "haven't"},
    Pair{"hr", "hour"},
    Pair{"hrs", "hour"},
    Pair{"isnt", "isn't"},
    Pair{"min", "minute"},
    Pair{"mins", "minute"},
    Pair{"mon", "monday"},
    Pair{"mtg", "meeting"},
    Pair{"mtgs", "meeting"},
    Pair{"mth", "month"},
    Pair{"mths", "month"},
    Pair{"shouldnt", "shouldn't"},
    Pair{"thru", "through"},
    Pair{"thur", "thursday"},
    Pair{"thurs", "thursday"},
    Pair{"til", "until"},
    Pair{"till", "until"},
    Pair{"tue", "tuesday"},
    Pair{"tues", "tuesday"},
    Pair{"w/", "with"},
    Pair{"w/o", "without"},
    Pair{"wasnt", "wasn't"},
    Pair{"wed", "wednesday"},
    Pair{"weds", "wednesday"},
    Pair{"werent", "weren't"},
    Pair{"wk", "week"},
    Pair{"wks", "week"},
    Pair{"wont", "won't"},
    Pair{"wouldnt", "wouldn't"},
    Pair{"xmas", "christmas"},
    Pair{"yr", "year"},
    Pair{"yrs", "year"},
};
static_assert(std::ranges::is_sorted(shorthand, {}, &Pair::first));

std::string_view written_out(std::string_view norm) {
    const auto* const found = std::ranges::lower_bound(shorthand, norm, {}, &Pair::first);
    return found != shorthand.end() && found->first == norm ? found->second : norm;
}

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

class Stems {
public:
    Stems() : stemmer_{sb_stemmer_new("english", "UTF_8"), &sb_stemmer_delete} {
        if (!stemmer_) throw InternalError("the Snowball library has no English stemmer");
    }

    std::string_view of(std::string_view norm) {
        if (const auto known = stems_.find(norm); known != stems_.end()) return known->second;
        if (stems_.size() >= capacity) stems_.clear();
        return stems_.emplace(std::string(norm), worked_out(written_out(norm))).first->second;
    }

private:
    static constexpr std::size_t capacity = 40'000; // words of one thread; more than a council's plans use

    std::string worked_out(std::string_view word) {
        std::string stem;
        for (std::size_t begin = 0; begin <= word.size();) {
            const std::size_t end = std::min(word.find('-', begin), word.size());
            if (begin > 0) stem += '-';
            const auto part = word.substr(begin, end - begin);
            const sb_symbol* const stemmed =
                sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(part.data()),
                                static_cast<int>(part.size()));
            if (!stemmed) throw std::bad_alloc{};
            stem.append(reinterpret_cast<const char*>(stemmed),
                        static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
            begin = end + 1;
        }
        return stem;
    }

    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> stems_;
};

constexpr std::array<std::string_view, 36> number_words{
    "dozen",  "eight",    "eighteen",  "eighty",  "eleven",  "fifteen", "fifty",    "five",   "forty",
    "four",   "fourteen", "half",      "hundred", "million", "nine",    "nineteen", "ninety", "once",
    "one",    "seven",    "seventeen", "seventy", "six",     "sixteen", "sixty",    "ten",    "thirteen",
    "thirty", "thousand", "three",     "thrice",  "twelve",  "twenty",  "twice",    "two",    "zero",
};
static_assert(std::ranges::is_sorted(number_words));

} // namespace

std::string_view stem_of(std::string_view norm) {
    thread_local Stems stems;
    return stems.of(norm);
}

bool is_number_word(std::string_view norm) {
    return std::ranges::binary_search(number_words, norm.substr(0, norm.find('-')));
}

} // namespace plumbline::text
