#include "standard/rule_set.hpp"

#include "standard/reading.hpp"

#include <algorithm>
#include <array>

namespace plumbline::standard {

namespace {

using calendar::Force;
using calendar::Interval;
using calendar::Unit;

constexpr std::array<std::pair<std::string_view, Unit>, 5> units{{{"hours", Unit::hours},
                                                                  {"days", Unit::days},
                                                                  {"working days", Unit::working_days},
                                                                  {"weeks", Unit::weeks},
                                                                  {"months", Unit::months}}};
constexpr std::array<std::pair<std::string_view, Force>, 3> forces{
    {{"law", Force::law}, {"statutory guidance", Force::statutory_guidance}, {"practice", Force::practice}}};
constexpr std::int64_t longest = 10'000; // of any unit: a slip, not an interval

template <typename Value, std::size_t Size>
Value read_word(const lua::Data& data, std::string_view what,
                const std::array<std::pair<std::string_view, Value>, Size>& words) {
    const std::string& word = data.as_string();
    std::vector<std::string> known;
    for (const auto& [name, value] : words) {
        if (name == word) return value;
        known.emplace_back(name);
    }
    refuse(data.at, "unknown " + std::string(what) + ' ' + in_quotes(word) + suggestion(word, known));
}

std::optional<Date> read_date(const lua::Data& table, std::string_view key) {
    const lua::Data* field = table.find(key);
    return field == nullptr ? std::nullopt : parse_iso_date(read_iso_date(*field));
}

int read_count(const lua::Data& data) {
    const std::int64_t count = data.as_integer();
    if (count < 0 || count > longest)
        refuse(data.at, std::to_string(count) + " is no interval; expected 0 to " + std::to_string(longest));
    return static_cast<int>(count);
}

bool read_flag(const lua::Data& table, std::string_view key, bool otherwise) {
    const lua::Data* field = table.find(key);
    return field == nullptr ? otherwise : field->as_boolean();
}

/// The fields that every entry has, a council's own included.
Interval read_interval(const lua::Data& data) {
    data.as_table({"id", "check", "title", "count", "unit", "from_event", "force", "from", "to", "source",
                   "confirmed", "local", "note"});
    Interval interval;
    interval.id = words_of(data.require("id"));
    interval.check = words_of(data.require("check"));
    interval.title = words_of(data.require("title"));
    interval.from_event = words_of(data, "from_event");
    interval.source = words_of(data, "source");
    words_of(data, "note"); // for those who read the file
    interval.from = read_date(data, "from");
    interval.to = read_date(data, "to");
    if (interval.from && interval.to && *interval.to < *interval.from)
        refuse(data.require("to").at,
               "'to' (" + to_iso(*interval.to) + ") is before 'from' (" + to_iso(*interval.from) + ')');
    interval.confirmed = read_flag(data, "confirmed", true);
    if (const lua::Data* unit = data.find("unit")) interval.unit = read_word(*unit, "unit", units);
    if (const lua::Data* force = data.find("force")) interval.force = read_word(*force, "force", forces);
    return interval;
}

void refuse_numbers(const lua::Data& data) {
    if (const lua::Data* count = data.find("count"))
        refuse(count->at,
               "an interval with 'local = true' has no number of its own; each council gives it as a "
               "parameter of its rule");
}

void read_numbers(const lua::Data& data, Interval& interval) {
    interval.count = read_count(data.require("count"));
    for (const char* needed : {"unit", "force", "from_event", "source"})
        data.require(needed);
}

bool overlap(const Interval& left, const Interval& right) {
    const bool left_first = left.to && right.from && *left.to < *right.from;
    const bool right_first = right.to && left.from && *right.to < *left.from;
    return !left_first && !right_first;
}

/// On one day, one name has one answer.
void check_against(const Placed<Interval>& added, const std::vector<Placed<Interval>>& earlier) {
    for (const auto& other : earlier) {
        if (other.value.check == added.value.check && overlap(other.value, added.value))
            refuse(added.at, in_quotes(added.value.check) + " holds at the same time as " +
                                 in_quotes(other.value.id) + " at line " + std::to_string(other.at.line) +
                                 "; give one of them a 'to' before the other's 'from'");
    }
}

} // namespace

calendar::Intervals load_intervals(const std::filesystem::path& file) {
    const lua::Data data = lua::load_data(file);
    data.as_table({"api", "intervals"});
    check_api(data);
    std::vector<Placed<Interval>> read;
    for (const lua::Data& item : data.require("intervals").as_list()) {
        Placed<Interval> interval{read_interval(item), item.at};
        if (read_flag(item, "local", false)) {
            refuse_numbers(item);
            continue;
        }
        read_numbers(item, interval.value);
        check_against(interval, read);
        read.push_back(std::move(interval));
    }
    std::vector<Interval> intervals;
    intervals.reserve(read.size());
    for (auto& interval : read)
        intervals.push_back(std::move(interval.value));
    return calendar::Intervals(std::move(intervals));
}

} // namespace plumbline::standard
