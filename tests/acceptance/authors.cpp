#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace acceptance;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A folder with the plugin that `plugin new` writes, called "own-check".
struct Started {
    Started() : made(plumbline({"plugin", "new", "own-check", "--in", folder.path().string()})) {}

    std::string plugin() const { return (folder.path() / "own-check").string(); }
    std::string source() const { return read_file(folder.path() / "own-check/plugin.lua"); }
    void change(const std::string& from, const std::string& to) const {
        std::string text = source();
        const std::size_t at = text.find(from);
        BOOST_REQUIRE_MESSAGE(at != std::string::npos, "not in the plugin: " << from);
        folder.write("own-check/plugin.lua", text.replace(at, from.size(), to));
    }

    Folder folder;
    Run made;
};

} // namespace

BOOST_AUTO_TEST_SUITE(plugin_new)

BOOST_AUTO_TEST_CASE(what_is_written_passes_its_tests_and_lint_and_runs) {
    const Started started;
    BOOST_TEST(started.made.exit == 0, started.made.errors);
    for (const char* file :
         {"plugin.lua", "README.md", "examples/met.xml", "examples/not-met.xml", ".luarc.json"})
        BOOST_TEST(std::filesystem::exists(started.plugin() + "/" + file), file);
    const Run test = plumbline({"plugin", "test", started.plugin()});
    BOOST_TEST(test.exit == 0, test.output);
    BOOST_TEST(has(test.output, "4 expectations, 0 failed"), test.output);
    const Run lint = plumbline({"plugin", "lint", started.plugin()});
    BOOST_TEST(lint.exit == 0, lint.output);
    const Run check = plumbline({"check", "fixtures/plans/cp-robust-neglect.xml", "--plugin",
                                 started.plugin(), "--format", "json", "--as-of", "2024-04-01"});
    BOOST_TEST(check.exit == 0, check.errors);
    const auto report = report_of(check);
    BOOST_TEST(report.at("plans").at(0).at("judgements").size() == 9U);
    BOOST_TEST(report.at("plans").at(0).at("judgements").at(0).at("plugin").get<std::string>() ==
               "own-check");
}

BOOST_AUTO_TEST_CASE(editors_get_the_stubs) {
    const Started started;
    const auto settings = nlohmann::json::parse(read_file(started.plugin() + "/.luarc.json"));
    const std::string stubs = settings.at("workspace.library").at(0).get<std::string>();
    BOOST_TEST(read_file(started.plugin() + "/" + stubs) ==
               read_file(PLUMBLINE_SOURCE_DIR "/docs/plumbline.lua"));
}

BOOST_AUTO_TEST_CASE(nothing_is_shadowed_or_overwritten) {
    const Started started;
    const Run again = plumbline({"plugin", "new", "own-check", "--in", started.folder.path().string()});
    BOOST_TEST(again.exit == 2);
    BOOST_TEST(has(again.errors, "is there already"), again.errors);
    const Run ours = plumbline({"plugin", "new", "contingency", "--in", started.folder.path().string()});
    BOOST_TEST(ours.exit == 2);
    BOOST_TEST(has(ours.errors, "plugins/contingency"), ours.errors);
    BOOST_TEST(!std::filesystem::exists(started.folder.path() / "contingency"));
    BOOST_TEST(plumbline({"plugin", "new", "Own Check", "--in", started.folder.path().string()}).exit == 2);
}

