#include "text/timescale_parts.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace {

Found noise(std::size_t first, std::size_t last) {
    return make_part(PartKind::noise, first, last);
}

Found filler(std::size_t first, std::size_t last) {
    return make_part(PartKind::filler, first, last);
}

/// "07700 900423", "0300 123 5012", "01244060324": starts with 0, nine digits or more in groups of three or
/// more.
Found telephone(const Source& s, std::size_t i) {
    std::size_t end = i;
    if (s.at(end).is("+")) ++end;
    const Item& first = s.at(end);
    if (!first.number() || (!first.norm.starts_with('0') && end == i)) return std::nullopt;
    if (first.digits < 3 && end == i && !(first.norm == "01" || first.norm == "02")) return std::nullopt;
    unsigned digits = 0;
    while (s.at(end).number() && s.at(end).digits >= 2 && !s.at(end).ordinal && digits < 12) {
        digits += s.at(end).digits;
        ++end;
        if (s.at(end).is("-") && s.at(end + 1).number()) ++end;
    }
    if (digits < 9 || digits > 13) return std::nullopt;
    return noise(i, end);
}

bool is_clock(const Item& hour, const Item& minute) {
    return hour.number() && minute.number() && minute.digits == 2 && hour.digits <= 2 && hour.digits > 0 &&
           hour.value <= 24 && minute.value <= 59;
}

std::size_t clock_end(const Source& s, std::size_t i, bool& sure) {
    std::size_t end = i;
    sure = false;
    if (!s.at(i).number() || s.at(i).digits == 0) return i;
    if (s.at(i + 1).is(":") && s.at(i + 1).glued && is_clock(s.at(i), s.at(i + 2))) {
        end = i + 3;
        sure = true;
    } else if (s.at(i + 1).is(".") && s.at(i + 1).glued && s.at(i + 2).glued &&
               is_clock(s.at(i), s.at(i + 2)) && !(s.at(i + 3).is(".") && s.at(i + 4).number())) {
        end = i + 3;
        sure = s.at(i + 2).value > 12 || s.at(i + 2).value == 0; // otherwise a day and month too
    } else if (s.at(i).digits <= 2 || (s.at(i).digits <= 4 && s.at(i).value < 2400)) {
        end = i + 1;
    }
    const std::string& half = s.at(end).norm;
    if (half == "am" || half == "pm" || half == "noon" || half == "o'clock" || half == "hrs" ||
        half == "midnight") {
        const bool hours = half == "hrs"; // "1530 hrs" is a clock, "48 hrs" a period
        if (!hours || s.at(i).digits == 4 || sure) {
            ++end;
            sure = true;
        }
    }
    return end;
}

/// "15.30", "3pm", "at 4", "7am & 8pm", "9-5".
Found clock(const Source& s, std::size_t i) {
    const bool announced = s.at(i).is("@") || s.at(i).is("at");
    const std::size_t from = announced ? i + 1 : i;
    bool sure = false;
    const std::size_t end = clock_end(s, from, sure);
    if (end == from || s.at(from).ordinal) return std::nullopt;
    const bool dotted = end >= from + 3;
    const bool full = s.at(end).sign() && s.at(end).is("/") && s.at(end).glued;
    if (full ||
        (announced && !sure && !dotted && (measure_of(s.at(end).norm) || month_of(s.at(end).norm) != 0)))
        return std::nullopt;
    const bool after_weekday =
        dotted && (is_plural_weekday(s.before(i).norm) || weekday_of(s.before(i).norm));
    if (!sure && !after_weekday && !(announced && (dotted || s.at(from).digits <= 2))) return std::nullopt;
    return filler(i, end);
}

