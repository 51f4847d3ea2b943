#define BOOST_TEST_DYN_LINK
#include "judgement/acceptances.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using judgement::Acceptances;
using judgement::Notice;

namespace {

constexpr const char* header = "fingerprint,plan,check,reason,accepted by,on,until\r\n";
const Date today = *parse_iso_date("2024-04-01");

judgement::PlanResult plan_with(const std::vector<std::string>& fingerprints,
                                const std::string& id = "CP-1") {
    judgement::PlanResult out;
    out.id = id;
    for (const auto& fingerprint : fingerprints) {
        out.findings.emplace_back();
        out.findings.back().fingerprint = fingerprint;
    }
    return out;
}

Acceptances of(const std::string& rows) {
    return Acceptances::read_text(header + rows, "accepted.csv", today);
}

std::string error_of(const std::string& text) {
    try {
        Acceptances::read_text(text, "accepted.csv", today);
    } catch (const UserError& error) {
        return error.what();
    }
    return "no error";
}

} // namespace

BOOST_AUTO_TEST_SUITE(acceptances)

BOOST_AUTO_TEST_CASE(a_finding_on_the_list_is_accepted) {
    const auto list = of("0123456789abcdef,CP-1,contingency/trigger,\"agreed, see note\",A. "
                         "Manager,2024-03-01,2024-09-01\r\n");
    auto result = plan_with({"0123456789abcdef", "fedcba9876543210"});
    list.apply(result);
    BOOST_REQUIRE(result.findings[0].accepted.has_value());
    BOOST_TEST(result.findings[0].accepted->by == "A. Manager");
    BOOST_TEST(result.findings[0].accepted->reason == "agreed, see note");
    BOOST_TEST(result.findings[0].accepted->on == "2024-03-01");
    BOOST_TEST(result.findings[0].accepted->until == "2024-09-01");
    BOOST_TEST(!result.findings[1].accepted.has_value());
}

BOOST_AUTO_TEST_CASE(what_excel_saves_is_read) {
    const auto list = Acceptances::read_text(
        "\xEF\xBB\xBFUntil;On;Accepted "
        "by;Reason;Fingerprint\r\n30/09/2024;01/03/2024;AM;agreed;0123456789ABCDEF\r\n;;;;\r\n",
        "accepted.csv", today);
    BOOST_REQUIRE(list.records().size() == 1U);
    BOOST_TEST(list.records()[0].fingerprint == "0123456789abcdef");
    BOOST_TEST(list.records()[0].acceptance.until == "2024-09-30");
    auto result = plan_with({"0123456789abcdef"}, "any plan");
    list.apply(result);
    BOOST_TEST(result.findings[0].accepted.has_value());
}

BOOST_AUTO_TEST_CASE(the_last_day_counts_and_the_day_after_does_not) {
    for (const auto& [until, accepted, kind] : {std::tuple("2024-03-31", false, Notice::Kind::expired),
                                                {"2024-04-01", true, Notice::Kind::ends_soon},
                                                {"2024-05-01", true, Notice::Kind::ends_soon}}) {
        auto list = of(std::string("0123456789abcdef,CP-1,,r,b,2024-01-01,") + until + "\n");
        auto result = plan_with({"0123456789abcdef"});
        list.apply(result);
        list.see(result);
        BOOST_TEST(result.findings[0].accepted.has_value() == accepted, until);
        BOOST_REQUIRE(list.notices().size() == 1U);
        BOOST_TEST((list.notices()[0].kind == kind), until);
    }
    auto list = of("0123456789abcdef,CP-1,,r,b,2024-01-01,2024-05-02\n"); // 31 days
    list.see(plan_with({"0123456789abcdef"}));
    BOOST_TEST(list.notices().empty());
}

BOOST_AUTO_TEST_CASE(a_line_that_matches_nothing_is_reported) {
    auto list = of("0123456789abcdef,CP-1,,r,b,2024-01-01,2025-01-01\n"
                   "1123456789abcdef,CP-2,,r,b,2024-01-01,2025-01-01\n"
                   "2123456789abcdef,,,r,b,2024-01-01,2025-01-01\n");
    list.see(plan_with({"ffffffffffffffff"}));
    const auto notices = list.notices();
    BOOST_REQUIRE(notices.size() == 3U);
    BOOST_TEST(notices[0].text.find("accepted.csv:2: 0123456789abcdef of CP-1 matches no finding") == 0U);
    BOOST_TEST(notices[1].text.find("accepted.csv:4: 2123456789abcdef matches no finding") == 0U);
    BOOST_TEST(notices[2].text == "accepted.csv: 1 line is of plans that were not checked");
}

BOOST_AUTO_TEST_CASE(a_fingerprint_counts_for_its_own_plan_only) {
    const auto list = of("0123456789abcdef,CP-2,,r,b,2024-01-01,2025-01-01\n");
    auto result = plan_with({"0123456789abcdef"}, "CP-1");
    list.apply(result);
    BOOST_TEST(!result.findings[0].accepted.has_value());
}

BOOST_AUTO_TEST_CASE(errors_name_file_line_and_what_was_expected) {
    const std::string h = header;
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", "accepted.csv:1: the file is empty; expected the columns fingerprint, plan"},
        {"fingerprint,reason,by\n", "accepted.csv:1: unknown column 'by'; expected fingerprint"},
        {"fingerprint,reason\n", "accepted.csv:1: the column 'accepted by' is missing"},
        {h + "1.23457E+15,,,r,b,2024-01-01,2024-02-01\n", "accepted.csv:2: '1.23457e+15' is no fingerprint"},
        {h + "\n0123456789abcdef,,,,b,2024-01-01,2024-02-01\n", "accepted.csv:3: 'reason' is empty"},
        {h + "0123456789abcdef,,,r,b,1 May,2024-02-01\n", "accepted.csv:2: 'on' is '1 May', no date"},
        {h + "0123456789abcdef,,,r,b,31/02/2024,2024-02-01\n",
         "accepted.csv:2: 'on' is '31/02/2024', no date"},
        {h + "0123456789abcdef,,,r,b,2024-02-01,2024-01-31\n",
         "'until' (2024-01-31) is before 'on' (2024-02-01)"},
        {h + "0123456789abcdef,,,r,b,2024-01-01,2024-02-01\n0123456789abcdef,,,r,b,2024-01-01,2024-02-01\n",
         "accepted.csv:3: the fingerprint 0123456789abcdef stands here twice; first at line 2"},
    };
    for (const auto& [text, expected] : cases)
        BOOST_TEST(error_of(text).find(expected) != std::string::npos, error_of(text) << "\nis not\n"
                                                                                      << expected);
}

BOOST_AUTO_TEST_SUITE_END()
