#pragma once

/// What a timescale box is made of: days, periods, frequencies, events, and the small words between them.
/// Recognisers read one part at one place; the longest reading of a place wins.

#include "text/timescale.hpp"
#include "text/timescale_tokens.hpp"
#include "text/timescale_words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::text::timescales {

enum class PartKind : std::uint8_t {
    word,      // nothing that concerns time
    sign,      // punctuation
    filler,    // words that change nothing: "the", "at the latest", "at 3pm"
    noise,     // numbers that are no time: telephone, money, scores, sections
    role,      // "by", "from", "after", …: what the next day or period is for
    days,      // a day or a stretch of days
    period,    // "6 weeks"
    frequency, // "weekly"
    event,     // "core group", "half term", "18th birthday"
    vague,     // "ASAP"
    open,      // "ongoing"
    nothing,   // "TBC"
    cancel     // "or whenever": takes back what stands before it
};

enum class Role : std::uint8_t {
    none,
    by,          // a last day follows: by, until, on, before, within …
    before,      // as by, but the day itself is too late
    start,       // from, since, starting
    after,       // after, following
    not_before,  // not before, no earlier than
    at_least,    // a lower limit
    maybe,       // a guess
    fact,        // what has happened: applied, dated
    done,        // completed, held
    condition,   // when, once, if
    review,      // reviewed, r/v
    pointer,     // see, as per
    alternative, // or
    also,        // and
    range,       // to
    between,
    that_is // i.e., =
};

enum class Fault : std::uint8_t {
    none,
    invalid, // no such day
    weekday, // the weekday written is another
    reversed // ends before it begins
};

/// A calendar point as written, before its year is known.
struct Written {
    int day = 0; // 0: a month alone
    unsigned month = 0;
    int year = 0; // 0: not written
};

struct Days {
    std::optional<Date> first, last;
    bool exact = true; // false: bounded, though not to the day ("mid-June")
    Fault fault = Fault::none;
    Written written; // of `last`
    bool yearless = false;
    bool range = false; // both ends are written
};

struct Period {
    int least = 0, most = 0;
    Measure measure = Measure::days;
    bool half = false;   // and a half, or half of one
    bool lower = false;  // "6+ weeks"
    bool length = false; // of something that has no start here: "18 month waiting list"
};

enum class EventSort : std::uint8_t {
    statutory, // bounded by itself
    birthday,  // likewise; `age` 0 is the next one
    school,    // likewise
    feast,     // Easter and its like
    named      // bounded only by a date of its own: court, panel, appointment
};

struct Event {
    EventSort sort = EventSort::named;
    std::string_view kind; // of the plan format; "review" for the plan's next review
    int age = 0, age_months = 0;
    bool next = false;         // "next core group": one still to come
    std::optional<Date> about; // of a school point: near which day, councils setting their own
    bool dated_year = false;   // the text gave its year
};

struct Part {
    PartKind kind = PartKind::word;
    std::size_t first = 0, last = 0; // items [first, last)
    Role role = Role::none;
    Days days;
    Period period;
    Event event;
    bool today = false;    // of days: "immediately"
    bool relative = false; // of days: reckoned from the plan's date, "tomorrow"
    bool run = false;      // of a period: "6 weekly sessions"

    bool is(PartKind other) const { return kind == other; }
    bool timely() const {
        return kind == PartKind::days || kind == PartKind::period || kind == PartKind::event;
    }
};
using Parts = std::vector<Part>;

/// What recognisers see.
struct Source {
    const Items& items;
    const TimescaleContext& context;

    const Item& at(std::size_t index) const { return timescales::at(items, index); }
    const Item& before(std::size_t index, std::size_t back = 1) const {
        return timescales::at(items, index < back ? items.size() : index - back);
    }
};
using Found = std::optional<Part>;

/// Whether nothing that belongs to the words before begins here: the end, a sign, a new line, "please",
/// "and".
bool closes(const Source& source, std::size_t index);

Found recognise_noise(const Source& source, std::size_t index);
Found recognise_date(const Source& source,
                     std::size_t index); // "12/04/24", "6th March", "the 28th", "14/15 May"
Found recognise_day(const Source& source, std::size_t index);    // "Friday", "w/c 11 March", "tomorrow"
Found recognise_span(const Source& source, std::size_t index);   // "end of March", "next week", "Q2 2025"
Found recognise_feast(const Source& source, std::size_t index);  // "Bonfire Night"
Found recognise_period(const Source& source, std::size_t index); // "6 weeks", "6/52"
Found recognise_frequency(const Source& source, std::size_t index);
Found recognise_event(const Source& source, std::size_t index);
Found recognise_birthday(const Source& source, std::size_t index);
Found recognise_school(const Source& source, std::size_t index);
Found recognise_phrase(const Source& source, std::size_t index); // roles, vague words, fillers

/// Every item of the text in exactly one part.
Parts recognise(const Source& source);

/// A part over items [first, last).
Part make_part(PartKind kind, std::size_t first, std::size_t last);

// What several recognisers share.

/// Where the words of a pattern end, from `index` on; `index` itself when they do not stand there. Words are
/// separated by spaces; "a|b" either; "a?" may be missing; "~a" forgives slips; "*" any one word; "#" a
/// number.
std::size_t match(const Items& items, std::size_t index, std::string_view pattern);
/// The longest of several.
template <typename Patterns>
std::size_t match_any(const Items& items, std::size_t index, const Patterns& patterns) {
    std::size_t longest = index;
    for (const std::string_view pattern : patterns) {
        const std::size_t end = match(items, index, pattern);
        if (end > longest) longest = end;
    }
    return longest;
}

/// "24", "'24", "2024" as a year, and the item after it; empty when it is none.
struct YearAt {
    int year = 0;
    std::size_t end = 0;
    bool bad = false; // "20224", "0224"
};
std::optional<YearAt> year_at(const Source& source, std::size_t index);

/// Days of what is written: the next such day, but one within 31 days before the plan is that one, and past.
Days resolve(const Written& written, const TimescaleContext& context);
Days invalid_days();
Days days_between(Date first, Date last, bool exact = true);
/// Whether a month's name here is a person's: "April to drop off forms".
bool is_name(const Source& source, std::size_t index, std::size_t end);

/// "in 3/12", "within 5/7": doctors' months and days, where the word before says that it is a length.
bool is_shorthand(const Source& source, std::size_t index);

/// "early", "end of the": which part of what follows.
enum class Edge : std::uint8_t { none, start, middle, end };
struct EdgeAt {
    Edge edge = Edge::none;
    std::size_t end = 0;
};
EdgeAt edge_at(const Source& source, std::size_t index);

Date month_start(int year, unsigned month);
Date month_end(int year, unsigned month);
int year_of(Date date);
unsigned month_number(Date date);
Date easter(int year);

} // namespace plumbline::text::timescales
