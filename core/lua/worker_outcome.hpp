#pragma once

/// From what a plugin judged, and how its call ended, to what everything downstream gets.

#include "judgement/judgement.hpp"
#include "lua/judge.hpp"
#include "lua/view.hpp"
#include "lua/view_privacy.hpp"
#include "lua/worker.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::lua {

std::string plugin_file(const Plugin& plugin);

/// Every Lua file of the plugin's folder: words that its errors may hold whatever the plan says.
std::string sources_of(const Plugin& plugin);

/// The failure without anything that the plan says; `sources` are the plugin's.
Unjudged scrubbed(Unjudged why, const Private& secret, const std::string& sources);

/// What was judged of one plan, and could not check for what was left out, in the order of the manifest's
/// criteria. After a failure everything may be incomplete but what was judged of the plan as a whole.
std::vector<judgement::Observation> complete(const Plugin& plugin, const Judge& judge,
                                             const judgement::Place& place,
                                             const std::optional<Unjudged>& failure);

void push_parameters(lua_State* state, const Plugin& plugin, const Parameters& parameters);
void push_judge(lua_State* state, const Session& session);

} // namespace plumbline::lua
