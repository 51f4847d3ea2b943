#define BOOST_TEST_DYN_LINK
#include "lua/data.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace plumbline;
using namespace plumbline::lua;

namespace {

std::string error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const UserError& error) {
        return error.what();
    }
    return "no error";
}

std::string error_of(const std::string& source) {
    return error_of([&] { load_data(source, "d.lua"); });
}

std::string place(const Data& data) {
    return std::to_string(data.at.line) + ':' + std::to_string(data.at.column);
}

/// "list/2/id": the value there.
const Data& at(const Data& data, std::string_view path) {
    const Data* now = &data;
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        const std::string key{path.substr(0, end)};
        path.remove_prefix(std::min(end + 1, path.size()));
        now = now->type == DataType::list ? &now->items.at(std::stoul(key) - 1) : &now->require(key);
    }
    return *now;
}

} // namespace

BOOST_AUTO_TEST_SUITE(data)

BOOST_AUTO_TEST_CASE(values_have_their_types) {
    const Data read = load_data("return { t = true, i = 3, n = 1.5, s = 'text', l = { 1, 2 }, e = {},\n"
                                "f = function() end }",
                                "d.lua");
    BOOST_TEST(read.require("t").as_boolean());
    BOOST_TEST(read.require("i").as_integer() == 3);
    BOOST_TEST(read.require("i").as_number() == 3.0);
    BOOST_TEST(read.require("n").as_number() == 1.5);
    BOOST_TEST(read.require("s").as_string() == "text");
    BOOST_TEST(read.require("l").as_list().size() == 2U);
    BOOST_TEST(read.require("e").as_list().empty());
    BOOST_TEST((read.require("e").type == DataType::table));
    BOOST_TEST((read.require("f").type == DataType::function));
    BOOST_TEST(read.find("none") == nullptr);
}

BOOST_AUTO_TEST_CASE(fields_keep_the_files_order) {
    const Data read = load_data("return { zebra = 1, apple = 2, [\"mid-dle\"] = 3, ant = 4 }", "d.lua");
    std::string order;
    for (const auto& [key, value] : read.fields)
        order += key + ' ';
    BOOST_TEST(order == "zebra apple mid-dle ant ");
    const Data made =
        load_data("local t = {}\nfor _, k in ipairs({ 'z', 'a', 'm' }) do t[k] = 1 end\nreturn t", "d.lua");
    BOOST_TEST(made.fields.front().first == "a"); // made by code: by name, the same in every run
    BOOST_TEST(made.fields.back().first == "z");
}

BOOST_AUTO_TEST_CASE(every_value_has_its_place) {
    const Data read = load_data("-- A comment with { braces }, \"quotes\" and return.\n"
                                "local words = { 'one',\n"
                                "  'two' }\n"
                                "local function made() return { deep = { 1 } } end\n"
                                "return {\n"
                                "  id = 'x', title = \"caf\xC3\xA9\", after = 1,\n"
                                "  [\"in quotes\"] = --[[ a\n"
                                "  long ]] 5,\n"
                                "  list = { 1, { two = 2 };\n"
                                "    [==[ three\n"
                                "    }]==], 4 },\n"
                                "  words = words,\n"
                                "  made = made(),\n"
                                "  check = function(a, b)\n"
                                "    if a then return { b, c = 1 } end\n"
                                "    for i = 1, 2 do repeat local t = { x = 1 } until t end\n"
                                "    while b do break end\n"
                                "  end,\n"
                                "  sum = 1 + (function() return 2 end)(),\n"
                                "  text = 'it\\'s, {' .. \"}\",\n"
                                "  last = 0x1p-4\n"
                                "}\n",
                                "d.lua");
    const std::vector<std::pair<std::string, std::string>> expected{
        {"", "5:8"},
        {"id", "6:8"},
        {"title", "6:21"},
        {"after", "6:37"},
        {"in quotes", "8:11"},
        {"list", "9:10"},
        {"list/1", "9:12"},
        {"list/2", "9:15"},
        {"list/2/two", "9:23"},
        {"list/3", "10:5"},
        {"list/4", "11:12"},
        {"words", "12:11"},
        {"words/1", "2:17"},
        {"words/2", "3:3"},
        {"made", "13:10"},
        {"made/deep", "13:10"},
        {"made/deep/1", "13:10"},
        {"check", "14:11"},
        {"sum", "19:9"},
        {"text", "20:10"},
        {"last", "21:10"},
    };
    for (const auto& [path, wanted] : expected)
        BOOST_TEST_CONTEXT(path) {
            BOOST_TEST(place(at(read, path)) == wanted);
        }
    BOOST_TEST(at(read, "title").at.file == "d.lua");
    BOOST_TEST(at(read, "list/2/two").path == "list[2].two");
    BOOST_TEST(at(read, "list/2/two").key_at.column == 17U);
}

