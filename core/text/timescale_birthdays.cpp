#include "text/timescale_parts.hpp"

#include <array>

namespace plumbline::text::timescales {

namespace {

constexpr int oldest = 26; // no plan of a child or care leaver looks further

constexpr std::array birthdays{
    std::string_view("birthday|bday|b'day|birthdays|bday's|birthdy|birtday|brithday|b/day|bthday"),
    std::string_view("b day"),
    std::string_view("~birthday"),
};
constexpr std::string_view whose = "the? his|her|their|child's|next|my";
constexpr std::string_view in_years = "years|yrs|yr|months|mths old|of? age?";

/// Ages that the law names, so that the number alone is read as one.
bool is_threshold(int age) {
    return age == 16 || age == 17 || age == 18 || age == 21 || age == 25;
}

bool follows(const Source& s, std::size_t i, std::string_view words) {
    return i > 0 && match(s.items, i - 1, words) == i;
}

Part birthday(std::size_t first, std::size_t last, int years) {
    Part part = make_part(PartKind::event, first, last);
    part.event.sort = EventSort::birthday;
    part.event.age = years;
    return part;
}

/// Months instead of years: "6 months old".
Part aged(const Source& s, std::size_t first, std::size_t last, std::size_t number) {
    Part part = birthday(first, last, s.at(number).value);
    const std::string& unit = s.at(number + 1).norm;
    if (last > number + 1 && unit.starts_with('m')) std::swap(part.event.age, part.event.age_months);
    return part;
}

/// "his 18th birthday", "until 2 years old", "her 21st".
Found numbered(const Source& s, std::size_t i) {
    const std::size_t at = match(s.items, i, whose);
    const Item& number = s.at(at);
    if (!number.number() || number.value < 1 || number.value > oldest) return std::nullopt;
    if (const std::size_t end = match_any(s.items, at + 1, birthdays); end > at + 1)
        return birthday(i, end, number.value);
    const bool old = match(s.items, at + 1, "years|yrs|yr|months|mths old|of") > at + 1;
    if (old && follows(s, i, "until|till|til|by|before|b4|when|at|is|are|once|reaches|to|be|turns"))
        return aged(s, i, match(s.items, at + 1, in_years), at);
    if (number.ordinal && at > i && is_threshold(number.value) && !s.at(at + 1).word())
        return birthday(i, at + 1, number.value);
    return std::nullopt;
}

/// "next birthday".
Found unnumbered(const Source& s, std::size_t i) {
    const std::size_t at = match(s.items, i, whose);
    const std::size_t end = match_any(s.items, at, birthdays);
    if (end == at) return std::nullopt;
    return birthday(i, end, 0);
}

/// "turns 18", "until he is 5", "age 18", "until 18".
Found turning(const Source& s, std::size_t i) {
    static constexpr std::array turns{
        std::string_view("turns|turning|reaches|reach|becomes|hits|attains|reaching|is|be|are|was age? of?"),
        std::string_view("he|she|they|child|yp|i|his|her "
                         "turns|turn|reaches|reach|becomes|hits|is|are|attains|be age? of?"),
        std::string_view("he's|she's|they're|he'll"),
        std::string_view("he'll|she'll be"),
        std::string_view("the? age|aged of?"),
    };
    const std::size_t at = match_any(s.items, i, turns);
    const Item& age = s.at(at);
    const bool said = at > i || (follows(s, i, "until|till|til|before|b4") && is_threshold(age.value));
    const bool plausible =
        age.number() && !age.ordinal && age.value > 0 && age.value < oldest && age.digits <= 2;
    if (!said || !plausible) return std::nullopt;
    const std::size_t end = match(s.items, at + 1, in_years);
    const Item& next = s.at(end);
    const bool closed = closes(s, end) || next.is("on") || month_of(next.norm) != 0 || next.number();
    if (!closed || next.is("/") || (next.is(".") && next.glued && s.at(end + 1).number()))
        return std::nullopt; // a date
    return aged(s, i, end, at);
}

} // namespace

Found recognise_birthday(const Source& source, std::size_t index) {
    for (const auto& recogniser : {numbered, unnumbered, turning}) {
        if (auto found = recogniser(source, index)) return found;
    }
    return std::nullopt;
}

} // namespace plumbline::text::timescales
