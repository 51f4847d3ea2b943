#include "text/timescale_decide.hpp"

#include "text/timescale_reckon.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

/// Gathers what bounds the time, and what would leave it open.
class Reader {
public:
    Reader(const Source& source, Parts parts)
        : source_(source), parts_(std::move(parts)), used_(parts_.size(), false) {}

    Timescale read();

private:
    void date_events();
    void anchor_periods();
    void mark_conditions();
    void gather();
    void gather_days(std::size_t index, Role role);
    void gather_event(std::size_t index, Role role);
    void gather_period(std::size_t index, Role role);
    void compare_periods();
    const Bound& deciding() const;
    Timescale verdict() const;

    std::optional<std::size_t> anchor_of(std::size_t period, bool& before, std::size_t& connector) const;
    bool names_plan(std::size_t index) const;
    bool pointed_at(std::size_t index) const;
    bool reviewed(std::size_t index) const;
    bool to_be_set(std::size_t index) const;
    bool named_review(std::size_t index) const;
    std::size_t next_content(std::size_t index) const;
    bool has(PartKind kind) const {
        return std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) { return part.is(kind); });
    }
    const Part* first_of(PartKind kind) const {
        const auto found =
            std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.is(kind); });
        return found == parts_.end() ? nullptr : &*found;
    }
    void keep_apart(std::size_t index, TimescaleKind kind) {
        if (!apart_kind_) apart_kind_ = kind, apart_ = index;
    }
    Span span(std::size_t first, std::size_t last) const {
        return {source_.items[parts_[first].first].span.begin, source_.items[parts_[last].last - 1].span.end};
    }
    Timescale refused(TimescaleKind kind, std::size_t part, std::string how) const;

    Source source_;
    Parts parts_;
    std::vector<bool> used_; // parts that have had their say
    std::vector<const Days*> dated_;
    std::vector<Bound> bounds_;
    std::optional<Date> start_;
    std::optional<std::size_t>
        apart_; // a part that looks like a bound and is none, and what it makes the text
    std::optional<TimescaleKind> apart_kind_;
    std::optional<std::size_t> fact_;
    bool review_each_ = false;
    bool undated_clause_ = false; // "until the order runs out"
};

/// "RCPC on 3 June", "16 May core group", "half term (16/2)": the day is the event's.
void Reader::date_events() {
    dated_.assign(parts_.size(), nullptr);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!parts_[i].is(PartKind::event)) continue;
        for (std::size_t j = i + 1; j < parts_.size(); ++j) {
            if (!only_between(source_, parts_, i, j, "-(,:")) break;
            const std::size_t first = parts_[j].first;
            if (parts_[j].role == Role::by &&
                match(source_.items, first, "on|in|at|for|due|ends|ending|end|over|@|runs") == first)
                break;
            const bool season =
                parts_[i].event.sort == EventSort::school || parts_[i].event.sort == EventSort::feast;
            if (parts_[j].is(PartKind::days) && !used_[j] && !(season && parts_[j].relative)) {
                dated_[i] = &parts_[j].days;
                used_[j] = true;
                break;
            }
        }
        if (dated_[i] != nullptr || i == 0) continue;
        for (std::size_t j = i; j-- > 0;) {
            if (!only_between(source_, parts_, j, i, "(")) break;
            const Role role = role_of(source_, parts_, j);
            if (parts_[j].is(PartKind::days) && !used_[j] && role != Role::start && role != Role::after &&
                role != Role::fact && !parts_[j].today) {
                dated_[i] = &parts_[j].days;
                used_[j] = true;
                break;
            }
        }
    }
}

std::size_t Reader::next_content(std::size_t index) const {
    std::size_t next = index;
    while (next < parts_.size() && parts_[next].is(PartKind::filler))
        ++next;
    return next;
}

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
    const bool closes = !source_.at(end).word() || source_.at(end).is("and") || source_.at(end).is("or");
    return end > first && closes;
}