BOOST_AUTO_TEST_CASE(wrong_types_say_what_was_found_and_expected) {
    const Data read = load_data("return {\n  s = 'four', n = 1.5, l = { 'a', 2 }, t = { x = true },\n"
                                "  f = function() end, big = 1e400, long = ('x'):rep(100) }",
                                "d.lua");
    const auto say = [&](const std::string& key, const std::function<void(const Data&)>& use) {
        return error_of([&] { use(read.require(key)); });
    };
    BOOST_TEST(say("s", [](const Data& d) { d.as_integer(); }) ==
               "d.lua:2:7: 's' is wrong: expected a whole number, found the text \"four\"");
    BOOST_TEST(say("n", [](const Data& d) { d.as_integer(); }) ==
               "d.lua:2:19: 'n' is wrong: expected a whole number, found the number 1.5");
    BOOST_TEST(say("n", [](const Data& d) { d.as_string(); }) ==
               "d.lua:2:19: 'n' is wrong: expected a text, found the number 1.5");
    BOOST_TEST(say("l", [](const Data& d) { d.as_strings(); }) ==
               "d.lua:2:35: 'l[2]' is wrong: expected a text, found the number 2");
    BOOST_TEST(say("t", [](const Data& d) { d.as_list(); }) ==
               "d.lua:2:44: 't' is wrong: expected a list, found a table");
    BOOST_TEST(say("t", [](const Data& d) { d.require("x").as_number(); }) ==
               "d.lua:2:50: 't.x' is wrong: expected a number, found true");
    BOOST_TEST(say("f", [](const Data& d) { d.as_boolean(); }) ==
               "d.lua:3:7: 'f' is wrong: expected true or false, found a function");
    BOOST_TEST(say("big", [](const Data& d) { d.as_number(); }).find("expected a number") !=
               std::string::npos);
    BOOST_TEST(say("long", [](const Data& d) { d.as_number(); }) ==
               "d.lua:3:43: 'long' is wrong: expected a number, found a text");
    BOOST_TEST(say("l", [](const Data& d) { d.as_table({}); }) ==
               "d.lua:2:28: 'l' is wrong: expected a table of named values, found a list");
    BOOST_TEST(error_of([&] { read.require("missing"); }) == "d.lua:1:8: 'missing' is missing");
    BOOST_TEST(error_of([&] { read.require("t").require("y"); }) == "d.lua:2:44: 't.y' is missing");
}

BOOST_AUTO_TEST_CASE(unknown_keys_are_refused_with_a_suggestion) {
    const Data read = load_data("return {\n  paramters = 1 }", "d.lua");
    BOOST_TEST(error_of([&] {
                   read.as_table({"parameters", "phrases"});
               }) == "d.lua:2:3: unknown key 'paramters'; did you mean 'parameters'?");
    BOOST_TEST(error_of([&] { read.as_table({"id"}); }) == "d.lua:2:3: unknown key 'paramters'");
    const Data inner = load_data("return { a = { b = 1 } }", "d.lua");
    BOOST_TEST(error_of([&] { inner.require("a").as_table({"c"}); }) == "d.lua:1:16: unknown key 'b' in 'a'");
}

BOOST_AUTO_TEST_CASE(files_that_are_no_data) {
    const std::vector<std::pair<std::string, std::string>> expected{
        {"", "d.lua: returns nothing; expected a table: return { … }"},
        {"return 5", "d.lua: returns a number; expected a table: return { … }"},
        {"return {", "d.lua:1: unexpected symbol near <eof>"},
        {"\nreturn nil .. 'x'", "d.lua:2: attempt to concatenate a nil value"},
        {"\nlocal x = os.time()",
         "d.lua:2: os is not allowed: a plugin sees no clock, files or environment; dates come "
         "from the plan and from date"},
        {"while true do end", "d.lua:1: stopped after 20,000,000 instructions, all that one check may use"},
        {"return { a = 1,\n  1 }", "d.lua:1:8: mixes a list with the named value 'a'"},
        {"return {\n  { 1, nil, 3 } }", "d.lua:2:3: is a list with gaps"},
        {"return { [1.5] = 1 }", "d.lua:1:8: has a key that is neither a name nor a list's number 1, 2, 3 …"},
        {"return { x = { [true] = 1 } }",
         "d.lua:1:14: has a key that is neither a name nor a list's number 1, 2, 3 …"},
        {"return { a = 1,\n  b = 2, a = 3 }", "d.lua:2:10: the key 'a' stands in this table twice"},
        {"local t = {} t.t = t\nreturn t", "d.lua:2:8: is nested more than 32 deep, or in itself"},
        {"return { 'a',\n 'caf\xE9' }", "d.lua:2:2: is text that is not UTF-8"},
        {"local t = { 1, 1 }\nfor _ = 1, 25 do t = { t, t } end\nreturn t",
         "d.lua:3:8: holds more than 500,000 values"},
        {"local x = require('other')",
         "d.lua:1: no module 'other': require reaches the plugin's own folder and the shared "
         "word lists"},
    };
    for (const auto& [source, wanted] : expected)
        BOOST_TEST_CONTEXT(source) {
            BOOST_TEST(error_of(source) == wanted);
        }
}

BOOST_AUTO_TEST_CASE(nearest_word) {
    const std::vector<std::string> known{"parameters", "phrases",   "plans",    "title",
                                         "id",         "min_words", "own-views"};
    const auto near = [&](std::string_view word) { return nearest(word, known).value_or("-"); };
    BOOST_TEST(near("paramters") == "parameters");
    BOOST_TEST(near("pharses") == "phrases");
    BOOST_TEST(near("Title") == "title");
    BOOST_TEST(near("tilte") == "title");
    BOOST_TEST(near("min-words") == "min_words");
    BOOST_TEST(near("own_views") == "own-views");
    BOOST_TEST(near("di") == "id");
    BOOST_TEST(near("x") == "-");
    BOOST_TEST(near("something") == "-");
    BOOST_TEST(near("") == "-");
    BOOST_TEST(near(std::string(10000, 'a')) == "-");
    BOOST_TEST(!nearest("a", {}));
}

BOOST_AUTO_TEST_CASE(the_projects_own_data_files_read) {
    const Data statutory = load_data(std::string{PLUMBLINE_SOURCE_DIR} + "/rules/statutory.lua");
    BOOST_TEST(statutory.at.line > 0U);
    BOOST_TEST(!statutory.fields.empty());
}

BOOST_AUTO_TEST_SUITE_END()
