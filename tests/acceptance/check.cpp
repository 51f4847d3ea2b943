#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <sstream>

using namespace acceptance;

namespace {

const std::vector<std::string> readable{"check", "fixtures/plans/cp-robust-neglect.xml",
                                        "fixtures/plans/cin-teen-refuses.xml", "--as-of", "2024-04-01"};

std::vector<std::string> with(std::vector<std::string> arguments, std::initializer_list<std::string> more) {
    arguments.insert(arguments.end(), more);
    return arguments;
}

} // namespace

BOOST_AUTO_TEST_SUITE(exit_codes)

BOOST_AUTO_TEST_CASE(findings_end_with_1) {
    const Run run = plumbline(with(readable, {"--format", "json"}));
    BOOST_TEST(run.exit == 1, run.errors);
    BOOST_TEST(report_of(run).at("summary").at("findings").get<int>() > 0);
}

BOOST_AUTO_TEST_CASE(exit_zero_hides_findings_from_the_exit_code_and_nothing_else) {
    const Run run = plumbline(with(readable, {"--format", "json", "--exit-zero"}));
    BOOST_TEST(run.exit == 0, run.errors);
    BOOST_TEST(report_of(run).at("summary").at("findings").get<int>() > 0);
    BOOST_TEST(plumbline({"check", "fixtures/plans/broken", "--exit-zero"}).exit == 3);
}

BOOST_AUTO_TEST_CASE(fail_on_never_ends_with_0) {
    BOOST_TEST(plumbline(with(readable, {"--fail-on", "never"})).exit == 0);
}

BOOST_AUTO_TEST_CASE(an_unreadable_plan_ends_with_3_and_wins_over_findings) {
    const Run run = plumbline({"check", "fixtures/plans", "--format", "json", "--as-of", "2024-04-01"});
    BOOST_TEST(run.exit == 3, run.errors);
    const auto summary = report_of(run).at("summary");
    BOOST_TEST(summary.at("unreadable").get<int>() == 3);
    BOOST_TEST(summary.at("judged").get<int>() == 29);
    BOOST_TEST(summary.at("plans").get<int>() == 32);
}

BOOST_AUTO_TEST_CASE(no_files_end_with_2) {
    const Folder empty;
    const Run run = plumbline({"check", empty.path().string()});
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(run.errors.find("no plan") != std::string::npos, run.errors);
}

BOOST_AUTO_TEST_CASE(a_path_that_is_not_there_ends_with_2_and_is_named) {
    const Run run = plumbline({"check", "no/such/place.xml"});
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(run.errors.find("no/such/place.xml") != std::string::npos, run.errors);
}

BOOST_AUTO_TEST_CASE(no_rules_end_with_2) {
    const Folder folder;
    const std::string rules =
        folder.write("empty.lua", "return { api = 1, id = 'empty', title = 'Nothing' }\n");
    const Run run = plumbline(with(readable, {"--rule-set", rules}));
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(run.errors.find("no rules") != std::string::npos, run.errors);
}

BOOST_AUTO_TEST_CASE(a_file_of_weights_that_cannot_be_read_ends_with_2_before_any_plan) {
    const Folder folder;
    folder.write("plugins/weighed/plugin.lua", R"(return {
  id = "weighed", title = "A check with a model", api = 1,
  models = { first = "models/first.tsv" },
  plans = { "child-in-need", "child-protection" },
  criteria = { { id = "first", title = "it is weighed" } },
  check = function(plan, judge) judge.met("first", { at = plan, reason = "it is" }) end,
}
)");
    folder.write("plugins/weighed/models/first.tsv", "# weights\nno tab in this line\n");
    const std::string rules = folder.write("weighed.lua", R"(return {
  api = 1, id = "weighed", title = "For the test", rules = { { id = "weighed", plugin = "weighed" } },
}
)");
    const Run run = plumbline(with(readable, {"--plugins", (folder.path() / "plugins").string(), "--rule-set",
                                              rules, "--format", "json"}));
    BOOST_TEST(run.exit == 2, run.errors);
    BOOST_TEST(run.errors.find("weighed/models/first.tsv:2") != std::string::npos, run.errors);
    BOOST_TEST(report_of(run).contains("error"));
}