BOOST_AUTO_TEST_CASE(a_plugin_with_an_id_of_ours_is_refused) {
    const Folder folder;
    std::filesystem::copy(PLUMBLINE_SOURCE_DIR "/plugins/contingency", folder.path() / "contingency",
                          std::filesystem::copy_options::recursive);
    const Run run = plumbline({"check", "fixtures/plans", "--plugins", folder.path().string()});
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(has(run.errors, "the id \"contingency\" is also that of"), run.errors);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(plugin_lint)

BOOST_AUTO_TEST_CASE(says_what_is_wrong_and_where) {
    struct Case {
        const char *from, *to, *said;
    };
    const Case cases[] = {
        {"phrases = { --", "phrases = { other = { \"elsewhere\" }, --", "phrases.other is never used"},
        {"parameters = {", "parameters = { spare = { type = \"boolean\", default = true, help = \"h\" },",
         "plugin.lua:12: parameters.spare is never used"},
        {"#plan.actions == 0", "#plan.actions == 0 and not plan.actoins",
         "plugin.lua:19:40: plan.actoins: no such field; did you mean actions?"},
        {"if #found > 0 then", "local n = #found\n if #found > 0 then",
         "plugin.lua:25:13: the local 'n' is never used"},
        {"if #found > 0 then", "if #found > 0 or nothing then", "there is no global 'nothing'"},
        {"if #found > 0 then", "if #found > 0 or os.time() == 1 then",
         "'os' cannot be used: a plugin sees no clock"},
        {"if #found > 0 then", "if #found > 0 then seen = true",
         "global 'seen' assigned; write 'local seen'"},
        {"judge:met", "judge:mett", "judge:mett: no such outcome; did you mean met?"},
        {"{ id = \"purpose\", title = \"it says what it is for\" },",
         "{ id = \"purpose\", title = \"it says what it is for\" },\n{ id = \"other\", title = \"another\" "
         "},",
         "no example expects own-check/other: met"},
        {"version = \"0.1\",", "", "has no version"},
        {"\"so that\",", "\"so that\", \"so that\",", "has \"so that\" twice"},
    };
    for (const Case& one : cases) {
        const Started started;
        started.change(one.from, one.to);
        const Run run = plumbline({"plugin", "lint", started.plugin()});
        BOOST_TEST(run.exit == 1, one.said << "\n" << run.output << run.errors);
        BOOST_TEST(has(run.output, one.said), one.said << "\n" << run.output << run.errors);
    }
}

BOOST_AUTO_TEST_CASE(asks_for_advice_in_code_that_no_example_runs) {
    const Started started;
    started.change(
        "if #found > 0 then",
        "if action.id == \"zz\" then\n judge:not_met { \"purpose\", at = action, message = \"m\" }\n"
        "elseif #found > 0 then");
    const Run run = plumbline({"plugin", "lint", started.plugin()});
    BOOST_TEST(has(run.output, "plugin.lua:26:8: judge:not_met has no advice: say what to write instead"),
               run.output);
}

BOOST_AUTO_TEST_CASE(asks_for_examples_and_explanations) {
    const Started started;
    std::filesystem::remove_all(started.plugin() + "/examples");
    std::filesystem::remove(started.plugin() + "/README.md");
    const Run run = plumbline({"plugin", "lint", started.plugin()});
    BOOST_TEST(run.exit == 1);
    BOOST_TEST(has(run.output, "there are no examples"), run.output);
    BOOST_TEST(has(run.output, "README.md: is missing or empty"), run.output);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(plugin_bench)

BOOST_AUTO_TEST_CASE(says_what_each_plugin_and_each_host_function_takes) {
    const Run run = plumbline({"plugin", "bench", "contingency", "--rounds", "3", "--format", "json"});
    BOOST_TEST(run.exit == 0, run.errors);
    const auto result = report_of(run);
    const auto& plugin = result.at("plugins").at(0);
    BOOST_TEST(plugin.at("plugin").get<std::string>() == "contingency");
    BOOST_TEST(plugin.at("microseconds").get<double>() > 0);
    BOOST_TEST(plugin.at("bytes").get<std::uint64_t>() > 0U);
    const auto& functions = plugin.at("functions");
    BOOST_TEST(std::any_of(functions.begin(), functions.end(), [](const auto& one) {
        return one.at("function") == "model:answer" && one.at("calls").template get<int>() > 0;
    }));
}

BOOST_AUTO_TEST_CASE(check_says_where_its_time_went_on_standard_error) {
    const Run run = plumbline({"check", "fixtures/plans/cp-robust-neglect.xml", "--profile", "--format",
                               "json", "--as-of", "2024-04-01"});
    report_of(run); // standard output is the report's alone
    BOOST_TEST(has(run.errors, "smart-targets"), run.errors);
    BOOST_TEST(has(run.errors, "(reading text, shared)"), run.errors);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(why)

BOOST_AUTO_TEST_CASE(what_is_said_where_plans_are_compared_names_the_line_that_said_it) {
    const Run run =
        plumbline({"explain", "individual-plan/not-copied", "--plan", "fixtures/plans/cp-sibling-tyler.xml"});
    BOOST_TEST(run.exit == 0, run.errors);
    BOOST_TEST(run.output.find("no other child's plan is in this batch") != std::string::npos, run.output);
    BOOST_TEST(run.output.find("copies.lua:") != std::string::npos, run.output);
    BOOST_TEST(run.output.find("\u25b6") != std::string::npos, run.output);
}

BOOST_AUTO_TEST_CASE(says_what_was_read_asked_and_decided) {
    const std::vector<std::string> asked{"explain", "smart-targets/specific",
                                         "--plan",  "fixtures/plans/care-late-reviews.xml",
                                         "--at",    "a1",
                                         "--as-of", "2024-04-01"};
    const Run text = plumbline(asked);
    BOOST_TEST(text.exit == 0, text.errors);
    BOOST_TEST(has(text.output, "smart-targets/specific of action a1: not met"), text.output);
    BOOST_TEST(has(text.output, "models.specific:answer("), text.output);
    BOOST_TEST(has(text.output, "probability 0."), text.output);
    BOOST_TEST(has(text.output, "▶ "), text.output);
    BOOST_TEST(has(text.output, "all times” 29:"), text.output);

    std::vector<std::string> machine = asked;
    machine.insert(machine.end(), {"--format", "json"});
    const auto report = report_of(plumbline(machine));
    BOOST_REQUIRE_EQUAL(report.at("decisions").size(), 1U);
    const auto& decision = report.at("decisions").at(0);
    BOOST_TEST(decision.at("outcome") == "not met");
    const auto& judged = decision.at("judged_at").at(0);
    const auto& lines = decision.at("lines");
    BOOST_TEST(std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
        return line.at("decided") == true && line.at("line") == judged.at("line") &&
               has(line.at("source").template get<std::string>(), "judge:not_met");
    }));
    const auto& steps = decision.at("steps");
    BOOST_TEST(std::any_of(steps.begin(), steps.end(), [](const auto& step) {
        return step.at("what") == "action.task" && step.at("at").at("id") == "a1";
    }));
    BOOST_TEST(std::none_of(steps.begin(), steps.end(), [](const auto& step) {
        return step.contains("at") && step.at("at").at("id") == "a2";
    }));
}

BOOST_AUTO_TEST_CASE(phrases_are_named_with_the_words_that_they_found) {
    std::size_t phrases = 0;
    for (const char* plugin : {"multi-agency", "risk-and-strength", "drift"}) {
        const Run run = plumbline({"explain", plugin, "--plan", "fixtures/plans/cp-robust-neglect.xml",
                                   "--as-of", "2024-04-01", "--format", "json"});
        const auto report = report_of(run);
        for (const auto& decision : report.at("decisions"))
            for (const auto& step : decision.at("steps"))
                for (const auto& words : step.value("words", nlohmann::json::array()))
                    phrases +=
                        words.contains("phrase") && !words.at("words").get<std::string>().empty() ? 1 : 0;
    }
    BOOST_TEST(phrases > 3U);
}

BOOST_AUTO_TEST_CASE(every_judgement_of_every_plugin_agrees_with_check) {
    const std::string plan = "fixtures/plans/cp-da-interpreter.xml";
    const auto report = report_of(plumbline({"check", plan, "--format", "json", "--as-of", "2024-04-01"}));
    const auto words = [](const auto& judged) {
        return judged.at("criterion").template get<std::string>() + " " +
               judged.at("outcome").template get<std::string>();
    };
    std::map<std::string, std::multiset<std::string>> said; // by rule
    std::set<std::string> plugins;
    for (const auto& judged : report.at("plans").at(0).at("judgements")) {
        said[judged.at("rule")].insert(words(judged));
        plugins.insert(judged.at("plugin").get<std::string>());
    }
    std::size_t compared = 0;
    for (const std::string& plugin : plugins) {
        const Run run =
            plumbline({"explain", plugin, "--plan", plan, "--format", "json", "--as-of", "2024-04-01"});
        if (run.exit != 0) continue; // none of its rules is for this kind of plan
        const auto explained = report_of(run);
        std::multiset<std::string> decisions;
        for (const auto& decision : explained.at("decisions"))
            decisions.insert(words(decision));
        const std::string rule = explained.at("rule").get<std::string>();
        for (const std::string& one : decisions)
            BOOST_TEST(said[rule].count(one) >= decisions.count(one), rule << ": " << one);
        BOOST_TEST(!decisions.empty(), rule);
        ++compared;
    }
    BOOST_TEST(compared > 15U);
}

BOOST_AUTO_TEST_CASE(a_place_without_a_judgement_names_those_that_have_one) {
    const Run run = plumbline(
        {"explain", "contingency/trigger", "--plan", "fixtures/plans/cp-robust-neglect.xml", "--at", "a99"});
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(has(run.errors, "nothing was judged there; judged were contingency"), run.errors);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(diff)

BOOST_AUTO_TEST_CASE(lists_what_a_change_gains_and_loses) {
    const Started before;
    const Started after;
    after.change("default = 6", "default = 30");
    const Run run =
        plumbline({"diff", before.plugin(), after.plugin(), "fixtures/plans/cp-robust-neglect.xml",
                   "--format", "json", "--as-of", "2024-04-01"});
    BOOST_TEST(run.exit == 1, run.errors);
    const auto report = report_of(run);
    BOOST_TEST(report.at("gained").get<int>() == report.at("lost").get<int>());
    const auto& check = report.at("checks").at(0);
    BOOST_TEST(check.at("check") == "own-check/purpose");
    const auto& gained = check.at("gained").at(0);
    BOOST_TEST(gained.at("outcome") == "not met");
    BOOST_TEST(gained.at("other") == "needs a person");
    BOOST_TEST(!gained.at("evidence").empty());
    const Run text =
        plumbline({"diff", before.plugin(), after.plugin(), "fixtures/plans/cp-robust-neglect.xml", "--as-of",
                   "2024-04-01", "--fail-on", "never"});
    BOOST_TEST(text.exit == 0);
    BOOST_TEST(has(text.output, "not met, was needs a person"), text.output);
}

BOOST_AUTO_TEST_CASE(nothing_changed_is_clear) {
    const Run run =
        plumbline({"diff", "default", "rules/default.lua", "fixtures/plans/cp-robust-neglect.xml"});
    BOOST_TEST(run.exit == 0, run.errors);
    BOOST_TEST(has(run.output, "No finding was gained or lost."), run.output);
}

BOOST_AUTO_TEST_CASE(compares_rule_sets_and_refuses_what_is_neither) {
    const Run run = plumbline(
        {"diff", "default", "example-council", "fixtures/plans/cin-teen-refuses.xml", "--format", "json"});
    BOOST_TEST(report_of(run).at("checks").size() > 0U, run.errors);
    const Run wrong = plumbline({"diff", "default", "docs", "fixtures/plans/cin-teen-refuses.xml"});
    BOOST_TEST(wrong.exit == 2);
    BOOST_TEST(has(wrong.errors, "docs: is no plugin"), wrong.errors);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(console)

BOOST_AUTO_TEST_CASE(answers_lines_of_lua_about_a_plan) {
    const Run run = plumbline(
        {"plugin", "console", "fixtures/plans/care-late-reviews.xml", "--plugin", "contingency", "--as-of",
         "2024-04-01"},
        "plan.kind\na = plan.actions[1]\na.id\n#plan.actions > 0\nfor i = 1, 2 do\n_ = i\nend\n"
        "parameters.min_words\nmodels.trigger:answer(\"If Mum drinks, Nan has them.\").probability > 0.5\n"
        "judge:met { \"present\", at = a }\nas_of()\n");
    BOOST_TEST(run.exit == 0, run.errors);
    BOOST_TEST(run.output ==
                   "\"care\"\n\"a1\"\ntrue\n2\ntrue\njudged present: met, line 28\nMon 1 Apr 2024\n",
               run.output);
}

BOOST_AUTO_TEST_CASE(errors_are_said_and_the_console_goes_on) {
    const Run run = plumbline({"plugin", "console", "fixtures/plans/care-late-reviews.xml"},
                              "plan.contingancy\nos.time()\nwhile true do end\nplan.id\nif true then\n");
    BOOST_TEST(run.exit == 1);
    BOOST_TEST(run.output == "\"LAC-1502\"\n", run.output);
    for (const char* said : {"did you mean contingencies?", "a plugin sees no clock",
                             "stopped after 20,000,000 instructions", "the last statement is not finished"})
        BOOST_TEST(has(run.errors, said), said << "\n" << run.errors);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(text_command)

BOOST_AUTO_TEST_CASE(shows_all_that_is_read_in_a_sentence) {
    const Run run =
        plumbline({"text",
                   "If Mum misses two sessions within six weeks, the social worker will call Nan. "
                   "\"I don't want to go,\" said Robin.",
                   "--name", "Robin", "--written", "2024-03-06"});
    BOOST_TEST(run.exit == 0, run.errors);
    for (const char* said : {"1. If Mum", "condition", "negated", "quotation, child", "sessions/noun/session",
                             "phrases:", "timescale, in a plan written on Wed 6 Mar 2024: ", "not bounded"})
        BOOST_TEST(has(run.output, said), said << "\n" << run.output);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(a_folder_of_ones_own)

BOOST_AUTO_TEST_CASE(a_rule_set_with_an_id_of_ours_is_refused) {
    const Folder folder;
    folder.write("default.lua", "return { api = 1, id = 'default', title = 'Mine', rules = {} }\n");
    const Run run = plumbline({"check", "fixtures/plans", "--rules", folder.path().string()});
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(has(run.errors, "nothing is shadowed"), run.errors);
    BOOST_TEST(has(run.errors, "rules/default.lua"), run.errors);
}

BOOST_AUTO_TEST_CASE(a_difference_as_a_page_escapes_what_plans_say) {
    const Started before;
    const Started after;
    after.change("default = 6", "default = 30");
    const std::string plan = before.folder.write(
        "plan.xml",
        plan_with("<actions><action id=\"a1\" by=\"sw\"><task>Staff of the &lt;b&gt;Hub&lt;/b&gt; meet Robin "
                  "each morning at the gate.</task></action></actions>"));
    const Run run = plumbline({"diff", before.plugin(), after.plugin(), plan, "--format", "html"});
    BOOST_TEST(run.exit == 1, run.errors);
    BOOST_TEST(has(run.output, "<q>“Staff of the &lt;b&gt;Hub&lt;/b&gt; meet Robin"),
               run.output.substr(run.output.size() - 2000));
    BOOST_TEST(has(run.output, "own-check/purpose"));
    BOOST_TEST(has(run.output, "not met, was needs a person"));
    BOOST_TEST(has(run.output, "</html>"));
}

BOOST_AUTO_TEST_SUITE_END()
