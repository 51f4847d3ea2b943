#define BOOST_TEST_DYN_LINK
#include "lua/console.hpp"
#include "worker_desk.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// A console on the full plan with a plugin that has a phrase set.
struct Typed {
    Typed() {
        folder.write("plugins/probe/plugin.lua",
                     "return { id = 'probe', title = 't', api = 1, plans = { 'care' },\n"
                     "criteria = { { id = 'first', title = 'one' } }, phrases = { who = { 'police' } },\n"
                     "parameters = { least = { type = 'integer', default = 3, help = 'h' } },\n"
                     "check = function() end }\n");
        catalogue = lua::Catalogue::load({folder.path() / "plugins"});
        console.emplace(catalogue, &catalogue.plugins().front(), plan, surroundings);
    }

    std::string words(const std::string& line) {
        std::string out;
        for (const std::string& word : console->complete(line).words)
            out += word + " ";
        return out;
    }

    Folder folder;
    lua::Catalogue catalogue;
    calendar::Intervals intervals{{}};
    lua::Surroundings surroundings{&calendar::WorkingDays::england(), &intervals, {}};
    plan::Plan plan = read_plan(full_plan);
    std::optional<lua::Console> console;
};

} // namespace

BOOST_AUTO_TEST_SUITE(console)

BOOST_AUTO_TEST_CASE(completes_names_where_they_stand) {
    Typed typed;
    BOOST_TEST(typed.words("plan.cont") == "contingencies ");
    BOOST_TEST(typed.words("x = plan.actions[1].ta") == "task ");
    BOOST_TEST(typed.words("plan.actions[1].task:count_w") == "count_words ");
    BOOST_TEST(typed.words("phrases.") == "who ");
    BOOST_TEST(typed.words("parameters.l") == "least ");
    BOOST_TEST(typed.words("timesc") == "timescale ");
    BOOST_TEST(typed.words("string.repl") == "");
    BOOST_TEST(typed.words("judge:not_m") == "not_met ");
    BOOST_TEST(typed.words("nothing.here") == "");
    BOOST_TEST(typed.console->complete("plan.cont").from == 5U);
}

BOOST_AUTO_TEST_CASE(completing_calls_nothing) {
    Typed typed;
    typed.console->run("count = 0");
    typed.console->run("function call() count = count + 1 return plan end");
    BOOST_TEST(typed.words("call().cont") == "");
    BOOST_TEST(typed.console->run("count").text == "0\n");
}

BOOST_AUTO_TEST_CASE(what_is_assigned_stays_and_an_error_changes_nothing) {
    Typed typed;
    BOOST_TEST(typed.console->run("a = 1").text == "");
    BOOST_TEST(typed.console->run("a = nosuch.field").error);
    BOOST_TEST(typed.console->run("a").text == "1\n");
    BOOST_TEST(typed.console->run("for i = 1, 2 do").unfinished);
    BOOST_TEST(typed.console->run("while true do end").error);
    BOOST_TEST(typed.console->run("a + 1").text == "2\n"); // a limit hit is over with its line
    const std::string found = typed.console->run("plan.contingencies[1].text:find(phrases.who)").text;
    BOOST_TEST(found.starts_with("a list of 1\n  [1] \"police\"  "), found);
}

BOOST_AUTO_TEST_SUITE_END()
