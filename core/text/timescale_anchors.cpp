#include "text/timescale_reader.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

/// "of this plan", "from today", "of the meeting": the day of the plan itself.
bool Reader::names_plan(std::size_t index) const {
    static constexpr std::array names{
        std::string_view("the? this? plan|today|now|writing|agreement"),
        std::string_view("today's|todays date|meeting|conference|review"),
        std::string_view("the? date of? this|the? plan|agreement"),
        std::string_view("the? plan date|start|starting|agreed|being? agreed|made"),
        std::string_view("the? start of this|the? plan"),
        std::string_view("the? date"),
        std::string_view("this|today's meeting|conference|review|core|date|plan group?"),
        std::string_view("the? plan being agreed|made|written|signed"),
    };
    if (index >= parts_.size()) return false;
    const std::size_t first = parts_[index].first;
    const std::size_t end = match_any(source_.items, first, names);
    return end > first && (closes(source_, end) || source_.at(end).number());
}

/// What "of", "after", "from" or "before" ties a period to; "3 weeks today" needs no such word.
std::optional<Reader::Anchor> Reader::anchor_of(std::size_t period) const {
    std::size_t on = next_content(period + 1);
    if (is_word(on, "on") && parts_[on].role == Role::by) ++on;
    const bool weekday = on < parts_.size() && parts_[on].is(PartKind::days) &&
                         parts_[on].last == parts_[on].first + 1 &&
                         weekday_like(source_.at(parts_[on].first).norm).has_value();
    const bool today = is_word(on, "today|tomorrow") && on == period + 1;
    if (weekday || today) return Anchor{on, false};
    for (std::size_t next = period + 1; next < parts_.size(); ++next) {
        const Part& part = parts_[next];
        const bool of = part.is(PartKind::filler) && part.last == part.first + 1 && is_word(next, "of");
        const bool before = part.role == Role::before;
        if (of || before || part.role == Role::after || part.role == Role::start)
            return Anchor{next + 1, before};
        const bool skip = part.is(PartKind::filler) || (part.is(PartKind::word) && next == period + 1);
        if (!skip) return std::nullopt;
    }
    return std::nullopt;
}

void Reader::add_period(std::size_t index, std::optional<Date> start, bool before, Bound bound) {
    const Period& period = parts_[index].period;
    used_[index] = true;
    bound.part = index;
    if (start) bound.last = end_of(period, *start, before ? -1 : 1);
    bound.first = bound.last;
    bound.exact = bound.exact && period.measure != Measure::terms;
    bound.how = period_words(period) + (before ? " before " : " from ") +
                (start ? to_reader(*start) : std::string("an event without a date in the plan"));
    if (bound.last) bound.how += ": " + to_reader(*bound.last);
    bounds_.push_back(std::move(bound));
}

void Reader::anchor_on_days(std::size_t index, std::size_t anchor, bool before) {
    const Days& days = parts_[anchor].days;
    if (days.range && days.fault == Fault::none) { // "10 weeks from 26 Nov to 14 Feb": the range ends it
        used_[index] = true;
        return;
    }
    used_[anchor] = true;
    Bound bound;
    bound.kind = TimescaleKind::relative;
    bound.fault = days.fault;
    add_period(index, days.last, before, std::move(bound));
}

void Reader::anchor_on_event(std::size_t index, std::size_t anchor, bool before) {
    const Part& part = parts_[anchor];
    Bound bound = bound_of_event(source_, part, anchor, dated_[anchor]);
    if (part.event.sort == EventSort::named && dated_[anchor] == nullptr && !bound.last) {
        used_[index] = true;
        set_apart(index, TimescaleKind::vague);
        return;
    }
    used_[anchor] = true;
    const auto start = bound.last;
    bound.last.reset();
    add_period(index, start, before, std::move(bound));
}

/// "within 10 days of discharge": undated, unless a day stands close behind ("(14/3/24)", "on 14 March").
void Reader::anchor_on_words(std::size_t index, const Anchor& anchor) {
    used_[index] = true;
    std::size_t later = anchor.part;
    while (later < parts_.size() && !parts_[later].timely())
        ++later;
    const bool day =
        later < parts_.size() && later > anchor.part && parts_[later].is(PartKind::days) && !used_[later];
    const Role role = day ? role_of(source_, parts_, later) : Role::none;
    if (!day || role == Role::maybe) {
        set_apart(index, TimescaleKind::vague);
        return;
    }
    const bool own_bound = role == Role::by && !is_word(later - 1, "on|in|at|for");
    if (own_bound) return; // "within 5 days of allocation, by 14 June"
    anchor_on_days(index, later, anchor.before);
}

void Reader::anchor_period(std::size_t index, const Anchor& anchor) {
    const std::size_t content = next_content(anchor.part);
    if (names_plan(anchor.part) || names_plan(content)) {
        if (content < parts_.size() && parts_[content].timely()) used_[content] = true;
        Bound bound;
        bound.kind = TimescaleKind::relative;
        add_period(index, source_.context.written, anchor.before, std::move(bound));
    } else if (content < parts_.size() && parts_[content].is(PartKind::days)) {
        anchor_on_days(index, content, anchor.before);
    } else if (content < parts_.size() && parts_[content].is(PartKind::event)) {
        anchor_on_event(index, content, anchor.before);
    } else {
        anchor_on_words(index, anchor);
    }
}

void Reader::anchor_periods() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!parts_[i].is(PartKind::period) || used_[i]) continue;
        const auto anchor = anchor_of(i);
        if (!anchor || anchor->part >= parts_.size()) continue;
        const Role role = role_here(i);
        const bool lower = parts_[i].period.lower || role == Role::at_least || role == Role::not_before;
        if (!lower) {
            anchor_period(i, *anchor);
            continue;
        }
        used_[i] = true; // "at least 6 weeks from 24 April"
        const std::size_t content = next_content(anchor->part);
        const bool to_event =
            content < parts_.size() && parts_[content].is(PartKind::event) && anchor->before;
        if (to_event)
            used_[i] = false, anchor_period(i, *anchor); // "at least 5 days before core group" ends there
        else if (content < parts_.size() && parts_[content].timely())
            used_[content] = true;
        set_apart(i, TimescaleKind::open_ended);
    }
}

} // namespace plumbline::text::timescales
