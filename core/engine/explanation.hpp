#pragma once

/// Why a plan got its judgement, from what the host recorded while the plugin ran: what it read and asked,
/// what it was answered, which of its lines ran, where it judged.

#include "engine/checker.hpp"
#include "lua/recorder.hpp"

#include <string>
#include <vector>

namespace plumbline::engine {

/// A line of the plugin that ran on the way to a judgement.
struct RanLine {
    std::string file;
    std::uint32_t line = 0, function = 0; // function: the line where its function begins
    std::uint64_t times = 0;
    bool decided = false; // the judgement was made here, or in what this line called
};

/// One judgement and what led to it.
struct Decision {
    judgement::Observation observation;
    /// The line that judged, then its callers; empty where the host said it: after an error, for a criterion
    /// left out, for what plugins say when plans are compared.
    std::vector<lua::CodePlace> from;
    std::vector<RanLine> lines;   // since the judgement before, by file and line
    std::vector<lua::Step> steps; // what was read and asked of the node, and in between of what is no node
};

/// Every judgement of one plugin on one plan, with this rule's parameters, in the order of its criteria. A
/// plugin that compares plans compares this one with none.
std::vector<Decision> explain(const Foundation& foundation, const standard::Rule& rule,
                              const plan::Plan& plan, Date as_of);

} // namespace plumbline::engine
