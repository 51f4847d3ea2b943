#define BOOST_TEST_DYN_LINK
#include "lua/memory_index.hpp"
#include "lua/memory_store.hpp"
#include "lua/observation_store.hpp"
#include "lua/packed_records.hpp"
#include "worker_desk.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace plumbline;
using namespace plumbline::test;

namespace {

std::string plan_of(const std::string& id, const std::string& child) {
    std::string xml = full_plan;
    xml.replace(xml.find("CP-1"), 4, id);
    xml.replace(xml.find("id=\"C-1\""), 8, "id=\"" + child + "\"");
    return xml;
}

/// Memories of plans with these ids, each of its own child, under a plugin that keeps `kept`.
lua::MemoryStore memories(const std::string& kept, const std::vector<std::string>& ids) {
    Desk desk("judge:met { 'first', at = plan }",
              "remember = function(plan) " + kept + " end, compare = function() end,");
    lua::MemoryStore store;
    for (const std::string& id : ids)
        store.add(desk.remember(plan_of(id, "child-of-" + id)));
    return store;
}

std::vector<std::uint32_t> holders(const lua::MemoryIndex& index, std::uint64_t hash) {
    const auto found = index.holders(hash);
    return {found.begin(), found.end()};
}

/// What an expression over `memories` gives in compare, for the plans A, B and C of which B and C say the
/// same.
std::string compared(const std::string& expression) {
    Desk desk(
        "judge:met { 'first', at = plan }",
        "remember = function(plan) return { text = plan.id == 'A' and 'one' or 'two', runs = { 1, plan.id == "
        "'A' "
        "and 2 or 3 }, day = plan.dates.written } end,\n"
        "compare = function(memories, judge) judge:could_not_check { 'second', plan = memories[1], at = "
        "memories[1], reason = tostring(" +
            expression + ") } end,");
    const auto said = desk.compare({desk.remember(plan_of("A", "x")), desk.remember(plan_of("B", "y")),
                                    desk.remember(plan_of("C", "y"))});
    return said.at(0).observation.reason;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(memory)

BOOST_AUTO_TEST_CASE(records_come_back_whole_whatever_their_length) {
    lua::PackedRecords records;
    std::vector<std::string> put;
    for (std::size_t length : {0U, 1U, 127U, 128U, 100'000U, 200'000U, 5U})
        put.emplace_back(length, static_cast<char>('a' + put.size()));
    for (const std::string& record : put)
        records.add(record);
    BOOST_REQUIRE_EQUAL(records.size(), put.size());
    for (std::size_t i = 0; i < put.size(); ++i)
        BOOST_TEST(records.at(i) == put[i]);
}

BOOST_AUTO_TEST_CASE(a_word_table_takes_each_word_once_and_only_so_many) {
    lua::WordTable words(2);
    BOOST_TEST(words.take("a").value() == 0U);
    BOOST_TEST(words.take("b").value() == 1U);
    BOOST_TEST(words.take("a").value() == 0U);
    BOOST_TEST(!words.take("c").has_value());
    BOOST_TEST(words.at(1) == "b");
}

BOOST_AUTO_TEST_CASE(an_index_finds_strings_integers_and_ids) {
    const auto store =
        memories("return { name = plan.id, numbers = { 7, 7, plan.id == 'B' and 8 or 9 } }", {"A", "B", "C"});
    const lua::MemoryIndex names(store, "name", 1, 100);
    BOOST_TEST(holders(names, lua::hash_of("B")) == std::vector<std::uint32_t>{1});
    BOOST_TEST(names.different() == 3U);
    const lua::MemoryIndex numbers(store, "numbers", 1, 100);
    BOOST_TEST(holders(numbers, lua::hash_of(std::int64_t{7})) == (std::vector<std::uint32_t>{0, 1, 2}));
    BOOST_TEST(holders(numbers, lua::hash_of(std::int64_t{9})) == (std::vector<std::uint32_t>{0, 2}));
    BOOST_TEST(holders(numbers, lua::hash_of(std::int64_t{10})).empty());
    const lua::MemoryIndex children(store, "child_id", 1, 100);
    BOOST_TEST(holders(children, lua::hash_of("child-of-C")) == std::vector<std::uint32_t>{2});
}

BOOST_AUTO_TEST_CASE(an_index_leaves_out_what_too_few_or_too_many_hold) {
    const auto store =
        memories("return { all = 1, some = plan.id ~= 'A' and 2 or nil, own = plan.id }", {"A", "B", "C"});
    BOOST_TEST(holders(lua::MemoryIndex(store, "all", 2, 2), lua::hash_of(std::int64_t{1})).empty());
    BOOST_TEST(holders(lua::MemoryIndex(store, "some", 2, 2), lua::hash_of(std::int64_t{2})) ==
               (std::vector<std::uint32_t>{1, 2}));
    BOOST_TEST(holders(lua::MemoryIndex(store, "own", 2, 2), lua::hash_of("A")).empty());
    BOOST_TEST(lua::MemoryIndex(store, "own", 2, 2).different() == 3U);
}

BOOST_AUTO_TEST_CASE(an_index_of_many_values_is_made_in_parts_and_finds_them_all) {
    Desk desk(
        "judge:met { 'first', at = plan }",
        "remember = function(plan) local t = {} for i = 1, 300 do t[i] = i end return { numbers = t } end, "
        "compare = function() end,");
    const lua::Memory one = desk.remember(full_plan);
    lua::MemoryStore store;
    for (int i = 0; i < 2000; ++i) // 600,000 values
        store.add(one);
    const lua::MemoryIndex index(store, "numbers", 1, 3000);
    BOOST_TEST(index.different() == 300U);
    for (std::int64_t value = 1; value <= 300; ++value)
        BOOST_TEST(index.holders(lua::hash_of(value)).size() == 2000U);
}

BOOST_AUTO_TEST_CASE(what_a_plan_leaves_takes_little_more_than_its_numbers) {
    Desk desk("judge:met { 'first', at = plan }", "remember = function(plan) local t = {} for i = 1, 60 do "
                                                  "t[i] = i * 4000000 end return { numbers = t, at = "
                                                  "place(plan.actions[1]) } end, compare = function() end,");
    const lua::Memory one = desk.remember(full_plan);
    lua::MemoryStore store;
    constexpr std::size_t plans = 20'000;
    for (std::size_t i = 0; i < plans; ++i)
        store.add(one);
    BOOST_TEST(store.capacity() / plans < 350U); // 60 numbers of 4 bytes
    BOOST_TEST(lua::MemoryIndex(store, "numbers", 2, 10).different() == 60U);
}

BOOST_AUTO_TEST_CASE(compare_reads_memories_one_at_a_time) {
    BOOST_TEST(compared("#memories") == "3");
    BOOST_TEST(compared("memories[3].plan_id") == "C");
    BOOST_TEST(compared("memories[4]") == "nil");
    BOOST_TEST(
        compared("(function() local ids = '' for i, m in ipairs(memories) do ids = ids .. i .. m.plan_id end "
                 "for i, m in pairs(memories) do ids = ids .. i .. m.plan_id end return ids end)()") ==
        "1A2B3C1A2B3C");
    BOOST_TEST(compared("memories:index('text'):holders('two')[2]") == "3");
    BOOST_TEST(compared("#memories:index('runs', 2):holders(2)") == "0");
    BOOST_TEST(compared("#memories:index('runs', 1, 2):holders(1)") == "0");
    BOOST_TEST(compared("#memories:index('day'):holders(memories[1].data.day)") == "3");
    BOOST_TEST(compared("memories:index('child_id'):count()") == "2");
}

BOOST_AUTO_TEST_CASE(wrong_uses_of_memories_say_what_to_do) {
    BOOST_TEST(mentions(compared("memories:indx('text')"), "did you mean index?"));
    BOOST_TEST(mentions(compared("memories:index('text', 0)"), "1 or more"));
    BOOST_TEST(
        mentions(compared("memories:index('text'):holders({})"), "takes a string, an integer or a date"));
    BOOST_TEST(mentions(compared("(function() for i = 1, 17 do memories:index('f' .. i) end end)()"),
                        "more than 16 indexes"));
    BOOST_TEST(mentions(compared("(function() memories[1] = 2 end)()"), "cannot be changed"));
}

BOOST_AUTO_TEST_CASE(what_was_said_comes_back_as_it_was) {
    judgement::Observation said;
    said.criterion = "not-copied";
    said.outcome = judgement::Outcome::needs_a_person;
    said.at = {"a1", "/plan/actions/action[1]", 12, 7};
    said.reason = "it may be";
    said.message = "The same words.";
    said.advice = "Write anew.";
    said.owner = "timescales/possible";
    said.detail = "traceback";
    said.evidence = {{"some words", 3, 4, 10}, {"", 0, 0, 0}};
    said.failure = judgement::Failure::limit;
    judgement::Observation other;
    other.criterion = "own-name";
    other.outcome = judgement::Outcome::met;
    lua::ObservationStore store(3);
    store.add(1, said);
    store.add(2, other);
    store.add(1, other);
    BOOST_TEST(store.of(0).empty());
    const auto back = store.of(1);
    BOOST_REQUIRE_EQUAL(back.size(), 2U);
    BOOST_TEST(back[0].criterion == said.criterion);
    BOOST_TEST((back[0].outcome == said.outcome));
    BOOST_TEST(back[0].at.id == said.at.id);
    BOOST_TEST(back[0].at.path == said.at.path);
    BOOST_TEST(back[0].at.line == 12U);
    BOOST_TEST(back[0].at.column == 7U);
    BOOST_TEST(back[0].reason == said.reason);
    BOOST_TEST(back[0].message == said.message);
    BOOST_TEST(back[0].advice == said.advice);
    BOOST_TEST(back[0].owner == said.owner);
    BOOST_TEST(back[0].detail == said.detail);
    BOOST_REQUIRE_EQUAL(back[0].evidence.size(), 2U);
    BOOST_TEST(back[0].evidence[0].text == "some words");
    BOOST_TEST(back[0].evidence[0].length == 10U);
    BOOST_TEST((back[0].failure == judgement::Failure::limit));
    BOOST_TEST(back[1].criterion == "own-name");
}

BOOST_AUTO_TEST_CASE(a_comparison_judges_each_place_once) {
    const auto reason = [](const std::string& calls) {
        Desk desk("judge:met { 'first', at = plan }",
                  "remember = function(plan) return 1 end,\ncompare = function(memories, judge) " + calls +
                      " end,");
        const auto said = desk.compare({desk.remember(full_plan)});
        return said.back().observation.reason;
    };
    const std::string met = "judge:met { 'second', plan = memories[1], at = memories[1] } ";
    BOOST_TEST(reason(met + met).empty());
    BOOST_TEST(mentions(
        reason(met + "judge:not_met { 'second', plan = memories[1], at = memories[1], message = 'm', "
                     "advice = 'a' }"),
        "was judged met at line 2 before, and now not met"));
    BOOST_TEST(mentions(
        reason("for i = 1, 1001 do judge:not_met { 'second', plan = memories[1], at = memories[1], message "
               "= 'm' .. i, advice = 'a' } end"),
        "more than 1000 judgements of one plan"));
}

BOOST_AUTO_TEST_SUITE_END()