BOOST_AUTO_TEST_CASE(options_that_may_repeat_leave_the_paths_alone) {
    const Folder folder;
    const Run run =
        plumbline({"check", "--as-of", "2024-04-01", "--plugins", folder.path().string(), "--rules",
                   folder.path().string(), "--format", "json", "fixtures/plans/cp-robust-neglect.xml"});
    BOOST_TEST(run.exit == 1, run.errors);
    BOOST_TEST(report_of(run).at("summary").at("judged") == 1);
}

BOOST_AUTO_TEST_CASE(bad_arguments_end_with_2) {
    BOOST_TEST(plumbline({"check"}).exit == 2);
    BOOST_TEST(plumbline(with(readable, {"--format", "pdf"})).exit == 2);
    BOOST_TEST(plumbline(with(readable, {"--as-of", "yesterday"})).exit == 2);
    BOOST_TEST(plumbline(with(readable, {"--jobs", "0"})).exit == 2);
    BOOST_TEST(plumbline({"chek"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(broken_plans)

BOOST_AUTO_TEST_CASE(each_is_reported_once_with_its_lines) {
    const Run run = plumbline({"check", "fixtures/plans/broken", "--format", "json"});
    BOOST_TEST(run.exit == 3);
    const auto report = report_of(run);
    BOOST_REQUIRE(report.at("plans").size() == 3U);
    const std::vector<std::pair<std::string, std::vector<std::string>>> expected{
        {"bad-date.xml", {":5:", ":26:"}},
        {"dangling-reference-duplicate-id.xml", {":19:", ":26:", "n9", "a1", "fsw"}},
        {"not-well-formed.xml", {":29:"}}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto& plan = report.at("plans").at(i);
        BOOST_TEST(plan.at("state") == "unreadable");
        BOOST_TEST(plan.at("file").get<std::string>().ends_with(expected[i].first));
        for (const std::string& part : expected[i].second)
            BOOST_TEST(plan.at("reason").get<std::string>().find(part) != std::string::npos,
                       part << " not in " << plan.at("reason"));
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(same_in_same_out)

BOOST_AUTO_TEST_CASE(any_number_of_workers_gives_the_same_bytes) {
    for (const std::string format : {"json", "jsonl", "text"}) {
        const std::vector<std::string> base{"check",      "fixtures/plans", "--as-of",
                                            "2024-04-01", "--format",       format};
        const Run one = plumbline(with(base, {"--jobs", "1"}));
        const Run eight = plumbline(with(base, {"--jobs", "8"}));
        const Run again = plumbline(with(base, {"--jobs", "8"}));
        BOOST_TEST(one.output == eight.output, format);
        BOOST_TEST(eight.output == again.output, format);
        BOOST_TEST(one.exit == eight.exit);
    }
}

BOOST_AUTO_TEST_CASE(standard_input_is_a_file_like_any_other) {
    const std::string plan = read_file(PLUMBLINE_SOURCE_DIR "/fixtures/plans/cp-robust-neglect.xml");
    const auto piped =
        report_of(plumbline({"check", "-", "--format", "json", "--as-of", "2024-04-01"}, plan));
    const auto named = report_of(plumbline(
        {"check", "fixtures/plans/cp-robust-neglect.xml", "--format", "json", "--as-of", "2024-04-01"}));
    BOOST_TEST(piped.at("plans").at(0).at("judgements") == named.at("plans").at(0).at("judgements"));
    BOOST_TEST(piped.at("plans").at(0).at("file") == "-");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(standard_output)

BOOST_AUTO_TEST_CASE(parses_as_the_format_asked_for_in_success_findings_failure_and_empty_cases) {
    const Folder empty;
    const std::vector<std::vector<std::string>> cases{
        {"check", "fixtures/plans/cp-robust-neglect.xml"},
        {"check", "fixtures/plans/broken"},
        {"check", empty.path().string()},
        {"check", "no/such/place.xml"},
        {"check", "fixtures/plans", "--rule-set", "no-such-set"}};
    for (const auto& arguments : cases) {
        const Run json = plumbline(with(arguments, {"--format", "json"}));
        BOOST_TEST(report_of(json).at("schema") == "plumbline-report/1");
        const Run lines = plumbline(with(arguments, {"--format", "jsonl"}));
        std::istringstream stream(lines.output);
        std::string line;
        int count = 0;
        for (; std::getline(stream, line); ++count)
            BOOST_TEST(nlohmann::json::accept(line), arguments.back() << ": " << line.substr(0, 200));
        BOOST_TEST(count > 0);
    }
}

BOOST_AUTO_TEST_CASE(several_formats_are_written_in_one_run) {
    const Folder folder;
    const std::string file = (folder.path() / "report.json").string();
    const Run run = plumbline(with(readable, {"--format", "json=" + file, "--format", "jsonl"}));
    BOOST_TEST(run.exit == 1, run.errors);
    BOOST_TEST(nlohmann::json::accept(read_file(file)));
    BOOST_TEST(run.output.find("\"judgements\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_report_that_cannot_be_written_ends_with_2_and_the_others_are_written) {
    const Folder folder;
    const std::string good = (folder.path() / "good.json").string();
    const Run run = plumbline(
        with(readable, {"--format", "json=/no/such/folder/report.json", "--format", "json=" + good}));
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(run.errors.find("/no/such/folder/report.json") != std::string::npos, run.errors);
    BOOST_TEST(nlohmann::json::accept(read_file(good)));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_an_error) {
    const Run run = plumbline(with(readable, {"--format", "json=/dev/full"}));
    BOOST_TEST(run.exit == 2, run.errors);
    BOOST_TEST(run.errors.find("/dev/full") != std::string::npos, run.errors);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(privacy)

BOOST_AUTO_TEST_CASE(no_narrative_name_or_birth_date_reaches_standard_error) {
    const Folder folder;
    const std::string plan = read_file(PLUMBLINE_SOURCE_DIR "/fixtures/acceptance/canaries.xml");
    BOOST_REQUIRE(!plan.empty());
    const std::string file = folder.write("canaries.xml", plan);
    const std::string plugin = PLUMBLINE_SOURCE_DIR "/fixtures/acceptance/plugins";
    const std::string rules = PLUMBLINE_SOURCE_DIR "/fixtures/acceptance/leaking.lua";
    for (const std::vector<std::string>& more : std::vector<std::vector<std::string>>{
             {}, {"--verbose"}, {"--plugins", plugin, "--rule-set", rules, "--verbose"}}) {
        std::vector<std::string> arguments{"check", file, "--format", "json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Run run = plumbline(arguments);
        BOOST_TEST(run.exit != 2, run.errors);
        for (const char* canary :
             {"Zanzibella", "Quillfeather", "2011-07-23", "23/07/2011", "xylophone-canary"})
            BOOST_TEST(run.errors.find(canary) == std::string::npos, canary << " in " << run.errors);
        const auto report = report_of(run);
        for (const auto& judgement : report.at("plans").at(0).at("judgements"))
            if (judgement.at("outcome") == "could not check")
                BOOST_TEST(judgement.dump().find("xylophone-canary") == std::string::npos, judgement.dump());
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(failing_plugins)

BOOST_AUTO_TEST_CASE(a_failing_plugin_gives_could_not_check_for_its_criteria_only) {
    const std::string plugins = PLUMBLINE_SOURCE_DIR "/fixtures/acceptance/plugins";
    const Run run = plumbline(
        with(readable, {"--plugins", plugins, "--rule-set",
                        PLUMBLINE_SOURCE_DIR "/fixtures/acceptance/failing.lua", "--format", "json"}));
    BOOST_TEST(run.exit == 3, run.errors);
    const auto report = report_of(run);
    for (const auto& plan : report.at("plans")) {
        std::size_t judged = 0;
        for (const auto& judgement : plan.at("judgements")) {
            const std::string plugin = judgement.at("plugin");
            if (plugin == "contingency") {
                BOOST_TEST(judgement.at("outcome") != "could not check");
                ++judged;
                continue;
            }
            BOOST_TEST(judgement.at("outcome") == "could not check", judgement.dump());
            BOOST_TEST(judgement.at("reason").get<std::string>().find("plugin.lua") != std::string::npos,
                       judgement.dump());
        }
        BOOST_TEST(judged > 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
