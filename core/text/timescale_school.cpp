#include "text/timescale_parts.hpp"
#include "text/timescale_patterns.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

/// The points of England's school year, near enough to tell one year's from another's: councils set their own
/// dates.
enum class Point : std::uint8_t {
    autumn_start,
    october_half,
    autumn_end,
    spring_start,
    february_half,
    spring_end,
    summer_start,
    may_half,
    summer_end
};

Date near(Point point, int year) {
    switch (point) {
    case Point::autumn_start:
        return chrono::year{year} / 9 / 3;
    case Point::october_half:
        return chrono::year{year} / 10 / 25;
    case Point::autumn_end:
        return chrono::year{year} / 12 / 19;
    case Point::spring_start:
        return chrono::year{year} / 1 / 6;
    case Point::february_half:
        return chrono::year{year} / 2 / 15;
    case Point::spring_end:
        return std::min<Date>(easter(year) - chrono::days{2}, chrono::year{year} / 4 / 6);
    case Point::summer_start:
        return std::min<Date>(easter(year) + chrono::days{8}, chrono::year{year} / 4 / 22);
    case Point::may_half:
        return chrono::year{year} / 5 / 25;
    case Point::summer_end:
        return chrono::year{year} / 7 / 22;
    }
    return {};
}

struct PointName {
    std::string_view pattern;
    std::vector<Point> points; // whichever comes first
};

using enum Point;

const std::vector<PointName>& point_names() {
    static const std::vector<Point> halves{october_half, february_half, may_half};
    static const std::vector<Point> ends{autumn_end, spring_end, summer_end};
    static const std::vector<Point> starts{autumn_start, spring_start, summer_start};
    static const std::vector<Point> half_ends{october_half, autumn_end, february_half,
                                              spring_end,   may_half,   summer_end};
    static const std::vector<PointName> names{
        {"half term|terms|trem hols|holiday|holidays|break|week?", halves},
        {"halfterm|h/t|ht|hterm hols|holiday|holidays|break?", halves},
        {"october|oct|autumn half term holiday|hols|break|holidays?", {october_half}},
        {"february|feb|spring half term holiday|hols|break|holidays?", {february_half}},
        {"may|whit|summer|june half term holiday|hols|break|holidays?", {may_half}},
        {"whit holiday|holidays|week|hols", {may_half}},
        {"of? school? term|trem", ends},
        {"autumn|aut|michaelmas|winter|christmas|xmas term", {autumn_end}},
        {"spring|spr|lent|easter term", {spring_end}},
        {"summer|sum|trinity term", {summer_end}},
        {"autumn|aut 1|one", {october_half}},
        {"autumn|aut 2|two", {autumn_end}},
        {"spring|spr 1|one", {february_half}},
        {"spring|spr 2|two", {spring_end}},
        {"summer|sum 1|one", {may_half}},
        {"summer|sum 2|two", {summer_end}},
        {"term|t 1|one", {october_half}},
        {"term|t 2|two", {autumn_end}},
        {"term|t 3|three", {february_half}},
        {"term|t 4|four", {spring_end}},
        {"term|t 5|five", {may_half}},
        {"term|t 6|six", {summer_end}},
        {"school|academic|schl|acad year|yr", {summer_end}},
        {"year|yr|y # |group?", {summer_end}},
        {"ks|key stage? #", {summer_end}},
        {"reception|nursery|preschool|college year", {summer_end}},
        {"reception|nursery|preschool|college|primary|secondary|sixth school|form?",
         {summer_end}}, // only with its end
        {"summer|school|six|6 week|weeks|wk|wks|weeks' school? summer? holiday|holidays|hols|hol|break",
         {summer_end}},
        {"summer school? holiday|holidays|hols|hol|break|vacation", {summer_end}},
        {"school summer? holiday|holidays|hols|hol|break", ends},
        {"easter|spring school? holiday|holidays|hols|hol|break|vacation", {spring_end}},
        {"christmas|xmas|winter school? holiday|holidays|hols|hol|break|vacation|period", {autumn_end}},
        {"first|last|1st day|week back of|at? term|school?", starts},
        {"first|last|1st day|week of|at? term|school", starts},
        {"back to school", starts},
        {"he|she|they|child leaves|finishes year|yr|y|primary|secondary|junior|school|college #|school?",
         {summer_end}},
        {"leaving|leaves|finishing|finishes year|yr|y|primary|secondary|junior|school|college #|school?",
         {summer_end}},
        {"he|she|they|child|him|her starts|start|starting|begins|moves|goes|joins|transitions|enters "
         "to|at|in|into? year|yr|y|reception|secondary|primary|high|college|school|sixth #|school|form?",
         {autumn_start}},
        {"starting|starts|transition|moving|move|going to|at|in|into? "
         "year|yr|y|reception|secondary|primary|high|college|school|sixth #|school|form?",
         {autumn_start}},
        {"# day|week back|of at|to? school|term?", starts},
        {"return|returns|goes|go back? to school", starts},
        {"inset day", ends},
        {"gcse|gcses|sats|exam|exams|mocks|mock exams|exam|results|period|season|week? day?", {may_half}},
        {"a level|levels results|exams? day?", {summer_end}},
        {"sports day", {summer_end}},
        {"leavers assembly|day|prom", {summer_end}},
        {"breaks up from? for? school?", ends},
        {"eot|e/o/t", ends},
    };
    return names;
}

