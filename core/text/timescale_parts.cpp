#include "text/timescale_parts.hpp"

namespace plumbline::text::timescales {

namespace {

bool is(const Item& item, std::string_view word) {
    if (word.size() == 1 && word.front() == '*') return item.word() || item.number();
    if (word.size() == 1 && word.front() == '#') return item.number() && !item.ordinal;
    if (word.starts_with('~')) return item.word() && like(item.norm, word.substr(1));
    return !item.norm.empty() && item.norm == word;
}

/// Alternatives are short and looked at very often: one pass over their letters.
bool one_of(const Item& item, std::string_view alternatives) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= alternatives.size(); ++i) {
        if (i < alternatives.size() && alternatives[i] != '|') continue;
        if (is(item, {alternatives.data() + begin, i - begin})) return true;
        begin = i + 1;
    }
    return false;
}

std::size_t match_from(const Items& items, std::size_t index, std::string_view pattern) {
    while (pattern.starts_with(' '))
        pattern.remove_prefix(1);
    if (pattern.empty()) return index;
    std::size_t space = 0;
    while (space < pattern.size() && pattern[space] != ' ')
        ++space;
    std::string_view element = pattern.substr(0, space);
    const std::string_view rest = pattern.substr(space);
    const bool optional = element.size() > 1 && element.ends_with('?');
    if (optional) element.remove_suffix(1);
    if (index < items.size() && one_of(items[index], element)) {
        const std::size_t end = match_from(items, index + 1, rest);
        if (end != 0) return end;
    }
    return optional ? match_from(items, index, rest) : 0;
}

Found best_at(const Source& source, std::size_t index) {
    Found best;
    for (const auto& recogniser :
         {recognise_noise, recognise_date, recognise_day, recognise_span, recognise_feast, recognise_birthday,
          recognise_school, recognise_period, recognise_frequency, recognise_event, recognise_phrase}) {
        Found found = recogniser(source, index);
        if (found && (!best || found->last > best->last)) best = found;
    }
    return best;
}

} // namespace

std::size_t match(const Items& items, std::size_t index, std::string_view pattern) {
    const std::size_t end = match_from(items, index, pattern);
    return end == 0 ? index : end;
}

bool closes(const Source& source, std::size_t index) {
    const Item& next = source.at(index);
    return next.norm.empty() || next.sign() || next.new_line ||
           match(source.items, index, "please|pls|thanks|latest|and|or|if|at|when|with") > index;
}

Part make_part(PartKind kind, std::size_t first, std::size_t last) {
    Part part;
    part.kind = kind;
    part.first = first;
    part.last = last;
    return part;
}

Parts recognise(const Source& source) {
    Parts parts;
    for (std::size_t i = 0; i < source.items.size();) {
        Found found = best_at(source, i);
        if (!found) {
            const Item& item = source.items[i];
            found = make_part(item.sign()     ? PartKind::sign
                              : item.number() ? PartKind::noise
                                              : PartKind::word,
                              i, i + 1);
        }
        i = found->last;
        parts.push_back(*found);
    }
    return parts;
}

} // namespace plumbline::text::timescales
