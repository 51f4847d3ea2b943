#include "calendar/working_days.hpp"

#include "base/hash.hpp"
#include "base/user_error.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plumbline::calendar {

namespace chrono = std::chrono;

namespace {

constexpr std::string_view england_table =
#include "calendar/england_bank_holidays.inc"
    ;

constexpr std::array<std::string_view, 7> weekday_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

bool is_weekend(Date date) {
    const chrono::weekday day{date};
    return day == chrono::Saturday || day == chrono::Sunday;
}

/// One line of the table, checked against itself: a date whose weekday is wrong is a slip of the pen.
Date read_line(std::string_view line, const FilePosition& at) {
    const auto quoted = [&] { return '"' + std::string(line) + '"'; };
    const std::size_t comma = line.find(',');
    const std::size_t second = comma == std::string_view::npos ? comma : line.find(',', comma + 1);
    if (second == std::string_view::npos || second + 1 == line.size())
        throw UserError(at, "found " + quoted() + ", expected date,weekday,code");
    const auto date = parse_iso_date(line.substr(0, comma));
    if (!date) throw UserError(at, "found " + quoted() + ", expected a date such as 2024-12-25");
    const std::string_view weekday = weekday_names.at(chrono::weekday{*date}.c_encoding());
    const std::string_view written = line.substr(comma + 1, second - comma - 1);
    if (written != weekday)
        throw UserError(at, to_iso(*date) + " is a " + std::string(weekday) + ", found \"" +
                                std::string(written) + '"');
    if (is_weekend(*date))
        throw UserError(at, to_iso(*date) + " is a weekend day, expected holidays on weekdays only");
    return *date;
}

Date year_start(Date date) {
    return chrono::year_month_day{date}.year() / chrono::January / 1;
}

Date year_end(Date date) {
    return chrono::year_month_day{date}.year() / chrono::December / 31;
}

} // namespace

const WorkingDays& WorkingDays::england() {
    static const WorkingDays table = [] {
        WorkingDays built = from_csv(england_table, "england_bank_holidays.csv");
        built.version_.insert(0, "england ");
        return built;
    }();
    return table;
}

WorkingDays WorkingDays::from_csv(std::string_view csv, const std::string& file) {
    WorkingDays table;
    FilePosition at{file, 0, 0};
    for (std::string_view rest = csv; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++at.line;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line == "date,weekday,code") continue;
        const Date date = read_line(line, at);
        if (!table.holidays_.empty() && date <= table.holidays_.back())
            throw UserError(at, to_iso(date) + " follows " + to_iso(table.holidays_.back()) +
                                    ", expected each date once and in order");
        table.holidays_.push_back(date);
    }
    if (table.holidays_.empty()) throw UserError(FilePosition{file, 0, 0}, "holds no holidays");
    table.first_ = year_start(table.holidays_.front());
    table.last_ = year_end(table.holidays_.back());
    table.version_ = to_iso(table.first_).substr(0, 4) + '-' + to_iso(table.last_).substr(0, 4) + ' ' +
                     sha256(csv).substr(0, 12);
    return table;
}

std::optional<bool> WorkingDays::is_working_day(Date date) const {
    if (!covers(date)) return std::nullopt;
    return !is_weekend(date) && !std::binary_search(holidays_.begin(), holidays_.end(), date);
}

std::optional<Date> WorkingDays::add(Date from, int count) const {
    if (!covers(from)) return std::nullopt;
    const chrono::days step{count < 0 ? -1 : 1};
    Date date = from;
    for (int left = count; left != 0;) {
        date += step;
        const auto working = is_working_day(date);
        if (!working) return std::nullopt;
        if (*working) left -= static_cast<int>(step.count());
    }
    return date;
}

std::optional<int> WorkingDays::between(Date from, Date to) const {
    if (!covers(from) || !covers(to)) return std::nullopt;
    // Backwards the days of [to, from) are counted, as add() with a negative count steps over them.
    const bool forward = from <= to;
    const auto [begin, end] =
        forward ? std::pair{from + chrono::days{1}, to + chrono::days{1}} : std::pair{to, from};
    int count = 0;
    for (Date date = begin; date < end; date += chrono::days{1}) {
        if (is_working_day(date) == true) ++count;
    }
    return forward ? count : -count;
}

std::vector<Date> WorkingDays::holidays_between(Date from, Date to) const {
    const auto begin = std::upper_bound(holidays_.begin(), holidays_.end(), from);
    const auto end = std::upper_bound(holidays_.begin(), holidays_.end(), to);
    return begin < end ? std::vector<Date>(begin, end) : std::vector<Date>{};
}

} // namespace plumbline::calendar