/// "see minutes dated 12.03.24": the day is of another document.
bool Reader::pointed_at(std::size_t index) const {
    for (std::size_t i = index; i-- > 0 && source_.at(parts_[i].first).norm != ";";) {
        if (parts_[i].role == Role::pointer) return true;
    }
    return false;
}

/// "reviewed at each core group", "review every 6 weeks".
bool Reader::reviewed(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
        if (parts_[i].role == Role::review || parts_[i].event.kind == "review") return true;
        const bool between =
            parts_[i].is(PartKind::filler) || parts_[i].role == Role::by || parts_[i].role == Role::also;
        if (!between) return false;
    }
    return false;
}

/// "to review", "plan review": a meeting rather than the doing.
bool Reader::named_review(std::size_t index) const {
    const Part& part = parts_[index];
    const bool to = index > 0 && parts_[index - 1].role == Role::range;
    return to || part.last - part.first > 1;
}

/// "date to be set at core group": the meeting sets the time, and is not it.
bool Reader::to_be_set(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
        if (parts_[i].is(PartKind::nothing)) return true;
        const Item& word = source_.at(parts_[i].first);
        const bool place = parts_[i].role == Role::by &&
                           (word.is("at") || word.is("in") || word.is("on") || word.is("during"));
        if (!parts_[i].is(PartKind::filler) && !place && parts_[i].role != Role::also) return false;
    }
    return false;
}

/// What "of", "after", "from" or "before" ties a period to.
std::optional<std::size_t> Reader::anchor_of(std::size_t period, bool& before, std::size_t& connector) const {
    std::size_t next = period + 1;
    while (next < parts_.size()) {
        const Part& part = parts_[next];
        const Item& first = source_.at(part.first);
        const bool of = part.is(PartKind::filler) && first.is("of") && part.last == part.first + 1;
        before = part.role == Role::before;
        if (of || before || part.role == Role::after || part.role == Role::start) {
            connector = next;
            return next + 1;
        }
        const bool skip = part.is(PartKind::filler) || (part.is(PartKind::word) && next == period + 1);
        if (!skip) return std::nullopt;
        ++next;
    }
    return std::nullopt;
}

void Reader::anchor_periods() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!parts_[i].is(PartKind::period) || used_[i]) continue;
        bool before = false;
        std::size_t connector = i;
        const auto from = anchor_of(i, before, connector);
        if (!from) continue;
        const std::size_t anchor = next_content(*from);
        const Period& period = parts_[i].period;
        Bound bound;
        bound.part = i;
        bound.kind = TimescaleKind::relative;
        std::optional<Date> start;
        bool known = true; // the anchor bounds by itself
        if (names_plan(*from) || names_plan(anchor)) {
            start = source_.context.written;
            if (anchor < parts_.size() && parts_[anchor].timely()) used_[anchor] = true;
        } else if (anchor < parts_.size() && parts_[anchor].is(PartKind::days)) {
            const Days& days = parts_[anchor].days;
            if (days.range &&
                days.fault == Fault::none) { // "10 weeks from 26 Nov to 14 Feb": the range ends it
                used_[i] = true;
                continue;
            }
            bound.fault = days.fault;
            start = days.last;
            used_[anchor] = true;
        } else if (anchor < parts_.size() && parts_[anchor].is(PartKind::event)) {
            const Part& part = parts_[anchor];
            const Bound event = bound_of_event(source_, part, anchor, dated_[anchor]);
            const bool by_itself =
                part.event.sort != EventSort::named || dated_[anchor] != nullptr || event.last;
            const bool far =
                part.event.sort == EventSort::named && !dated_[anchor] && part.event.kind.empty();
            known = by_itself && !far;
            bound.fault = event.fault;
            bound.conflict = event.conflict;
            bound.kind = TimescaleKind::event_bounded;
            bound.exact = event.exact;
            start = event.last;
            used_[anchor] = known;
        } else {
            // "within 10 days of discharge (14/3/24)": a day close behind dates the event.
            std::size_t later = *from;
            while (later < parts_.size() && !parts_[later].timely())
                ++later;
            const bool dates_it = later < parts_.size() && parts_[later].is(PartKind::days) &&
                                  !used_[later] && role_of(source_, parts_, later) != Role::maybe;
            used_[i] = true;
            if (dates_it) continue; // the day itself bounds
            keep_apart(i, TimescaleKind::vague);
            continue;
        }
        used_[i] = true;
        if (!known) {
            keep_apart(i, TimescaleKind::vague);
            continue;
        }
        if (start) {
            bound.last = end_of(period, *start, before ? -1 : 1);
            if (period.measure == Measure::terms) bound.exact = false;
        }
        if (period.lower) {
            keep_apart(i, TimescaleKind::open_ended);
            continue;
        }
        bound.how = period_words(period) + (before ? " before " : " from ");
        bound.how += start ? to_reader(*start) : std::string("an event without a date in the plan");
        if (bound.last) bound.how += ": " + to_reader(*bound.last);
        bounds_.push_back(std::move(bound));
    }
}

