#define BOOST_TEST_DYN_LINK
#include "worker_desk.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>

using namespace plumbline;
using namespace plumbline::test;

namespace {

struct Sample {
    const char* expression;
    const char* expected;
};

void check_all(std::initializer_list<Sample> samples) {
    for (const Sample& sample : samples) {
        BOOST_TEST_CONTEXT(sample.expression) {
            BOOST_TEST(evaluate(sample.expression) == sample.expected);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(view)

BOOST_AUTO_TEST_CASE(shows_the_plans_own_facts) {
    check_all({{"plan.kind", "child-protection"},
               {"plan.id", "CP-1"},
               {"plan.version", "3"},
               {"plan.status", "awaiting-sign-off"},
               {"plan.team", "Team 2"},
               {"plan.author.role", "social worker"},
               {"plan.author_id", "sw"},
               {"plan.previous_plans", "1"},
               {"plan.type", "plan"},
               {"plan.line", "2"},
               {"plan.path", "/plan"},
               {"plan.dates.written", "Wed 6 Mar 2024"},
               {"plan.dates.next_review.iso", "2024-06-03"},
               {"plan.dates.closed", "nil"},
               {"plan.dates.agreed", "nil"},
               {"plan.legal_statuses[1].value", "none"},
               {"plan.placements[1].kind", "foster"},
               {"plan.placements[1].expected", "long-term"}});
}

BOOST_AUTO_TEST_CASE(shows_the_child_and_everyone_else) {
    check_all({{"plan.child.id", "C-1"},
               {"plan.child.sex", "female"},
               {"plan.child.name", "Wilhelmina"},
               {"plan.child.also_known_as[1]", "Minty"},
               {"plan.child.born.year", "2014"},
               {"plan.child.expected", "nil"},
               {"plan.child.unborn", "false"},
               {"plan.child:age(plan.dates.written)", "9"},
               {"plan.child:age(date(\"2014-05-01\"))", "nil"},
               {"plan.child.identities[2].interpreter", "true"},
               {"plan.child.identities[1].interpreter", "nil"},
               {"plan.child.identities[1].text", "Muslim"},
               {"plan.child.siblings[1].child_id", "C-2"},
               {"#plan.people", "3"},
               {"plan:person(\"hv\").agency", "health"},
               {"plan:person(\"child\").role", "child"},
               {"plan:person(\"child\").name", "Wilhelmina"},
               {"plan:person(\"nobody\")", "nil"},
               {"plan:person(\"mum\").actions[1].id", "a1"},
               {"plan:person(\"mum\").agency", "nil"}});
}

BOOST_AUTO_TEST_CASE(shows_what_is_to_be_done_and_for_what) {
    check_all({{"plan.needs[1].kind", "risk"},
               {"plan.needs[1].outcomes[1].id", "o1"},
               {"plan.needs[1].actions[1].id", "a1"},
               {"plan.needs[1].contingencies[1].text:count_words()", "11"},
               {"#plan.needs[2].outcomes", "0"},
               {"plan.outcomes[1].needs[1].area", "domestic abuse"},
               {"plan.outcomes[1].need_ids[1]", "n1"},
               {"plan.outcomes[1].scales[1].score", "4.5"},
               {"plan.outcomes[1].scales[1].by.id", "sw"},
               {"#plan.actions", "2"},
               {"plan.outcomes[1].actions[1] == plan.actions[1]", "true"},
               {"plan.actions[1].outcome == plan.outcomes[1]", "true"},
               {"plan.actions[2].outcome", "nil"},
               {"plan.actions[1].owners[1].role", "mother"},
               {"plan.actions[1].owners[2].role", "child"},
               {"table.concat(plan.actions[1].owner_ids, \",\")", "mum,child"},
               {"plan.actions[1].due", "Wed 17 Apr 2024"},
               {"plan.actions[1].status", "in-progress"},
               {"plan.actions[2].status", "open"},
               {"plan.actions[1].path", "/plan/outcomes/outcome[1]/action[1]"},
               {"plan.contingencies[1].needs[1].id", "n1"}});
}

BOOST_AUTO_TEST_CASE(shows_what_was_said_happened_and_was_decided) {
    check_all({{"plan.views[1].of", "child"},
               {"plan.views[1].alone", "true"},
               {"plan.views[1].person", "nil"},
               {"plan.views[2].person.id", "mum"},
               {"#plan:events()", "3"},
               {"#plan:events(\"visit\", \"review-conference\")", "2"},
               {"plan:events(\"visit\")[1].by[1].id", "sw"},
               {"plan:events(\"visit\")[1].seen", "true"},
               {"plan:events(\"review-conference\")[1].happened", "false"},
               {"plan:events(\"review-conference\")[1].day", "Fri 12 Apr 2024"},
               {"table.concat(plan:events(\"initial-conference\")[1].agencies, \",\")",
                "health,children's social care"},
               {"#plan:events(\"initial-conference\")[1].with_people", "1"},
               {"plan.decisions[1].kind", "sign-off"},
               {"plan.decisions[1].by.id", "sw"}});
}

BOOST_AUTO_TEST_CASE(an_absent_narrative_is_an_empty_text_at_the_node_that_lacks_it) {
    check_all({{"plan.analysis:is_empty()", "true"},
               {"plan.analysis.written", "false"},
               {"plan.analysis:count_words()", "0"},
               {"#plan.analysis:sentences()", "0"},
               {"plan.actions[2].timescale:is_empty()", "true"},
               {"plan.actions[2].timescale.line == plan.actions[2].line", "true"},
               {"plan.actions[2].timescale.path", "/plan/actions/action[1]"},
               {"plan.actions[2].timescale.id", "a2"},
               {"plan.history.written", "true"}});
}

BOOST_AUTO_TEST_CASE(lists_every_narrative_in_the_files_order) {
    BOOST_TEST(
        run_lua("local all = {} for _, text in ipairs(plan.narratives) do "
                "all[#all + 1] = text.node.type .. '.' .. text.name end return table.concat(all, ' ')") ==
        "identity.text identity.text need.text need.text plan.history outcome.statement outcome.measure "
        "action.task action.timescale action.measure action.task contingency.text view.text view.text "
        "plan.diversity decision.text");
}

BOOST_AUTO_TEST_CASE(a_misspelt_field_is_an_error_with_a_suggestion) {
    check_all(
        {{"plan.contingancy", "error: plan.contingancy: no such field; did you mean contingencies?"},
         {"plan.actions[1].statsu", "error: action.statsu: no such field; did you mean status?"},
         {"plan.actions[1].task:cout_words()",
          "error: text.cout_words: no such field; did you mean count_words?"},
         {"plan.child[1]", "error: child[number]: no such field"},
         {"plan.actions.first", "error: a list has no field first; it is read with [number], # and ipairs"},
         {"plan:events(\"vist\")", "error: there is no event of kind 'vist'; did you mean visit?"},
         {"calendar.working_day", "error: calendar.working_day does not exist; did you mean working_days?"}});
}

BOOST_AUTO_TEST_CASE(nothing_can_be_written) {
    BOOST_TEST(run_lua("plan.kind = 'care'") == "error: plan.kind: the host's values cannot be changed");
    BOOST_TEST(run_lua("plan.actions[1] = nil") ==
               "error: list[number]: the host's values cannot be changed");
    BOOST_TEST(run_lua("plan.actions[1].owners.x = 1") ==
               "error: list.x: the host's values cannot be changed");
    BOOST_TEST(run_lua("calendar.working_days = nil").find("cannot be changed") != std::string::npos);
    BOOST_TEST(run_lua("date = nil").find("error: global 'date' assigned") == 0U);
    BOOST_TEST(evaluate("getmetatable(plan)") == "false");
    BOOST_TEST(run_lua("setmetatable(plan, {})").find("error: ") == 0U);
    BOOST_TEST(run_lua("rawset(plan, 'kind', 1)").find("error: ") == 0U);
}

BOOST_AUTO_TEST_CASE(lists_read_as_tables_do) {
    BOOST_TEST(run_lua("local n = 0 for i, a in ipairs(plan.actions) do n = n + i end return n") == "3");
    BOOST_TEST(run_lua("local n = 0 for i, a in pairs(plan.actions) do n = n + i end return n") == "3");
    BOOST_TEST(run_lua("local a, b, c = table.unpack(plan.actions) return a.id .. b.id .. tostring(c)") ==
               "a1a2nil");
    BOOST_TEST(run_lua("local copy = {} for i, a in ipairs(plan.actions) do copy[i] = a.id end "
                       "table.sort(copy, function(x, y) return x > y end) return copy[1]") == "a2");
    BOOST_TEST(run_lua("table.sort(plan.actions, function(x, y) return x.id > y.id end)").find("error: ") ==
               0U);
    BOOST_TEST(evaluate("plan.actions == plan.actions") == "true");
    BOOST_TEST(evaluate("plan.actions[3]") == "nil");
}

BOOST_AUTO_TEST_CASE(a_node_describes_itself_without_saying_what_it_says) {
    BOOST_TEST(evaluate("plan.actions[1]") == "action a1 (line 30)");
    BOOST_TEST(evaluate("plan.contingencies[1]") == "contingency (line 40)");
    BOOST_TEST(evaluate("plan.child") == "child C-1 (line 4)");
}

BOOST_AUTO_TEST_CASE(a_node_of_a_closed_plan_is_an_error) {
    // A coded table cannot leak a node (see worker tests); an upvalue that is a class with a metatable still
    // can.
    Desk desk(Desk::Source{R"(
local Keeper = {}
Keeper.__index = Keeper
local keeper = setmetatable({}, Keeper)
return {
  id = "probe", title = "a probe", api = 1, plans = { "child-protection" },
  criteria = { { id = "first", title = "one" } },
  check = function(plan, judge)
    if keeper.action then
      judge:met { "first", at = keeper.action }
    else
      keeper.action = plan.actions[1]
      keeper.text = plan.actions[1].task
      keeper.judge = judge
      judge:met { "first", at = plan }
    end
  end,
})"});
    BOOST_TEST((desk.check().front().outcome == judgement::Outcome::met));
    const auto again = desk.check();
    BOOST_TEST((again.front().outcome == judgement::Outcome::could_not_check));
    BOOST_TEST(again.front().reason == desk.file() +
                                           ":10: this action belongs to a plan that is closed; keep plain "
                                           "values of a plan, not its nodes");
}

BOOST_AUTO_TEST_SUITE_END()
