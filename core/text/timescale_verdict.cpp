#include "text/timescale_reader.hpp"

#include <algorithm>

namespace plumbline::text::timescales {

namespace chrono = std::chrono;

namespace {

bool earlier(const Bound& left, const Bound& right) {
    return left.last < right.last;
}

Span span_of(const Source& source, const Part& part) {
    return {source.items[part.first].span.begin, source.items[part.last - 1].span.end};
}

} // namespace

std::string Reader::quoted(std::size_t part) const {
    std::string words = "'";
    for (std::size_t i = parts_[part].first; i < parts_[part].last; ++i)
        words += (i == parts_[part].first || source_.items[i].glued ? "" : " ") + source_.items[i].norm;
    return words + "'";
}

Timescale Reader::refused(TimescaleKind kind, std::size_t part, const std::string& how) const {
    Timescale timescale;
    timescale.kind = kind;
    timescale.words = span_of(source_, parts_[part]);
    timescale.how = how;
    timescale.possible = kind != TimescaleKind::past && kind != TimescaleKind::invalid_date &&
                         kind != TimescaleKind::contradictory;
    return timescale;
}

/// The latest bound; where the action has a due date, the one that it agrees with.
const Bound& Reader::deciding() const {
    const auto& due = source_.context.due;
    const auto agrees = [&](const Bound& bound) {
        const chrono::days slack{7};
        return due && bound.last && bound.first.value_or(*bound.last) - slack <= *due &&
               *due <= *bound.last + slack;
    };
    const auto agreed = std::find_if(bounds_.begin(), bounds_.end(), agrees);
    return agreed != bounds_.end() ? *agreed : *std::max_element(bounds_.begin(), bounds_.end(), earlier);
}

/// No such day, a wrong weekday, a day gone by, two times that exclude each other.
std::optional<Timescale> Reader::impossible() const {
    for (const Bound& bound : bounds_) {
        if (bound.fault == Fault::invalid)
            return refused(TimescaleKind::invalid_date, bound.part,
                           "there is no such day as " + quoted(bound.part));
    }
    for (const Bound& bound : bounds_) {
        if (bound.fault == Fault::weekday)
            return refused(TimescaleKind::contradictory, bound.part,
                           bound.last ? to_reader(*bound.last) + " is not the weekday written"
                                      : "no such weekday and number come soon");
        if (bound.fault == Fault::reversed)
            return refused(TimescaleKind::contradictory, bound.part, "it ends before it begins");
    }
    const auto gone = [&](const Bound& bound) { return bound.last && *bound.last < source_.context.written; };
    if (!bounds_.empty() && std::all_of(bounds_.begin(), bounds_.end(), gone)) {
        const Bound& last = *std::max_element(bounds_.begin(), bounds_.end(), earlier);
        Timescale past = refused(TimescaleKind::past, last.part,
                                 to_reader(*last.last) + " is before the plan was written");
        past.first_day = last.first;
        past.last_day = last.last;
        return past;
    }
    const auto conflict =
        std::find_if(bounds_.begin(), bounds_.end(), [](const Bound& bound) { return bound.conflict; });
    if (conflict == bounds_.end()) return std::nullopt;
    return refused(TimescaleKind::contradictory, conflict->part,
                   "two times that exclude each other: " + conflict->how);
}

Timescale Reader::bounded() const {
    const Bound& bound = deciding();
    Timescale timescale;
    timescale.bounded = true;
    timescale.kind = bound.kind;
    if (first_of(PartKind::frequency))
        timescale.kind = TimescaleKind::recurring_bounded;
    else if (first_of(PartKind::open) || (undated_clause_ && bound.kind == TimescaleKind::date))
        timescale.kind = TimescaleKind::event_bounded;
    if (bound.exact) {
        timescale.first_day = bound.first ? bound.first : bound.last;
        timescale.last_day = bound.last;
    }
    timescale.words = span_of(source_, parts_[bound.part]);
    timescale.how = bound.how;
    return timescale;
}

/// Why nothing bounds the time: the plainest reason first.
Timescale Reader::unbounded() const {
    if (const auto part = first_of(PartKind::nothing))
        return refused(TimescaleKind::none, *part, quoted(*part) + " sets no time");
    if (apart_ && apart_->kind == TimescaleKind::none)
        return refused(TimescaleKind::none, apart_->part, quoted(apart_->part) + " does not say by when");
    for (const PartKind kind : {PartKind::open, PartKind::frequency}) {
        const auto part = first_of(kind);
        if (part && !used_[*part])
            return refused(TimescaleKind::open_ended, *part, quoted(*part) + " has no last day");
    }
    if (apart_ && apart_->kind == TimescaleKind::open_ended)
        return refused(TimescaleKind::open_ended, apart_->part, quoted(apart_->part) + " is not a last day");
    if (const auto part = first_of(PartKind::vague))
        return refused(TimescaleKind::vague, *part, quoted(*part) + " names no day");
    if (apart_)
        return refused(apart_->kind, apart_->part,
                       quoted(apart_->part) + " hangs on something without a date");
    if (fact_) return refused(TimescaleKind::past, *fact_, quoted(*fact_) + " has already been");
    Timescale none;
    none.words = {source_.items.front().span.begin, source_.items.back().span.end};
    none.how = "no time is named";
    return none;
}

Timescale Reader::verdict() const {
    if (auto refusal = impossible()) return *refusal;
    if (const auto part = first_of(PartKind::cancel))
        return refused(TimescaleKind::vague, *part, quoted(*part) + " takes the day back");
    const bool only_today = std::all_of(bounds_.begin(), bounds_.end(),
                                        [&](const Bound& bound) { return parts_[bound.part].today; });
    const bool open = first_of(PartKind::open) || first_of(PartKind::frequency);
    if (!bounds_.empty() && !(only_today && open)) return bounded();
    if (reviewed_at_) {
        Timescale timescale =
            refused(TimescaleKind::event_bounded, *reviewed_at_, "it is looked at again at each of them");
        timescale.bounded = true;
        return timescale;
    }
    return unbounded();
}

} // namespace plumbline::text::timescales
