#include "base/date.hpp"

#include <array>

namespace plumbline {

namespace chrono = std::chrono;

namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string padded(unsigned value, std::size_t width) {
    std::string out = std::to_string(value);
    return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

} // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const chrono::year_month_day date{chrono::year{*year}, chrono::month{static_cast<unsigned>(*month)},
                                      chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return Date{date};
}

std::string to_iso(Date date) {
    const chrono::year_month_day ymd{date};
    return padded(static_cast<unsigned>(static_cast<int>(ymd.year())), 4) + '-' +
           padded(static_cast<unsigned>(ymd.month()), 2) + '-' + padded(static_cast<unsigned>(ymd.day()), 2);
}

std::string to_reader(Date date) {
    static constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const chrono::year_month_day ymd{date};
    return std::string(weekdays.at(chrono::weekday{date}.c_encoding())) + ' ' +
           std::to_string(static_cast<unsigned>(ymd.day())) + ' ' +
           months.at(static_cast<unsigned>(ymd.month()) - 1) + ' ' +
           std::to_string(static_cast<int>(ymd.year()));
}

Date add_months(Date date, int months) {
    chrono::year_month_day ymd{date};
    ymd += chrono::months{months};
    if (!ymd.ok()) ymd = ymd.year() / ymd.month() / chrono::last;
    return Date{ymd};
}

int age_on(Date born, Date on) {
    const chrono::year_month_day from{born};
    const chrono::year_month_day to{on};
    const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
    const bool before_birthday =
        to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
    return before_birthday ? years - 1 : years;
}

} // namespace plumbline
