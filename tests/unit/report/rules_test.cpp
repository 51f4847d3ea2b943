#define BOOST_TEST_DYN_LINK
#include "report/coverage_report.hpp"
#include "report/rules_report.hpp"

#include "base/user_error.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace plumbline;
using nlohmann::json;
using samples::contains;
using standard::Area;
using standard::Disposition;

namespace {

Area area(const std::string& id, Disposition disposition, std::vector<std::string> answered_by = {}) {
    Area out;
    out.id = id;
    out.rule_set = "cheshire-east-2011";
    out.paragraph = "29";
    out.service = "safeguarding";
    out.service_title = "Safeguarding services";
    out.priority = judgement::Priority::immediately;
    out.title = "Title of " + id;
    out.disposition = disposition;
    out.rest = "the minutes";
    out.read = "the file";
    out.shows_in = "the board's papers";
    out.answered_by = std::move(answered_by);
    return out;
}

standard::Rule rule(const std::string& id, const std::string& plugin) {
    standard::Rule out;
    out.id = "default/" + id;
    out.plugin = plugin;
    out.title = "A contingency is recorded";
    out.plans = {plan::Kind::child_protection, plan::Kind::care};
    out.criteria = {"trigger", "response"};
    out.parameters = {{"min_words", std::int64_t{4}},
                      {"share", 0.5},
                      {"strict", true},
                      {"words", std::vector<std::string>{"a", "b"}}};
    out.priority = judgement::Priority::immediately;
    out.answers = {"cheshire-east-2011/29-1"};
    out.citations = {{"Inspection", "2011-08-19", "29", "cheshire-east-2011/29-1", "Cheshire East 2011"}};
    out.origin = {{"plugin", "rules/default.lua:7"},
                  {"parameters.min_words", "rules/default.lua:9"},
                  {"plans", "plugin default"}};
    return out;
}

standard::RuleSet rule_set() {
    standard::RuleSet out;
    out.id = "default";
    out.title = "Everyday";
    out.hash = "cafe";
    out.file = "rules/default.lua";
    out.documents = {"cheshire-east-2011"};
    out.areas_in_scope = {area("29-1", Disposition::checked, {"default/contingency"}),
                          area("29-2", Disposition::partly, {"default/contingency"}),
                          area("29-3", Disposition::needs_a_person), area("29-4", Disposition::not_in_a_plan),
                          area("29-5", Disposition::checked)};
    out.rules = {rule("contingency", "contingency"), rule("contingency-safety", "contingency")};
    auto off = rule("voice", "child-voice");
    off.off = true;
    out.switched_off = {off};
    return out;
}

lua::Plugin plugin() {
    lua::Plugin out;
    out.id = "contingency";
    out.title = "A contingency is recorded";
    out.folder = "plugins/contingency";
    out.criteria = {{"trigger", "it says when it starts", "", {}},
                    {"response", "it says what then happens", "", {}}};
    lua::Parameter parameter;
    parameter.name = "min_words";
    parameter.help = "shorter texts count as not written";
    out.parameters = {parameter};
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(rules_reports)

BOOST_AUTO_TEST_CASE(coverage_says_what_becomes_of_each_area) {
    const std::string text = report::coverage_text(rule_set(), false, {});
    for (const char* part :
         {"Of 5 areas for improvement, these rules check 1 in full and 1 in part",
          "1 could be checked, but no rule does", "Safeguarding services", "29-1  Title of 29-1",
          "checked by contingency", "not seen: the minutes", "to read: the file",
          "shows in: the board's papers", "no rule here", "§29 · immediately"})
        BOOST_TEST(contains(text, part), part);

    const std::string uncovered = report::coverage_text(rule_set(), true, {});
    BOOST_TEST(!contains(uncovered, "29-1  "));
    for (const char* part : {"29-2", "29-3", "29-4", "29-5"})
        BOOST_TEST(contains(uncovered, part));
}

BOOST_AUTO_TEST_CASE(coverage_as_json) {
    const json all = json::parse(report::coverage_json(rule_set(), false));
    BOOST_TEST(all["areas"].size() == 5U);
    BOOST_TEST(all["coverage"]["unanswered"] == 1);
    BOOST_TEST(all["areas"][0]["id"] == "cheshire-east-2011/29-1");
    BOOST_TEST(all["areas"][0]["rules"][0] == "default/contingency");
    BOOST_TEST(all["areas"][4]["unanswered"] == true);
    BOOST_TEST(json::parse(report::coverage_json(rule_set(), true))["areas"].size() == 4U);
}

BOOST_AUTO_TEST_CASE(rule_sets_are_listed) {
    const std::string text = report::rule_sets_text({rule_set()}, {});
    BOOST_TEST(contains(text, "default"));
    BOOST_TEST(contains(text, "Everyday"));
    BOOST_TEST(contains(text, "builds on cheshire-east-2011"));
    const json listed = json::parse(report::rule_sets_json({rule_set()}));
    BOOST_TEST(listed["rule_sets"][0]["id"] == "default");
    BOOST_TEST(listed["rule_sets"][0]["rules"] == 2);
}

BOOST_AUTO_TEST_CASE(a_rule_set_is_shown_with_origins) {
    const std::string plain = report::rule_set_text(rule_set(), false, {});
    for (const char* part :
         {"contingency  A contingency is recorded", "child protection, care", "trigger, response",
          "parameters.min_words", "{ \"a\", \"b\" }", "voice", "(switched off)"})
        BOOST_TEST(contains(plain, part), part);
    BOOST_TEST(!contains(plain, "rules/default.lua:9"));
    const std::string origins = report::rule_set_text(rule_set(), true, {});
    BOOST_TEST(contains(origins, "rules/default.lua:9"));
    BOOST_TEST(contains(origins, "plugin default"));

    const json shown = json::parse(report::rule_set_json(rule_set(), true));
    BOOST_TEST(shown["rules"].size() == 3U);
    BOOST_TEST(shown["rules"][0]["origin"]["parameters.min_words"] == "rules/default.lua:9");
    BOOST_TEST(shown["rules"][0]["parameters"] ==
               json::parse(R"({"min_words":4,"share":0.5,"strict":true,"words":["a","b"]})"));
    BOOST_TEST(shown["rules"][2]["off"] == true);
    BOOST_TEST(!json::parse(report::rule_set_json(rule_set(), false))["rules"][0].contains("origin"));
}

BOOST_AUTO_TEST_CASE(a_rule_is_explained) {
    const auto set = rule_set();
    const std::string text = report::rule_text(set, set.rules.front(), plugin(), {});
    for (const char* part :
         {"default/contingency", "child protection, care plans", "trigger   it says when it starts",
          "min_words", "shorter texts count as not written",
          "Cheshire East 2011 §29: Title of 29-1 (immediately)", "plugins/contingency/README.md",
          "The same is looked for by", "contingency-safety (child protection, care)"})
        BOOST_TEST(contains(text, part), part << " in\n" << text);
    const json explained = json::parse(report::rule_json(set, set.rules.front(), plugin()));
    BOOST_TEST(explained["criteria"][1]["title"] == "it says what then happens");
    BOOST_TEST(explained["plugin"]["id"] == "contingency");
}

BOOST_AUTO_TEST_CASE(a_rule_is_found_by_its_name_or_its_plugin) {
    const auto set = rule_set();
    for (const char* name : {"contingency-safety", "default/contingency-safety", "contingency-safety/trigger",
                             "default/contingency-safety/response"})
        BOOST_TEST(report::find_rule(set, name).id == "default/contingency-safety", name);
    BOOST_TEST(report::find_rule(set, "child-voice").id == "default/voice");
    BOOST_TEST(report::find_rule(set, "child-voice/trigger").id == "default/voice");
    try {
        report::find_rule(set, "default/contingenci/trigger");
        BOOST_TEST(false);
    } catch (const UserError& error) {
        BOOST_TEST(contains(error.what(), "did you mean \"contingency\"?"), error.what());
    }
    BOOST_CHECK_THROW(report::find_rule(set, "contingency/tone"), UserError);
}

BOOST_AUTO_TEST_CASE(values_are_written_as_a_rule_set_writes_them) {
    BOOST_TEST(report::value_text(true) == "true");
    BOOST_TEST(report::value_text(std::int64_t{-3}) == "-3");
    BOOST_TEST(report::value_text(0.1) == "0.1");
    BOOST_TEST(report::value_text(std::string("x")) == "\"x\"");
    BOOST_TEST(report::value_text(std::vector<std::string>{}) == "{}");
}

BOOST_AUTO_TEST_CASE(pages_fit_their_width) {
    for (const std::size_t width : {60U, 100U}) {
        const auto set = rule_set();
        for (const std::string& text :
             {report::coverage_text(set, false, {width, false}),
              report::rule_text(set, set.rules.front(), plugin(), {width, false})}) {
            std::istringstream lines(text);
            for (std::string line; std::getline(lines, line);)
                BOOST_TEST(report::width_of(line) <= width, line);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
