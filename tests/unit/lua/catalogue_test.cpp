#define BOOST_TEST_DYN_LINK
#include "lua/catalogue.hpp"

#include "base/user_error.hpp"
#include "sandbox_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace plumbline;
using namespace plumbline::lua;
using plumbline::test::Folder;
namespace fs = std::filesystem;

namespace {

/// A manifest that is right, a key a line: each test changes a line.
const std::vector<std::pair<std::string, std::string>> lines{
    {"id", "\"contingency\""},
    {"title", "\"A contingency is recorded\""},
    {"api", "1"},
    {"plans", "{ \"care\", \"child-in-need\" }"},
    {"criteria",
     "{ { id = \"present\", title = \"it is there\" }, { id = \"own-trigger\", title = \"it says when\" } }"},
    {"parameters",
     "{ min_words = { type = \"integer\", default = 4, minimum = 0, help = \"shorter is not written\" } }"},
    {"phrases", "{ trigger = { \"if\", \"in the event\" } }"},
    {"check", "function(plan, judge, parameters) end"},
};

/// The manifest with one line of other text (`key = value`), or without it (value empty), or with one more.
std::string manifest(const std::string& key = "", const std::string& value = "") {
    std::string out = "return {\n";
    bool done = key.empty();
    for (const auto& [name, standard] : lines) {
        const bool changed = name == key;
        done = done || changed;
        out += changed && value.empty() ? "\n" : "  " + name + " = " + (changed ? value : standard) + ",\n";
    }
    if (!done) out += "  " + key + " = " + value + ",\n";
    return out + "}\n";
}

std::string error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const UserError& error) {
        return error.what();
    }
    return "no error";
}