/// "3.45 - 4.30" after one sure clock, and "9-5".
Found clock_range(const Source& s, std::size_t i) {
    bool first = false, second = false;
    const std::size_t middle = clock_end(s, i, first);
    if (middle == i || !(s.at(middle).is("-") || s.at(middle).is("to"))) return std::nullopt;
    const std::size_t end = clock_end(s, middle + 1, second);
    if (end == middle + 1) return std::nullopt;
    const bool office = s.at(i).value == 9 && s.at(middle + 1).value == 5 && end == i + 3 &&
                        !s.at(end).is("/") && !measure_of(s.at(end).norm) && month_of(s.at(end).norm) == 0;
    if (!first && !second && !office) return std::nullopt;
    return filler(i, end);
}

constexpr std::array labels{
    "flat|apt|unit|house|no #",
    "room|rm #",
    "s|sec|sect|section|reg|regulation|para|paragraph|sch|schedule|part|article|clause # a|b|c?",
    "p|pp|pg|page # ",
    "tier|level|band|stage|step|phase|point|item|action|goal|outcome|priority|option|session|module|form|"
    "appendix #",
    "ref|reference|case|id|nhs|upn|urn|ext|extension|crn|number #",
    "ward|bay|class|set|group|grp #",
    "post code|postcode *",
    "x #",
    "# of #",
    "# out of #",
    "band # - #",
};

/// "Flat 3/12", "Rm 12", "s.47", "x4": the number belongs to the word.
Found labelled(const Source& s, std::size_t i) {
    if (!s.at(i).word() && !s.at(i).number()) return std::nullopt;
    // The dot of "s.47" or "p.12" and the slash of "s.47/17" belong to it.
    const bool dotted = s.at(i).word() && s.at(i + 1).is(".") && s.at(i + 1).glued && s.at(i + 2).number() &&
                        (s.at(i).is("s") || s.at(i).is("p") || s.at(i).is("no") || s.at(i).is("reg") ||
                         s.at(i).is("rm") || s.at(i).is("sec"));
    std::size_t end = dotted ? i + 3 : match_any(s.items, i, labels);
    if (end == i) return std::nullopt;
    const bool address = s.at(i).is("flat") || s.at(i).is("unit") || s.at(i).is("apt") || s.at(i).is("no");
    const bool section = s.at(i).is("s") || s.at(i).is("section") || s.at(i).is("reg");
    const bool dated = s.at(end).is("/") ||
                       (s.at(end).is(".") && s.at(end).glued && s.at(end + 1).number()) ||
                       month_of(s.at(end).norm) != 0;
    if (dated && !address && !section) return std::nullopt; // "session 15/3/24"
    if (s.at(i).is("x") && (measure_of(s.at(end).norm) || s.at(end).is("/"))) return std::nullopt;
    const bool counts = s.at(i).number(); // "1 of 3", but "1 of 3 May" is none
    if (counts && (s.at(i).ordinal || month_of(s.at(end).norm) != 0 || s.at(end).is("/")))
        return std::nullopt;
    while ((s.at(end).is("/") || s.at(end).is("-")) && s.at(end + 1).number() && s.at(end).glued)
        end += 2;
    if (s.at(i).is("flat") || s.at(i).is("unit") || s.at(i).is("apt")) { // the street follows
        while (s.at(end).word() && s.at(end).capital)
            ++end;
    }
    return noise(i, end);
}

/// "£15.06 pw", "50%", "£20/wk".
Found money(const Source& s, std::size_t i) {
    std::size_t end = i;
    if (s.at(i).is("£") && s.at(i + 1).number()) {
        end = i + 2;
        while ((s.at(end).is(".") || s.at(end).is(",")) && s.at(end).glued && s.at(end + 1).number())
            end += 2;
        if (match(s.items, end, "pw|pcm|pa|pm") > end) ++end;
        const std::size_t per = s.at(end).is("/") ? end + 1 : match(s.items, end, "a|per|each");
        if (per > end && measure_of(s.at(per).norm)) end = per + 1;
    } else if (s.at(i).number() && s.at(i + 1).is("%")) {
        end = i + 2;
    } else if (s.at(i).number() && match(s.items, i + 1, "pounds|quid|pence|percent|per cent") > i + 1) {
        end = match(s.items, i + 1, "pounds|quid|pence|percent|per cent");
    }
    if (end == i) return std::nullopt;
    return noise(i, end);
}

