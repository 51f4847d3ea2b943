#include "text/timescale_parts.hpp"

namespace plumbline::text::timescales {

namespace {

bool name_month(std::string_view word) {
    return word == "jan" || word == "april" || word == "may" || word == "june" || word == "august" ||
           word == "jun";
}

} // namespace

bool is_name(const Source& source, std::size_t index, std::size_t end) {
    if (!name_month(source.at(index).norm)) return false;
    if (end > index + 1) return false;
    const Item& before = source.before(index);
    // "may" in small letters before a word is the verb: "may need longer".
    if (source.at(index).is("may") && !source.at(index).capital && source.at(end).word() && !before.word()) {
        if (match(source.items, end, "and|or|to|until|at|latest|if|half|bank") == end) return true;
    }
    const bool reversed_before = (before.is("and") || before.is("&")) &&
                                 month_of(source.before(index, 2).norm) > month_of(source.at(index).norm) &&
                                 name_month(source.before(index, 2).norm);
    if (reversed_before) return true; // "June and April" are people, "April and June" months
    const std::size_t to = match(source.items, end, "to|and|&|or|until|till|-");
    if (to > end) {
        const bool range = month_like(source.at(to).norm) != 0 || source.at(to).number() ||
                           source.at(to).sign() || edge_at(source, to).edge != Edge::none ||
                           weekday_of(source.at(to).norm);
        if (range && !name_month(source.at(to).norm)) return false;
        const bool joined = source.at(end).is("and") || source.at(end).is("&");
        if (range && joined && month_of(source.at(to).norm) < month_of(source.at(index).norm)) return true;
        if (range) return is_name(source, to, to + 1); // "May and April to sort it": both or neither
        if (source.at(end).is("to") || source.at(end).is("and") || source.at(end).is("&")) {
            return match(source.items, to, "the|end|then|half|term|ongoing|review|if|mid") == to &&
                   source.at(to).word();
        }
        return false;
    }
    if (source.at(end).is("(")) { // "June (grandma)", but "June (TBC)" and "June (half term)" are the month
        return before.norm.empty() &&
               match(source.items, end + 1,
                     "paternal|maternal|his|her|their|the? "
                     "grandma|gran|granny|nan|nana|mgm|pgm|aunt|auntie|aunty|"
                     "sister|neighbour|friend|stepmum|mum|cousin|midwife|nurse|"
                     "teacher|senco|health|support|family|carer visitor|worker?") > end + 1;
    }
    if (match(source.items, end,
              "the|goes|will|has|is|was|can|does|would|wants|says|agrees|works|needs|gets|moves|starts|comes|"
              "returns|rings|takes|who") > end)
        return match(source.items, end, "the latest|end") == end;
    return before.is("with") || before.is("ask") || before.is("via") || before.is("tell") || before.is("mum");
}

} // namespace plumbline::text::timescales