/// "once the 12 week course ends": a period inside a condition measures something else.
void Reader::mark_conditions() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Role role = parts_[i].role;
        const bool until =
            parts_[i].is(PartKind::role) && (source_.at(parts_[i].first).norm.starts_with("unti") ||
                                             source_.at(parts_[i].first).norm.starts_with("til"));
        if (role != Role::condition && role != Role::after && role != Role::before && !until) continue;
        const std::size_t content = next_content(i + 1);
        const bool undated = content < parts_.size() &&
                             (parts_[content].is(PartKind::word) || parts_[content].is(PartKind::noise) ||
                              (role == Role::condition && !parts_[content].timely()));
        if (!undated && role != Role::condition) continue;
        std::size_t j = i + 1;
        for (; j < parts_.size() && !parts_[j].is(PartKind::sign); ++j) {
            const bool birthday =
                parts_[j].event.sort == EventSort::birthday || parts_[j].event.sort == EventSort::school;
            if (parts_[j].is(PartKind::period)) used_[j] = true;
            if (parts_[j].is(PartKind::event) && role == Role::condition && !birthday && dated_[j] == nullptr)
                used_[j] = true;
            if (parts_[j].is(PartKind::frequency)) used_[j] = true;
        }
        undated_clause_ |= undated;
        if (undated) keep_apart(i, until ? TimescaleKind::open_ended : TimescaleKind::vague);
    }
}

void Reader::gather_days(std::size_t index, Role role) {
    const Part& part = parts_[index];
    Bound bound = bound_of_days(part, index);
    const std::size_t onwards = next_content(index + 1);
    if (onwards < parts_.size() && source_.at(parts_[onwards].first).norm.starts_with("onward"))
        role = Role::start;
    const bool gone = bound.last && *bound.last < source_.context.written;
    switch (role) {
    case Role::start:
        if (part.days.range) break; // "from 12 June to 5 July" ends
        if (bound.fault != Fault::none) break;
        start_ = part.days.first;
        keep_apart(index, TimescaleKind::open_ended);
        return;
    case Role::after:
    case Role::not_before:
        if (bound.fault != Fault::none) break;
        keep_apart(index, TimescaleKind::open_ended);
        return;
    case Role::maybe:
        keep_apart(index, TimescaleKind::vague);
        return;
    case Role::pointer:
        keep_apart(index, TimescaleKind::none);
        return;
    case Role::fact:
    case Role::done:
        if (pointed_at(index)) {
            keep_apart(index, TimescaleKind::none);
            return;
        }
        if (!gone) break;
        fact_ = index;
        return;
    default:
        break;
    }
    if (role == Role::before && bound.how.starts_with("last day"))
        bound.how = "before " + to_reader(*bound.last);
    bounds_.push_back(std::move(bound));
}

