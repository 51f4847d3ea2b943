#define BOOST_TEST_DYN_LINK
#include "sandbox_run.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace plumbline::lua;
using plumbline::test::run;

namespace {

void check_each(const std::vector<std::pair<std::string, std::string>>& table) {
    Sandbox sandbox{Limits{}};
    for (const auto& [source, expected] : table)
        BOOST_TEST_CONTEXT(source) {
            BOOST_TEST(run(sandbox, "return " + source) == expected);
        }
}

const std::string at = "test.lua:1: ";

} // namespace

BOOST_AUTO_TEST_SUITE(sandbox_library)

BOOST_AUTO_TEST_CASE(strings) {
    check_each({
        {"('ab'):rep(3)", "ababab"},
        {"('ab'):rep(3, '-')", "ab-ab-ab"},
        {"('ab'):rep(1, '-')", "ab"},
        {"('ab'):rep(0)", ""},
        {"('ab'):rep(-1)", ""},
        {"(5):rep(1)", at + "attempt to index a number value"},
        {"string.rep(5, 2)", "55"},
        {"('%d %s %5.2f %q'):format(3, 'x', 1.5, 'a')", "3 x  1.50 \"a\""},
        {"('%s %s'):format({}, print == nil)",
         at + "print is not allowed: standard output is the report's; a check "
              "says what it found through judge"},
        {"('%s|%s'):format({}, tostring)", "table|function"},
        {"('%s'):format(setmetatable({}, { __tostring = function() return 'me' end }))", "me"},
        {"('%d'):format('x')", at + "bad argument #1 to 'format' (number expected, got string)"},
        {"('100%%'):format()", "100%"},
        {"('%10s|%-10s|'):format('a', 'b')", "         a|b         |"},
        {"('Abc'):byte(1, -1)", "65"},
        {"('abc'):sub(2)", "bc"},
        {"('x' .. 1)", "x1"},
        {"('10' + 1)", at + "attempt to perform arithmetic on a string value (constant '10')"},
        {"utf8.len('caf\xC3\xA9')", "4"},
        {"utf8.char(233)", "\xC3\xA9"},
        {"(function() local n = 0 for _, c in utf8.codes('a\xC3\xA9') do n = n + c end return n end)()",
         "330"},
    });
}

BOOST_AUTO_TEST_CASE(tables) {
    check_each({
        {"table.concat({ 1, 'b', 2.5 }, ',')", "1,b,2.5"},
        {"table.concat({}, ',')", ""},
        {"table.concat({ 'a', 'b', 'c' }, ',', 2)", "b,c"},
        {"table.concat({ 'a', {} })", at + "invalid value (at index 2) in table for 'concat'"},
        {"table.concat({ [math.maxinteger] = 'z' }, '', math.maxinteger, math.maxinteger)", "z"},
        {"(function() local t = { 1, 2 } table.insert(t, 3) table.insert(t, 1, 0) return table.concat(t, "
         "',') end)()",
         "0,1,2,3"},
        {"table.insert({}, 3, 'x')", at + "bad argument #2 to 'insert' (position out of bounds)"},
        {"table.insert({}, 1, 2, 3)", at + "wrong number of arguments to 'insert'"},
        {"table.insert('x', 1)", at + "bad argument #1 to 'insert' (table expected, got string)"},
        {"(function() local t = { 1, 2, 3 } local r = table.remove(t, 1) return r .. table.concat(t) end)()",
         "123"},
        {"(function() local t = { 1, 2, 3 } table.remove(t) return table.concat(t) end)()", "12"},
        {"table.remove({})", "nil"},
        {"table.remove({ 1 }, 5)", at + "bad argument #2 to 'remove' (position out of bounds)"},
        {"select('#', table.unpack({ 1, nil, 3 }, 1, 3))", "3"},
        {"(table.unpack({ 1, 2 }, 2))", "2"},
        {"select('#', table.unpack({}, 5, 1))", "0"},
        {"table.concat(table.move({ 1, 2, 3 }, 1, 3, 2), ',')", "1,1,2,3"},
        {"table.concat(table.move({ 1, 2, 3 }, 2, 3, 1), ',')", "2,3,3"},
        {"table.concat(table.move({ 1, 2 }, 1, 2, 1, {}), ',')", "1,2"},
        {"#table.move({ 1 }, 1, 0, 1)", "1"},
        {"table.pack(1, nil).n", "2"},
        {"(function() local t = { 3, 1, 2 } table.sort(t) return table.concat(t) end)()", "123"},
        {"(function() local t = { 3, 1, 2 } table.sort(t, function(a, b) return a > b end) return "
         "table.concat(t) end)()",
         "321"},
        {"(function() local t = { 'b1', 'a1', 'b2', 'a2' }\n"
         "table.sort(t, function(a, b) return a:sub(1, 1) < b:sub(1, 1) end) return table.concat(t, ' ') "
         "end)()",
         "a1 a2 b1 b2"},
        {"table.sort({ 1, 'x' })", at + "attempt to compare string with number"},
        {"table.sort({ 1 }, 5)", "nil"},
        {"table.sort({ 1, 2 }, 5)", at + "bad argument #2 to 'sort' (function expected, got number)"},
    });
}

