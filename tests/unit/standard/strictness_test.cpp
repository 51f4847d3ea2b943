#define BOOST_TEST_DYN_LINK
#include "workshop.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

namespace {

/// A file, the line at which it is refused, and what the message says.
struct Mistake {
    std::string name;
    std::string content; // of rules/mine.lua
    int line;
    std::vector<std::string> says;
};

void check_refused(const Workshop& workshop, const Mistake& mistake) {
    BOOST_TEST_CONTEXT(mistake.name) {
        const std::string message = workshop.refusal("mine");
        BOOST_TEST_CONTEXT(message) {
            BOOST_TEST(message.starts_with("rules/mine.lua:" + std::to_string(mistake.line)));
            for (const auto& words : mistake.says)
                BOOST_TEST(message.find(words) != std::string::npos, words);
        }
    }
}

/// A set with one line of its own, line 2.
std::string set_with(const std::string& line) {
    return "return { api = 1, id = \"mine\", title = \"Mine\",\n" + line + "\n}\n";
}

/// A rule on line 4, in a set with an area "29-1" that another rule answers.
std::string rule(const std::string& fields) {
    return "return { api = 1, id = \"mine\", title = \"Mine\",\n"
           "  document = { title = \"T\", published = \"2011-08-19\" }, areas = {\n"
           "    { id = \"29-1\", paragraph = \"29\", priority = \"immediately\", title = \"A\", disposition "
           "= \"checked\" },\n"
           "  }, rules = { { id = \"base\", plugin = \"voice\", answers = { \"29-1\" } },\n"
           "    { " +
           fields + " } } }\n";
}

/// An area on line 4.
std::string area_line(const std::string& fields) {
    return "return { api = 1, id = \"mine\", title = \"Mine\",\n"
           "  document = { title = \"T\", published = \"2011-08-19\" }, services = { safe = \"Safe\" },\n"
           "  areas = {\n    { " +
           fields + " } } }\n";
}

const std::string good_area =
    R"(id = "29-1", paragraph = "29", service = "safe", priority = "immediately", title = "A", )";

} // namespace

BOOST_AUTO_TEST_SUITE(strictness)

BOOST_AUTO_TEST_CASE(mistakes_in_the_set_itself) {
    const Workshop workshop;
    const std::vector<Mistake> mistakes{
        {"not Lua", "return { api = 1,\n  id = = }\n", 2, {}},
        {"unknown key", set_with("  rulez = {},"), 2, {"rulez", "did you mean", "rules"}},
        {"api missing", "return { id = \"mine\", title = \"Mine\" }\n", 1, {"api", "missing"}},
        {"api unknown",
         "return { api = 2, id = \"mine\", title = \"Mine\" }\n",
         1,
         {"api", "2", "expected 1"}},
        {"id is not the file's",
         "return { api = 1, id = \"yours\", title = \"T\" }\n",
         1,
         {"\"yours\"", "\"mine\""}},
        {"id is no id", "return { api = 1, id = \"Mine\", title = \"T\" }\n", 1, {"\"Mine\"", "lower-case"}},
        {"title missing", "return { api = 1, id = \"mine\" }\n", 1, {"title", "missing"}},
        {"title empty", "return { api = 1, id = \"mine\", title = \" \" }\n", 1, {"empty"}},
        {"title a number", "return { api = 1, id = \"mine\", title = 3 }\n", 1, {"expected a text"}},
        {"document date",
         set_with(R"(document = { title = "T", published = "19 August 2011" })"),
         2,
         {"19 August 2011", "2011-08-19"}},
        {"document date that is no day",
         set_with(R"(document = { title = "T", published = "2011-02-30" })"),
         2,
         {"2011-02-30"}},
        {"document key",
         set_with(R"(document = { titel = "T", published = "2011-08-19" })"),
         2,
         {"titel", "did you mean", "title"}},
        {"areas without document", set_with("areas = { { } }"), 2, {}},
        {"red above green",
         set_with("rag = { red_below = 95, green_from = 90 }"),
         2,
         {"red_below", "95", "90"}},
        {"no percentage", set_with("rag = { red_below = 101 }"), 2, {"101", "0 to 100"}},
        {"extends nobody", set_with("extends = { \"defualt\" }"), 2, {"\"defualt\"", "rules"}},
        {"extends itself", set_with("extends = { \"mine\" }"), 2, {"mine → mine"}},
        {"extends twice", set_with("extends = { \"a\", \"a\" }"), 2, {"twice"}},
        {"extends a word", set_with("extends = \"default\""), 2, {"list"}},
    };
    for (const auto& mistake : mistakes) {
        workshop.write("mine", mistake.content);
        check_refused(workshop, mistake);
    }
}

