#pragma once

/// Reads the parts of one box together: what dates what, what bounds the time, what leaves it open.

#include "text/timescale_reckon.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::text::timescales {

class Reader {
public:
    Reader(const Source& source, Parts parts);

    Timescale read();

private:
    // timescale_join.cpp: parts that speak of one another
    void date_events();
    void mark_conditions();
    bool takes_day(std::size_t event, std::size_t day) const;
    bool starts_something(std::size_t index) const;

    // timescale_anchors.cpp: periods that hang on something
    struct Anchor {
        std::size_t part = 0;
        bool before = false;
    };
    void anchor_periods();
    void anchor_period(std::size_t index, const Anchor& anchor);
    void anchor_on_days(std::size_t index, std::size_t anchor, bool before);
    void anchor_on_event(std::size_t index, std::size_t anchor, bool before);
    void anchor_on_words(std::size_t index, const Anchor& anchor);
    void add_period(std::size_t index, std::optional<Date> start, bool before, Bound bound);
    std::optional<Anchor> anchor_of(std::size_t period) const;
    bool names_plan(std::size_t index) const;

    // timescale_gather.cpp: what bounds
    void gather();
    void gather_days(std::size_t index, Role role);
    void gather_event(std::size_t index, Role role);
    void gather_period(std::size_t index, Role role);
    void compare_bounds();
    void compare_period(Bound& bound);
    Role role_here(std::size_t index) const;
    bool pointed_at(std::size_t index) const;
    bool reviewed(std::size_t index) const;
    bool to_be_set(std::size_t index) const;

    // timescale_verdict.cpp
    Timescale verdict() const;
    std::optional<Timescale> impossible() const;
    Timescale bounded() const;
    Timescale unbounded() const;
    const Bound& deciding() const;
    Timescale refused(TimescaleKind kind, std::size_t part, const std::string& how) const;
    std::string quoted(std::size_t part) const;

    std::size_t next_content(std::size_t index) const; // past what changes nothing
    std::optional<std::size_t> first_of(PartKind kind) const;
    bool is_word(std::size_t part, std::string_view pattern) const;
    void set_apart(std::size_t index, TimescaleKind kind);

    Source source_;
    Parts parts_;
    std::vector<bool> used_;         // parts that have had their say
    std::vector<const Days*> dated_; // of events: the day that the text gives them
    std::vector<bool> only_start_;   // of days: "24 April - ongoing"
    std::vector<Bound> bounds_;
    std::optional<Date> start_;
    /// A part that looks like a bound and is none, and what it makes of a text that has no other.
    struct Apart {
        std::size_t part = 0;
        TimescaleKind kind = TimescaleKind::vague;
    };
    std::optional<Apart> apart_;
    std::optional<std::size_t> fact_;        // a day on which something has happened
    std::optional<std::size_t> reviewed_at_; // "reviewed at each core group"
    bool undated_clause_ = false;            // "until the order runs out"
};

} // namespace plumbline::text::timescales