/// The nearest of the points still to come; one of the last three weeks counts, since dates differ between
/// councils.
Date coming(const std::vector<Point>& points, Date written) {
    std::optional<Date> found;
    for (int year = year_of(written) - 1; year <= year_of(written) + 1; ++year) {
        for (const Point point : points) {
            const Date date = near(point, year);
            if (date >= written - chrono::days{5} && (!found || date < *found)) found = date;
        }
    }
    return found.value_or(written);
}

/// "in Sept", "2024", "2024/25" after a school point.
std::size_t year_end_of(const Source& s, std::size_t i, const PointName& name, Event& event) {
    std::size_t at = match(s.items, i, "of|in|,?");
    const auto year = year_at(s, at);
    if (year && !year->bad && year->year > 1990) {
        std::size_t end = year->end;
        int which = year->year;
        if (s.at(end).is("/") && s.at(end + 1).number() &&
            s.at(end + 1).digits >= 2) { // the school year that ends
            const bool autumn =
                !name.points.empty() && near(name.points.front(), 2020) > Date{chrono::year{2020} / 8 / 31};
            which += autumn ? 0 : 1;
            end += 2;
        }
        if (name.points.size() == 1) event.about = near(name.points.front(), which);
        event.dated_year = true;
        return end;
    }
    return i;
}

const PointName* name_at(const Source& s, std::size_t i, std::size_t& end) {
    static const PatternTable table = PatternTable::of(point_names());
    const PatternTable::Hit hit = table.longest(s.items, i);
    end = hit.end;
    return hit.end == i ? nullptr : &point_names().at(hit.pattern);
}

} // namespace

Found recognise_school(const Source& source, std::size_t index) {
    std::size_t at = index;
    if (const std::size_t last = match(source.items, index, "last|final day|week|friday of|in the?");
        last > index)
        at = last;
    else if (const EdgeAt edge = edge_at(source, index); edge.edge != Edge::none)
        at = edge.end;
    const bool edged = at > index;
    bool next = false;
    if (const std::size_t which =
            match(source.items, at, "the? this|next|nxt|current|coming|following|new|the?");
        which > at) {
        next = source.before(which).is("next") || source.before(which).is("nxt") ||
               source.before(which).is("following");
        at = which;
    }
    std::size_t end = at;
    const PointName* const found = name_at(source, at, end);
    if (found == nullptr) return std::nullopt;
    static constexpr std::array stages{
        std::string_view("reception|nursery|preschool|college|primary|secondary|sixth school|form?")};
    const bool stage = match_any(source.items, at, stages) == end;
    if (stage && !edged) return std::nullopt;
    const bool year_group =
        source.at(at).is("year") || source.at(at).is("yr") || source.at(at).is("y") || source.at(at).is("ks");
    const bool before =
        index > 0 &&
        match(source.items, index - 1,
              "by|before|until|till|til|during|b4|starts|start|starting|end|of|into|in|finishes|finishing") ==
            index;
    if (year_group && !edged && !before) return std::nullopt; // "Y6 SATs meeting"
    if (source.at(at).is("term") && end == at + 1 && match(source.items, end, "time|s|'s") > end)
        return std::nullopt;
    if (source.at(at).is("ht") && !source.at(at).capital && index == at) return std::nullopt;
    Part part = make_part(PartKind::event, index, end);
    part.event.sort = EventSort::school;
    part.event.next = next;
    part.event.about = coming(found->points, source.context.written);
    part.last = year_end_of(source, end, *found, part.event);
    if (part.last == end) { // "1st day back in Sept"
        const std::size_t in = match(source.items, end, "in|of");
        if (in > end && month_of(source.at(in).norm) != 0) {
            const Days month = resolve({0, month_of(source.at(in).norm), 0}, source.context);
            part.event.about = month.last;
            part.last = in + 1;
        }
    }
    return part;
}

} // namespace plumbline::text::timescales
