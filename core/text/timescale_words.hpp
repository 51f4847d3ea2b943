#pragma once

/// The small vocabularies of timescales, with the slips that people make in them.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace plumbline::text::timescales {

struct NumberWord {
    int value = 0;
    bool ordinal = false;
};
/// "six", "sixth", "thirty"; not "a", which only a period reads as one.
std::optional<NumberWord> number_word(std::string_view word);

/// 1 to 12; 0 for any other word. Exact names and abbreviations.
unsigned month_of(std::string_view word);
/// The same, forgiving one slip ("arpil", "febuary"): only where a number stands beside it.
unsigned month_like(std::string_view word);

std::optional<std::chrono::weekday> weekday_of(std::string_view word);
/// Forgiving slips in the long forms ("wensday").
std::optional<std::chrono::weekday> weekday_like(std::string_view word);
/// "mondays": every Monday.
bool is_plural_weekday(std::string_view word);

enum class Measure : std::uint8_t {
    minutes,
    hours,
    days,
    working_days,
    weeks,
    fortnights,
    months,
    quarters,
    terms,
    years
};
/// "wks" → weeks; forgiving slips in long forms ("weks", "moths").
std::optional<Measure> measure_of(std::string_view word);

/// Insertions, deletions, changed letters and swapped neighbours that lead from one word to the other.
unsigned slips(std::string_view left, std::string_view right);
/// Whether a word is the other but for one slip (two in words of nine letters or more). Short words must be
/// exact.
bool like(std::string_view word, std::string_view other);

} // namespace plumbline::text::timescales
