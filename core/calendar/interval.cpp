#include "calendar/interval.hpp"

#include <algorithm>
#include <array>

namespace plumbline::calendar {

namespace chrono = std::chrono;

namespace {

constexpr std::array<std::string_view, 5> unit_words{"hours", "days", "working days", "weeks", "months"};
constexpr std::array<std::string_view, 3> force_words{"law", "statutory guidance", "practice"};

std::string day_of_month(Date date) {
    return std::to_string(static_cast<unsigned>(chrono::year_month_day{date}.day()));
}

/// "25 and 26 Dec and 1 Jan": days of one month share its name.
std::string list_days(const std::vector<Date>& dates) {
    std::vector<std::string> groups;
    for (std::size_t i = 0; i < dates.size();) {
        const auto month = chrono::year_month_day{dates[i]}.month();
        std::size_t end = i;
        while (end < dates.size() && chrono::year_month_day{dates[end]}.month() == month)
            ++end;
        std::string group = day_of_month(dates[i]);
        for (std::size_t j = i + 1; j < end; ++j)
            group += (j + 1 == end ? " and " : ", ") + day_of_month(dates[j]);
        const std::string shown = to_reader(dates[i]); // "Mon 25 Dec 2023"
        const std::size_t name = shown.size() - std::string_view("Dec 2023").size();
        groups.push_back(group + ' ' + shown.substr(name, 3));
        i = end;
    }
    std::string out;
    for (std::size_t i = 0; i < groups.size(); ++i)
        out += (i == 0 ? "" : i + 1 == groups.size() ? " and " : ", ") + groups[i];
    return out;
}

std::optional<Date> due_date(const Interval& interval, Date start, const WorkingDays& calendar) {
    switch (interval.unit) {
    case Unit::hours: // by days: the plan knows no time of day, so a begun day counts in the worker's favour
        return start + chrono::days{(interval.count + 23) / 24};
    case Unit::days:
        return start + chrono::days{interval.count};
    case Unit::working_days:
        return calendar.add(start, interval.count);
    case Unit::weeks:
        return start + chrono::weeks{interval.count};
    case Unit::months:
        return add_months(start, interval.count);
    }
    return std::nullopt;
}

} // namespace

std::string_view to_word(Unit unit) {
    return unit_words.at(static_cast<std::size_t>(unit));
}

std::string_view to_word(Force force) {
    return force_words.at(static_cast<std::size_t>(force));
}

std::optional<Unit> unit_from_word(std::string_view word) {
    const auto* const found = std::find(unit_words.begin(), unit_words.end(), word);
    if (found == unit_words.end()) return std::nullopt;
    return static_cast<Unit>(found - unit_words.begin());
}

std::optional<Force> force_from_word(std::string_view word) {
    const auto* const found = std::find(force_words.begin(), force_words.end(), word);
    if (found == force_words.end()) return std::nullopt;
    return static_cast<Force>(found - force_words.begin());
}

std::string amount(int count, Unit unit) {
    std::string word{to_word(unit)};
    if (count == 1) word.pop_back();
    return std::to_string(count) + ' ' + word;
}

std::optional<Deadline> deadline(const Interval& interval, Date start, const WorkingDays& calendar) {
    const auto due = due_date(interval, start, calendar);
    if (!due) return std::nullopt;
    std::string working = amount(interval.count, interval.unit) + " from " + to_reader(start);
    if (interval.unit == Unit::working_days) {
        const auto skipped = calendar.holidays_between(start, *due);
        if (!skipped.empty()) working += ", skipping " + list_days(skipped);
    }
    working += ": due " + to_reader(*due);
    return Deadline{*due, std::move(working)};
}

const Interval* Intervals::find(std::string_view check, Date on) const {
    const auto holds = [&](const Interval& interval) {
        return !interval.local && interval.check == check && (!interval.from || *interval.from <= on) &&
               (!interval.to || on <= *interval.to);
    };
    const auto found = std::find_if(intervals_.begin(), intervals_.end(), holds);
    return found == intervals_.end() ? nullptr : &*found;
}

bool Intervals::knows(std::string_view check) const {
    return std::any_of(intervals_.begin(), intervals_.end(),
                       [&](const Interval& interval) { return interval.check == check; });
}

} // namespace plumbline::calendar
