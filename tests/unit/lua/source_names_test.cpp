#define BOOST_TEST_DYN_LINK
#include "lua/source_names.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace plumbline::lua;

namespace {

std::string globals_of(const std::string& source) {
    std::string out;
    for (const GlobalUse& use : names_in(source).globals)
        out += use.name + (use.assigned ? "= " : " ");
    return out;
}

std::string unused_of(const std::string& source) {
    std::string out;
    for (const UnusedLocal& local : names_in(source).unused)
        out += local.name + ":" + std::to_string(local.at.line) + " ";
    return out;
}

std::string fields_of(const std::string& source) {
    std::string out;
    for (const FieldUse& use : names_in(source).fields)
        out += use.of + (use.method ? ":" : ".") + use.field + " ";
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(source_names)

BOOST_AUTO_TEST_CASE(a_global_is_what_no_scope_declares) {
    BOOST_TEST(globals_of("local a = 1; b = a; print(a, c.d)") == "b= print c.d ");
    BOOST_TEST(globals_of("do local a end return a") == "a ");
    BOOST_TEST(globals_of("for i = 1, 2 do local x = i end return i") == "i ");
    BOOST_TEST(globals_of("for k, v in pairs(t) do print(k, v) end") == "pairs t print ");
    BOOST_TEST(globals_of("local function f(n) return n and f(n - 1) end return f") == "");
    BOOST_TEST(globals_of("local f = function(...) return ... end return f") == "");
    BOOST_TEST(globals_of("repeat local done = true until done") == "");
    BOOST_TEST(globals_of("local t = { a = b, [c] = 1, 2 } return t.b") == "b c ");
    BOOST_TEST(globals_of("local x = x return x") == "x "); // the right side is not yet the local
    BOOST_TEST(globals_of("local t = {} function t.f(a) return a end function t:g() return self end") == "");
    BOOST_TEST(globals_of("local a <const> = 1 if a then goto out end ::out:: return #a .. 'x'") == "");
    BOOST_TEST(globals_of("local s = ('x'):rep(2) return s:find \"y\" or os.time{}") == "os.time ");
}

BOOST_AUTO_TEST_CASE(a_local_that_nothing_reads_is_unused) {
    BOOST_TEST(unused_of("local a = 1\nlocal b = 2\nreturn b") == "a:1 ");
    BOOST_TEST(unused_of("local a = 1\na = 2") == "a:1 ");
    BOOST_TEST(unused_of("local a = 1\nlocal a = a\nreturn a") == "");
    BOOST_TEST(unused_of("for _, v in ipairs({}) do end") == "v:1 ");
    BOOST_TEST(unused_of("local _, b = 1, 2 return b") == "");
    BOOST_TEST(unused_of("return function(unused) end") == ""); // parameters are given, not chosen
}

BOOST_AUTO_TEST_CASE(fields_of_parameters_are_kept_with_their_names) {
    BOOST_TEST(
        fields_of(
            "return function(plan, judge) judge:met { 'x', at = plan.child } return plan['kind'] end") ==
        "judge:met plan.child plan.kind ");
    BOOST_TEST(fields_of("local plan = {} return plan.nothing") == ""); // a local of the author's own
    const auto found =
        names_in("return function(judge) judge:not_met { 'x', at = 1, message = 'm' } end").fields;
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    BOOST_TEST(found[0].has_table);
    BOOST_TEST((found[0].keys == std::vector<std::string>{"at", "message"}));
}

BOOST_AUTO_TEST_SUITE_END()