BOOST_AUTO_TEST_CASE(mistakes_in_a_rule) {
    const Workshop workshop;
    const std::vector<Mistake> mistakes{
        {"unknown key",
         rule(R"(id = "a", plugin = "voice", parameter = {})"),
         5,
         {"parameter", "did you mean", "parameters"}},
        {"id missing", rule(R"(plugin = "voice")"), 5, {"id", "missing"}},
        {"id no id", rule(R"(id = "A b", plugin = "voice")"), 5, {"\"A b\"", "lower-case"}},
        {"id twice", rule(R"(id = "base", plugin = "voice")"), 5, {"\"base\"", "twice", "line 4"}},
        {"no plugin", rule(R"(id = "a")"), 5, {"plugin"}},
        {"no plugin, near an inherited id", rule(R"(id = "basee")"), 5, {"did you mean", "\"base\""}},
        {"unknown plugin",
         rule(R"(id = "a", plugin = "contingenci")"),
         5,
         {"no plugin \"contingenci\"", "did you mean \"contingency\"?"}},
        {"unknown criterion",
         rule(R"(id = "a", plugin = "contingency", criteria = { "triger" })"),
         5,
         {"no criterion \"triger\"", "did you mean \"trigger\"?"}},
        {"criterion twice",
         rule(R"(id = "a", plugin = "contingency", criteria = { "trigger", "trigger" })"),
         5,
         {"twice"}},
        {"no criteria",
         rule(R"(id = "a", plugin = "contingency", criteria = {})"),
         5,
         {"empty", "off = true"}},
        {"unknown kind",
         rule(R"(id = "a", plugin = "contingency", plans = { "child-protecton" })"),
         5,
         {"\"child-protecton\"", "did you mean \"child-protection\"?"}},
        {"a kind the plugin does not have",
         rule(R"(id = "a", plugin = "contingency", plans = { "pathway" })"),
         5,
         {"\"contingency\" does not look at \"pathway\"", "child-protection, care"}},
        {"unknown parameter",
         rule(R"(id = "a", plugin = "contingency", parameters = { min_word = 3 })"),
         5,
         {"no parameter \"min_word\"", "did you mean \"min_words\"?"}},
        {"a parameter of none",
         rule(R"(id = "a", plugin = "voice", parameters = { min_words = 3 })"),
         5,
         {"it has none"}},
        {"a parameter's type",
         rule(R"(id = "a", plugin = "contingency", parameters = { min_words = "3" })"),
         5,
         {"whole number"}},
        {"a whole number",
         rule(R"(id = "a", plugin = "contingency", parameters = { min_words = 3.5 })"),
         5,
         {"whole number"}},
        {"a parameter's range",
         rule(R"(id = "a", plugin = "contingency", parameters = { min_words = 51 })"),
         5,
         {"\"min_words\"", "50"}},
        {"a number's range",
         rule(R"(id = "a", plugin = "contingency", parameters = { share = 1.5 })"),
         5,
         {"\"share\""}},
        {"a choice",
         rule(R"(id = "a", plugin = "contingency", parameters = { mode = "ful" })"),
         5,
         {"\"mode\"", "full"}},
        {"a flag",
         rule(R"(id = "a", plugin = "contingency", parameters = { strict = 1 })"),
         5,
         {"true or false"}},
        {"a list", rule(R"(id = "a", plugin = "contingency", parameters = { extra = "x" })"), 5, {"list"}},
        {"priority",
         rule(R"(id = "a", plugin = "voice", priority = "within 3 months")"),
         5,
         {"\"within 3 months\"", "within three months"}},
        {"unknown area",
         rule(R"(id = "a", plugin = "voice", answers = { "29-9" })"),
         5,
         {"\"29-9\"", "did you mean \"29-1\"?"}},
        {"area of a set it does not build on",
         rule(R"(id = "a", plugin = "voice", answers = { "halton-2011/11-1" })"),
         5,
         {"\"halton-2011\"", "documents"}},
        {"area of a misspelt set",
         rule(R"(id = "a", plugin = "voice", answers = { "mne/29-1" })"),
         5,
         {"did you mean \"mine\"?"}},
        {"area twice", rule(R"(id = "a", plugin = "voice", answers = { "29-1", "29-1" })"), 5, {"twice"}},
        {"cite without paragraph",
         rule(R"(id = "a", plugin = "voice", cites = { { set = "mine" } })"),
         5,
         {"paragraph", "missing"}},
        {"bad paragraph",
         rule(R"(id = "a", plugin = "voice", cites = { { paragraph = "§149" } })"),
         5,
         {"\"§149\"", "did you mean \"149\"?"}},
        {"worded paragraph",
         rule(R"(id = "a", plugin = "voice", cites = { { paragraph = "one" } })"),
         5,
         {"\"one\"", "\"R9\""}},
        {"cite of another set",
         rule(R"(id = "a", plugin = "voice", cites = { { set = "x", paragraph = "1" } })"),
         5,
         {"\"x\"", "documents"}},
        {"off", rule(R"(id = "a", plugin = "voice", off = "yes")"), 5, {"true or false"}},
    };
    for (const auto& mistake : mistakes) {
        workshop.write("mine", mistake.content);
        check_refused(workshop, mistake);
    }
}

