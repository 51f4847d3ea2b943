#define BOOST_TEST_DYN_LINK
#include "lua/text_pattern.hpp"
#include "sandbox_run.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <random>
#include <vector>

/// The bounded string functions answer as Lua's own do: the same calls are put to both.

using namespace plumbline::lua;
using plumbline::test::run;

namespace {

/// Lua's own library, for comparison.
class RealLua {
public:
    RealLua() { luaL_openlibs(state_.get()); }

    std::string run(const std::string& source) {
        lua_State* const L = state_.get();
        if (luaL_loadbufferx(L, source.data(), source.size(), "@test.lua", "t") != LUA_OK ||
            lua_pcall(L, 0, 1, 0) != LUA_OK) {
            lua_settop(L, 0);
            return "error";
        }
        const std::string text{to_text(L, -1)};
        lua_settop(L, 0);
        return text;
    }

private:
    std::unique_ptr<lua_State, void (*)(lua_State*)> state_{luaL_newstate(), &lua_close};
};

/// Quoted so that any byte survives.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        std::string digits = std::to_string(static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += '\\' + std::string(3 - digits.size(), '0') + digits;
    }
    return out + '"';
}

/// One text that tells what all four functions say.
std::string questions(const std::string& subject, const std::string& pattern, const std::string& start) {
    const std::string s = quoted(subject), p = quoted(pattern);
    return "local out = {}\n"
           "local function add(ok, ...)\n"
           "  if not ok then out[#out + 1] = 'error' return end\n"
           "  for i = 1, select('#', ...) do out[#out + 1] = tostring((select(i, ...))) end\n"
           "  out[#out + 1] = ';'\n"
           "end\n"
           "add(pcall(string.find, " +
           s + ", " + p + ", " + start +
           "))\n"
           "add(pcall(string.match, " +
           s + ", " + p + ", " + start +
           "))\n"
           "add(pcall(string.gsub, " +
           s + ", " + p +
           ", '<%0>', 7))\n"
           "add(pcall(string.gsub, " +
           s + ", " + p +
           ", function(a) return #tostring(a) end))\n"
           "add(pcall(string.gsub, " +
           s + ", " + p +
           ", { a = 'A', [''] = '-', b = false }))\n"
           "add(pcall(function()\n"
           "  for a, b in string.gmatch(" +
           s + ", " + p +
           ") do out[#out + 1] = tostring(a) .. tostring(b) end\n"
           "end))\n"
           "return table.concat(out, '|')\n";
}

bool malformed(const std::string& pattern) {
    try {
        const TextPattern read(pattern);
        return false;
    } catch (const PatternError&) {
        return true;
    }
}

std::string some_text(std::mt19937& random, const std::vector<std::string>& parts, unsigned most) {
    std::string out;
    for (auto left = random() % (most + 1); left > 0; --left)
        out += parts[random() % parts.size()];
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sandbox_patterns)

BOOST_AUTO_TEST_CASE(known_patterns_answer_as_in_lua) {
    RealLua real;
    Sandbox sandbox{Limits{}};
    const std::vector<std::string> subjects{"",
                                            "a",
                                            "hello world",
                                            "key = value",
                                            "  trim me  ",
                                            "THE (quick) fox",
                                            "((nested) twice)",
                                            "2024-03-06",
                                            "x=1, y=2, z=3",
                                            "aXb%d-[]",
                                            std::string("null\0byte", 9),
                                            "caf\xC3\xA9",
                                            "abcabc",
                                            "aaa\nbbb",
                                            "f(a,b)g"};
    const std::vector<std::string> patterns{"",
                                            "a",
                                            "%a+",
                                            "^%s*(.-)%s*$",
                                            "(%w+)%s*=%s*(%w+)",
                                            "%b()",
                                            "%f[%a]%a+%f[%A]",
                                            "(%d+)-(%d+)-(%d+)",
                                            "()",
                                            "()a()",
                                            "(a)(b)(c)%1",
                                            "(.)%1",
                                            "[a-z]+",
                                            "[^a-z]+",
                                            "[%a_][%w_]*",
                                            "[]]",
                                            "[^]]",
                                            "[a-]",
                                            "[%-x]",
                                            "[+-]?%d+",
                                            "a-b",
                                            "a*",
                                            "a?b?c?",
                                            "^a",
                                            "a$",
                                            "$",
                                            "^",
                                            "^$",
                                            "%$",
                                            "%.",
                                            ".",
                                            ".-",
                                            ".*",
                                            "%z",
                                            "%x+",
                                            "%p",
                                            "%u%l*",
                                            "%S+",
                                            "x*",
                                            "%c",
                                            "[%s%p]",
                                            "(a*(.)%w(%s*))",
                                            "%",
                                            "[a",
                                            "[",
                                            "(",
                                            ")",
                                            "%1",
                                            "(%1)",
                                            "%b",
                                            "%bx",
                                            "%f",
                                            "%fa",
                                            "(()",
                                            "[%",
                                            "[^",
                                            "[]",
                                            "[^]",
                                            "^^a",
                                            "a^",
                                            "%9",
                                            "%0",
                                            "a**",
                                            "-",
                                            "*",
                                            "+a",
                                            "\xC3\xA9",
                                            "[\x80-\xFF]+",
                                            "%g+",
                                            "a--"};
    for (const auto& subject : subjects)
        for (const auto& pattern : patterns)
            for (const auto* const start : {"1", "3", "-2", "100", "0"}) {
                if (malformed(pattern)) continue; // Lua finds some mistakes only where it gets that far
                const auto asked = questions(subject, pattern, start);
                BOOST_TEST(run(sandbox, asked) == real.run(asked),
                           subject << " ~ " << pattern << " from " << start);
            }
}