void Reader::gather_event(std::size_t index, Role role) {
    const Part& part = parts_[index];
    const Days* dated = dated_[index];
    Bound bound = bound_of_event(source_, part, index, dated);
    if (to_be_set(index)) {
        keep_apart(index, TimescaleKind::none);
        return;
    }
    if (dated == nullptr && index + 1 < parts_.size() && !parts_[index].event.next) { // "RCPC date TBC"
        std::size_t next = index + 1;
        while (next < parts_.size() && (parts_[next].is(PartKind::filler) || parts_[next].is(PartKind::sign)))
            ++next;
        if (next < parts_.size() && parts_[next].is(PartKind::nothing)) {
            keep_apart(index, TimescaleKind::none);
            return;
        }
    }
    static constexpr std::array decides{std::string_view(
        "decides|decide|agrees|says|recommends|advises|confirms|states|thinks|allows|otherwise")};
    if (match_any(source_.items, part.last, decides) > part.last && dated == nullptr) {
        keep_apart(index, TimescaleKind::vague);
        return;
    }
    // "Review" alone asks for one and does not say when; "by review", "next review" do.
    const bool bare = part.event.kind == "review" && !part.event.next && dated == nullptr &&
                      role != Role::by && role != Role::before && !named_review(index);
    if (bare) {
        keep_apart(index, TimescaleKind::none);
        return;
    }
    if (dated == nullptr && part.event.sort == EventSort::named && !bound.last) {
        keep_apart(index, TimescaleKind::vague);
        return;
    }
    const bool starts = role == Role::after || role == Role::start || role == Role::not_before;
    if (starts || role == Role::maybe || role == Role::pointer) {
        keep_apart(index, role == Role::pointer ? TimescaleKind::none
                          : starts              ? TimescaleKind::open_ended
                                                : TimescaleKind::vague);
        return;
    }
    if (role == Role::before && dated == nullptr && part.event.sort == EventSort::feast) bound.exact = false;
    bounds_.push_back(std::move(bound));
}

void Reader::gather_period(std::size_t index, Role role) {
    const Part& part = parts_[index];
    if (part.period.length || part.period.lower || role == Role::at_least || role == Role::not_before) {
        keep_apart(index, part.period.length ? TimescaleKind::vague : TimescaleKind::open_ended);
        return;
    }
    if (role == Role::maybe || role == Role::pointer) {
        keep_apart(index, TimescaleKind::vague);
        return;
    }
    if (role == Role::after) { // "after 6 weeks": as "in 6 weeks"
    }
    const bool from_start =
        start_ && role != Role::review && *start_ >= source_.context.written - chrono::days{366};
    const Date start = from_start ? *start_ : source_.context.written;
    Bound bound;
    bound.part = index;
    bound.kind = TimescaleKind::relative;
    bound.last = end_of(part.period, start);
    bound.exact = part.period.measure != Measure::terms && !part.run;
    bound.how = period_words(part.period) + " from " + to_reader(start);
    if (bound.last)
        bound.how += ": " + to_reader(*bound.last);
    else
        bound.how += ", beyond the table of working days";
    bounds_.push_back(std::move(bound));
}

void Reader::gather() {
    for (std::size_t i = 0; i < parts_.size(); ++i) { // starts first: periods are reckoned from them
        if (!used_[i] && parts_[i].is(PartKind::days)) gather_days(i, role_of(source_, parts_, i));
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Role role = role_of(source_, parts_, i);
        if (parts_[i].is(PartKind::frequency) && reviewed(i) && !used_[i]) {
            const auto event = recognise_event(source_, parts_[i].first + 1);
            review_each_ |= event.has_value() && event->event.sort == EventSort::statutory;
        }
        if (used_[i]) continue;
        if (parts_[i].is(PartKind::event)) gather_event(i, role);
        if (parts_[i].is(PartKind::period)) gather_period(i, role);
    }
}

