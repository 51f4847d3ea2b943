#include "text/timescale_words.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace {

constexpr std::array<std::string_view, 32> cardinals{
    "",        "one",       "two",      "three",    "four",   "five",     "six",      "seven",
    "eight",   "nine",      "ten",      "eleven",   "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "",         "",         "",
    "",        "",          "",         "",         "",       "",         "thirty",   ""};
constexpr std::array<std::string_view, 32> ordinals{"",           "first",
                                                    "second",     "third",
                                                    "fourth",     "fifth",
                                                    "sixth",      "seventh",
                                                    "eighth",     "ninth",
                                                    "tenth",      "eleventh",
                                                    "twelfth",    "thirteenth",
                                                    "fourteenth", "fifteenth",
                                                    "sixteenth",  "seventeenth",
                                                    "eighteenth", "nineteenth",
                                                    "twentieth",  "",
                                                    "",           "",
                                                    "",           "",
                                                    "",           "",
                                                    "",           "",
                                                    "thirtieth",  ""};

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekday_names{"sunday",   "monday", "tuesday", "wednesday",
                                                        "thursday", "friday", "saturday"};

struct Named {
    std::string_view word;
    unsigned value;
};
constexpr std::array short_months{Named{"jan", 1},  Named{"feb", 2},  Named{"mar", 3},  Named{"apr", 4},
                                  Named{"jun", 6},  Named{"jul", 7},  Named{"aug", 8},  Named{"sep", 9},
                                  Named{"sept", 9}, Named{"oct", 10}, Named{"nov", 11}, Named{"dec", 12},
                                  Named{"febr", 2}, Named{"augt", 8}};
constexpr std::array short_weekdays{Named{"sun", 0},   Named{"mon", 1},  Named{"tue", 2},  Named{"tues", 2},
                                    Named{"wed", 3},   Named{"weds", 3}, Named{"thu", 4},  Named{"thur", 4},
                                    Named{"thurs", 4}, Named{"fri", 5},  Named{"sat", 6},  Named{"mond", 1},
                                    Named{"wedn", 3},  Named{"frid", 5}, Named{"satur", 6}};

struct MeasureWord {
    std::string_view word;
    Measure measure;
};
constexpr std::array measures{MeasureWord{"minute", Measure::minutes},
                              MeasureWord{"minutes", Measure::minutes},
                              MeasureWord{"min", Measure::minutes},
                              MeasureWord{"mins", Measure::minutes},
                              MeasureWord{"hour", Measure::hours},
                              MeasureWord{"hours", Measure::hours},
                              MeasureWord{"hr", Measure::hours},
                              MeasureWord{"hrs", Measure::hours},
                              MeasureWord{"h", Measure::hours},
                              MeasureWord{"day", Measure::days},
                              MeasureWord{"days", Measure::days},
                              MeasureWord{"dys", Measure::days},
                              MeasureWord{"wd", Measure::working_days},
                              MeasureWord{"wds", Measure::working_days},
                              MeasureWord{"w/d", Measure::working_days},
                              MeasureWord{"w/ds", Measure::working_days},
                              MeasureWord{"w/day", Measure::working_days},
                              MeasureWord{"w/days", Measure::working_days},
                              MeasureWord{"wdays", Measure::working_days},
                              MeasureWord{"weekdays", Measure::working_days},
                              MeasureWord{"week", Measure::weeks},
                              MeasureWord{"weeks", Measure::weeks},
                              MeasureWord{"week's", Measure::weeks},
                              MeasureWord{"wk", Measure::weeks},
                              MeasureWord{"wks", Measure::weeks},
                              MeasureWord{"w", Measure::weeks},
                              MeasureWord{"fortnight", Measure::fortnights},
                              MeasureWord{"fortnights", Measure::fortnights},
                              MeasureWord{"month", Measure::months},
                              MeasureWord{"months", Measure::months},
                              MeasureWord{"month's", Measure::months},
                              MeasureWord{"mth", Measure::months},
                              MeasureWord{"mths", Measure::months},
                              MeasureWord{"mnth", Measure::months},
                              MeasureWord{"mnths", Measure::months},
                              MeasureWord{"mo", Measure::months},
                              MeasureWord{"mos", Measure::months},
                              MeasureWord{"quarter", Measure::quarters},
                              MeasureWord{"quarters", Measure::quarters},
                              MeasureWord{"term", Measure::terms},
                              MeasureWord{"terms", Measure::terms},
                              MeasureWord{"year", Measure::years},
                              MeasureWord{"years", Measure::years},
                              MeasureWord{"year's", Measure::years},
                              MeasureWord{"yr", Measure::years},
                              MeasureWord{"yrs", Measure::years}};

