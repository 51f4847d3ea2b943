#pragma once

#include "lua/worker.hpp"
#include "plan/read.hpp"
#include "sandbox_folder.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace plumbline::test {

/// A plan with everything that the views show. Names and words are made up.
inline const char* const full_plan = R"(<?xml version="1.0"?>
<plan format="1" id="CP-1" version="3" kind="child-protection" status="awaiting-sign-off" team="Team 2"
      author="sw" previous-plans="1">
  <child id="C-1" sex="female">
    <name>Wilhelmina</name>
    <also-known-as>Minty</also-known-as>
    <born>2014-05-02</born>
    <identity aspect="religion">Muslim</identity>
    <identity aspect="language" interpreter="yes">Urdu</identity>
    <sibling ref="C-2"/>
  </child>
  <dates started="2024-01-15" written="2024-03-06" next-review="2024-06-03" closed=""/>
  <people>
    <person id="sw" role="social worker" agency="children's social care" name="R. Quillfeather"/>
    <person id="hv" role="health visitor" agency="health"/>
    <person id="mum" role="mother" language="Urdu" interpreter="yes"/>
  </people>
  <legal-status on="2024-01-15">none</legal-status>
  <placement kind="foster" started="2023-11-02" expected="long-term"/>
  <needs>
    <need id="n1" kind="risk" area="domestic abuse">Shouting at night keeps her awake. She hides.</need>
    <need id="n2" kind="strength" area="family">Grandma lives next door.</need>
  </needs>
  <history>Mum grew up in care.</history>
  <outcomes>
    <outcome id="o1" for="n1">
      <statement>She sleeps through the night.</statement>
      <measure>She says so for four weeks.</measure>
      <scale on="2024-03-06" by="sw" score="4.5"/>
      <action id="a1" by="mum child" due="2024-04-17" status="in-progress">
        <task>Mum attends ten Freedom Programme sessions. Dad moves out.</task>
        <timescale>within 6 weeks</timescale>
        <measure>certificate</measure>
      </action>
    </outcome>
  </outcomes>
  <actions>
    <action id="a2" by="hv"><task>Weigh her.</task></action>
  </actions>
  <contingency for="n1">If Dad returns, Mum rings the police and Grandma collects her.</contingency>
  <views>
    <view of="child" on="2024-03-01" method="direct work" alone="yes">“I want it quiet,” she said.</view>
    <view of="mother" person="mum" on="2024-03-04">Mum wants help.</view>
  </views>
  <diversity>The family eats halal.</diversity>
  <chronology>
    <event kind="initial-conference" on="2024-01-15" with="health sw"/>
    <event kind="review-conference" due="2024-04-12"/>
    <event kind="visit" on="2024-02-27" by="sw" seen="yes" alone="yes"/>
  </chronology>
  <oversight>
    <decision kind="sign-off" on="2024-03-12" by="sw">Agreed as safe enough.</decision>
  </oversight>
</plan>)";

inline plan::Plan read_plan(const std::string& xml) {
    plan::ReadResult result = plan::read({"plan.xml", xml});
    if (!result.plan) throw std::runtime_error("the test's plan is broken: " + result.errors.front().message);
    return std::move(*result.plan);
}

/// One plugin in a folder of its own, a worker that has it, and plans to try it on.
class Desk {
public:
    /// `check` is the body of the function; `manifest` has further lines of the manifest.
    explicit Desk(const std::string& check, const std::string& manifest = "", lua::Limits limits = {})
        : Desk(Source{"return {\n  id = \"probe\", title = \"a probe\", api = 1, plans = { \"care\", "
                      "\"child-protection\" },\n  criteria = { { id = \"first\", title = \"one\" }, "
                      "{ id = \"second\", title = \"two\" } },\n  " +
                      manifest + "\n  check = function(plan, judge, parameters, phrases, models)\n" + check +
                      "\n  end,\n}\n"},
               limits) {}

    struct Source {
        std::string text;
    };
    explicit Desk(const Source& source, lua::Limits limits = {}, const std::string& other = "",
                  const std::string& id = "probe") {
        folder_.write("plugins/" + id + "/plugin.lua", source.text);
        if (!other.empty()) folder_.write("plugins/words/other.lua", other);
        catalogue_ = lua::Catalogue::load({folder_.path() / "plugins"});
        surroundings_.calendar = &calendar::WorkingDays::england();
        surroundings_.intervals = &intervals_;
        surroundings_.as_of = *parse_iso_date("2024-05-01");
        worker_.emplace(catalogue_, surroundings_, limits);
    }

    using Observations = std::vector<judgement::Observation>;

    Observations check(const plan::Plan& plan, const lua::Parameters& parameters = {}) {
        worker_->open(plan);
        Observations observations = worker_->check(plugin(), parameters);
        worker_->close();
        return observations;
    }
    Observations check(const std::string& xml = full_plan, const lua::Parameters& parameters = {}) {
        return check(read_plan(xml), parameters);
    }

    lua::Memory remember(const std::string& xml) {
        const plan::Plan plan = read_plan(xml);
        worker_->open(plan);
        lua::Memory memory = worker_->remember(plugin(), {});
        worker_->close();
        return memory;
    }
    /// One judgement made across plans.
    struct Comparison {
        std::size_t plan = 0; // index into the memories given
        judgement::Observation observation;
    };
    std::vector<Comparison> compare(const std::vector<lua::Memory>& memories) {
        lua::MemoryStore store;
        for (const lua::Memory& memory : memories)
            store.add(memory);
        const lua::ObservationStore said = worker_->compare(plugin(), {}, store);
        std::vector<Comparison> comparisons;
        for (std::size_t plan = 0; plan < memories.size(); ++plan)
            for (const judgement::Observation& observation : said.of(plan))
                comparisons.push_back({plan, observation});
        return comparisons;
    }

    const lua::Plugin& plugin() const { return catalogue_.plugins().front(); }
    lua::Worker& worker() { return *worker_; }
    /// The plugin's file, as messages name it.
    std::string file() const { return (plugin().folder / "plugin.lua").generic_string(); }

private:
    Folder folder_;
    lua::Catalogue catalogue_;
    calendar::Intervals intervals_{{{.id = "D07",
                                     .check = "first-review-conference",
                                     .title = "first review conference",
                                     .count = 3,
                                     .unit = calendar::Unit::months,
                                     .from_event = "initial-conference",
                                     .force = calendar::Force::statutory_guidance,
                                     .from = parse_iso_date("2010-04-01"),
                                     .to = std::nullopt,
                                     .source = "Working Together",
                                     .confirmed = true,
                                     .note = {}}}};
    lua::Surroundings surroundings_;
    std::optional<lua::Worker> worker_;
};

/// What an expression of Lua gives for the full plan, as text: tostring of it, or the error.
inline std::string evaluate(const std::string& expression, const std::string& manifest = "",
                            const std::string& xml = full_plan) {
    Desk desk("judge:could_not_check { \"first\", at = plan, reason = tostring(" + expression +
                  ") }\n judge:met { \"second\", at = plan }",
              manifest);
    std::string reason = desk.check(xml).front().reason;
    if (!reason.starts_with(desk.file() + ":")) return reason;
    return "error: " + reason.substr(reason.find(": ") + 2);
}

/// The same for statements that end with a return.
inline std::string run_lua(const std::string& statements, const std::string& manifest = "",
                           const std::string& xml = full_plan) {
    return evaluate("(function() " + statements + " end)()", manifest, xml);
}

} // namespace plumbline::test
