#include "lua/worker_outcome.hpp"

#include "base/user_error.hpp"
#include "lua/library.hpp"
#include "lua/view.hpp"
#include "lua/view_types.hpp"

#include <algorithm>
#include <system_error>

namespace plumbline::lua {

namespace {

using judgement::Observation;

void push_value_of(lua_State* state, const ParameterValue& value) {
    if (const auto* flag = std::get_if<bool>(&value))
        lua_pushboolean(state, *flag ? 1 : 0);
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        lua_pushinteger(state, *whole);
    else if (const auto* number = std::get_if<double>(&value))
        lua_pushnumber(state, *number);
    else if (const auto* word = std::get_if<std::string>(&value))
        push_string(state, *word);
    else
        push_strings(state, std::get<std::vector<std::string>>(value));
}

/// In the order of the manifest's criteria; those of one criterion stay as they were judged.
void sort_by_criterion(const Plugin& plugin, std::vector<Observation>& observations) {
    const auto rank = [&](const Observation& observation) {
        return std::find_if(
                   plugin.criteria.begin(), plugin.criteria.end(),
                   [&](const Criterion& criterion) { return criterion.id == observation.criterion; }) -
               plugin.criteria.begin();
    };
    std::stable_sort(
        observations.begin(), observations.end(),
        [&](const Observation& left, const Observation& right) { return rank(left) < rank(right); });
}

} // namespace

std::string plugin_file(const Plugin& plugin) {
    return (plugin.folder / "plugin.lua").generic_string();
}

std::string sources_of(const Plugin& plugin) {
    std::string all;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(plugin.folder, error)) {
        if (entry.path().extension() != ".lua") continue;
        try {
            all += read_source(entry.path()) + "\n";
        } catch (const UserError&) {
            continue; // a file that cannot be read only makes more words hidden
        }
    }
    return all + plugin.folder.generic_string();
}

Unjudged scrubbed(Unjudged why, const Private& secret, const std::string& sources) {
    if (why.failure == judgement::Failure::limit) return why; // the host's own words
    why.reason = scrub(why.reason, secret, sources);
    why.detail = scrub(why.detail, secret, sources);
    return why;
}

std::vector<Observation> complete(const Plugin& plugin, const Judge& judge, const judgement::Place& place,
                                  const std::optional<Unjudged>& failure) {
    std::vector<Observation> observations = judge.given();
    for (const Criterion& criterion : plugin.criteria) {
        if (failure ? judge.judged_whole(0, criterion.id) : judge.judged(criterion.id)) continue;
        const Unjudged left{
            to_string(FilePosition{plugin_file(plugin), criterion.at.line, 0}) +
                (plugin.across_plans
                     ? ": neither check nor compare judged '" + criterion.id + "'"
                     : ": check ended without judging '" + criterion.id +
                           "'; judge each criterion of each plan, as not_applicable where it is "
                           "not asked"),
            "", judgement::Failure::unjudged};
        observations.push_back(could_not_check(criterion.id, place, failure ? *failure : left));
    }
    sort_by_criterion(plugin, observations);
    return observations;
}

void push_parameters(lua_State* state, const Plugin& plugin, const Parameters& parameters) {
    lua_newtable(state);
    for (const Parameter& parameter : plugin.parameters) {
        const auto set = parameters.find(parameter.name);
        push_value_of(state, set == parameters.end() ? parameter.default_value : set->second);
        raw_set_field(state, -2, parameter.name);
    }
    push_record(state, parameters_type());
}

void push_judge(lua_State* state, const Session& session) {
    push_handle(state, {&judge_type(), nullptr, Handle::lasting, static_cast<std::uint32_t>(session.call())});
}

} // namespace plumbline::lua