BOOST_AUTO_TEST_CASE(walking_a_table_has_a_settled_order) {
    const std::string keys = "(function(t, walk) local out = {}\n"
                             "for k in walk(t) do out[#out + 1] = tostring(k) end\n"
                             "return table.concat(out, ' ') end)";
    const std::string by_next = "function(t) return next, t end";
    const std::string table =
        "{ zebra = 1, apple = 2, [3] = 1, [1] = 1, [-2] = 1, [1.5] = 1, [true] = 1, [false] = 1,\n"
        "[math.maxinteger] = 1, [2^63] = 1, Apple = 1 }";
    const std::string order =
        "-2 1 1.5 3 9223372036854775807 9.2233720368548e+18 Apple apple zebra false true";
    check_each({
        {keys + "(" + table + ", pairs)", order},
        {keys + "(" + table + ", " + by_next + ")", order},
        {keys + "({}, pairs)", ""},
        {"next({})", "nil"},
        {"next({ b = 1, a = 2 })", "a"},
        {"(select(2, next({ b = 1, a = 2 })))", "2"},
        {"(function() local t = { a = 1, b = 2, c = 3 } local n = 0\n"
         "for k in pairs(t) do t[k] = nil t.c = nil n = n + 1 end return n end)()",
         "2"},
        {"pairs({ [{}] = 1 })",
         at + "a table with a table as a key has no settled order; use numbers or texts as keys"},
        {"next({ [{}] = 1 })",
         at + "a table with a table as a key has no settled order; use numbers or texts as keys"},
        {"pairs(nil)", at + "bad argument #1 to 'pairs' (table expected, got nil)"},
        {"(function() for k, v in pairs(setmetatable({}, { __pairs = function() return function(_, k)\n"
         "if not k then return 'only', 1 end end end })) do return k end end)()",
         "only"},
    });
}

BOOST_AUTO_TEST_CASE(base_functions) {
    check_each({
        {"tostring({})", "table"},
        {"tostring(print == 1)",
         at + "print is not allowed: standard output is the report's; a check says what it found "
              "through judge"},
        {"tostring(tostring)", "function"},
        {"tostring(nil)", "nil"},
        {"tostring(1.0)", "1.0"},
        {"tostring(setmetatable({}, { __tostring = function() return 'mine' end }))", "mine"},
        {"tostring(setmetatable({}, { __name = 'Mine' }))", "table"},
        {"tostring()", at + "bad argument #1 to 'tostring' (value expected)"},
        {"tonumber('0x10')", "16"},
        {"tonumber('z', 36)", "35"},
        {"tonumber('x')", "nil"},
        {"rawget(rawset({}, 'a', 1), 'a')", "1"},
        {"getmetatable(setmetatable({}, { __metatable = 'locked' }))", "locked"},
        {"setmetatable(setmetatable({}, { __metatable = 'locked' }), {})",
         at + "cannot change a protected metatable"},
        {"setmetatable({}, { __mode = 'k' })",
         at + "__mode is not allowed in a metatable: a check must not depend on when memory is collected"},
        {"setmetatable({}, 5)", at + "bad argument #2 to 'setmetatable' (nil or table expected, got number)"},
        {"getmetatable(string)", "string"},
        {"rawlen({ 1, 2 })", "2"},
        {"select(-1, 1, 2, 3)", "3"},
        {"_VERSION", "Lua 5.4"},
        {"math.type(3 // 1)", "integer"},
    });
}

BOOST_AUTO_TEST_CASE(the_same_run_twice_is_the_same) {
    const std::string source =
        "local t = {}\n"
        "for w in ('one two three four five six seven'):gmatch('%a+') do t[w] = #w end\n"
        "local out = {}\n"
        "for k, v in pairs(t) do out[#out + 1] = k .. v end\n"
        "return table.concat(out, ' ') .. tostring(t) .. tostring(pairs)";
    BOOST_TEST(run(source) == run(source));
    BOOST_TEST(run(source) == "five4 four4 one3 seven5 six3 three5 two3tablefunction");
}

BOOST_AUTO_TEST_SUITE_END()
