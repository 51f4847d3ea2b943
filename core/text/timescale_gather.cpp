#include "text/timescale_reader.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

/// "see minutes dated 12.03.24": the day is of another document.
bool Reader::pointed_at(std::size_t index) const {
    for (std::size_t i = index; i-- > 0 && !is_word(i, ";");) {
        if (parts_[i].role == Role::pointer) return true;
    }
    return false;
}

/// "reviewed at each core group".
bool Reader::reviewed(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
        if (parts_[i].role == Role::review || parts_[i].event.kind == "review") return true;
        const bool between =
            parts_[i].is(PartKind::filler) || parts_[i].role == Role::by || parts_[i].role == Role::also;
        if (!between) return false;
    }
    return false;
}

/// "date to be set at core group", "RCPC date TBC": the meeting sets the time, or has none yet.
bool Reader::to_be_set(std::size_t index) const {
    const Part& part = parts_[index];
    for (std::size_t i = index; i-- > 0;) {
        if (parts_[i].is(PartKind::nothing)) return true;
        const bool place = parts_[i].role == Role::by && is_word(i, "at|in|on|during");
        if (!parts_[i].is(PartKind::filler) && !place && parts_[i].role != Role::also) break;
    }
    if (dated_[index] != nullptr || part.event.next) return false;
    std::size_t next = index + 1;
    while (next < parts_.size() && (parts_[next].is(PartKind::filler) || parts_[next].is(PartKind::sign)))
        ++next;
    return next < parts_.size() && parts_[next].is(PartKind::nothing);
}

Role Reader::role_here(std::size_t index) const {
    const std::size_t next = next_content(index + 1);
    const bool guess = next < parts_.size() && parts_[next].role == Role::maybe &&
                       next + 1 == parts_.size() && !is_word(next, "?");
    return guess ? Role::maybe : role_of(source_, parts_, index); // "Christmas maybe"
}

void Reader::gather_days(std::size_t index, Role role) {
    const Part& part = parts_[index];
    Bound bound = bound_of_days(part, index);
    const bool gone = bound.last && *bound.last < source_.context.written;
    const bool starts = (role == Role::start && !part.days.range) || only_start_[index];
    const bool later = role == Role::after || role == Role::not_before;
    const bool fact = role == Role::fact || role == Role::done;
    const bool year = bound.first && bound.last && *bound.last - *bound.first > chrono::days{300};
    if (role == Role::pointer || (fact && pointed_at(index))) {
        set_apart(index, TimescaleKind::none);
    } else if (role == Role::maybe || (year && first_of(PartKind::vague))) {
        set_apart(index, TimescaleKind::vague);
    } else if ((starts || later) && bound.fault == Fault::none) {
        if (starts) start_ = part.days.first;
        set_apart(index, TimescaleKind::open_ended);
    } else if (fact && gone) {
        fact_ = index;
    } else {
        if (role == Role::before && bound.last) bound.how = "before " + to_reader(*bound.last);
        bounds_.push_back(std::move(bound));
    }
}

void Reader::gather_event(std::size_t index, Role role) {
    static constexpr std::array decides{
        std::string_view(
            "decides|decide|agrees|says|recommends|advises|confirms|states|thinks|allows|otherwise"),
    };
    const Part& part = parts_[index];
    const Days* dated = dated_[index];
    Bound bound = bound_of_event(source_, part, index, dated);
    const bool undecided = dated == nullptr && match_any(source_.items, part.last, decides) > part.last;
    const bool undated = dated == nullptr && part.event.sort == EventSort::named && !bound.last;
    // "Review" alone asks for one and does not say when; "by review", "next review", "plan review" do.
    const bool named =
        part.event.next || part.last - part.first > 1 || (index > 0 && parts_[index - 1].role == Role::range);
    const bool bare =
        part.event.kind == "review" && !named && dated == nullptr && role != Role::by && role != Role::before;
    // "LAC visits every 6 weeks", "statutory visits": the meetings recur, none of them is meant.
    const bool recurs = dated == nullptr && role == Role::none && part.event.sort == EventSort::statutory &&
                        source_.at(part.last - 1).norm.ends_with("s");
    const bool starts = role == Role::after || role == Role::start || role == Role::not_before;
    if (to_be_set(index) || bare || role == Role::pointer)
        set_apart(index, TimescaleKind::none);
    else if (undecided || undated || role == Role::maybe)
        set_apart(index, TimescaleKind::vague);
    else if (starts || recurs)
        set_apart(index, TimescaleKind::open_ended);
    else
        bounds_.push_back(std::move(bound));
}

void Reader::gather_period(std::size_t index, Role role) {
    const Period& period = parts_[index].period;
    if (period.length || role == Role::maybe || role == Role::pointer) {
        set_apart(index, TimescaleKind::vague);
        return;
    }
    if (period.lower || role == Role::at_least || role == Role::not_before) {
        set_apart(index, TimescaleKind::open_ended);
        return;
    }
    const Date start = start_ && role != Role::review ? *start_ : source_.context.written;
    Bound bound;
    bound.kind = TimescaleKind::relative;
    bound.exact = !parts_[index].run;
    add_period(index, start, false, std::move(bound));
    if (!bounds_.back().last) bounds_.back().how += ", beyond the table of working days";
}

void Reader::gather() {
    for (std::size_t i = 0; i < parts_.size(); ++i) { // starts first: periods are reckoned from them
        if (!used_[i] && parts_[i].is(PartKind::days)) gather_days(i, role_here(i));
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (used_[i]) continue;
        if (parts_[i].is(PartKind::event)) gather_event(i, role_here(i));
        if (parts_[i].is(PartKind::period)) gather_period(i, role_here(i));
        if (!parts_[i].is(PartKind::frequency) || !reviewed(i)) continue;
        const auto event = recognise_event(source_, parts_[i].first + 1);
        if (event && event->event.sort == EventSort::statutory) reviewed_at_ = i;
    }
}

namespace {

chrono::days between(Date left, Date right) {
    return left > right ? left - right : right - left;
}

} // namespace

/// A period and a date in one breath ("3 weeks (30/09/24)") must mean the same; so must two periods ("i.e.").
void Reader::compare_period(Bound& bound) {
    const chrono::days length = *bound.last - source_.context.written;
    const chrono::days slack = std::max(chrono::days{7}, length / 5);
    for (const Bound& other : bounds_) {
        if (other.part == bound.part || !other.last || other.fault != Fault::none || parts_[other.part].today)
            continue;
        const std::size_t left = std::min(bound.part, other.part);
        const std::size_t right = std::max(bound.part, other.part);
        const bool reviewed_then = parts_[other.part].is(PartKind::event) && right == left + 1;
        const bool two_periods = parts_[other.part].is(PartKind::period);
        const bool either = two_periods && right == left + 2 && parts_[left + 1].role == Role::alternative;
        const chrono::days apart = between(*bound.last, *other.last);
        if (either && apart > chrono::days{60}) bound.conflict = true; // "6 weeks or 6 months"
        if (!reviewed_then && !only_between(source_, parts_, left, right, "-(,:=/")) continue;
        if (apart > slack && (!two_periods || apart > length / 2)) bound.conflict = true;
    }
}

void Reader::compare_bounds() {
    for (Bound& bound : bounds_) {
        const Part& part = parts_[bound.part];
        if (part.is(PartKind::period) && bound.last && !part.run) compare_period(bound);
    }
}

} // namespace plumbline::text::timescales