BOOST_AUTO_TEST_CASE(mistakes_in_an_area) {
    const Workshop workshop;
    const std::vector<Mistake> mistakes{
        {"unknown key",
         area_line(good_area + R"(disposition = "checked", shown_in = "x")"),
         4,
         {"shown_in", "shows_in"}},
        {"paragraph missing", area_line(R"(id = "29-1")"), 4, {"paragraph", "missing"}},
        {"paragraph",
         area_line(R"(id = "29-1", paragraph = "para 29")"),
         4,
         {"\"para 29\"", "did you mean \"29\"?"}},
        {"id", area_line(R"(id = "29/1")"), 4, {"\"29/1\"", "\"29-4\""}},
        {"priority missing",
         area_line(R"(id = "29-1", paragraph = "29", title = "A")"),
         4,
         {"priority", "missing"}},
        {"disposition",
         area_line(good_area + R"(disposition = "needs person")"),
         4,
         {"\"needs person\"", "did you mean \"needs a person\"?"}},
        {"service missing",
         area_line(
             R"(id = "29-1", paragraph = "29", priority = "immediately", title = "A", disposition = "checked")"),
         4,
         {"service", "missing"}},
        {"service",
         area_line(
             R"(id = "29-1", paragraph = "29", priority = "immediately", title = "A", disposition = "checked", service = "saf")"),
         4,
         {"\"saf\"", "did you mean \"safe\"?"}},
        {"partly without rest", area_line(good_area + R"(disposition = "partly")"), 4, {"rest", "missing"}},
        {"needs a person without read",
         area_line(good_area + R"(disposition = "needs a person")"),
         4,
         {"read", "missing"}},
        {"not in a plan without shows_in",
         area_line(good_area + R"(disposition = "not in a plan")"),
         4,
         {"shows_in", "missing"}},
        {"rest of a checked one",
         area_line(good_area + R"(disposition = "checked", rest = "x")"),
         4,
         {"'rest'", "\"partly\"", "\"checked\""}},
        {"support",
         area_line(good_area + R"(disposition = "checked", support = { "34", "§35" })"),
         4,
         {"\"§35\""}},
        {"twice",
         area_line(good_area + R"(disposition = "not in a plan", shows_in = "x" },
{ )" + good_area + R"(disposition = "not in a plan", shows_in = "x")"),
         5,
         {"\"29-1\"", "twice", "line 4"}},
        {"checked by nobody",
         area_line(good_area + R"(disposition = "checked")"),
         4,
         {"\"checked\"", "no rule"}},
        {"partly by nobody",
         area_line(good_area + R"(disposition = "partly", rest = "x")"),
         4,
         {"\"partly\"", "no rule"}},
    };
    for (const auto& mistake : mistakes) {
        workshop.write("mine", mistake.content);
        check_refused(workshop, mistake);
    }
}

BOOST_AUTO_TEST_CASE(an_area_that_is_not_in_a_plan_is_answered_by_no_rule) {
    const Workshop workshop;
    workshop.write(
        "mine", document_set("mine", area("29-1", R"(disposition = "not in a plan", shows_in = "minutes")"),
                             "{ id = \"a\", plugin = \"voice\",\nanswers = { \"29-1\" } },\n"));
    const std::string message = workshop.refusal("mine");
    BOOST_TEST(message.starts_with("rules/mine.lua:9"), message);
    BOOST_TEST(message.find("not in a plan") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(a_rule_that_is_off_answers_nothing) {
    const Workshop workshop;
    workshop.write("mine",
                   document_set("mine", area("29-1"),
                                R"({ id = "a", plugin = "voice", answers = { "29-1" }, off = true },)"));
    BOOST_TEST(workshop.refusal("mine").find("no rule of this set answers it") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(paragraphs_of_all_forms_are_read) {
    const Workshop workshop;
    for (const char* paragraph : {"29", "149", "R9", "R1a", "2.3", "AB12"}) {
        workshop.write("mine", rule("id = \"a\", plugin = \"voice\", cites = { { paragraph = \"" +
                                    std::string(paragraph) + "\" } }"));
        BOOST_TEST(workshop.refusal("mine").empty(), paragraph);
    }
    for (const char* paragraph : {"", "29-1", "R", "2.", "1234", "29 ", "r9"}) {
        workshop.write("mine", rule("id = \"a\", plugin = \"voice\", cites = { { paragraph = \"" +
                                    std::string(paragraph) + "\" } }"));
        BOOST_TEST(!workshop.refusal("mine").empty(), paragraph);
    }
}

BOOST_AUTO_TEST_CASE(what_a_set_builds_on_is_held_to_the_same) {
    const Workshop workshop;
    workshop.write(
        "base",
        "return { api = 1, id = \"base\", title = \"B\", rules = {\n{ id = \"a\", plugin = \"nobody\" } } }");
    workshop.write("mine", set_with(R"(extends = { "base" }, rules = { { id = "a", off = true } })"));
    BOOST_TEST(workshop.refusal("mine").starts_with("rules/base.lua:2"));
    workshop.write("mine", set_with(R"(documents = { "base" })"));
    BOOST_TEST(workshop.refusal("mine").starts_with("rules/base.lua:2"));
}

BOOST_AUTO_TEST_SUITE_END()