/// A period and a date in one breath ("3 weeks (30/09/24)") must mean the same; so must two periods.
void Reader::compare_periods() {
    for (Bound& bound : bounds_) {
        const Part& part = parts_[bound.part];
        if (!part.is(PartKind::period) || !bound.last || part.run) continue;
        const chrono::days length = *bound.last - source_.context.written;
        const chrono::days slack = std::max(chrono::days{7}, length / 5);
        for (const Bound& other : bounds_) {
            if (other.part == bound.part || !other.last || other.fault != Fault::none) continue;
            const std::size_t left = std::min(bound.part, other.part);
            const std::size_t right = std::max(bound.part, other.part);
            const bool reviewed = parts_[other.part].is(PartKind::event) && right == left + 1;
            if (!reviewed && !only_between(source_, parts_, left, right, "-(,:=/")) continue;
            const bool either = parts_[other.part].is(PartKind::period);
            const chrono::days apart =
                *bound.last > *other.last ? *bound.last - *other.last : *other.last - *bound.last;
            if (apart > slack && (!either || apart > length / 2)) bound.conflict = true;
        }
    }
    for (std::size_t i = 0; i + 1 < bounds_.size(); ++i) { // "6 weeks or 6 months"
        for (std::size_t j = i + 1; j < bounds_.size(); ++j) {
            const Part &a = parts_[bounds_[i].part], &b = parts_[bounds_[j].part];
            if (!a.is(PartKind::period) || !b.is(PartKind::period) || !bounds_[i].last || !bounds_[j].last)
                continue;
            const bool alternative = bounds_[j].part == bounds_[i].part + 2 &&
                                     parts_[bounds_[i].part + 1].role == Role::alternative;
            const chrono::days apart = *bounds_[j].last - *bounds_[i].last;
            if (alternative && apart > chrono::days{60}) bounds_[j].conflict = true;
        }
    }
}

/// The latest bound; where the action has a due date, the one that it agrees with.
const Bound& Reader::deciding() const {
    const auto agrees = [&](const Bound& bound) {
        const auto& due = source_.context.due;
        const chrono::days slack{7};
        return due && bound.last && bound.first.value_or(*bound.last) - slack <= *due &&
               *due <= *bound.last + slack;
    };
    const auto agreed = std::find_if(bounds_.begin(), bounds_.end(), agrees);
    if (agreed != bounds_.end()) return *agreed;
    return *std::max_element(bounds_.begin(), bounds_.end(),
                             [](const Bound& a, const Bound& b) { return a.last < b.last; });
}

Timescale Reader::refused(TimescaleKind kind, std::size_t part, std::string how) const {
    Timescale timescale;
    timescale.kind = kind;
    timescale.words = span(part, part);
    timescale.how = std::move(how);
    timescale.possible = kind != TimescaleKind::past && kind != TimescaleKind::invalid_date &&
                         kind != TimescaleKind::contradictory;
    return timescale;
}

