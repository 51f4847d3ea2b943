#include "text/timescale_parts.hpp"

namespace plumbline::text::timescales {

// April, May, June and their like are people too. What stands beside the word tells.

namespace {

bool name_month(std::string_view word) {
    return word == "jan" || word == "april" || word == "may" || word == "june" || word == "august" ||
           word == "jun";
}

/// "Mr March", "J. May", "with April".
bool introduced(const Source& s, std::size_t i) {
    const Item& before = s.before(i);
    const bool title = i > 0 && match(s.items, i - 1,
                                      "mr|mrs|ms|miss|dr|pc|dc|prof|sister|nurse|auntie|aunty|aunt|nan") == i;
    const bool initial = before.is(".") && s.before(i, 2).word() && s.before(i, 2).norm.size() == 1;
    if (title || initial) return true;
    return name_month(s.at(i).norm) && i > 0 && match(s.items, i - 1, "with|ask|via|tell|mum") == i;
}

/// "may need longer": the verb.
bool is_verb(const Source& s, std::size_t i, std::size_t end) {
    return s.at(i).is("may") && !s.at(i).capital && s.at(end).word() && !s.before(i).word() &&
           match(s.items, end, "and|or|to|until|at|latest|if|half|bank") == end;
}

/// "June and April": people, where "April and June" are months.
bool out_of_order(const Source& s, std::size_t left, std::size_t right) {
    return name_month(s.at(left).norm) && month_of(s.at(left).norm) > month_of(s.at(right).norm) &&
           month_of(s.at(right).norm) != 0;
}

bool does_something(const Source& s, std::size_t end) {
    static constexpr std::string_view verbs = "the|goes|will|has|is|was|can|does|would|wants|says|agrees|"
                                              "works|needs|gets|moves|starts|comes|returns|rings|"
                                              "takes|who";
    return match(s.items, end, verbs) > end && match(s.items, end, "the latest|end") == end;
}

/// "June (grandma)", but "June (TBC)" and "June (SW)" are the month.
bool relation_follows(const Source& s, std::size_t end) {
    static constexpr std::string_view relations =
        "paternal|maternal|his|her|their|the? "
        "grandma|gran|granny|nan|nana|mgm|pgm|aunt|auntie|aunty|sister|neighbour|"
        "friend|stepmum|mum|cousin|midwife|nurse|teacher|senco|health|support|family|carer visitor|worker?";
    return s.at(end).is("(") && match(s.items, end + 1, relations) > end + 1;
}

/// "May Smith": a capital word that is neither a meeting nor any other word of ours.
bool surname_follows(const Source& s, std::size_t end) {
    const Item& next = s.at(end);
    return next.word() && next.capital && month_of(next.norm) == 0 && !weekday_of(next.norm) &&
           !measure_of(next.norm) && !recognise_event(s, end) && !recognise_school(s, end) &&
           !recognise_phrase(s, end) && !recognise_feast(s, end);
}

/// "April to drop off", "May and April to sort it": what is joined to the word decides.
bool joined_name(const Source& s, std::size_t i, std::size_t end, std::size_t joined) {
    const bool both = s.at(end).is("and") || s.at(end).is("&");
    const bool range = month_like(s.at(joined).norm) != 0 || s.at(joined).number() || s.at(joined).sign() ||
                       edge_at(s, joined).edge != Edge::none || weekday_of(s.at(joined).norm);
    if (range && !name_month(s.at(joined).norm)) return false;
    if (range) return (both && out_of_order(s, i, joined)) || is_name(s, joined, joined + 1);
    const bool task = match(s.items, joined, "the|end|then|half|term|ongoing|review|if|mid") == joined &&
                      s.at(joined).word();
    return (both || s.at(end).is("to")) && task;
}

} // namespace

bool is_name(const Source& source, std::size_t index, std::size_t end) {
    if (end > index + 1) return false; // "Jan."
    if (introduced(source, index)) return true;
    if (!name_month(source.at(index).norm)) return false;
    if (is_verb(source, index, end)) return true;
    const bool after_and = source.before(index).is("and") || source.before(index).is("&");
    if (after_and && index >= 2 && out_of_order(source, index - 2, index)) return true;
    const std::size_t joined = match(source.items, end, "to|and|&|or|until|till|-");
    if (joined > end) return joined_name(source, index, end, joined);
    if (source.at(end).is("(")) {
        const bool dated = index > 0 && match(source.items, index - 1,
                                              "by|in|of|until|till|til|before|end|mid|early|late|"
                                              "from|to|during|since|this|next") == index;
        return !dated && relation_follows(source, end);
    }
    return does_something(source, end) || (index == 0 && surname_follows(source, end));
}

} // namespace plumbline::text::timescales
