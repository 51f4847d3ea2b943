#define BOOST_TEST_DYN_LINK
#include "lua/recorder.hpp"
#include "worker_desk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr const char* plugin = R"lua(return {
  id = "probe", title = "a probe", api = 1, plans = { "child-protection" },
  criteria = { { id = "first", title = "one" } },
  parameters = { least = { type = "integer", default = 3, help = "h" } },
  phrases = { who = { "police {officer|}" } },
  check = function(plan, judge, parameters, phrases)
    local text = plan.contingencies[1].text
    if text:count_words() < parameters.least then
      judge:could_not_check { "first", at = plan, reason = "short" }
    elseif text:has(phrases.who) then
      judge:met { "first", at = plan.contingencies[1] }
    end
  end,
}
)lua";

/// A plugin checked on the full plan, with everything recorded.
struct Recorded {
    explicit Recorded(lua::Recorder::Wanted wanted) : recorder(wanted) {
        folder.write("plugins/probe/plugin.lua", plugin);
        catalogue = lua::Catalogue::load({folder.path() / "plugins"});
        lua::Worker worker(catalogue, surroundings, {}, &recorder);
        recorder.clear();
        const plan::Plan plan = read_plan(full_plan);
        worker.open(plan);
        observations = worker.check(catalogue.plugins().front(), {});
        worker.close();
    }

    const lua::Step& step(const std::string& what) const {
        for (const lua::Step& one : recorder.steps())
            if (one.what == what) return one;
        BOOST_FAIL("no step " + what);
        return recorder.steps().front();
    }

    Folder folder;
    lua::Catalogue catalogue;
    calendar::Intervals intervals{{}};
    lua::Surroundings surroundings{&calendar::WorkingDays::england(), &intervals, {}};
    lua::Recorder recorder;
    std::vector<judgement::Observation> observations;
};

} // namespace

BOOST_AUTO_TEST_SUITE(recorder)

BOOST_AUTO_TEST_CASE(keeps_what_was_read_asked_and_judged) {
    const Recorded run({.steps = true, .lines = true});
    BOOST_TEST(run.step("contingency.text").at.path == "/plan/contingency[1]");
    BOOST_TEST(run.step("parameters.least").answer == "3");
    BOOST_TEST(run.step("text:count_words").answer == "11");
    const lua::Step& has = run.step("text:has");
    BOOST_TEST(has.answer == "true");
    BOOST_TEST(has.narrative == "text");
    BOOST_REQUIRE_EQUAL(has.words.size(), 1U);
    BOOST_TEST(has.words[0].words.text == "police");
    BOOST_TEST(has.words[0].phrase == "who: police {officer|}");
    const lua::Step& judged = run.step("judge:met");
    BOOST_REQUIRE(judged.judged.has_value());
    BOOST_TEST(judged.judged->criterion == "first");
    BOOST_REQUIRE(!judged.from.empty());
    BOOST_TEST(judged.from.front().line == 11U);
}

BOOST_AUTO_TEST_CASE(keeps_the_lines_that_ran) {
    const Recorded run({.steps = true, .lines = true});
    std::vector<std::uint32_t> lines;
    for (const lua::LineRun& line : run.recorder.lines())
        if (run.recorder.files().at(line.file).ends_with("plugin.lua")) lines.push_back(line.line);
    BOOST_TEST(std::count(lines.begin(), lines.end(), 11U) >= 1); // judged met
    BOOST_TEST(std::count(lines.begin(), lines.end(), 9U) == 0);  // the branch not taken
}

BOOST_AUTO_TEST_CASE(times_the_host_when_nothing_else_is_wanted) {
    const Recorded run({});
    BOOST_TEST(run.recorder.steps().empty());
    BOOST_TEST(run.recorder.lines().empty());
    const auto uses = run.recorder.uses();
    BOOST_TEST(uses.at("words:has").calls == 1U);
    BOOST_TEST(uses.at("fields").calls > 3U);
}

BOOST_AUTO_TEST_CASE(recording_changes_no_judgement) {
    const Recorded run({.steps = true, .lines = true});
    Desk desk(Desk::Source{plugin});
    const auto plain = desk.check();
    BOOST_REQUIRE_EQUAL(plain.size(), run.observations.size());
    BOOST_TEST((plain[0].outcome == run.observations[0].outcome));
    BOOST_TEST(plain[0].at.path == run.observations[0].at.path);
}

BOOST_AUTO_TEST_SUITE_END()