Timescale Reader::verdict() const {
    const auto quoted = [&](std::size_t part) {
        std::string words = "'";
        for (std::size_t i = parts_[part].first; i < parts_[part].last; ++i)
            words += (i == parts_[part].first || source_.items[i].glued ? "" : " ") + source_.items[i].norm;
        return words + "'";
    };
    for (const Bound& bound : bounds_) {
        if (bound.fault == Fault::invalid)
            return refused(TimescaleKind::invalid_date, bound.part,
                           "there is no such day as " + quoted(bound.part));
    }
    for (const Bound& bound : bounds_) {
        if (bound.fault == Fault::weekday)
            return refused(TimescaleKind::contradictory, bound.part,
                           to_reader(bound.last.value_or(source_.context.written)) +
                               " is not the weekday written");
        if (bound.fault == Fault::reversed)
            return refused(TimescaleKind::contradictory, bound.part, "it ends before it begins");
    }
    const auto gone = [&](const Bound& bound) { return bound.last && *bound.last < source_.context.written; };
    if (!bounds_.empty() && std::all_of(bounds_.begin(), bounds_.end(), gone)) {
        const Bound& last = *std::max_element(bounds_.begin(), bounds_.end(),
                                              [](const Bound& a, const Bound& b) { return a.last < b.last; });
        Timescale past = refused(TimescaleKind::past, last.part,
                                 to_reader(*last.last) + " is before the plan was written");
        past.last_day = last.last;
        return past;
    }
    for (const Bound& bound : bounds_) {
        if (bound.conflict)
            return refused(TimescaleKind::contradictory, bound.part,
                           "two times that exclude each other: " + bound.how);
    }
    const Part* cancelled = first_of(PartKind::cancel);
    if (cancelled != nullptr)
        return refused(TimescaleKind::vague, static_cast<std::size_t>(cancelled - parts_.data()),
                       quoted(static_cast<std::size_t>(cancelled - parts_.data())) + " takes the day back");
    const bool only_today = std::all_of(bounds_.begin(), bounds_.end(),
                                        [&](const Bound& bound) { return parts_[bound.part].today; });
    const bool open = has(PartKind::open) || has(PartKind::frequency);
    if (!bounds_.empty() && !(only_today && open)) {
        const Bound& bound = deciding();
        Timescale timescale;
        timescale.bounded = true;
        timescale.kind = bound.kind;
        if (has(PartKind::frequency))
            timescale.kind = TimescaleKind::recurring_bounded;
        else if (has(PartKind::open))
            timescale.kind = TimescaleKind::event_bounded;
        else if (undated_clause_ && bound.kind == TimescaleKind::date)
            timescale.kind = TimescaleKind::event_bounded;
        if (bound.exact) {
            timescale.first_day = bound.first ? bound.first : bound.last;
            timescale.last_day = bound.last;
        }
        timescale.words = span(bound.part, bound.part);
        timescale.how = bound.how;
        return timescale;
    }
    if (review_each_) {
        Timescale timescale;
        timescale.bounded = true;
        timescale.kind = TimescaleKind::event_bounded;
        const Part* each = first_of(PartKind::frequency);
        timescale.words = span(static_cast<std::size_t>(each - parts_.data()),
                               static_cast<std::size_t>(each - parts_.data()));
        timescale.how = "it is looked at again at each of them";
        return timescale;
    }
    if (const Part* part = first_of(PartKind::nothing)) {
        const auto index = static_cast<std::size_t>(part - parts_.data());
        return refused(TimescaleKind::none, index, quoted(index) + " sets no time");
    }
    if (apart_kind_ == TimescaleKind::none)
        return refused(TimescaleKind::none, *apart_, quoted(*apart_) + " belongs to something else");
    for (const PartKind kind : {PartKind::open, PartKind::frequency}) {
        if (const Part* part = first_of(kind)) {
            const auto index = static_cast<std::size_t>(part - parts_.data());
            if (used_[index]) continue;
            return refused(TimescaleKind::open_ended, index, quoted(index) + " has no last day");
        }
    }
    if (apart_kind_ == TimescaleKind::open_ended)
        return refused(*apart_kind_, *apart_, quoted(*apart_) + " is not a last day");
    if (const Part* part = first_of(PartKind::vague)) {
        const auto index = static_cast<std::size_t>(part - parts_.data());
        return refused(TimescaleKind::vague, index, quoted(index) + " names no day");
    }
    if (!apart_kind_ && fact_)
        return refused(TimescaleKind::past, *fact_, quoted(*fact_) + " has already been");
    if (apart_kind_)
        return refused(*apart_kind_, *apart_, quoted(*apart_) + " hangs on something without a date");
    Timescale none;
    none.words = span(0, parts_.size() - 1);
    none.how = "no time is named";
    return none;
}

Timescale Reader::read() {
    if (parts_.empty()) return {};
    join_ranges(source_, parts_);
    used_.assign(parts_.size(), false);
    date_events();
    mark_conditions();
    anchor_periods();
    gather();
    compare_periods();
    return verdict();
}

} // namespace

Timescale decide(const Source& source, Parts parts) {
    return Reader(source, std::move(parts)).read();
}

} // namespace plumbline::text::timescales
