#pragma once

#include "base/date.hpp"
#include "calendar/working_days.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::calendar {

enum class Unit : std::uint8_t { hours, days, working_days, weeks, months };
enum class Force : std::uint8_t { law, statutory_guidance, practice };

std::string_view to_word(Unit unit);   // "working days"
std::string_view to_word(Force force); // "statutory guidance"
/// The words of rules/statutory.lua; empty for any other.
std::optional<Unit> unit_from_word(std::string_view word);
std::optional<Force> force_from_word(std::string_view word);
/// "15 working days", "1 month"
std::string amount(int count, Unit unit);

/// One statutory interval as it held over a time: "first review conference: 3 months from the initial
/// conference".
struct Interval {
    std::string id;    // "D07"
    std::string check; // what `statutory(...)` asks by: "first-review-conference"
    std::string title;
    int count = 0;
    Unit unit = Unit::days;
    std::string from_event; // "initial-conference"
    Force force = Force::statutory_guidance;
    std::optional<Date> from, to; // held from and to these days, both included
    std::string source;
    bool confirmed = true; // false: a finding by it needs a person
    bool local = false;    // each council sets its own: no number here, named so that the manual can list it
    std::string note;
};

/// When an interval that starts on a day ends, and how that was reckoned.
struct Deadline {
    Date due;
    std::string working; // "15 working days from Wed 20 Dec 2023, skipping 25 and 26 Dec and 1 Jan: due Mon
                         // 15 Jan 2024"
};

/// Empty when the calendar does not reach so far.
std::optional<Deadline> deadline(const Interval& interval, Date start, const WorkingDays& calendar);

/// The intervals of rules/statutory.lua.
class Intervals {
public:
    Intervals() = default;
    explicit Intervals(std::vector<Interval> intervals) : intervals_(std::move(intervals)) {}

    /// The interval that held on this day, the first of the file where several do; nullptr when there was
    /// none or councils set it.
    const Interval* find(std::string_view check, Date on) const;
    /// Whether any interval answers to this name at any time.
    bool knows(std::string_view check) const;
    const std::vector<Interval>& all() const { return intervals_; }

private:
    std::vector<Interval> intervals_;
};

} // namespace plumbline::calendar
