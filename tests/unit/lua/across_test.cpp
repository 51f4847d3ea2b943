#define BOOST_TEST_DYN_LINK
#include "worker_desk.hpp"

#include "lua/memory.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace plumbline;
using namespace plumbline::test;
using judgement::Failure;
using judgement::Outcome;

namespace {

std::string plan_with(const std::string& id, const std::string& history) {
    std::string xml = full_plan;
    xml.replace(xml.find("CP-1"), 4, id);
    xml.replace(xml.find("Mum grew up in care."), 20, history);
    return xml;
}

/// A plugin that compares: `remember` and `compare` are bodies.
Desk comparing(const std::string& remember, const std::string& compare) {
    return Desk("judge:met { \"first\", at = plan }",
                "remember = function(plan, parameters, phrases, models)\n" + remember +
                    "\nend,\n  compare = function(memories, judge, parameters)\n" + compare + "\nend,");
}

/// What is remembered of a plan, as compare's data shows it by an expression over `data`.
std::string kept(const std::string& remember, const std::string& shown) {
    Desk desk =
        comparing(remember, "local memory = memories[1] local data = memory.data judge:could_not_check { "
                            "'second', plan = memory, at = memory, reason = tostring(" +
                                shown + ") }");
    const auto comparisons = desk.compare({desk.remember(full_plan)});
    return comparisons.empty() ? "nothing" : comparisons.back().observation.reason;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(across)

BOOST_AUTO_TEST_CASE(what_is_kept_comes_back_as_it_was) {
    BOOST_TEST(kept("return { text = 'abc', n = 7, x = 1.5, yes = true }",
                    "data.text .. data.n .. data.x .. tostring(data.yes)") == "abc71.5true");
    BOOST_TEST(kept("return 'alone'", "data") == "alone");
    BOOST_TEST(kept("return { 3, 2, 1 }", "#data .. data[1]") == "33");
    BOOST_TEST(kept("return { -5, math.mininteger, math.maxinteger }",
                    "data[1] == -5 and data[2] == math.mininteger and data[3] == math.maxinteger") == "true");
    BOOST_TEST(kept("return { [10] = 'ten', key = {} }", "data[10] .. type(data.key)") == "tentable");
    BOOST_TEST(kept("return plan.dates.written", "data") == "Wed 6 Mar 2024");
    BOOST_TEST(kept("return place(plan.actions[1])", "data.id .. data.line .. data.path") ==
               "a130/plan/outcomes/outcome[1]/action[1]");
    BOOST_TEST(
        kept("return quote(plan.history)", "data.words .. data.line .. ':' .. data.column .. data.length") ==
        "Mum grew up in care.24:1220");
    BOOST_TEST(kept("return plan.history:shingles(2)", "#data") == "4");
    BOOST_TEST(kept("return true", "memory.plan_id .. memory.child_id .. memory.version .. memory.plan") ==
               "CP-1C-131");
    BOOST_TEST(kept("return nil", "1") == "nothing");
}

BOOST_AUTO_TEST_CASE(equal_tables_give_equal_bytes) {
    Desk desk = comparing("return { b = 1, a = 2, c = { z = 1, y = 2 } }", "");
    Desk other = comparing("local t = { c = { y = 2 } } t.c.z = 1 t.a = 2 t.b = 1 return t", "");
    BOOST_TEST(desk.remember(full_plan).data == other.remember(full_plan).data);
}

BOOST_AUTO_TEST_CASE(plans_are_compared_and_each_judgement_names_its_plan) {
    Desk desk = comparing("return { words = plan.history:shingles(5), quote = quote(plan.history) }", R"(
    local seen = {}
    for _, memory in ipairs(memories) do
      local data = memory.data
      for _, hash in ipairs(data.words) do
        local other = seen[hash]
        if other then
          judge:not_met { "second", plan = memory, at = memory.place, evidence = { data.quote },
            message = "The same words stand in " .. other.plan_id .. ".", advice = "Write what is so for this child." }
        else
          judge:met { "second", plan = memory, at = memory }
        end
        seen[hash] = memory
      end
    end)");
    const auto comparisons = desk.compare({desk.remember(plan_with("A", "He likes football and trains.")),
                                           desk.remember(plan_with("B", "Mum grew up in care.")),
                                           desk.remember(plan_with("C", "He likes football and trains."))});
    BOOST_REQUIRE_EQUAL(comparisons.size(), 3U);
    BOOST_TEST(comparisons[0].plan == 0U);
    BOOST_TEST((comparisons[1].observation.outcome == Outcome::met));
    BOOST_TEST(comparisons[2].plan == 2U);
    BOOST_TEST((comparisons[2].observation.outcome == Outcome::not_met));
    BOOST_TEST(comparisons[2].observation.message == "The same words stand in A.");
    BOOST_TEST(comparisons[2].observation.at.id == "C");
    BOOST_TEST(comparisons[2].observation.at.path == "/plan");
    BOOST_TEST(comparisons[2].observation.evidence.at(0).text == "He likes football and trains.");
    BOOST_TEST(comparisons[2].observation.evidence.at(0).line == 24U);
}

BOOST_AUTO_TEST_CASE(a_criterion_left_to_compare_is_unjudged_until_then) {
    Desk desk = comparing("return 1", "");
    const auto observations = desk.check();
    BOOST_REQUIRE_EQUAL(observations.size(), 2U);
    BOOST_TEST((observations[1].failure == Failure::unjudged));
    BOOST_TEST(observations[1].reason == desk.file() + ":3: neither check nor compare judged 'second'");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_kept_makes_that_plan_could_not_check) {
    const auto why = [](const std::string& remember) {
        Desk desk =
            comparing(remember, "for _, memory in ipairs(memories) do judge:met { 'second', plan = memory, "
                                "at = memory } end");
        const auto comparisons = desk.compare({desk.remember(full_plan)});
        BOOST_REQUIRE_EQUAL(comparisons.size(), 2U); // one a criterion
        BOOST_TEST((comparisons[0].observation.outcome == Outcome::could_not_check));
        BOOST_TEST((comparisons[0].observation.failure == Failure::error));
        return comparisons[0].observation.reason;
    };
    BOOST_TEST(mentions(why("return plan"), "cannot keep a plan (use place(node) or its id)"));
    BOOST_TEST(mentions(why("return { plan.history }"), "use quote(words) or tostring(words)"));
    BOOST_TEST(mentions(why("return function() end"), "cannot keep a function"));
    BOOST_TEST(mentions(why("local t = {} t.t = t return t"), "nested deeper than 16"));
    BOOST_TEST(mentions(why("return { [1.5] = 1 }"), "a number as a key"));
    BOOST_TEST(mentions(why("return ('x'):rep(2048)"), "more than 2048 bytes for one plan"));
    BOOST_TEST(mentions(why("error('saw ' .. tostring(plan.history))"), "saw …"));
}

BOOST_AUTO_TEST_CASE(one_plan_that_failed_leaves_the_others) {
    Desk desk =
        comparing("if plan.id == 'B' then error('no') end return 1",
                  "for _, memory in ipairs(memories) do judge:met { 'second', plan = memory, at = memory } "
                  "end");
    const auto comparisons =
        desk.compare({desk.remember(plan_with("A", "x")), desk.remember(plan_with("B", "x")),
                      desk.remember(plan_with("C", "x"))});
    BOOST_REQUIRE_EQUAL(comparisons.size(), 4U);
    BOOST_TEST((comparisons[0].observation.outcome == Outcome::met));
    BOOST_TEST(comparisons[1].plan == 1U);
    BOOST_TEST((comparisons[1].observation.outcome == Outcome::could_not_check));
    BOOST_TEST(comparisons[3].plan == 2U);
}

BOOST_AUTO_TEST_CASE(an_error_in_compare_makes_every_plan_could_not_check_without_its_words) {
    Desk desk =
        comparing("return { quote = quote(plan.history) }", "error('saw ' .. memories[2].data.quote.words)");
    const auto comparisons = desk.compare(
        {desk.remember(plan_with("A", "x")), desk.remember(plan_with("B", "Zedekiah lives in Timbuktu."))});
    BOOST_REQUIRE_EQUAL(comparisons.size(), 4U);
    for (const auto& comparison : comparisons) {
        BOOST_TEST((comparison.observation.outcome == Outcome::could_not_check));
        BOOST_TEST((comparison.observation.failure == Failure::error));
        BOOST_TEST(mentions(comparison.observation.reason, "saw …"));
        BOOST_TEST(!mentions(comparison.observation.reason, "Zedekiah"));
    }
}

BOOST_AUTO_TEST_CASE(compare_refuses_judgements_without_their_plan) {
    const auto why = [](const std::string& call) {
        Desk desk = comparing("return 1", call);
        return desk.compare({desk.remember(full_plan)}).front().observation.reason;
    };
    BOOST_TEST(mentions(why("judge:met { 'second', at = memories[1] }"), "needs plan = one of the memories"));
    BOOST_TEST(mentions(why("judge:met { 'second', plan = memories[1] }"), "needs a place"));
    BOOST_TEST(mentions(why("judge:met { 'second', plan = memories[1], at = memories[1], evidence = 'x' }"),
                        "evidence must be words"));
    BOOST_TEST(mentions(why("memories[1].dta = 1"), "memory.dta: the host's values cannot be changed"));
    BOOST_TEST(mentions(why("return memories[1].dta"), "did you mean data?"));
}

BOOST_AUTO_TEST_CASE(twenty_thousand_plans_are_compared_within_the_limits) {
    Desk desk = comparing("return { plan.id }", R"(
    local seen = {}
    for _, memory in ipairs(memories) do
      local id = memory.data[1]
      if seen[id] then judge:met { "second", plan = memory, at = memory } end
      seen[id] = true
    end)");
    const std::vector<lua::Memory> memories(20'000, desk.remember(full_plan));
    BOOST_TEST(desk.compare(memories).size() == 19'999U);
}

BOOST_AUTO_TEST_SUITE_END()
