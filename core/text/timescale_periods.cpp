#include "text/timescale_parts.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace {

struct Amount {
    int least = 0, most = 0;
    bool half = false;  // and a half, or half of one
    bool lower = false; // "6+"
    bool vague = false; // few, several
    std::size_t end = 0;
};

constexpr std::array uncounted{
    std::string_view("a? few|several|some|many|number|handful of?"),
    std::string_view("the? next|coming|following few|several"),
};

int one_number(const Source& s, std::size_t i) {
    const Item& item = s.at(i);
    if (item.number() && !item.ordinal && item.value >= 0 && item.value < 1000) return item.value;
    return -1;
}

/// A number word with a slip, where a unit follows: "tow weeks".
int mistyped_number(const Source& s, std::size_t i) {
    if (!s.at(i).word() || s.at(i).norm.size() < 3 || !measure_of(s.at(i + 1).norm)) return -1;
    for (const std::string_view word :
         {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"}) {
        const bool swapped = word.size() == 3 && s.at(i).norm.size() == 3 && slips(s.at(i).norm, word) == 1;
        if (swapped || (word.size() >= 4 && slips(s.at(i).norm, word) == 1)) return number_word(word)->value;
    }
    return -1;
}

std::optional<Amount> amount_at(const Source& s, std::size_t i) {
    if (const std::size_t end = match_any(s.items, i, uncounted); end > i)
        return Amount{0, 0, false, false, true, end};
    if (const std::size_t end = match(s.items, i, "a? couple|cpl of?"); end > i)
        return Amount{2, 2, false, false, false, end};
    if (const std::size_t end = match(s.items, i, "a? half a|an?"); end > i)
        return Amount{0, 0, true, false, false, end};
    if (const std::size_t end = match(s.items, i, "a|an|per? single|full|whole|calendar|clear?");
        end > i && !s.at(i).is("per")) {
        const bool one = s.at(i).is("a") || s.at(i).is("an");
        if (one && s.at(i + 1).norm != "single") return Amount{1, 1, false, false, false, i + 1};
    }
    if (measure_of(s.at(i).norm) && match(s.items, i + 1, "from now|today|tomorrow|this|plan") > i + 1 &&
        s.at(i).norm.size() > 2)
        return Amount{1, 1, false, false, false, i}; // "a year from now" without its "a"
    int value = one_number(s, i);
    if (value < 0) value = mistyped_number(s, i);
    if (value < 0) return std::nullopt;
    Amount amount{value, value, false, false, false, i + 1};
    if (s.at(amount.end).is("half") && s.at(amount.end).glued) { // "1½"
        amount.half = true;
        ++amount.end;
    } else if (const std::size_t half = match(s.items, amount.end, "and|& a? half"); half > amount.end) {
        amount.half = true;
        amount.end = half;
    } else if (s.at(amount.end).is(".") && s.at(amount.end).glued && s.at(amount.end + 1).number()) {
        amount.half = s.at(amount.end + 1).value > 0; // "1.5 hrs"
        amount.end += 2;
    } else if (const std::size_t to = match(s.items, amount.end, "-|to|/|or");
               to > amount.end && one_number(s, to) >= 0) {
        const int most = one_number(s, to);
        amount.least = std::min(value, most);
        amount.most = std::max(value, most);
        amount.end = to + 1;
    }
    if (s.at(amount.end).is("+")) {
        amount.lower = true;
        ++amount.end;
    }
    if (s.at(amount.end).is("(") && one_number(s, amount.end + 1) == amount.most &&
        s.at(amount.end + 2).is(")"))
        amount.end += 3; // "six (6) weeks"
    return amount;
}

constexpr std::array working{
    std::string_view("working|wking|wkg|wrking|work|workin|workng|business|school|w/"
                     "king|wk|clear|office|w|~working day|days|dys|d|dayz"),
};
constexpr std::array qualified{
    std::string_view("calendar|full|whole|clear|consecutive|short|solid|more|further|additional|complete|"
                     "calender|calander|straight|extra"),
};

struct MeasureAt {
    Measure measure = Measure::days;
    std::size_t end = 0;
    bool half_term = false;
};

std::optional<MeasureAt> measure_at(const Source& s, std::size_t i) {
    if (const std::size_t end = match_any(s.items, i, working); end > i)
        return MeasureAt{Measure::working_days, end, false};
    const std::size_t at = match_any(s.items, i, qualified);
    if (s.at(at).is("d") && s.at(at).glued) return MeasureAt{Measure::days, at + 1, false};
    if ((s.at(at).is("m") || s.at(at).is("y")) && s.at(at).glued)
        return MeasureAt{s.at(at).is("m") ? Measure::months : Measure::years, at + 1, false};
    if (const std::size_t end = match(s.items, at, "half terms|term"); end > at)
        return MeasureAt{Measure::terms, end, true};
    if (!s.at(at).word()) return std::nullopt;
    const auto measure = measure_of(s.at(at).norm);
    if (!measure) return std::nullopt;
    if (s.at(at).is("mo") && !s.at(at).glued && at == i && s.at(at).capital) return std::nullopt; // a name
    return MeasureAt{*measure, at + 1, false};
}

constexpr std::array things{
    // what a period is the length of, having no start here
    std::string_view(
        "waiting|wait|queue|delay|backlog|sentence|suspension|exclusion|tenancy|licence|notice|history|gap"),
    std::string_view("waiting list|time|lists"),
};
constexpr std::array old{std::string_view("old|of"), std::string_view("olds"),
                         std::string_view("pregnant|gestation")};
constexpr std::array repeated{
    std::string_view(
        "visits|reviews|checks|intervals|basis|calls|updates|interval|cycle|cycles|appointments|visiting"),
};

/// What follows a period and makes it something else than a time to act in.
bool waits(const Source& s, std::size_t first, std::size_t last) {
    if (match_any(s.items, last, things) > last) return true;
    for (std::size_t back = 1; back <= 3 && back <= first; ++back) { // "CAMHS wait is 40 wks"
        const Item& word = s.before(first, back);
        if (word.sign()) break;
        if (word.is("wait") || word.is("waiting") || word.is("queue") || word.is("waits") ||
            word.is("backlog"))
            return true;
    }
    return false;
}

bool is_rate(const Source& s, std::size_t last) {
    const std::size_t per = match(s.items, last, "a|per|each|every|p/|@");
    if (s.at(last).is("each")) return true;
    return per > last &&
           (measure_of(s.at(per).norm) || weekday_of(s.at(per).norm) || s.at(per).is("session") ||
            s.at(per).is("visit") || s.at(per).is("other") || s.at(per).is("time"));
}

Part lower_or_not(Part part, const Source& s) {
    if (const std::size_t more = match(s.items, part.last, "+|plus|minimum|min|onwards"); more > part.last) {
        part.period.lower = true;
        part.last = more;
    } else if (const std::size_t or_more = match(s.items, part.last, "or more|longer|over|above");
               or_more > part.last) {
        part.period.lower = true;
        part.last = or_more;
    } else if (const std::size_t so = match(s.items, part.last, "or so|less|under|sooner|earlier|before");
               so > part.last) {
        part.last = so;
    } else if (const std::size_t most =
                   match(s.items, part.last, "max|maximum|tops|latest|from? time|time's|total");
               most > part.last) {
        part.last = most;
    }
    return part;
}

} // namespace

