#define BOOST_TEST_DYN_LINK
#include "lua/sandbox.hpp"

#include "base/user_error.hpp"
#include "lua/library.hpp"
#include "lua/stack.hpp"
#include "sandbox_folder.hpp"
#include "sandbox_run.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <functional>

using namespace plumbline;
using namespace plumbline::lua;
using plumbline::test::Folder;
using plumbline::test::run;
namespace fs = std::filesystem;

namespace {

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const UserError& error) {
        return error.what();
    }
    return "no error";
}

} // namespace

BOOST_AUTO_TEST_SUITE(sandbox)

BOOST_AUTO_TEST_CASE(every_name_of_the_table_is_there_or_refused_with_its_hint) {
    Sandbox sandbox{Limits{}};
    for (const AllowedName& name : library_names()) {
        const std::string result = run(sandbox, "return type(" + std::string{name.name} + ")");
        BOOST_TEST_CONTEXT(name.name << " → " << result) {
            if (name.allowed) {
                const std::string_view type{result};
                BOOST_TEST((type == "function" || type == "table" || type == "number" || type == "string"));
            } else {
                BOOST_TEST(result == "test.lua:1: " + std::string{name.name} +
                                         " is not allowed: " + std::string{name.hint});
                BOOST_TEST(!name.hint.empty());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_of_lua_is_there_that_the_table_does_not_name) {
    Sandbox sandbox{Limits{}};
    lua_State* const real = luaL_newstate();
    luaL_openlibs(real);
    lua_pushglobaltable(real);
    lua_pushnil(real);
    while (lua_next(real, -2) != 0) {
        const std::string name = lua_tostring(real, -2);
        const auto* const known = library_name(name);
        BOOST_TEST(known != nullptr, name);
        if (known != nullptr && known->allowed && lua_istable(real, -1)) {
            lua_pushnil(real);
            while (lua_next(real, -2) != 0) {
                const std::string inner = name + '.' + lua_tostring(real, -2);
                BOOST_TEST(library_name(inner) != nullptr, inner);
                lua_pop(real, 1);
            }
        }
        lua_pop(real, 1);
    }
    lua_close(real);
}

BOOST_AUTO_TEST_CASE(names_that_do_not_exist_are_refused_with_a_suggestion) {
    BOOST_TEST(run("return ipair") == "test.lua:1: 'ipair' does not exist; did you mean 'ipairs'?");
    BOOST_TEST(run("return string.fined") ==
               "test.lua:1: 'string.fined' does not exist; did you mean 'string.find'?");
    BOOST_TEST(run("return qqqqqq") == "test.lua:1: 'qqqqqq' does not exist");
    BOOST_TEST(run("return ('x'):trim()") == "test.lua:1: 'string.trim' does not exist");
}

BOOST_AUTO_TEST_CASE(environments_do_not_see_each_other) {
    Sandbox sandbox{Limits{}};
    BOOST_TEST(run(sandbox, "\n\nhelper = 1") ==
               "test.lua:3: global 'helper' assigned; write 'local helper'");
    BOOST_TEST(run(sandbox, "function helper() end") ==
               "test.lua:1: global 'helper' assigned; write 'local helper'");
    BOOST_TEST(run(sandbox, "return helper") == "test.lua:1: 'helper' does not exist");
    BOOST_TEST(run(sandbox, "string.x = 1") == "test.lua:1: string cannot be changed");
    BOOST_TEST(run(sandbox, "setmetatable(_ENV, {})") == "test.lua:1: cannot change a protected metatable");
}

BOOST_AUTO_TEST_CASE(what_the_host_shares_is_in_every_environment) {
    Sandbox sandbox{Limits{}};
    lua_pushinteger(sandbox.state(), 42);
    sandbox.share("answer");
    BOOST_TEST(run(sandbox, "return answer") == "42");
    BOOST_TEST(run(sandbox, "answer = 1") == "test.lua:1: global 'answer' assigned; write 'local answer'");
    BOOST_TEST(run(sandbox, "return answr") == "test.lua:1: 'answr' does not exist; did you mean 'answer'?");
}

BOOST_AUTO_TEST_CASE(errors_have_the_plugins_own_place_and_traceback) {
    Sandbox sandbox{Limits{}};
    sandbox.push_environment({});
    sandbox.load("local function inner(t) return t.x.y end\n"
                 "local list = {}\n"
                 "function list.each() table.sort({ 1, 2 }, function(a) inner({}) end) end\n"
                 "list.each()\n",
                 "plugins/x/plugin.lua");
    const auto error = sandbox.call(0, 0);
    BOOST_REQUIRE(error);
    BOOST_TEST(error->file == "plugins/x/plugin.lua");
    BOOST_TEST(error->line == 1U);
    BOOST_TEST(error->message == "attempt to index a nil value (field 'x')");
    BOOST_TEST(error->traceback == "plugins/x/plugin.lua:1: in function 'inner'\n"
                                   "plugins/x/plugin.lua:3: in function defined at line 3\n"
                                   "plugins/x/plugin.lua:3: in function 'each'\n"
                                   "plugins/x/plugin.lua:4: in main chunk");
    BOOST_TEST(!error->limit);
}

BOOST_AUTO_TEST_CASE(an_error_stands_where_the_plugin_says) {
    BOOST_TEST(run("local function f()\n  error('wrong', 2)\nend\n\nf()") == "test.lua:5: wrong");
    BOOST_TEST(run("\nerror('wrong', 0)") == "test.lua:2: wrong");
    BOOST_TEST(run("\nerror('a:1: wrong', 0)") == "test.lua:2: a:1: wrong");
    BOOST_TEST(run("\nerror(42)") == "test.lua:2: 42");
    BOOST_TEST(run("error({})") == "test.lua:1: an error that is a table, not a text");
    BOOST_TEST(run("assert(false)") == "test.lua:1: assertion failed!");
    BOOST_TEST(run("\nstring.rep()") ==
               "test.lua:2: bad argument #1 to 'rep' (string expected, got no value)");
}

BOOST_AUTO_TEST_CASE(a_long_path_is_told_in_full) {
    Sandbox sandbox{Limits{}};
    const std::string name = "a/very/long/path/" + std::string(100, 'x') + "/plugin.lua";
    sandbox.push_environment({});
    sandbox.load("\nlocal x = nil + 1", name);
    const auto error = sandbox.call(0, 0);
    BOOST_REQUIRE(error);
    BOOST_TEST(error->file == name);
    BOOST_TEST(error->line == 2U);
    BOOST_TEST(error->message == "attempt to perform arithmetic on a nil value");
}

BOOST_AUTO_TEST_CASE(pcall_catches_errors_and_not_limits) {
    BOOST_TEST(run("local ok, message = pcall(error, 'x') return tostring(ok) .. ' ' .. message") ==
               "false x");
    BOOST_TEST(run("return select('#', pcall(function() return 1, nil, nil end))") == "4");
    BOOST_TEST(run("return (pcall())") == "test.lua:1: bad argument #1 to 'pcall' (value expected)");
    Sandbox sandbox{Limits{10'000, std::size_t{1} << 20U, std::chrono::seconds{60}}};
    BOOST_TEST(run(sandbox, "pcall(function() while true do end end)\nreturn 'went on'") ==
               "test.lua:1: stopped after 10,000 instructions, all that one check may use");
    BOOST_TEST(run(sandbox, "pcall(string.rep, 'x', 2e8)\nreturn 'went on'") ==
               "test.lua:1: stopped on asking for more than 1,024 KiB of memory, all that one check may use");
    BOOST_TEST(run(sandbox, "return 'afresh'") == "afresh");
}

BOOST_AUTO_TEST_CASE(a_check_that_takes_too_long_is_stopped_by_the_clock) {
    Sandbox sandbox{Limits{UINT64_MAX / 2, std::size_t{1} << 20U, std::chrono::milliseconds{50}}};
    BOOST_TEST(run(sandbox, "\nwhile true do end") ==
               "test.lua:2: stopped after 50 milliseconds, all that one check may take");
}

BOOST_AUTO_TEST_CASE(memory_counts_from_settling) {
    Sandbox sandbox{Limits{10'000'000, std::size_t{4} << 20U, std::chrono::seconds{60}}};
    // Loading may use the whole allowance …
    sandbox.push_environment({});
    sandbox.load("local kept = {}\nfor i = 1, 3 do kept[i] = ('x'):rep(1000000) end\n"
                 "return function(n) kept[#kept + 1] = ('y'):rep(n) return #kept end",
                 "test.lua");
    BOOST_REQUIRE(!sandbox.call(0, 1));
    sandbox.settle();
    BOOST_TEST(!sandbox.worn());
    // … and a check has it afresh, until earlier ones have kept too much of it.
    lua_State* const L = sandbox.state();
    int kept = 0;
    for (; kept < 10 && !sandbox.worn(); ++kept) {
        lua_pushvalue(L, -1);
        lua_pushinteger(L, 1'000'000);
        BOOST_REQUIRE(!sandbox.call(1, 0));
    }
    BOOST_TEST(kept == 3);
    for (int more = 0; more < 20; ++more) {
        lua_pushvalue(L, -1);
        lua_pushinteger(L, 1'000'000);
        if (sandbox.call(1, 0)) break;
    }
    BOOST_TEST(sandbox.memory() < (std::size_t{13} << 20U)); // the state stays bounded whatever is kept
}

BOOST_AUTO_TEST_CASE(garbage_of_earlier_calls_is_not_counted) {
    Sandbox sandbox{Limits{10'000'000, std::size_t{2} << 20U, std::chrono::seconds{60}}};
    for (int i = 0; i < 50; ++i)
        BOOST_REQUIRE(run(sandbox, "local s = ('x'):rep(900000) return #s") == "900000");
}

BOOST_AUTO_TEST_CASE(results_and_arguments) {
    Sandbox sandbox{Limits{}};
    lua_State* const L = sandbox.state();
    lua_pushstring(L, "beneath");
    sandbox.push_environment({});
    sandbox.load("local a, b = ... return b, a, 3", "test.lua");
    lua_pushinteger(L, 1);
    lua_pushinteger(L, 2);
    BOOST_REQUIRE(!sandbox.call(2, 3));
    BOOST_TEST(lua_gettop(L) == 4);
    BOOST_TEST(lua_tointeger(L, 2) == 2);
    BOOST_TEST(lua_tointeger(L, 4) == 3);
    lua_settop(L, 1);
    sandbox.push_environment({});
    sandbox.load("error('x')", "test.lua");
    lua_pushinteger(L, 1);
    BOOST_REQUIRE(sandbox.call(1, 3));
    BOOST_TEST(lua_gettop(L) == 1);
    lua_pushinteger(L, 1); // no function at all
    const auto error = sandbox.call(0, 0);
    BOOST_REQUIRE(error);
    BOOST_TEST(error->message == "attempt to call a number value");
}

BOOST_AUTO_TEST_CASE(syntax_errors_and_bytecode) {
    Sandbox sandbox{Limits{}};
    const auto load = [&](std::string_view source) {
        return message_of([&] {
            sandbox.push_environment({});
            sandbox.load(source, "plugins/a:1/plugin.lua");
        });
    };
    BOOST_TEST(load("local x =\n\n= 1") == "plugins/a:1/plugin.lua:3: unexpected symbol near '='");
    BOOST_TEST(load("\x1bLua whatever") ==
               "plugins/a:1/plugin.lua: is bytecode; only the text of Lua code is loaded");
    BOOST_TEST(load("return " + std::string(300, '{')) == "plugins/a:1/plugin.lua: is nested too deeply");
    BOOST_TEST(load("x = 'unfinished") == "plugins/a:1/plugin.lua:1: unfinished string near <eof>");
    BOOST_TEST(lua_gettop(sandbox.state()) == 0);
}

BOOST_AUTO_TEST_CASE(files) {
    const Folder folder;
    Sandbox sandbox{Limits{}};
    const auto missing = folder.path() / "none.lua";
    BOOST_TEST(message_of([&] {
                   sandbox.push_environment({});
                   sandbox.load(missing);
               }) == missing.generic_string() + ": cannot be read; expected a Lua file");
    BOOST_TEST(lua_gettop(sandbox.state()) == 0);
    sandbox.push_environment({});
    sandbox.load(folder.write("marked.lua", "\xEF\xBB\xBFreturn 1"));
    BOOST_TEST(!sandbox.call(0, 1));
    BOOST_TEST(message_of([&] {
                   sandbox.push_environment({});
                   sandbox.load(folder.path());
               }).find("cannot be read") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(require_finds_its_own_folder_and_the_words) {
    const Folder folder;
    folder.write("plugin/helper.lua", "return { name = 'own', people = require('words.people') }");
    folder.write("plugin/deep/er.lua", "return 'deeper'");
    folder.write("words/people.lua", "return { 'mum' }");
    folder.write("words/helper.lua", "return { name = 'word' }");
    folder.write("secret.lua", "return 'secret'");
    folder.write("plugin/nothing.lua", "local x = 1");
    folder.write("plugin/broken.lua", "\nlocal = 1");
    folder.write("plugin/failing.lua", "\n\nerror('failed')");
    fs::create_symlink(folder.path() / "secret.lua", folder.path() / "plugin/link.lua");
    Sandbox sandbox{Limits{}};
    const auto run_here = [&](std::string_view source) {
        return run(sandbox, source, {folder.path() / "plugin", folder.path() / "words"});
    };
    BOOST_TEST(run_here("return require('helper').name") == "own");
    BOOST_TEST(run_here("return require('words.helper').name") == "word");
    BOOST_TEST(run_here("return require('people')[1]") == "mum");
    BOOST_TEST(run_here("return require('helper').people == require('words.people')") == "true");
    BOOST_TEST(run_here("return require('deep.er')") == "deeper");
    BOOST_TEST(run_here("require('link')").find("no module 'link'") != std::string::npos);
    BOOST_TEST(run_here("require('secret')").find("no module 'secret'") != std::string::npos);
    for (const auto* const name :
         {"../secret", "..secret", "/etc/passwd", "a/b", "", ".", "x\\0y", "plugin.lua/.."})
        BOOST_TEST(run_here("require('" + std::string{name} + "')").find("is no module's name") !=
                   std::string::npos);
    BOOST_TEST(run_here("require('nothing')") == "test.lua:1: module 'nothing' returns nothing");
    const auto plugin = (folder.path() / "plugin").generic_string();
    BOOST_TEST(run_here("require('broken')") ==
               "test.lua:1: " + plugin + "/broken.lua:2: <name> expected near '='");
    BOOST_TEST(run_here("require('failing')") == plugin + "/failing.lua:3: failed");
    BOOST_TEST(run_here("helper = require") == "test.lua:1: global 'helper' assigned; write 'local helper'");
    BOOST_TEST(sandbox.required().front() == folder.path() / "plugin/helper.lua");
}

BOOST_AUTO_TEST_CASE(host_pushes_that_fail_are_reported_and_harmless) {
    Sandbox sandbox{Limits{1000, std::size_t{1} << 18U, std::chrono::seconds{1}}};
    lua_State* const L = sandbox.state();
    const auto failing = [&] {
        protect(L, 0, 1, [](lua_State* inner) { push(inner, std::string(1 << 20, 'x')); });
    };
    BOOST_CHECK_EXCEPTION(failing(), ProtectedCallFailed, [](const auto& error) { return error.memory(); });
    BOOST_CHECK_THROW(protect(L, 0, 0, [](lua_State*) { throw UserError("of ours"); }), UserError);
    BOOST_TEST(lua_gettop(L) == 0);
    protect(L, 0, 2, [](lua_State* inner) {
        push(inner, true);
        push(inner, 1.5);
        push(inner, "two");
    });
    BOOST_TEST(lua_gettop(L) == 2);
    BOOST_TEST(to_text(L, -1) == "two");
}

BOOST_AUTO_TEST_SUITE_END()