BOOST_AUTO_TEST_CASE(random_patterns_answer_as_in_lua) {
    RealLua real;
    Sandbox sandbox{Limits{}};
    std::mt19937 random(20240306); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same ones each time
    const std::vector<std::string> of_patterns{"a",       "b",  ".",  "%a", "%d", "%w", "%s", "[ab]", "[^a]",
                                               "[a-c%d]", "(",  ")",  "()", "*",  "+",  "-",  "?",    "%b()",
                                               "%f[a]",   "%1", "%2", "^",  "$",  "%A", "x"};
    const std::vector<std::string> of_subjects{"a", "b", "ab", "ba", "aab", "(",
                                               ")", "1", "22", " ",  "x",   "c"};
    std::size_t compared = 0;
    for (int i = 0; i < 6000; ++i) {
        const auto pattern = some_text(random, of_patterns, 7), subject = some_text(random, of_subjects, 12);
        if (malformed(pattern)) continue;
        ++compared;
        const auto asked = questions(subject, pattern, "1");
        BOOST_TEST(run(sandbox, asked) == real.run(asked), subject << " ~ " << pattern);
    }
    BOOST_TEST(compared > 1500U);
}

BOOST_AUTO_TEST_CASE(mistakes_are_named) {
    Sandbox sandbox{Limits{}};
    const auto say = [&](const std::string& pattern) {
        return run(sandbox, "('text'):find('" + pattern + "')");
    };
    BOOST_TEST(say("%") == "test.lua:1: malformed pattern (ends with '%')");
    BOOST_TEST(say("[a") == "test.lua:1: malformed pattern (missing ']')");
    BOOST_TEST(say("(a") == "test.lua:1: unfinished capture");
    BOOST_TEST(say(".)") == "test.lua:1: invalid pattern capture");
    BOOST_TEST(say("(%1)") == "test.lua:1: invalid capture index %1");
    BOOST_TEST(say("%b(") == "test.lua:1: malformed pattern (missing arguments to '%b')");
    BOOST_TEST(say("%fa") == "test.lua:1: malformed pattern (missing '[' after '%f' in pattern)");
    BOOST_TEST(run(sandbox, "('x'):find(('(.)'):rep(33))") == "test.lua:1: too many captures");
    BOOST_TEST(run(sandbox, "('x'):gsub('x', '%2')") ==
               "test.lua:1: invalid capture index %2 in replacement string");
    BOOST_TEST(run(sandbox, "('x'):gsub('x', '%x')") ==
               "test.lua:1: invalid use of '%' in replacement string");
    BOOST_TEST(run(sandbox, "('x'):gsub('x', function() return {} end)") ==
               "test.lua:1: invalid replacement value (a table)");
    BOOST_TEST(run(sandbox, "('x'):gsub('x', true)") ==
               "test.lua:1: bad argument #2 to 'gsub' (string/function/table expected, got boolean)");
}

BOOST_AUTO_TEST_CASE(a_long_text_is_searched_in_few_steps) {
    Sandbox sandbox{Limits{}};
    BOOST_TEST(run(sandbox, "local text = ('Some words of a plan. '):rep(2000)\n"
                            "local n = 0\n"
                            "for _ in text:gmatch('%a+') do n = n + 1 end\n"
                            "return n") == "10000");
    BOOST_TEST(sandbox.instructions() < 500'000U);
}

BOOST_AUTO_TEST_SUITE_END()
