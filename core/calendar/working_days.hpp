#pragma once

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::calendar {

/// England's working days: Monday to Friday less bank holidays. Knows a span of years and no more: a question
/// that leaves the span is answered with nothing, never with a guess.
class WorkingDays {
public:
    /// The table built into the program (core/calendar/england_bank_holidays.csv).
    static const WorkingDays& england();

    /// From "date,weekday,code" lines. Throws UserError with the line of a bad one.
    static WorkingDays from_csv(std::string_view csv, const std::string& file);

    Date first() const { return first_; } // 1 January of the table's first year
    Date last() const { return last_; }   // 31 December of its last year
    bool covers(Date date) const { return first_ <= date && date <= last_; }

    /// Empty outside the span.
    std::optional<bool> is_working_day(Date date) const;

    /// Day 0 is the event: the count-th working day after `from` (before it when negative).
    std::optional<Date> add(Date from, int count) const;

    /// Working days after `from` up to and including `to`; negative when `to` is earlier. add(from,
    /// between(from, to)) is `to` when `to` is a working day.
    std::optional<int> between(Date from, Date to) const;

    /// The bank holidays on weekdays in (from, to]: what a finding shows as skipped.
    std::vector<Date> holidays_between(Date from, Date to) const;

    /// For the receipt: "england 2010-2027 <hash>".
    const std::string& version() const { return version_; }

private:
    std::vector<Date> holidays_; // sorted; weekdays only
    Date first_{}, last_{};
    std::string version_;
};

} // namespace plumbline::calendar
