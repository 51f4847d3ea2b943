#pragma once

#include "base/date.hpp"
#include "text/reading.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::text {

/// A day of the plan that a timescale may name: "next core group", "review conference".
struct NamedDay {
    std::string kind; // event kind of the plan format: "core-group"
    Date on{};
    bool happened = false; // "@on"; false: planned, "@due"
};

/// What a timescale is read against.
struct TimescaleContext {
    Date written{};
    std::optional<Date> due, started, next_review, born;
    std::vector<NamedDay> events; // with a date, happened or planned
};

enum class TimescaleKind : std::uint8_t {
    none,              // nothing written
    date,              // "by 6th March", a range, several dates
    relative,          // "within 6 weeks"
    event_bounded,     // "before the next core group"
    recurring_bounded, // "weekly until 30 June"
    open_ended,        // "ongoing", "weekly"
    vague,             // "ASAP", "in due course", "TBC"
    past,              // a day before the plan was written
    invalid_date,      // "31 June"
    contradictory // two readings that exclude each other ("Monday 5 March" when that is a Tuesday, a range
                  // that ends before it begins), or text and due more than 7 days apart
};
std::string_view to_word(TimescaleKind kind); // "event-bounded"

/// How a timescale was read.
struct Timescale {
    TimescaleKind kind = TimescaleKind::none;
    bool bounded = false; // the last day can be worked out, or the event bounds it by itself; a day gone by,
                          // an impossible or a contradicted one bounds nothing unless `due` does
    bool possible = true; // a real day, not before `written`, and not contradicting `due`
    std::optional<Date> last_day;  // where it is known
    std::optional<Date> first_day; // of a stretch that ends with last_day: "May", "w/c 11 March"
    Span words;                    // of the text: what decided
    std::string how;               // "6 weeks from Wed 6 Mar 2024", or the reason why not
};

/// Reads an action's timescale box, day first, with the rules of docs/checks.md ("Timescales"). `due` alone
/// bounds an empty text. Never throws.
Timescale read_timescale(std::string_view text, const TimescaleContext& context);

} // namespace plumbline::text