bool speaks_of_scores(const Source& s, std::size_t i) {
    for (std::size_t back = 1; back <= 5; ++back) {
        const std::string& word = s.before(i, back).norm;
        if (word.starts_with("scor") || word.starts_with("scal") || word.starts_with("rat") ||
            word == "sdq" || word.starts_with("attend") || word == "mark" || word == "marks" || word == "=")
            return true;
        if (i < back) break;
    }
    return false;
}

constexpr std::array counted{
    std::string_view(
        "session|sessions|visit|visits|appointment|appointments|appt|appts|meeting|meetings|lesson|lessons|"
        "week|week's|class|classes|contact|contacts|screen|screens|test|tests|time|times|marks|points|"
        "reports|steps|goals|targets|actions|done|attended|completed"),
};

/// "8/10" of a score, "36/40" of a pregnancy, "10/12 sessions", "2025/26".
Found fraction(const Source& s, std::size_t i) {
    if (!s.at(i).number() || !s.at(i + 1).is("/") || !s.at(i + 2).number() || s.at(i + 3).is("/"))
        return std::nullopt;
    const int of = s.at(i + 2).value;
    const bool years = s.at(i).digits == 4 && s.at(i + 2).digits == 2 && (s.at(i).value + 1) % 100 == of;
    const bool scored = (of == 10 || of == 5 || of == 20 || of == 40) && speaks_of_scores(s, i);
    const bool counts =
        match_any(s.items, i + 3, counted) > i + 3 && measure_of(s.at(i + 3).norm) == std::nullopt;
    if (!years && !scored && !counts) return std::nullopt;
    return noise(i, i + 3);
}

constexpr std::array birth{
    std::string_view("dob|born|d.o.b"),
    std::string_view("date of birth"),
};

/// "DOB 12/06/2019".
Found birth_date(const Source& s, std::size_t i) {
    std::size_t end = match_any(s.items, i, birth);
    if (end == i) return std::nullopt;
    while (s.at(end).is(":") || s.at(end).is("-") || s.at(end).is("on"))
        ++end;
    if (const auto date = recognise_date(s, end))
        end = date->last;
    else if (s.at(i).is("born"))
        return std::nullopt; // "6 weeks after baby born"
    return noise(i, end);
}

/// "40 in June" of a person's age, "aged 6-7", "6 years old" where no birthday can be told.
Found age(const Source& s, std::size_t i) {
    if (match(s.items, i, "age|aged|ages|yrs|years #") > i) {
        const std::size_t more = match(s.items, i + 2, "+|-|to #?");
        const int years = s.at(i + 1).value;
        const bool until = i > 0 && match(s.items, i - 1, "until|till|til|by|before|at|to|b4") == i;
        if (more > i + 2 || (!until && years != 16 && years != 18 && years != 21 && years != 25))
            return noise(i, more);
        return std::nullopt;
    }
    const bool number = s.at(i).number() && !s.at(i).ordinal && s.at(i).value > 0;
    if (number && s.before(i).word() && month_of(s.before(i).norm) == 0) {
        const std::size_t in = match(s.items, i + 1, "in|on|this|next");
        if (in > i + 1 && month_of(s.at(in).norm) != 0 && s.before(i).norm != "session" &&
            match(s.items, i - 1,
                  "turns|turning|reaches|becomes|is|be|by|within|in|until|to|for|of|at|age|aged") == i - 1)
            return noise(i, in + 1);
    }
    return std::nullopt;
}

} // namespace

Found recognise_noise(const Source& source, std::size_t index) {
    Found best;
    for (const auto& recogniser :
         {telephone, clock_range, clock, labelled, money, fraction, birth_date, age}) {
        Found found = recogniser(source, index);
        if (found && (!best || found->last > best->last)) best = found;
    }
    return best;
}

} // namespace plumbline::text::timescales