bool is_shorthand(const Source& source, std::size_t index) {
    const Source& s = source;
    const int of = s.at(index + 2).value;
    const bool plain = s.at(index).number() && s.at(index + 1).is("/") && s.at(index + 2).number() &&
                       s.at(index).digits > 0 && !s.at(index + 3).is("/") && !s.at(index + 2).ordinal &&
                       one_number(s, index) > 0;
    if (!plain) return false;
    if (of == 52) return true;
    if (of != 12 && of != 7) return false;
    const bool announced =
        index > 0 &&
        match(s.items, index - 1,
              "in|within|w/in|for|next|least|over|further|about|approx|max|another|min") == index;
    return announced || match(s.items, index + 3, "time") > index + 3;
}

namespace {

/// "6/52", "in 3/12", "within 5/7": doctors' weeks, months and days. "n/12" and "n/7" alone are days of the
/// year.
Found shorthand(const Source& s, std::size_t i) {
    const int count = one_number(s, i);
    if (count <= 0 || !s.at(i + 1).is("/") || !s.at(i + 2).number() || s.at(i + 3).is("/"))
        return std::nullopt;
    const int of = s.at(i + 2).value;
    if (of == 7 && count == 24) return make_part(PartKind::open, i, i + 3);
    if (of == 40 && count <= 42) return make_part(PartKind::vague, i, i + 3);
    if (!is_shorthand(s, i)) return std::nullopt;
    Part part = make_part(PartKind::period, i, match(s.items, i + 3, "time"));
    const Measure measure = of == 52 ? Measure::weeks : of == 12 ? Measure::months : Measure::days;
    part.period = {count, count, measure, false, false, false};
    return lower_or_not(part, s);
}

Found measured(const Source& s, std::size_t i) {
    const auto amount = amount_at(s, i);
    const std::size_t unit = match(s.items, i, "the next|coming|following");
    if (!amount && unit > i && i > 0 && match(s.items, i - 1, "for|over|in|within|during") == i) {
        const auto one = measure_at(s, unit); // "over the next month"
        if (one && !s.at(unit).norm.ends_with("s")) {
            Part part = make_part(PartKind::period, i, one->end);
            part.period = {1, 1, one->measure, false, false, false};
            return part;
        }
    }
    if (!amount) {
        if (match(s.items, i, "fortnight|fornight|fortnite|~fortnight") > i &&
            !s.at(i).norm.ends_with("ly")) {
            Part part = make_part(PartKind::period, i, i + 1);
            part.period = {1, 1, Measure::fortnights, false, false, false};
            return lower_or_not(part, s);
        }
        return std::nullopt;
    }
    auto measure = measure_at(s, amount->end);
    if (!measure) return std::nullopt;
    const std::size_t last = measure->end;
    if (amount->vague) return make_part(PartKind::vague, i, last);
    Part part = make_part(PartKind::period, i, last);
    part.period = {amount->least, amount->most, measure->measure, amount->half || measure->half_term,
                   amount->lower, false};
    if (const std::size_t half = match(s.items, last, "and a half"); half > last) {
        part.period.half = true;
        part.last = half;
    }
    if (const std::size_t more = match(s.items, last, "or #");
        more > last && s.items[more - 1].digits == 0 && s.items[more - 1].value > amount->most) {
        part.period.most = s.items[more - 1].value; // "a week or two"
        part.last = more;
    }
    if (measure->measure == Measure::hours &&
        match(s.items, last,
              "helpline|line|cover|support|service|access|care|supervision|monitoring|on|one|phone") > last)
        return make_part(PartKind::open, i, last + 1); // "24 hour supervision"
    const bool hours = measure->measure == Measure::hours || measure->measure == Measure::minutes;
    const bool within = i > 0 && match(s.items, i - 1, "within|in|w/in|inside|next|first|under|than") == i;
    const bool session = hours && !within && amount->most < 12;
    if (session || measure->measure == Measure::minutes || is_rate(s, last) ||
        match_any(s.items, last, old) > last) {
        const bool of_old = s.at(last).is("of");
        if (!of_old || session) return make_part(PartKind::noise, i, is_rate(s, last) ? last + 2 : last);
    }
    const bool pregnancy = measure->measure == Measure::weeks && amount->least >= 20 && amount->most <= 42 &&
                           i > 0 && match(s.items, i - 1, "by|before|at|until|around|b4") == i;
    if (pregnancy) return make_part(PartKind::vague, i, last); // "by 36 weeks"
    if (waits(s, i, last)) part.period.length = true;
    if (match_any(s.items, last, repeated) > last) return make_part(PartKind::frequency, i, last + 1);
    // "one year 6 teacher" and "a week on Friday" are other parts; the longest reading settles them.
    return lower_or_not(part, s);
}

} // namespace

Found recognise_period(const Source& source, std::size_t index) {
    if (auto found = shorthand(source, index)) return found;
    return measured(source, index);
}

} // namespace plumbline::text::timescales
