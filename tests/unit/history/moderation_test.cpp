#define BOOST_TEST_DYN_LINK
#include "history/agreement.hpp"
#include "history/sample.hpp"

#include "base/csv.hpp"
#include "base/user_error.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

using namespace plumbline;
using namespace plumbline::history;
using nlohmann::json;

namespace {

json plan(const std::string& id, const std::string& team, const std::string& outcome) {
    const auto judged = [](const std::string& criterion, const std::string& said) {
        return json{{"plugin", "contingency"}, {"criterion", criterion}, {"outcome", said}};
    };
    return {{"id", id},
            {"version", 1},
            {"kind", "care"},
            {"team", team},
            {"file", id + ".xml"},
            {"state", "judged"},
            {"judgements",
             {judged("trigger", outcome), judged("trigger", "met"), judged("response", "not applicable")}}};
}

/// 60 plans of team A, 30 of B, 10 of C, and one that could not be read.
json march() {
    json out{{"plans", json::array()}};
    for (int i = 0; i < 100; ++i)
        out["plans"].push_back(plan("P" + std::to_string(i),
                                    i < 60   ? "A"
                                    : i < 90 ? "B"
                                             : "C",
                                    i % 2 == 0 ? "met" : "not met"));
    out["plans"].push_back({{"id", "X"}, {"state", "unreadable"}, {"judgements", json::array()}});
    return out;
}

std::vector<std::string> ids(const std::vector<const json*>& plans) {
    std::vector<std::string> out;
    for (const json* one : plans)
        out.push_back(one->at("id"));
    return out;
}

std::string filled(const std::string& rows) {
    return "plan;version;criterion id;tool said;auditor says\r\n" + rows;
}

std::string error_of(const std::string& text, const json& from = nullptr) {
    try {
        agreement(text, "w.csv", from);
    } catch (const UserError& error) {
        return error.what();
    }
    return "no error";
}

} // namespace

BOOST_AUTO_TEST_SUITE(moderation)

BOOST_AUTO_TEST_CASE(a_sample_is_drawn_in_proportion_and_by_its_seed) {
    const json from = march();
    SampleOptions options;
    options.by = "team";
    options.seed = 7;
    const auto drawn = draw(from, options);
    std::map<std::string, int> teams;
    for (const json* one : drawn)
        ++teams[one->at("team")];
    BOOST_TEST(drawn.size() == 20U);
    BOOST_TEST(teams["A"] == 12);
    BOOST_TEST(teams["B"] == 6);
    BOOST_TEST(teams["C"] == 2);
    const auto names = ids(drawn);
    BOOST_TEST(std::set<std::string>(names.begin(), names.end()).size() == 20U); // none twice
    BOOST_TEST(ids(draw(from, options)) == names, boost::test_tools::per_element());
    options.seed = 8;
    BOOST_TEST(ids(draw(from, options)) != names);
    options.size = 1000;
    BOOST_TEST(draw(from, options).size() == 100U); // all that were judged
}

BOOST_AUTO_TEST_CASE(a_worksheet_asks_what_the_tool_decided) {
    const json from = march();
    SampleOptions options;
    options.size = 3;
    const auto rows = read_csv(worksheet(from, options, {}), "w.csv");
    BOOST_REQUIRE(rows.size() == 4U); // the criterion that does not apply is not asked
    BOOST_TEST(rows[1].cells.at(7) == "contingency/trigger");
    BOOST_TEST((rows[1].cells.at(8) == "met" || rows[1].cells.at(8) == "not met"));
    BOOST_TEST(rows[1].cells.at(9) == "");
    options.blind = true;
    BOOST_TEST(read_csv(worksheet(from, options, {}), "w.csv")[1].cells.at(8) == "");
    options.checks = {"drift"};
    BOOST_TEST(read_csv(worksheet(from, options, {}), "w.csv").size() == 1U);
}

BOOST_AUTO_TEST_CASE(agreement_is_of_what_both_decided) {
    const auto found =
        agreement(filled("P;1;a/b;met;met\r\nP;1;a/b;not met;Not Met \r\nP;1;a/b;not met;met\r\n"
                         "P;1;a/b;met;not met\r\nP;1;a/b;needs a person;met\r\nP;1;a/b;met;\r\n"
                         "P;1;a/b;met;unsure\r\nP;1;a/c;met;met\r\n"),
                  "w.csv", nullptr);
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0].agreed == 2U);
    BOOST_TEST(found[0].false_alarms == 1U);
    BOOST_TEST(found[0].missed == 1U);
    BOOST_TEST(found[0].left == 1U);
    BOOST_TEST(found[0].unread == 2U);
    BOOST_TEST(found[0].share().of == 4U);
    const std::string text = agreement_text(found, {});
    for (const char* part : {"a/b", "2 of 4", " 50 ", "15 to 85", "all criteria", "3 of 5"})
        BOOST_TEST(text.find(part) != std::string::npos, part << " is missing in\n" << text);
    BOOST_TEST(json::parse(agreement_json(found)).back()["agreed"] == 3);
}

BOOST_AUTO_TEST_CASE(a_blind_worksheet_is_read_with_its_report) {
    const auto found =
        agreement(filled("P1;1;contingency/trigger;;not met\r\nP2;1;contingency/trigger;;not met\r\n"),
                  "w.csv", march());
    BOOST_TEST(found.at(0).agreed == 1U); // P1 has one action that was not met
    BOOST_TEST(found.at(0).missed == 1U);
    BOOST_TEST(error_of(filled("P1;1;contingency/trigger;;met\r\n"))
                   .find("w.csv:2: the worksheet does not say what the tool said") == 0U);
    BOOST_TEST(error_of(filled("Q;1;contingency/trigger;;met\r\n"), march())
                   .find("w.csv:2: the report has no such plan") == 0U);
}

BOOST_AUTO_TEST_CASE(errors_name_file_and_line) {
    BOOST_TEST(error_of("").find("w.csv:1: the worksheet is empty") == 0U);
    BOOST_TEST(error_of("plan;version\r\n").find("w.csv:1: the column 'criterion id' is missing") == 0U);
    BOOST_TEST(error_of(filled("P;1;a/b;met;met\r\nP;1;a/b;met;yes\r\n"))
                   .find("w.csv:3: 'auditor says' is 'yes'; expected met, not met") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
