#pragma once

/// How much of what: "six to eight", "a couple of", "10 working days".

#include "text/timescale_parts.hpp"

namespace plumbline::text::timescales {

struct Amount {
    int least = 0, most = 0;
    bool half = false;  // and a half, or half of one
    bool lower = false; // "6+"
    bool vague = false; // few, several
    std::size_t end = 0;
};
std::optional<Amount> amount_at(const Source& source, std::size_t index);

struct MeasureAt {
    Measure measure = Measure::days;
    std::size_t end = 0;
    bool half_term = false;
};
std::optional<MeasureAt> measure_at(const Source& source, std::size_t index);

/// A cardinal number below a thousand; -1 for anything else.
int count_at(const Source& source, std::size_t index);

} // namespace plumbline::text::timescales
