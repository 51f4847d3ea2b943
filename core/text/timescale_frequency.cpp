#include "text/timescale_parts.hpp"

#include <array>

namespace plumbline::text::timescales {

namespace {

constexpr std::array adverbs{
    std::string_view("daily|dailey|weekly|wkly|weekley|fortnightly|fornightly|monthly|mthly|mnthly|quarterly|"
                     "termly|yearly|annually|nightly|hourly|biweekly|bimonthly|4nightly|qtrly|regularly|"
                     "regular|often|frequently|frequent"),
    std::string_view("~fortnightly"),
    std::string_view("~monthly"),
    std::string_view("~regularly"),
    std::string_view("bi weekly|monthly|annually"),
    std::string_view("half termly|yearly"),
    std::string_view("once|twice|thrice daily|weekly|fortnightly|monthly|termly|yearly|wkly"),
    std::string_view("day by to day"),
    std::string_view("week by week"),
    std::string_view("week in week out"),
    std::string_view("day in , day out"),
    std::string_view("weekdays|weekends|evenings|mornings|afternoons|nights|bedtimes|mealtimes|lunchtimes|"
                     "schooldays|tues|bedtime|weeknights"),
    std::string_view("school days|nights|mornings"),
    std::string_view("at|on weekends|weekdays|bedtime|bedtimes|nights"),
    std::string_view("morning and night"),
    std::string_view("before and after school"),
    std::string_view("all day every day"),
    std::string_view("bd|tds|od|prn"),
    std::string_view(
        "# weekend|night|day|week|session|visit|weekends|nights|days|weeks in # weekends|weeks|nights|days?"),
    std::string_view("# in # weekends|weeks|nights|days"),
};

constexpr std::array units{
    std::string_view("day|days|night|week|weeks|wk|wks|fortnight|month|months|mth|mths|term|year|yr|hour|"
                     "quarter|morning|evening|afternoon|weekend|monday|bedtime|mealtime"),
    std::string_view("school day|days|week|night|holiday|holidays|morning|hols|term"),
    std::string_view("working day|days|wd"),
    std::string_view("half term|terms"),
    std::string_view("contact|visit|session|time|review|meeting|appointment|supervision|handover|lesson|one"),
};

std::size_t unit_end(const Source& s, std::size_t i) {
    std::size_t end = match_any(s.items, i, units);
    if (end == i && (weekday_like(s.at(i).norm) || is_plural_weekday(s.at(i).norm))) end = i + 1;
    return end;
}

/// "every 2 weeks", "each half term", "every other Sat", "per week", "each core group".
std::size_t every(const Source& s, std::size_t i) {
    std::size_t at = match(s.items, i, "every|each|per|evry|evey|ev|any");
    if (at == i || (s.at(i).is("any") && s.at(at).norm != "time")) return i;
    at = match(s.items, at, "single|other|second|alternate|two|few|couple|of?");
    if (s.at(at).number() && s.at(at + 1).is("/") &&
        (s.at(at + 2).value == 52 || s.at(at + 2).value == 12 || s.at(at + 2).value == 7))
        return at + 3; // "every 6/52"
    if (s.at(at).number() || s.at(at).is("few")) {
        ++at;
        const std::size_t to = match(s.items, at, "-|to|/|or #"); // "every 4-6 weeks"
        if (to > at) at = to;
    }
    std::size_t end = unit_end(s, at);
    if (end == at) {
        const auto event = recognise_event(s, at);
        if (event && event->is(PartKind::event))
            end = event->last;
        else if (const auto school = recognise_school(s, at); school && school->is(PartKind::event))
            end = school->last;
    }
    if (end == at && s.at(at).word() && s.at(at - 1).norm != "per") end = at + 1;
    if (end == at) return i;
    while (unit_end(s, end) > end && weekday_like(s.at(end).norm)) // "every Mon Wed"
        ++end;
    return end;
}

/// "6 weekly", "3/12ly", "six-weekly"; "6 weekly sessions" is a counted run and another part.
std::size_t numbered(const Source& s, std::size_t i) {
    if (!s.at(i).number()) return i;
    std::size_t at = i + 1;
    if (s.at(at).is("/") && s.at(at + 1).number()) {
        const std::size_t ly = match(s.items, at + 2, "ly|ley|weekly|monthly|termly");
        return ly > at + 2 ? ly : i;
    }
    if (s.at(at).is("-") || s.at(at).is("to")) {
        if (s.at(at + 1).number()) at += 2;
    }
    const std::size_t end =
        match(s.items, at, "weekly|wkly|monthly|mthly|daily|yearly|termly|hourly|weekley|monthley");
    return end > at ? end : i;
}

/// "2x week", "twice a week", "3 times per month", "2 per week", "2pw", "x2 weekly".
std::size_t counted(const Source& s, std::size_t i) {
    std::size_t at = i;
    if (s.at(at).is("x") && s.at(at + 1).number())
        at += 2;
    else if (s.at(at).number() && !s.at(at).ordinal) {
        ++at;
        if ((s.at(at).is("-") || s.at(at).is("to") || s.at(at).is("or")) && s.at(at + 1).number()) at += 2;
    } else if (const std::size_t times = match(s.items, at, "once|twice|thrice"); times > at)
        at = times;
    else
        return i;
    const std::size_t times = match(s.items, at,
                                    "x? "
                                    "times|time|days|nights|sessions|visits|hours|hrs|mins|evenings|mornings|"
                                    "meals|contacts|calls|session|visit|call|x");
    const bool many = times > at || !s.items[at - 1].number() || s.at(i).is("x");
    at = times;
    const std::size_t per = match(s.items, at, "a|an|per|each|every|in|p|/ a?");
    if (match(s.items, at, "pw|pm|pcm|pd") > at) return at + 1;
    if (per == at && !many) return i;
    if (per > at && s.items[at].is("in") && s.at(per).norm != "week") return i;
    if (match(s.items, at, "weekly|daily|monthly|fortnightly|termly|wkly|yearly") > at) return at + 1;
    const std::size_t end = match(s.items, per, "day|night|week|wk|fortnight|month|mth|term|year|half term?");
    if (end == per) return i;
    return end;
}

/// "Mondays", "mon weds fri", "Mon to Fri", "Saturday mornings", "Tues and Thurs".
std::size_t weekdays(const Source& s, std::size_t i) {
    std::size_t end = i;
    int count = 0;
    bool plural = false;
    while (true) {
        std::size_t at = end;
        if (count > 0) at = match(s.items, end, ",|/|&|and|-|to|or");
        if (at > end && count > 0 && (s.items[end].is(",") || s.items[end].is("/")))
            at = match(s.items, at, "and|&");
        const bool is_plural = is_plural_weekday(s.at(at).norm);
        if (!is_plural && !weekday_like(s.at(at).norm)) break;
        plural |= is_plural;
        end = at + 1;
        ++count;
    }
    if (count == 0) return i;
    if (const std::size_t part =
            match(s.items, end, "mornings|afternoons|evenings|nights|lunchtimes|teatimes|bedtimes");
        part > end) {
        end = part;
        plural = true;
    }
    if (match(s.items, end, "this|next week") > end) return i;
    if (plural) return end;
    const bool dated = recognise_date(s, end).has_value() || recognise_date(s, end - 1).has_value();
    // "Monday or Tuesday", "by Mon/Tues": one of two days, and no timetable.
    const bool choice =
        count == 2 && (s.at(i + 1).is("or") || (s.at(i + 1).is("/") && i > 0 &&
                                                match(s.items, i - 1, "by|on|next|this|before") == i));
    return count >= 2 && !dated && !choice ? end : i;
}

/// "1st of each month", "first Monday of the month".
std::size_t day_of_month(const Source& s, std::size_t i) {
    const bool which = (s.at(i).number() && s.at(i).ordinal) || s.at(i).is("last");
    if (!which) return i;
    std::size_t at = i + 1;
    if (weekday_like(s.at(at).norm)) ++at;
    return match(s.items, at, "of|in? each|every month") > at ? match(s.items, at, "of|in? each|every month")
                                                              : i;
}

Measure step_of(std::string_view word) {
    if (word.find("fortnight") != std::string_view::npos) return Measure::fortnights;
    if (word.find("month") != std::string_view::npos) return Measure::months;
    if (word.find("dai") != std::string_view::npos || word.find("day") == 0 || word.find("night") == 0)
        return Measure::days;
    return Measure::weeks;
}

/// "weekly x 6", "every Tues x 6", "weekly for 8 sessions": how often, and how many times.
Found counted_run(const Source& s, std::size_t i, std::size_t frequency_end) {
    std::size_t at = match(s.items, frequency_end, "sessions|visits|appointments|meetings|session?");
    at = match(s.items, at, ",|-|(|for?");
    const bool times = (s.at(at).is("x") && s.at(at + 1).number()) ||
                       (s.at(at).number() &&
                        match(s.items, at + 1, "x|times|sessions|appointments|lessons|meetings") > at + 1);
    const std::size_t end = at + 2;
    if (!times || s.at(end).is("/") || measure_of(s.at(end).norm)) return std::nullopt;
    const Item& count = s.at(at).number() ? s.at(at) : s.at(at + 1);
    if (count.value < 3 || count.value > 60 || count.ordinal) return std::nullopt;
    if (match(s.items, end, "a|per|each|every|weekly|daily") > end) return std::nullopt;
    Part part = make_part(PartKind::period, i, end);
    Measure measure = Measure::weeks;
    for (std::size_t j = i; j < frequency_end; ++j) {
        if (step_of(s.at(j).norm) != Measure::weeks) measure = step_of(s.at(j).norm);
    }
    part.period = {count.value, count.value, measure, false, false, false};
    part.run = true;
    return part;
}

/// "6 weekly sessions", "8 x weekly sessions", "six fortnightly meetings": a run with a length.
Found run(const Source& s, std::size_t i) {
    const Item& number = s.at(i);
    if (!number.number() || number.ordinal || number.value <= 0) return std::nullopt;
    const std::size_t sessions =
        match(s.items, i + 1,
              "sessions|appointments|lessons|meetings|classes|workshops|appts|slots|visits ,|-|(|:?");
    const std::size_t how_often = match(s.items, sessions, "weekly|wkly|fortnightly|monthly|daily");
    if (sessions > i + 1 && how_often > sessions && number.value >= 4) { // "8 sessions, weekly"
        Part part = make_part(PartKind::period, i, how_often);
        part.period = {number.value, number.value, step_of(s.at(sessions).norm), false, false, false};
        part.run = true;
        return part;
    }
    const std::size_t one = match(s.items, sessions, "one|1|# a|per|each|every");
    if (sessions > i + 1 && one > sessions && s.at(sessions).value == 1 && number.value >= 4 &&
        match(s.items, one, "day|week|wk|fortnight|month") > one) { // "six sessions, one a week"
        Part part = make_part(PartKind::period, i, one + 1);
        part.period = {number.value, number.value, step_of(s.at(one).norm), false, false, false};
        part.run = true;
        return part;
    }
    const std::size_t x = match(s.items, i + 1, "x");
    const std::size_t step = match(s.items, x, "weekly|wkly|fortnightly|monthly|daily");
    if (step == x) return std::nullopt;
    const std::size_t end =
        match(s.items, step,
              "* * sessions|appointments|lessons|meetings|classes|workshops|appts|session|slots|clinics");
    const std::size_t direct =
        match(s.items, step,
              "sessions|appointments|lessons|meetings|classes|workshops|groups|appts|slots|clinics|hourly");
    const std::size_t one_word =
        match(s.items, step, "* sessions|appointments|lessons|meetings|classes|workshops|appts|slots");
    const std::size_t last = direct > step ? direct : one_word > step ? one_word : end;
    if (last == step) return std::nullopt;
    Part part = make_part(PartKind::period, i, last);
    part.period = {number.value, number.value, step_of(s.at(x).norm), false, false, false};
    part.run = true;
    return part;
}

} // namespace

Found recognise_frequency(const Source& source, std::size_t index) {
    Found best = run(source, index);
    for (const auto& reader : {every, numbered, counted, weekdays, day_of_month}) {
        const std::size_t end = reader(source, index);
        if (end > index && (!best || end > best->last)) best = make_part(PartKind::frequency, index, end);
    }
    const std::size_t adverb = match_any(source.items, index, adverbs);
    if (adverb > index && (!best || adverb > best->last)) {
        if (source.at(index).is("tues") || source.at(index).is("od") || source.at(index).is("bd"))
            return best;
        best = make_part(PartKind::frequency, index, adverb);
    }
    if (best && best->is(PartKind::frequency)) {
        if (auto counted_out = counted_run(source, index, best->last)) return counted_out;
        // "monthly core groups", "6 monthly reviews": the meeting belongs to the frequency.
        if (const auto event = recognise_event(source, best->last);
            event && !source.at(best->last).is("next"))
            best->last = event->last;
    }
    return best;
}

} // namespace plumbline::text::timescales
