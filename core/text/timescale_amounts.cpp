#include "text/timescale_amounts.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace {

constexpr std::array uncounted{
    std::string_view("a? good? few|several|some|many|number|handful of?"),
    std::string_view("the? next|coming|following few|several"),
};

/// A number word with a slip, where a unit follows: "tow weeks".
int mistyped_number(const Source& s, std::size_t i) {
    if (!s.at(i).word() || s.at(i).norm.size() < 3 || !measure_of(s.at(i + 1).norm)) return -1;
    for (const std::string_view word :
         {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"}) {
        const bool comparable = word.size() >= 4 || s.at(i).norm.size() == 3;
        if (comparable && slips(s.at(i).norm, word) == 1) return number_word(word)->value;
    }
    return -1;
}

/// "year from now", "day after core group": one, unsaid.
bool is_unsaid_one(const Source& s, std::size_t i) {
    if (!measure_of(s.at(i).norm) || s.at(i).norm.size() < 3) return false;
    if (match(s.items, i + 1, "from now|today|tomorrow|this|plan") > i + 1) return true;
    const bool single = match(s.items, i, "day|week|month|fortnight") > i;
    return single && match(s.items, i + 1, "after|before|following|prior|b4") > i + 1;
}

Amount words_amount(int value, std::size_t end) {
    return {value, value, false, false, false, end};
}

/// "a", "a few", "a couple of", "half a": amounts without a number.
std::optional<Amount> amount_in_words(const Source& s, std::size_t i) {
    if (const std::size_t end = match_any(s.items, i, uncounted); end > i)
        return Amount{0, 0, false, false, true, end};
    if (const std::size_t end = match(s.items, i, "a? couple|cpl of?"); end > i) return words_amount(2, end);
    if (const std::size_t end = match(s.items, i, "a? half a|an?"); end > i)
        return Amount{0, 0, true, false, false, end};
    if ((s.at(i).is("a") || s.at(i).is("an")) && !s.at(i + 1).is("single")) return words_amount(1, i + 1);
    if (is_unsaid_one(s, i)) return words_amount(1, i);
    return std::nullopt;
}

/// What may follow the number: "½", "and a half", ".5", "-8", "+", "(6)".
void extend(const Source& s, Amount& amount) {
    if (s.at(amount.end).is("half") && s.at(amount.end).glued) { // "1½"
        amount.half = true;
        ++amount.end;
    } else if (const std::size_t half = match(s.items, amount.end, "and|& a? half"); half > amount.end) {
        amount.half = true;
        amount.end = half;
    } else if (s.at(amount.end).is(".") && s.at(amount.end).glued && s.at(amount.end + 1).number()) {
        amount.half = s.at(amount.end + 1).value > 0; // "1.5 hrs"
        amount.end += 2;
    } else if (const std::size_t to = match(s.items, amount.end, "-|to|/|or");
               to > amount.end && count_at(s, to) >= 0) {
        const int other = count_at(s, to);
        amount.least = std::min(amount.least, other);
        amount.most = std::max(amount.most, other);
        amount.end = to + 1;
    }
    if (s.at(amount.end).is("+")) {
        amount.lower = true;
        ++amount.end;
    }
    if (s.at(amount.end).is("(") && count_at(s, amount.end + 1) == amount.most &&
        s.at(amount.end + 2).is(")"))
        amount.end += 3; // "six (6) weeks"
}

constexpr std::array working{
    std::string_view(
        "working|wking|wkg|wrking|work|workin|workng|business|school|w/king|wk|clear|office|w|~working "
        "day|days|dys|d|dayz"),
};
constexpr std::array qualified{
    std::string_view(
        "calendar|calender|calander|full|whole|clear|consecutive|short|solid|more|further|additional|"
        "complete|straight|extra"),
};

} // namespace

int count_at(const Source& source, std::size_t index) {
    const Item& item = source.at(index);
    return item.number() && !item.ordinal && item.value >= 0 && item.value < 1000 ? item.value : -1;
}

std::optional<Amount> amount_at(const Source& source, std::size_t index) {
    if (const auto words = amount_in_words(source, index)) return words;
    int value = count_at(source, index);
    if (value < 0) value = mistyped_number(source, index);
    if (value < 0) return std::nullopt;
    Amount amount = words_amount(value, index + 1);
    extend(source, amount);
    return amount;
}

std::optional<MeasureAt> measure_at(const Source& source, std::size_t index) {
    if (const std::size_t end = match_any(source.items, index, working); end > index)
        return MeasureAt{Measure::working_days, end, false};
    const std::size_t i = match_any(source.items, index, qualified);
    const Item& item = source.at(i);
    if (item.glued && item.is("d")) return MeasureAt{Measure::days, i + 1, false};
    if (item.glued && item.is("m")) return MeasureAt{Measure::months, i + 1, false};
    if (item.glued && item.is("y")) return MeasureAt{Measure::years, i + 1, false};
    if (const std::size_t end = match(source.items, i, "half terms|term"); end > i)
        return MeasureAt{Measure::terms, end, true};
    const auto measure = item.word() ? measure_of(item.norm) : std::nullopt;
    const bool name = item.is("mo") && !item.glued && i == index && item.capital; // "6, Mo to ring"
    if (!measure || name) return std::nullopt;
    const bool possessive = source.at(i + 1).is("'") && source.at(i + 1).glued; // "4 weeks' notice"
    return MeasureAt{*measure, possessive ? i + 2 : i + 1, false};
}

} // namespace plumbline::text::timescales
