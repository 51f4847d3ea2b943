/// Typical mistakes of a plugin's author: each is told with file, line, the line itself and what to do.

#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <vector>

using namespace acceptance;

namespace {

const std::vector<std::string> good{
    "return {",
    "  id = \"probe\",",
    "  title = \"A probe\",",
    "  version = \"1\",",
    "  api = 1,",
    "  plans = { \"child-in-need\" },",
    "  criteria = { { id = \"present\", title = \"it is there\" } },",
    "  parameters = { least = { type = \"integer\", default = 2, minimum = 1, help = \"words\" } },",
    "  phrases = { start = { \"if\" } },",
    "  check = function(plan, judge, parameters, phrases)",
    "    local text = plan.actions[1].task",
    "    judge:met { \"present\", at = plan }",
    "  end,",
    "}",
};

struct Mistake {
    std::size_t line; // that is replaced, and that the error names
    std::string text; // what stands there instead
    std::string said; // what the error says
};

const std::vector<Mistake> mistakes{
    // In check: names.
    {11, "local text = plan.contingancy", "plan.contingancy: no such field; did you mean contingencies?"},
    {11, "local n = plan.actions[1].task:count_word()",
     "text.count_word: no such field; did you mean count_words?"},
    {11, "local n = parameters.leest", "parameters.leest: no such parameter; did you mean least?"},
    {11, "local found = plan.actions[1].task:has(phrases.begin)",
     "phrases.begin: no such phrase set; there are: start"},
    {11, "local n = lenght(plan.actions)", "'lenght' does not exist"},
    {11, "local visits = plan:events(\"visits\")", "there is no event of kind 'visits'; did you mean visit?"},
    {11, "local first = plan.actions.first",
     "a list has no field first; it is read with [number], # and ipairs"},
    // In check: values.
    {11, "local text = plan.contingencies[99].text",
     "there is nothing here (nil): ask before reading a field of it"},
    {11, "for _, action in plan.actions do end", "go through a list with ipairs(list)"},
    {11, "local text = \"words: \" .. plan.actions[1].task", "join tostring(value) instead"},
    {11, "local found = plan.actions[1].task:has(\"if\")",
     "expected a phrase set (phrases.name), got string"},
    {11, "local n = plan.actions[1].task.count_words()", "call it as value:method(…)"},
    {11, "local early = plan.dates.written < 5", "expected a date, got number"},
    {11, "local day = date(\"6 March\")", "'6 March' is no day of the calendar written as \"2024-03-06\""},
    {11, "local found = plan.actions[1].task:find_pattern(\"(\")", "expected an expression of RE2"},
    {11, "plan.kind = \"care\"", "plan.kind: the host's values cannot be changed"},
    // In check: what is not allowed, and limits.
    {11, "print(\"hello\")",
     "print is not allowed: standard output is the report's; a check says what it found through judge"},
    {11, "local now = os.time()", "os is not allowed: a plugin sees no clock, files or environment"},
    {11, "local file = io.open(\"list.txt\")", "io is not allowed: a plugin reads the plan and nothing else"},
    {11, "found = true", "global 'found' assigned; write 'local found'"},
    {11, "local list = require(\"table_of_words\")", "comes too late: write it at the top of the file"},
    {11, "while true do end", "stopped after 20,000,000 instructions, all that one check may use"},
    {11, "local t = {} for i = 1, 1e9 do t[i] = (\"x\"):rep(1000) .. i end",
     "stopped on asking for more than 65,536 KiB"},
    // Judging.
    {12, "judge:met { \"presents\", at = plan }",
     "this plugin has no criterion 'presents'; did you mean present?"},
    {12, "judge:met { at = plan }", "judge:met needs a criterion first: judge:met { \"present\", at = … }"},
    {12, "judge:met { \"present\" }", "judge:met 'present' needs a place: at = the plan"},
    {12, "judge:meet { \"present\", at = plan }", "judge.meet: no such field; did you mean met?"},
    {12, "judge:met { \"present\", at = plan, mesage = \"m\" }",
     "judge:met takes no 'mesage'; did you mean message?"},
    {12, "judge:met(\"present\", plan)", "judge:met takes a table: judge:met { \"criterion\", at = … }"},
    {12, "judge:not_met { \"present\", at = plan, advice = \"a\" }",
     "needs a message: say what is missing in the plan"},
    {12, "judge:not_met { \"present\", at = plan, message = \"m\" }",
     "needs advice: say what to write instead"},
    {12, "judge:not_met { \"present\", at = \"here\", message = \"m\", advice = \"a\" }",
     "at needs a node of the plan or a text, got string"},
    {12, "judge:not_met { \"present\", at = plan, message = \"m\", advice = \"a\", evidence = \"words\" }",
     "evidence must be words of this plan"},
    {12, "judge:needs_a_person { \"present\", at = plan, message = \"m\", advice = \"a\" }",
     "needs a reason"},
    {12,
     "judge:met { \"present\", at = plan } judge:not_met { \"present\", at = plan, message = \"m\", advice = "
     "\"a\" }",
     "judge each criterion once for each node"},
    // The manifest.
    {11, "local text = = 1", "unexpected symbol near '='"},
    {3, "titel = \"A probe\",", "unknown key 'titel'; did you mean 'title'?"},
    {5, "api = 2,", "api 2 is not spoken by this plumbline; it speaks api 1"},
    {2, "id = \"prob\",", "the id is \"prob\" and the folder is \"probe\"; expected the same for both"},
    {6, "plans = { \"child-in-ned\" },",
     "\"child-in-ned\" is no kind of plan; did you mean \"child-in-need\"?"},
    {8, "parameters = { least = { type = \"integer\", default = 0, minimum = 1, help = \"words\" } },",
     "the default of 'least' is out of range: found 0, expected at least 1"},
    {8, "parameters = { least = { type = \"int\", default = 2, help = \"words\" } },",
     "\"int\" is no type of a parameter"},
    {7, "criteria = \"present\",", "'criteria' is wrong: expected a list"},
    {7, "criteria = { { id = \"present\", title = \"one\" }, { id = \"present\", title = \"two\" } },",
     "the criterion \"present\" is there twice"},
    {9, "phrases = { start = { \"{if|when\" } },", "\"{\" is never closed; expected \"}\""},
    {9, "phrases = { start = { } },", "the phrase set 'start' is empty"},
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string indented(const std::string& text, const std::string& like) {
    return like.substr(0, like.find_first_not_of(' ')) + text;
}

std::string with(const Mistake& mistake) {
    std::string source;
    for (std::size_t i = 0; i < good.size(); ++i)
        source += (i + 1 == mistake.line ? indented(mistake.text, good[i]) : good[i]) + "\n";
    return source;
}

Run run_with(const Folder& folder, const std::string& source) {
    folder.write("probe/plugin.lua", source);
    return plumbline({"check", "fixtures/plans/cin-teen-refuses.xml", "--plugin",
                      (folder.path() / "probe").string(), "--as-of", "2024-04-01", "--show", "counts"});
}

} // namespace

BOOST_AUTO_TEST_SUITE(mistakes_of_authors)

BOOST_AUTO_TEST_CASE(the_plugin_without_a_mistake_runs) {
    const Folder folder;
    const Run run = run_with(folder, with({0, "", ""}));
    BOOST_TEST(run.exit == 0, run.errors);
    BOOST_TEST(run.errors == "", run.errors);
}

BOOST_AUTO_TEST_CASE(each_is_told_with_its_line_and_what_to_do) {
    BOOST_TEST(mistakes.size() >= 30U);
    for (const Mistake& mistake : mistakes) {
        const Folder folder;
        const Run run = run_with(folder, with(mistake));
        const std::string place = "probe/plugin.lua:" + std::to_string(mistake.line) + ":";
        const std::string source = "  " + std::to_string(mistake.line) + " | " +
                                   indented(mistake.text, good[mistake.line - 1]) + "\n";
        const auto told = [&](bool holds, const char* what) {
            BOOST_TEST(holds, mistake.text << "\n" << what << "\n" << run.errors);
        };
        told(run.exit == 2 || run.exit == 3, "ends with 2 or 3");
        told(has(run.errors, place), "names the line");
        told(has(run.errors, mistake.said), "says what is wrong");
        told(has(run.errors, source), "shows the line");
        for (const char* internal :
             {"std::", "bug in plumbline", "terminate", "basic_string", "vector::", "bad_"})
            told(!has(run.errors, internal), "shows nothing of C++");
    }
}

BOOST_AUTO_TEST_CASE(a_criterion_that_is_left_out_is_named) {
    const Folder folder;
    const Run run = run_with(folder, with({12, "", ""}));
    BOOST_TEST(run.exit == 3);
    BOOST_TEST(
        has(run.errors, "probe/plugin.lua:7: check ended without judging 'present'; judge each criterion"),
        run.errors);
    BOOST_TEST(has(run.errors, "  7 | " + good[6] + "\n"), run.errors);
}

BOOST_AUTO_TEST_SUITE_END()
