#include "text/timescale_parts.hpp"
#include "text/timescale_patterns.hpp"

#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

Date easter(int year) { // the Gregorian computus (Meeus, Jones, Butcher)
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31;
    const int day = (h + l - 7 * m + 114) % 31 + 1;
    return chrono::year{year} / chrono::month{static_cast<unsigned>(month)} /
           chrono::day{static_cast<unsigned>(day)};
}

namespace {

/// How a feast's day follows from its year.
enum class Rule : std::uint8_t {
    fixed,       // month, day
    from_easter, // `day` days after Easter Sunday
    weekday,     // the `day`-th `of_week` of the month; 0: the last
    unknown      // by the moon, and by sight
};

struct Feast {
    std::string_view pattern;
    Rule rule = Rule::fixed;
    int month = 0, day = 0;
    unsigned of_week = 0;
    bool exact = true; // false: a season rather than a day
};

constexpr std::array feasts{
    Feast{"christmas|xmas|x'mas|crimbo|chrimbo", Rule::fixed, 12, 25},
    Feast{"x mas", Rule::fixed, 12, 25},
    Feast{"christmas|xmas day", Rule::fixed, 12, 25},
    Feast{"christmas|xmas eve", Rule::fixed, 12, 24},
    Feast{"boxing day", Rule::fixed, 12, 26},
    Feast{"new year's|years day", Rule::fixed, 1, 1},
    Feast{"new year's|years eve", Rule::fixed, 12, 31},
    Feast{"the? new year", Rule::fixed, 1, 1},
    Feast{"bonfire|fireworks night", Rule::fixed, 11, 5},
    Feast{"guy fawkes night|day?", Rule::fixed, 11, 5},
    Feast{"halloween|hallowe'en", Rule::fixed, 10, 31},
    Feast{"valentine's|valentines day?", Rule::fixed, 2, 14},
    Feast{"remembrance|armistice day", Rule::fixed, 11, 11},
    Feast{"st|saint patrick's|patricks day", Rule::fixed, 3, 17},
    Feast{"st|saint george's|georges day", Rule::fixed, 4, 23},
    Feast{"twelfth night", Rule::fixed, 1, 5},
    Feast{"easter", Rule::from_easter, 0, 0, 0, false},
    Feast{"easter sunday|day", Rule::from_easter, 0, 0},
    Feast{"easter monday", Rule::from_easter, 0, 1},
    Feast{"good friday", Rule::from_easter, 0, -2},
    Feast{"maundy thursday", Rule::from_easter, 0, -3},
    Feast{"palm sunday", Rule::from_easter, 0, -7},
    Feast{"mother's|mothers|mothering day|sunday", Rule::from_easter, 0, -21},
    Feast{"mothers ' day", Rule::from_easter, 0, -21},
    Feast{"ash wednesday", Rule::from_easter, 0, -46},
    Feast{"pancake|shrove day|tuesday", Rule::from_easter, 0, -47},
    Feast{"whitsun|whit", Rule::from_easter, 0, 49, 0, false},
    Feast{"father's|fathers day", Rule::weekday, 6, 3, 0},
    Feast{"fathers ' day", Rule::weekday, 6, 3, 0},
    Feast{"may day", Rule::weekday, 5, 1, 1},
    Feast{"may day bank holiday|hol", Rule::weekday, 5, 1, 1},
    Feast{"early may bank holiday|hol", Rule::weekday, 5, 1, 1},
    Feast{"first may bank holiday|hol", Rule::weekday, 5, 1, 1},
    Feast{"spring|whit|whitsun bank holiday|hol|monday", Rule::weekday, 5, 0, 1},
    Feast{"spring bank", Rule::weekday, 5, 0, 1},
    Feast{"late|second may bank holiday|hol", Rule::weekday, 5, 0, 1},
    Feast{"august|summer bank holiday|hol", Rule::weekday, 8, 0, 1},
    Feast{"eid|ramadan|diwali|divali|passover|hanukkah|chanukah|vaisakhi|yom", Rule::unknown},
    Feast{"chinese|lunar new year", Rule::unknown},
};

Date day_in(const Feast& feast, int year) {
    if (feast.rule == Rule::from_easter) return easter(year) + chrono::days{feast.day};
    const chrono::month month{static_cast<unsigned>(feast.month)};
    if (feast.rule == Rule::fixed)
        return chrono::year{year} / month / chrono::day{static_cast<unsigned>(feast.day)};
    const chrono::weekday weekday{feast.of_week};
    if (feast.day == 0) return chrono::year{year} / month / weekday[chrono::last];
    return chrono::year{year} / month / weekday[static_cast<unsigned>(feast.day)];
}

/// As for dates without a year: the next one, but one of the last month is past.
Date nearest(const Feast& feast, Date written) {
    Date date = day_in(feast, year_of(written) - 1);
    for (int year = year_of(written); date < written - chrono::days{31}; ++year)
        date = day_in(feast, year);
    return date;
}

} // namespace

Found recognise_feast(const Source& source, std::size_t index) {
    static const PatternTable table = PatternTable::of(feasts);
    const PatternTable::Hit hit = table.longest(source.items, index);
    const std::size_t end = hit.end;
    if (end == index) return std::nullopt;
    const Feast* const found = &feasts.at(hit.pattern);
    const bool season = source.before(index).is("in") || source.before(index).is("early");
    if (found->month == 1 && found->day == 1 && (source.at(index).is("the") || season) &&
        source.at(end - 1).is("year"))
        return make_part(PartKind::vague, index, end); // "in the new year": any time in it
    Part part = make_part(found->exact && found->rule != Rule::unknown ? PartKind::days : PartKind::event,
                          index, end);
    part.event.sort = EventSort::feast;
    if (found->rule == Rule::unknown) return part;
    Date date = nearest(*found, source.context.written);
    std::size_t year_from = end;
    if (source.at(year_from).is("of") || source.at(year_from).is(",")) ++year_from;
    if (const auto year = year_at(source, year_from); year && !year->bad) {
        date = day_in(*found, year->year);
        part.last = year->end;
        part.event.dated_year = true;
    }
    part.days = days_between(date, date, found->exact);
    part.event.about = date;
    return part;
}

} // namespace plumbline::text::timescales
