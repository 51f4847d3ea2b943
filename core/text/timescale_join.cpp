#include "text/timescale_reader.hpp"

#include <array>

namespace plumbline::text::timescales {

Reader::Reader(const Source& source, Parts parts) : source_(source), parts_(std::move(parts)) {
    join_ranges(source_, parts_);
    used_.assign(parts_.size(), false);
    dated_.assign(parts_.size(), nullptr);
    only_start_.assign(parts_.size(), false);
}

Timescale Reader::read() {
    date_events();
    mark_conditions();
    anchor_periods();
    gather();
    compare_bounds();
    return verdict();
}

std::size_t Reader::next_content(std::size_t index) const {
    std::size_t next = index;
    while (next < parts_.size() && parts_[next].is(PartKind::filler))
        ++next;
    return next;
}

std::optional<std::size_t> Reader::first_of(PartKind kind) const {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (parts_[i].is(kind)) return i;
    }
    return std::nullopt;
}

bool Reader::is_word(std::size_t part, std::string_view pattern) const {
    return part < parts_.size() && match(source_.items, parts_[part].first, pattern) > parts_[part].first;
}

void Reader::set_apart(std::size_t index, TimescaleKind kind) {
    if (!apart_) apart_ = Apart{index, kind};
}

/// Whether an event and a day beside each other are one: nothing between them but "on", "at", a dash, a
/// bracket.
bool Reader::takes_day(std::size_t event, std::size_t day) const {
    const std::size_t left = std::min(event, day);
    const std::size_t right = std::max(event, day);
    if (!parts_[day].is(PartKind::days) || used_[day]) return false;
    if (!only_between(source_, parts_, left, right, event < day ? "-(,:" : "(")) return false;
    for (std::size_t i = left + 1; i < right; ++i) { // "core group, by 14 June" are two
        const bool part_of_it = is_word(i, "on|in|at|for|due|ends|ending|end|over|@|runs");
        if (parts_[i].role == Role::by && !part_of_it) return false;
    }
    return true;
}

/// "RCPC on 3 June", "16 May core group", "half term (16/2)": the day is the event's.
void Reader::date_events() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!parts_[i].is(PartKind::event)) continue;
        const bool season =
            parts_[i].event.sort == EventSort::school || parts_[i].event.sort == EventSort::feast;
        for (std::size_t j = i + 1; j < parts_.size() && dated_[i] == nullptr; ++j) {
            if (takes_day(i, j) && !(season && parts_[j].relative))
                dated_[i] = &parts_[j].days, used_[j] = true;
            else if (parts_[j].timely() || parts_[j].is(PartKind::word))
                break;
        }
        for (std::size_t j = i; j-- > 0 && dated_[i] == nullptr;) {
            const Role role = role_of(source_, parts_, j);
            const bool own =
                role == Role::start || role == Role::after || role == Role::fact || parts_[j].today;
            if (takes_day(i, j) && !own)
                dated_[i] = &parts_[j].days, used_[j] = true;
            else if (parts_[j].timely() || parts_[j].is(PartKind::word))
                break;
        }
    }
}

/// "24 April - ongoing", "24/04/24 to ?", "14 June onwards", "24 April earliest": the day begins something.
bool Reader::starts_something(std::size_t index) const {
    const std::size_t next = next_content(index + 1);
    if (next >= parts_.size()) return false;
    if (is_word(next, "onward|onwards|earliest|start") ||
        (parts_[next].role == Role::not_before && next + 1 == parts_.size()))
        return true;
    if (parts_[next].is(PartKind::open)) return is_word(next, "until|till|til");
    const bool dash = parts_[next].is(PartKind::sign) && is_word(next, "-");
    const bool to = parts_[next].role == Role::range || is_word(next, "until|till|til|to");
    if (!dash && !to) return false;
    const std::size_t end = next_content(next + 1);
    if (end >= parts_.size()) return to;
    const bool nowhere = parts_[end].is(PartKind::open) ||
                         (to && (parts_[end].role == Role::maybe || parts_[end].is(PartKind::nothing)));
    return nowhere || (to && parts_[end].is(PartKind::word));
}

/// "once the 12 week course ends": a period inside a condition measures something else.
void Reader::mark_conditions() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (parts_[i].is(PartKind::days)) only_start_[i] = starts_something(i);
        const Role role = parts_[i].role;
        const bool until = parts_[i].is(PartKind::role) && is_word(i, "until|untill|till|til");
        if (role != Role::condition && role != Role::after && role != Role::before && !until) continue;
        const std::size_t content = next_content(i + 1);
        const bool words = content < parts_.size() &&
                           (parts_[content].is(PartKind::word) || parts_[content].is(PartKind::noise) ||
                            (role == Role::condition && !parts_[content].timely()));
        if (!words && role != Role::condition) continue;
        for (std::size_t j = i + 1; j < parts_.size() && !parts_[j].is(PartKind::sign); ++j) {
            const bool fixed =
                parts_[j].event.sort == EventSort::birthday || parts_[j].event.sort == EventSort::school;
            const bool event =
                parts_[j].is(PartKind::event) && role == Role::condition && !fixed && dated_[j] == nullptr;
            if (parts_[j].is(PartKind::period) || parts_[j].is(PartKind::frequency) || event) used_[j] = true;
        }
        undated_clause_ |= words;
        if (words) set_apart(i, until ? TimescaleKind::open_ended : TimescaleKind::vague);
    }
}

} // namespace plumbline::text::timescales
