#pragma once

/// The end of a batch: one plugin looks at what it kept of every plan, in a state of its own.

#include "lua/worker.hpp"

namespace plumbline::lua {

/// As Worker::compare. `limits` are those of one check; each memory adds to them what reading it may take.
/// `recorder`: nullptr, or keeps what the plugin asks of the host.
ObservationStore compare_memories(const Catalogue& catalogue, const Surroundings& surroundings,
                                  const Limits& limits, const Plugin& plugin, const Parameters& parameters,
                                  const MemoryStore& memories, Recorder* recorder);

} // namespace plumbline::lua
