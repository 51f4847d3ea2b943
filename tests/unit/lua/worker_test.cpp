#define BOOST_TEST_DYN_LINK
#include "worker_desk.hpp"

#include "base/user_error.hpp"
#include "lua/view_privacy.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>

using namespace plumbline;
using namespace plumbline::test;
using judgement::Failure;
using judgement::Outcome;

namespace {

/// A plugin whose text before `return` is given.
Desk::Source with_head(const std::string& head, const std::string& check) {
    return {head + R"(
return {
  id = "probe", title = "a probe", api = 1, plans = { "child-protection" },
  criteria = { { id = "first", title = "one" } },
  check = function(plan, judge)
)" + check + "\n  end,\n}\n"};
}

std::string reason_of(const std::string& head, const std::string& check) {
    Desk desk(with_head(head, check));
    return desk.check().front().reason;
}

/// What a check that counts its calls says the second time.
std::string second_time(const std::string& head, const std::string& count) {
    Desk desk(with_head(head, count + " judge:could_not_check { 'first', at = plan, reason = tostring(n) }"));
    desk.check();
    return desk.check().front().reason;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(worker)

BOOST_AUTO_TEST_CASE(an_error_leaves_what_was_judged_and_names_its_line) {
    Desk desk("judge:not_met { \"first\", at = plan.actions[1], message = \"m\", advice = \"a\" }\n"
              "local function inner() return plan.actions[9].id end\n"
              "inner()\njudge:met { \"second\", at = plan }");
    const auto observations = desk.check();
    BOOST_REQUIRE_EQUAL(observations.size(), 3U);
    BOOST_TEST((observations[0].outcome == Outcome::not_met));
    BOOST_TEST((observations[1].outcome == Outcome::could_not_check)); // other actions were not looked at
    BOOST_TEST(observations[1].criterion == "first");
    BOOST_TEST((observations[2].failure == Failure::error));
    BOOST_TEST(
        observations[2].reason ==
        desk.file() +
            ":7: attempt to index a nil value (field 'integer index'); there is nothing here (nil): ask "
            "before reading a field of it");
    BOOST_TEST(mentions(observations[2].detail, desk.file() + ":7: in "));
    BOOST_TEST(mentions(observations[2].detail, desk.file() + ":8: in "));
}

BOOST_AUTO_TEST_CASE(what_was_judged_of_the_whole_plan_stands_after_an_error) {
    const auto observations = Desk("judge:met { \"first\", at = plan } error(\"no\")").check();
    BOOST_REQUIRE_EQUAL(observations.size(), 2U);
    BOOST_TEST((observations[0].outcome == Outcome::met));
    BOOST_TEST((observations[1].outcome == Outcome::could_not_check));
}

BOOST_AUTO_TEST_CASE(limits_end_the_check_and_nothing_else) {
    lua::Limits limits;
    limits.instructions = 200'000;
    Desk desk("if plan.version == 3 then while true do pcall(function() while true do end end) end end\n"
              "judge:met { \"first\", at = plan } judge:met { \"second\", at = plan }",
              "", limits);
    const auto stopped = desk.check();
    BOOST_REQUIRE_EQUAL(stopped.size(), 2U);
    BOOST_TEST((stopped[0].failure == Failure::limit));
    BOOST_TEST(mentions(stopped[0].reason, desk.file() + ":6: stopped after 200,000 instructions"));
    std::string other = full_plan;
    other.replace(other.find("version=\"3\""), 11, "version=\"4\"");
    BOOST_TEST((desk.check(other).front().outcome == Outcome::met));
}

BOOST_AUTO_TEST_CASE(a_bomb_of_memory_is_refused) {
    const auto stopped = Desk("local all = {} for i = 1, 1e9 do all[i] = { plan.actions } end").check();
    BOOST_TEST((stopped[0].failure == Failure::limit));
    BOOST_TEST(mentions(stopped[0].reason, "KiB of memory"));
}

BOOST_AUTO_TEST_CASE(a_call_of_the_host_counts_as_work) {
    lua::Limits limits;
    limits.instructions = 300'000;
    const auto stopped =
        Desk("while true do for _, text in ipairs(plan.narratives) do text:find_pattern('zz') end end", "",
             limits)
            .check();
    BOOST_TEST((stopped[0].failure == Failure::limit));
}

BOOST_AUTO_TEST_CASE(errors_of_any_shape_are_contained) {
    BOOST_TEST(mentions(reason_of("", "error({})"), "an error that is a table, not a text"));
    BOOST_TEST(mentions(reason_of("", "error(plan)"), "an error that is a userdata, not a text"));
    BOOST_TEST(mentions(reason_of("", "error()"), "an error that is a nil, not a text"));
    BOOST_TEST(mentions(reason_of("", "local function f() return f() + 1 end f()"), ":6: "));
    BOOST_TEST(mentions(reason_of("", "require('words.none')"), "require \"words.none\""));
}

BOOST_AUTO_TEST_CASE(a_plugin_cannot_keep_anything_from_one_check_to_the_next) {
    BOOST_TEST(second_time("local n = 0", "n = n + 1") == "1");
    BOOST_TEST(second_time("local n = nil", "n = (n or 0) + 1") == "1");
    BOOST_TEST(second_time("local cache = nil",
                           "cache = cache or { n = 0 } cache.n = cache.n + 1 local n = cache.n") == "1");
    BOOST_TEST(
        second_time("local function counter() local n = 0 return function() n = n + 1 return n end end "
                    "local count = counter()",
                    "local n = count()") == "1");
    const char* const frozen = "this table was made while the plugin was loaded and cannot be changed (";
    BOOST_TEST(mentions(reason_of("local cache = {}", "cache.seen = true"), frozen));
    BOOST_TEST(
        mentions(reason_of("local cache = { deep = { list = { 1 } } }", "cache.deep.list[2] = 1"), frozen));
    BOOST_TEST(mentions(reason_of("local cache = { 1 }", "table.insert(cache, 2)"), frozen));
    BOOST_TEST(mentions(reason_of("local cache = {}", "rawset(cache, 1, 2)"), "rawset is not allowed"));
    BOOST_TEST(mentions(reason_of("local cache = {}", "setmetatable(cache, {})"), "protected metatable"));
}

BOOST_AUTO_TEST_CASE(tables_made_while_loading_still_read_as_before) {
    const std::string head = "local list = { 'x', 'y', 'z' } local map = { b = 2, a = 1, [7] = 3 } "
                             "local set = { one = { two = 'deep' } }";
    const auto value = [&](const std::string& statements) {
        return reason_of(head,
                         "local function f() " + statements +
                             " end judge:could_not_check { 'first', at = plan, reason = tostring(f()) }");
    };
    BOOST_TEST(value("return #list .. list[2]") == "3y");
    BOOST_TEST(value("return table.concat(list, '-')") == "x-y-z");
    BOOST_TEST(value("local t = '' for i, v in ipairs(list) do t = t .. i .. v end return t") == "1x2y3z");
    BOOST_TEST(value("local t = '' for k, v in pairs(map) do t = t .. k .. v end return t") == "73a1b2");
    BOOST_TEST(value("return set.one.two") == "deep");
    BOOST_TEST(value("return select('#', table.unpack(list))") == "3");
    BOOST_TEST(value("return map.missing") == "nil");
    BOOST_TEST(value("local step, state = pairs(map) return state == map") == "true");
    BOOST_TEST(value("local copy = table.move(list, 1, #list, 1, {}) copy[4] = 'w' return #copy") == "4");
}

BOOST_AUTO_TEST_CASE(classes_of_a_plugin_still_work) {
    const std::string head =
        "local Box = {} Box.__index = Box function Box.new(v) return setmetatable({ v = v }, Box) "
        "end function Box:get() return self.v end";
    BOOST_TEST(
        reason_of(head, "judge:could_not_check { 'first', at = plan, reason = Box.new('kept'):get() }") ==
        "kept");
}

BOOST_AUTO_TEST_CASE(what_a_plan_says_never_shows_in_an_error) {
    const auto leak = [](const std::string& expression) {
        Desk desk("error('saw: ' .. " + expression + ")");
        const auto observation = desk.check().front();
        return observation.reason.substr(observation.reason.find("saw"));
    };
    BOOST_TEST(leak("tostring(plan.history)") == "saw: …");
    BOOST_TEST(leak("tostring(plan.child.name)") == "saw: …");
    BOOST_TEST(leak("tostring(plan.child.name):upper()") == "saw: …");
    BOOST_TEST(leak("tostring(plan.child.also_known_as[1])") == "saw: …");
    BOOST_TEST(leak("plan.people[1].name") == "saw: R. …");
    BOOST_TEST(leak("plan.child.born.iso") == "saw: …");
    BOOST_TEST(leak("tostring(plan.child.born)") == "saw: …");
    BOOST_TEST(leak("'born ' .. plan.child.born.day .. '/' .. plan.child.born.month .. '/14'") ==
               "saw: born …");
    BOOST_TEST(leak("plan.actions[1].task:words()[4]") == "saw: …");
    BOOST_TEST(leak("'the plan has ' .. #plan.actions .. ' actions'") == "saw: the plan has 2 actions");
    const std::string joined = leak("table.concat(plan.actions[1].task:words(), '\\n')");
    for (const char* const word : {"Freedom", "Programme", "sessions", "attends"})
        BOOST_TEST(!mentions(joined, word));
}

BOOST_AUTO_TEST_CASE(scrubbing_spares_the_words_of_lua_of_the_host_and_of_the_plugin) {
    lua::Private secret;
    const std::string text = "Attempt to index the contingency plan. Kai ran to Oldham with 4417 pounds.";
    secret.texts.push_back(text);
    secret.alone.push_back("Kai");
    BOOST_TEST(lua::scrub("attempt to index a nil value (field 'contingency')", secret, "") ==
               "attempt to index a nil value (field 'contingency')");
    BOOST_TEST(lua::scrub("went Oldham", secret, "") == "went …");
    BOOST_TEST(lua::scrub("went Oldham", secret, "x = 'Oldham'") == "went Oldham");
    BOOST_TEST(lua::scrub("is kai here", secret, "kai") == "is … here");
    BOOST_TEST(lua::scrub("kaiser", secret, "") == "kaiser");
    BOOST_TEST(lua::scrub("4417", secret, "") == "…");
    BOOST_TEST(lua::scrub("RAN  to\nOldham", secret, "") == "…");
    BOOST_TEST(lua::scrub("", secret, "") == "");
    BOOST_TEST(lua::scrub(std::string(3000, 'x'), secret, "").size() < 2100U);
}

BOOST_AUTO_TEST_CASE(a_plugin_that_fails_to_load_could_not_check_and_the_others_can) {
    Desk desk(Desk::Source{"local tries = 0\n" + with_head("", "judge:met { 'first', at = plan }").text});
    BOOST_TEST((desk.check().front().outcome == Outcome::met));
}

BOOST_AUTO_TEST_CASE(words_are_shared_modules) {
    Desk desk(
        Desk::Source{
            "local other = require('words.other')\n" +
            with_head("", "judge:could_not_check { 'first', at = plan, reason = other.list[1] }").text},
        {}, "return { list = { 'shared' } }");
    BOOST_TEST(desk.check().front().reason == "shared");
}

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_again_after_any_number_of_others) {
    Desk desk("local n = 0 for _, text in ipairs(plan.narratives) do n = n + text:count_words() end\n"
              "judge:could_not_check { \"first\", at = plan, reason = tostring(n) } judge:met { \"second\", "
              "at = plan }");
    const auto plan = read_plan(full_plan);
    const std::string once = desk.check(plan).front().reason;
    for (int i = 0; i < 50; ++i)
        desk.check(plan);
    BOOST_TEST(desk.check(plan).front().reason == once);
}

BOOST_AUTO_TEST_CASE(a_worker_without_an_open_plan_is_a_bug_of_ours) {
    Desk desk("judge:met { \"first\", at = plan }");
    BOOST_CHECK_THROW(desk.worker().check(desk.plugin(), {}), InternalError);
}

BOOST_AUTO_TEST_SUITE_END()