// Words that look like a slip of another and are none.
constexpr std::array real_words{
    std::string_view{"match"},   std::string_view{"much"},   std::string_view{"money"},
    std::string_view{"mouth"},   std::string_view{"weekly"}, std::string_view{"daily"},
    std::string_view{"monthly"}, std::string_view{"yearly"}, std::string_view{"hourly"},
    std::string_view{"team"},    std::string_view{"tern"},   std::string_view{"dads"},
    std::string_view{"teams"},   std::string_view{"early"},  std::string_view{"weeds"},
    std::string_view{"sunny"},   std::string_view{"works"},  std::string_view{"mother"},
    std::string_view{"ways"},    std::string_view{"says"},   std::string_view{"hours"},
    std::string_view{"ours"},    std::string_view{"yours"},  std::string_view{"marsh"},
    std::string_view{"month"},   std::string_view{"tears"},  std::string_view{"months"},
    std::string_view{"days"},    std::string_view{"weeks"},  std::string_view{"terms"}};

bool is_real(std::string_view word) {
    return std::find(real_words.begin(), real_words.end(), word) != real_words.end();
}

template <std::size_t N>
unsigned nearest(std::string_view word, const std::array<std::string_view, N>& names) {
    if (is_real(word)) return N;
    for (unsigned i = 0; i < N; ++i) {
        if (like(word, names.at(i))) return i;
    }
    return N;
}

} // namespace

std::optional<NumberWord> number_word(std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    for (std::size_t i = 1; i < cardinals.size(); ++i) {
        if (word == cardinals.at(i)) return NumberWord{static_cast<int>(i), false};
        if (word == ordinals.at(i)) return NumberWord{static_cast<int>(i), true};
    }
    return std::nullopt;
}

unsigned month_of(std::string_view word) {
    for (unsigned i = 0; i < month_names.size(); ++i) {
        if (word == month_names.at(i)) return i + 1;
    }
    const auto* const found = std::find_if(short_months.begin(), short_months.end(),
                                           [&](const Named& n) { return n.word == word; });
    return found == short_months.end() ? 0 : found->value;
}

unsigned month_like(std::string_view word) {
    if (const unsigned exact = month_of(word)) return exact;
    const unsigned index = nearest(word, month_names);
    return index < month_names.size() ? index + 1 : 0;
}

std::optional<std::chrono::weekday> weekday_of(std::string_view word) {
    for (unsigned i = 0; i < weekday_names.size(); ++i) {
        if (word == weekday_names.at(i)) return std::chrono::weekday{i};
    }
    const auto* const found = std::find_if(short_weekdays.begin(), short_weekdays.end(),
                                           [&](const Named& n) { return n.word == word; });
    if (found == short_weekdays.end()) return std::nullopt;
    return std::chrono::weekday{found->value};
}

std::optional<std::chrono::weekday> weekday_like(std::string_view word) {
    if (const auto exact = weekday_of(word)) return exact;
    if (word.ends_with("s") || !word.ends_with("y")) return std::nullopt;
    const unsigned index = nearest(word, weekday_names);
    if (index == weekday_names.size()) return std::nullopt;
    return std::chrono::weekday{index};
}

bool is_plural_weekday(std::string_view word) {
    return word.ends_with("days") && word.size() > 5 &&
           weekday_like(word.substr(0, word.size() - 1)).has_value();
}

std::optional<Measure> measure_of(std::string_view word) {
    const auto* const exact =
        std::find_if(measures.begin(), measures.end(), [&](const MeasureWord& m) { return m.word == word; });
    if (exact != measures.end()) return exact->measure;
    if (word.size() < 4 || is_real(word)) return std::nullopt;
    for (const MeasureWord& measure : measures) {
        const bool counts = measure.word.size() >= 4 && measure.measure != Measure::quarters &&
                            measure.measure != Measure::terms && measure.measure != Measure::minutes;
        const bool comparable =
            word.size() + 1 >= measure.word.size() && word.size() <= measure.word.size() + 1;
        if (counts && comparable && slips(word, measure.word) == 1) return measure.measure;
    }
    return std::nullopt;
}

unsigned slips(std::string_view left, std::string_view right) {
    constexpr std::size_t longest = 24;
    if (left.size() > longest || right.size() > longest) return longest; // no word of ours
    std::array<std::array<unsigned, longest + 1>, longest + 1> cost{};
    for (unsigned i = 0; i <= left.size(); ++i) {
        for (unsigned j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                cost.at(i).at(j) = i + j;
                continue;
            }
            const unsigned changed = left[i - 1] == right[j - 1] ? 0 : 1;
            unsigned least = std::min(
                {cost.at(i - 1).at(j) + 1, cost.at(i).at(j - 1) + 1, cost.at(i - 1).at(j - 1) + changed});
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) least = std::min(least, cost.at(i - 2).at(j - 2) + 1);
            cost.at(i).at(j) = least;
        }
    }
    return cost.at(left.size()).at(right.size());
}

bool like(std::string_view word, std::string_view other) {
    if (word == other) return true;
    if (other.size() < 5 || word.size() < 4) return false;
    const std::size_t longer = std::max(word.size(), other.size());
    const std::size_t shorter = std::min(word.size(), other.size());
    if (longer - shorter > 2) return false;
    return slips(word, other) <= (other.size() >= 8 ? 2U : 1U);
}

} // namespace plumbline::text::timescales