/// What loading the plugin says, its path taken off.
std::string load_error(const Folder& folder, const std::string& content) {
    const fs::path file = folder.write("plugins/contingency/plugin.lua", content);
    std::string error = error_of([&] { Catalogue::load({folder.path() / "plugins"}); });
    if (error.starts_with(file.generic_string()))
        error.replace(0, file.generic_string().size(), "plugin.lua");
    return error;
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(a_manifest_is_read) {
    const Folder folder;
    folder.write("plugins/contingency/plugin.lua", manifest("version", "\"1.2\""));
    const Catalogue catalogue = Catalogue::load({folder.path() / "plugins/"});
    BOOST_REQUIRE(catalogue.plugins().size() == 1U);
    const Plugin& plugin = *catalogue.find("contingency");
    BOOST_TEST(plugin.title == "A contingency is recorded");
    BOOST_TEST(plugin.version == "1.2");
    BOOST_TEST((plugin.plans == std::vector{plan::Kind::care, plan::Kind::child_in_need}));
    BOOST_TEST(plugin.criterion("own-trigger")->title == "it says when");
    BOOST_TEST(plugin.criterion("none") == nullptr);
    const Parameter& parameter = *plugin.parameter("min_words");
    BOOST_TEST((parameter.type == ParameterType::integer));
    BOOST_TEST(std::get<std::int64_t>(parameter.default_value) == 4);
    BOOST_TEST(*parameter.minimum == 0.0);
    BOOST_TEST(!parameter.maximum);
    BOOST_TEST(parameter.help == "shorter is not written");
    BOOST_TEST(plugin.phrases.front().name == "trigger");
    BOOST_TEST(plugin.phrases.front().phrases.back() == "in the event");
    BOOST_TEST(!plugin.across_plans);
    BOOST_TEST(plugin.hash.size() == 64U);
    BOOST_TEST(plugin.folder == folder.path() / "plugins/contingency");
    BOOST_TEST(catalogue.words() == folder.path() / "plugins/words");
    BOOST_TEST(catalogue.find("continence") == nullptr);
    BOOST_TEST(catalogue.phrase_book().sets().front().name == "contingency/trigger");
}

BOOST_AUTO_TEST_CASE(mistakes_are_refused_with_their_place) {
    const Folder folder;
    const auto parameter = [](const std::string& body) { return "{ n = { " + body + " } }"; };
    // key, value, what is said; an empty value leaves the key out
    const std::vector<std::array<std::string, 3>> table{
        {"paramters", "{}", "10:3: unknown key 'paramters'; did you mean 'parameters'?"},
        {"verison", "\"1\"", "10:3: unknown key 'verison'; did you mean 'version'?"},
        {"colour", "1", "10:3: unknown key 'colour'"},
        {"id", "", "1:8: 'id' is missing"},
        {"id", "\"Contingency\"",
         "2:8: \"Contingency\" is no id; expected lower-case words joined by hyphens"},
        {"id", "\"contingent\"",
         "2:8: the id is \"contingent\" and the folder is \"contingency\"; expected the same for both"},
        {"id", "5", "2:8: 'id' is wrong: expected a text, found the number 5"},
        {"title", "\"  \"", "3:11: 'title' is empty; expected words"},
        {"title", "", "1:8: 'title' is missing"},
        {"api", "2", "4:9: api 2 is not spoken by this plumbline; it speaks api 1"},
        {"api", "\"1\"", "4:9: 'api' is wrong: expected a whole number, found the text \"1\""},
        {"api", "", "1:8: 'api' is missing"},
        {"plans", "{}", "5:11: 'plans' is empty; expected the kinds of plan that are checked"},
        {"plans", "{ \"care\", \"child-protecton\" }",
         "5:21: \"child-protecton\" is no kind of plan; did you mean \"child-protection\"?"},
        {"plans", "{ \"zzz\" }",
         "5:13: \"zzz\" is no kind of plan; expected \"early-help\", \"child-in-need\", "
         "\"child-protection\", \"care\", "
         "\"pathway\", \"personal-education\", \"safety\" or \"supervision\""},
        {"plans", "{ \"care\", \"care\" }", "5:21: \"care\" stands in 'plans' twice"},
        {"plans", "\"care\"", "5:11: 'plans' is wrong: expected a list, found the text \"care\""},
        {"criteria", "{}", "6:14: 'criteria' is empty; expected at least one criterion"},
        {"criteria", "{ { id = \"present\" } }", "6:16: 'criteria[1].title' is missing"},
        {"criteria", "{ { title = \"x\" } }", "6:16: 'criteria[1].id' is missing"},
        {"criteria", "{ { id = \"a\", titel = \"x\" } }",
         "6:28: unknown key 'titel' in 'criteria[1]'; did you mean 'title'?"},
        {"criteria", "{ { id = \"own_views\", title = \"x\" } }",
         "6:23: the criterion \"own_views\" is no id; expected lower-case words joined by hyphens"},
        {"criteria", "{ { id = \"a\", title = \"x\" },\n { id = \"a\", title = \"x\" } }",
         "7:9: the criterion \"a\" is there twice"},
        {"criteria", "{ present = \"x\" }", "6:14: 'criteria' is wrong: expected a list, found a table"},
        {"parameters", "{ 1 }",
         "7:16: 'parameters' is wrong: expected named parameters, like { min_words = { type = … } }"},
        {"parameters", "{ [\"min-words\"] = {} }",
         "7:18: the parameter 'min-words' is no name; expected lower-case letters, digits and '_'"},
        {"parameters", parameter("default = 1, help = \"h\""), "7:22: 'parameters.n.type' is missing"},
        {"parameters", parameter("type = \"int\", default = 1, help = \"h\""),
         "7:31: \"int\" is no type of a parameter; expected \"boolean\", \"integer\", \"number\", \"string\" "
         "or \"list\""},
        {"parameters", parameter("type = \"interger\", default = 1, help = \"h\""),
         "7:31: \"interger\" is no type of a parameter; did you mean \"integer\"?"},
        {"parameters", parameter("type = \"integer\", help = \"h\""),
         "7:22: 'parameters.n.default' is missing"},
        {"parameters", parameter("type = \"integer\", default = 1"), "7:22: 'parameters.n.help' is missing"},
        {"parameters", parameter("type = \"integer\", default = 1.5, help = \"h\""),
         "7:52: 'parameters.n.default' is wrong: expected a whole number, found the number 1.5"},
        {"parameters", parameter("type = \"integer\", default = 1, minimum = 2, help = \"h\""),
         "7:52: the default of 'n' is out of range: found 1, expected at least 2"},
        {"parameters", parameter("type = \"number\", default = 1.5, maximum = 1, help = \"h\""),
         "7:51: the default of 'n' is out of range: found 1.5, expected at most 1"},
        {"parameters", parameter("type = \"number\", default = 1, minimum = 3, maximum = 2, help = \"h\""),
         "7:64: the minimum of 'n' is above its maximum"},
        {"parameters", parameter("type = \"string\", default = \"x\", minimum = 1, help = \"h\""),
         "7:56: 'minimum' is only for the types integer and number"},
        {"parameters", parameter("type = \"integer\", default = 1, choices = { \"a\" }, help = \"h\""),
         "7:55: 'choices' is only for the type string"},
        {"parameters",
         parameter("type = \"string\", default = \"red\", choices = { \"rad\", \"amber\" }, help = \"h\""),
         "7:51: the default of 'n' is out of range: found \"red\"; did you mean \"rad\"?"},
        {"parameters", parameter("type = \"string\", default = \"x\", choices = {}, help = \"h\""),
         "7:66: 'choices' is empty; expected the values that are allowed"},
        {"parameters", parameter("type = \"boolean\", default = 1, help = \"h\""),
         "7:52: 'parameters.n.default' is wrong: expected true or false, found the number 1"},
        {"parameters", parameter("type = \"list\", default = { 1 }, help = \"h\""),
         "7:51: 'parameters.n.default[1]' is wrong: expected a text, found the number 1"},
        {"parameters", parameter("type = \"integer\", default = 1, minumum = 1, help = \"h\""),
         "7:55: unknown key 'minumum' in 'parameters.n'; did you mean 'minimum'?"},
        {"parameters", "{ n = { type = \"integer\", default = 1, help = \"h\" },\n    n = 1 }",
         "8:5: the key 'n' stands in this table twice"},
        {"phrases", "{ \"if\" }",
         "8:13: 'phrases' is wrong: expected named sets, like { trigger = { \"if\" } }"},
        {"phrases", "{ trigger = \"if\" }",
         "8:25: 'phrases.trigger' is wrong: expected a list, found the text \"if\""},
        {"phrases", "{ trigger = { 5 } }",
         "8:27: 'phrases.trigger[1]' is wrong: expected a text, found the number 5"},
        {"phrases", "{ trigger = {} }", "8:25: the phrase set 'trigger' is empty"},
        {"phrases", "{ trigger = { \"\" } }", "8:27: 'phrases.trigger[1]' is empty; expected words"},
        {"phrases", "{ [\"Trig ger\"] = { \"x\" } }",
         "8:15: the phrase set 'Trig ger' is no name; expected lower-case letters, digits and '_'"},
        {"check", "", "1:8: 'check' is missing"},
        {"check", "5",
         "9:11: 'check' is not a function; expected function(plan, judge, parameters, phrases, models)"},
        {"remember", "function() end",
         "10:3: 'remember' without 'compare': nothing would look at what is remembered"},
        {"compare", "function() end",
         "10:3: 'compare' without 'remember': there would be nothing to compare"},
        {"remember", "5",
         "10:14: 'remember' is not a function; expected function(plan, parameters, phrases)"},
        {"models", "{ \"x.tsv\" }",
         "10:12: 'models' is wrong: expected names and files, { name = \"models/name.tsv\" }"},
        {"models", "{ x = \"none.tsv\" }", "10:18: there is no file \"none.tsv\" in the plugin's folder"},
        {"models", "{ x = \"../words/x.tsv\" }",
         "10:18: \"../words/x.tsv\" leads out of the plugin's folder"},
        {"models", "{ x = \"/etc/passwd\" }", "10:18: \"/etc/passwd\" leads out of the plugin's folder"},
        {"models", "{ x = \"link.tsv\" }", "10:18: \"link.tsv\" leads out of the plugin's folder"},
        {"models", "{ x = \"models\" }", "10:18: there is no file \"models\" in the plugin's folder"},
    };
    fs::create_directories(folder.path() / "plugins/contingency/models");
    folder.write("outside.tsv", "bias\t0\n");
    fs::create_symlink(folder.path() / "outside.tsv", folder.path() / "plugins/contingency/link.tsv");
    for (const auto& [key, value, said] : table)
        BOOST_TEST_CONTEXT(key << " = " << value) {
            BOOST_TEST(load_error(folder, manifest(key, value)) == "plugin.lua:" + said);
        }
    BOOST_TEST(load_error(folder, manifest()) == "no error");
}

BOOST_AUTO_TEST_CASE(a_phrase_that_is_wrong_is_told_with_its_place) {
    const Folder folder;
    const auto error = load_error(folder, manifest("phrases", "{ trigger = { \"if\",\n    \"{a|b\" } }"));
    BOOST_TEST(error.starts_with("plugin.lua:9:5: "));
    BOOST_TEST(error.find("{a|b") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(files_that_are_no_manifest) {
    const Folder folder;
    BOOST_TEST(load_error(folder, "") == "plugin.lua: returns nothing; expected a table: return { … }");
    BOOST_TEST(load_error(folder, "return {") == "plugin.lua:1: unexpected symbol near <eof>");
    BOOST_TEST(load_error(folder, "\nerror('broken')") == "plugin.lua:2: broken");
    BOOST_TEST(load_error(folder, "return { 1, 2 }") ==
               "plugin.lua:1:8: expected a table of named values, found a list");
    BOOST_TEST(load_error(folder, "while true do end").starts_with("plugin.lua:1: stopped after "));
}

BOOST_AUTO_TEST_CASE(a_manifest_may_use_the_hosts_functions) {
    const Folder folder;
    BOOST_TEST(load_error(folder, "local amount = pattern(\"[0-9]+\")\n" + manifest()) == "no error");
    BOOST_TEST(load_error(folder, "local amount = patern(\"[0-9]+\")\n" + manifest()) ==
               "plugin.lua:1: 'patern' does not exist; did you mean 'pattern'?");
    BOOST_TEST(
        load_error(folder, "\nlocal free = calendar.is_working_day(date(\"2024-03-06\"))\n" + manifest()) ==
        "plugin.lua:2: this host was given no calendar of working days");
}

BOOST_AUTO_TEST_CASE(several_folders) {
    const Folder folder;
    const auto renamed = [](const std::string& id) { return manifest("id", '"' + id + '"'); };
    folder.write("plugins/zebra/plugin.lua", renamed("zebra"));
    folder.write("plugins/ant/plugin.lua", renamed("ant"));
    folder.write("plugins/words/people.lua", "return {}");
    folder.write("plugins/README.md", "not a plugin");
    folder.write("council/mouse/plugin.lua", renamed("mouse"));
    const Catalogue catalogue = Catalogue::load({folder.path() / "plugins", folder.path() / "council"});
    std::string order;
    for (const Plugin& plugin : catalogue.plugins())
        order += plugin.id + ' ';
    BOOST_TEST(order == "ant mouse zebra ");
    BOOST_TEST(catalogue.words() == folder.path() / "plugins/words");

    folder.write("council/ant/plugin.lua", renamed("ant"));
    BOOST_TEST(error_of([&] {
                   Catalogue::load({folder.path() / "plugins", folder.path() / "council"});
               }) == (folder.path() / "council/ant/plugin.lua").generic_string() +
                         ": the id \"ant\" is also that of " +
                         (folder.path() / "plugins/ant/plugin.lua").generic_string());
    BOOST_TEST(error_of([&] { Catalogue::load({folder.path() / "none"}); }) ==
               (folder.path() / "none").generic_string() +
                   ": is no folder; expected the folder that holds the plugins");
    fs::create_directories(folder.path() / "empty");
    BOOST_TEST(Catalogue::load({folder.path() / "empty"}).plugins().empty());
}

BOOST_AUTO_TEST_CASE(one_plugin_by_its_folder) {
    const Folder folder;
    folder.write("words/when.lua", "return { 'if', 'should' }");
    folder.write("contingency/plugin.lua",
                 "local when = require('words.when')\n" + manifest("phrases", "{ trigger = when }"));
    const Catalogue catalogue = Catalogue::load_one(folder.path() / "contingency/", folder.path() / "words");
    BOOST_TEST(catalogue.find("contingency")->phrases.front().phrases.size() == 2U);
    BOOST_TEST(error_of([&] {
                   Catalogue::load_one(folder.path() / "nothing", folder.path() / "words");
               }).ends_with("nothing/plugin.lua: cannot be read; expected a Lua file"));
}

BOOST_AUTO_TEST_CASE(the_hash_is_of_all_that_a_check_can_reach) {
    const Folder folder;
    const auto hash = [&] { return Catalogue::load({folder.path() / "plugins"}).find("contingency")->hash; };
    const auto write = [&](const std::string& name, const std::string& content) {
        folder.write("plugins/" + name, content);
    };
    write("contingency/plugin.lua",
          "local helper = require('helper')\n" + manifest("models", "{ trigger = \"models/trigger.tsv\" }"));
    write("contingency/helper.lua", "return { require('words.when') }");
    write("contingency/models/trigger.tsv", "bias\t0\n");
    write("contingency/README.md", "one");
    write("words/when.lua", "return {}");
    write("words/other.lua", "return {}");
    const std::string first = hash();
    BOOST_TEST(hash() == first);
    write("contingency/README.md", "two");
    write("words/other.lua", "return { 1 }");
    BOOST_TEST(hash() == first);
    write("contingency/helper.lua", "return { 1, require('words.when') }");
    const std::string second = hash();
    BOOST_TEST(second != first);
    write("words/when.lua", "return { 1 }");
    const std::string third = hash();
    BOOST_TEST(third != second);
    write("contingency/models/trigger.tsv", "bias\t1\n");
    BOOST_TEST(hash() != third);

    const std::string here = hash();
    fs::copy(folder.path() / "plugins", folder.path() / "elsewhere", fs::copy_options::recursive);
    BOOST_TEST(Catalogue::load({folder.path() / "elsewhere"}).find("contingency")->hash == here);
}

BOOST_AUTO_TEST_CASE(values_of_parameters) {
    Parameter parameter;
    parameter.type = ParameterType::number;
    parameter.minimum = 0;
    parameter.maximum = 1;
    BOOST_TEST(!check_parameter(parameter, 0.5));
    BOOST_TEST(!check_parameter(parameter, std::int64_t{1}));
    BOOST_TEST(check_parameter(parameter, 1.01).value() == "found 1.01, expected at most 1");
    BOOST_TEST(check_parameter(parameter, std::int64_t{-1}).value() == "found -1, expected at least 0");
    BOOST_TEST(check_parameter(parameter, std::string{"x"}).value() == "expected a number");
    parameter.type = ParameterType::integer;
    BOOST_TEST(check_parameter(parameter, 0.5).value() == "expected a whole number");
    parameter.type = ParameterType::string;
    parameter.choices = {"amber", "red"};
    BOOST_TEST(!check_parameter(parameter, std::string{"red"}));
    BOOST_TEST(check_parameter(parameter, std::string{"blue"}).value() ==
               "found \"blue\"; expected \"amber\" or \"red\"");
    BOOST_TEST(check_parameter(parameter, true).value() == "expected a text");
    parameter.type = ParameterType::boolean;
    BOOST_TEST(!check_parameter(parameter, false));
    BOOST_TEST(check_parameter(parameter, std::int64_t{1}).value() == "expected true or false");
    parameter.type = ParameterType::list;
    BOOST_TEST(!check_parameter(parameter, std::vector<std::string>{"a"}));
    BOOST_TEST(check_parameter(parameter, std::string{"a"}).value() == "expected a list of texts");
}

BOOST_AUTO_TEST_SUITE_END()
