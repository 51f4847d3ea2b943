#include "text/timescale.hpp"

#include "text/timescale_reader.hpp"

#include <array>

namespace plumbline::text {

namespace chrono = std::chrono;

namespace {

constexpr chrono::days tolerance{7}; // between a timescale's words and its due date

constexpr std::size_t longest_box = 400; // words and signs: what comes after them is no timescale

/// The due date bounds the action whatever the words say; the two must not exclude each other.
Timescale with_due(Timescale read, const TimescaleContext& context) {
    const Date due = *context.due;
    const bool apart = read.last_day && (read.first_day.value_or(*read.last_day) > due + tolerance ||
                                         *read.last_day < due - tolerance);
    const bool unusable =
        read.kind == TimescaleKind::invalid_date || read.kind == TimescaleKind::contradictory;
    const std::string shown = "due " + to_reader(due);
    if (apart) {
        read.how = "the words come to " + to_reader(*read.last_day) + ", but the action is " + shown;
        read.kind = TimescaleKind::contradictory;
    } else if (unusable) {
        read.how += "; " + shown;
    } else if (!read.bounded) {
        read.kind = TimescaleKind::date;
        read.how = shown;
    }
    read.possible = !apart && !unusable && due >= context.written;
    if (due < context.written) read.how += ", before the plan was written";
    read.bounded = true;
    read.first_day = read.last_day = due;
    return read;
}

} // namespace

std::string_view to_word(TimescaleKind kind) {
    static constexpr std::array words{"none",       "date",  "relative", "event-bounded", "recurring-bounded",
                                      "open-ended", "vague", "past",     "invalid-date",  "contradictory"};
    return words.at(static_cast<std::size_t>(kind));
}

Timescale read_timescale(std::string_view text, const TimescaleContext& context) {
    timescales::Items items = timescales::itemise(text);
    if (items.size() > longest_box) items.resize(longest_box);
    const timescales::Source source{items, context};
    Timescale read;
    if (items.empty())
        read.how = "nothing is written";
    else
        read = timescales::Reader(source, timescales::recognise(source)).read();
    return context.due ? with_due(std::move(read), context) : read;
}

} // namespace plumbline::text
