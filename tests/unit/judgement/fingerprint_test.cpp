#define BOOST_TEST_DYN_LINK
#include "judgement/judgement.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline::judgement;

namespace {

Finding example() {
    Finding finding;
    finding.rule = "default/contingency";
    finding.plugin = "contingency";
    finding.criterion = "trigger";
    finding.at = {"", "/plan/contingency[1]", 41, 3};
    finding.evidence = {{"to be reviewed", 41, 16, 14}};
    return finding;
}

} // namespace

BOOST_AUTO_TEST_SUITE(fingerprints)

BOOST_AUTO_TEST_CASE(this_one_never_changes) {
    // Accepted findings are kept by fingerprint from release to release: a change here loses them all.
    BOOST_TEST(fingerprint("CP-2041", example()) == "21f7728d9abb86d1");
}

BOOST_AUTO_TEST_CASE(unrelated_changes_of_the_plan_keep_it) {
    const std::string before = fingerprint("CP-2041", example());
    Finding moved = example();
    moved.at = {"", "/plan/contingency[3]", 90, 7};
    moved.evidence.front().line = 91;
    BOOST_TEST(fingerprint("CP-2041", moved) == before);

    Finding reworded = example(); // what the tool says of it is not what the plan says
    reworded.message = "other";
    reworded.advice = "other";
    reworded.outcome = Outcome::needs_a_person;
    reworded.priority = Priority::immediately;
    BOOST_TEST(fingerprint("CP-2041", reworded) == before);
}

BOOST_AUTO_TEST_CASE(white_space_in_the_evidence_is_folded) {
    const std::string before = fingerprint("CP-2041", example());
    for (const char* same : {"to be\n   reviewed", "  to\tbe reviewed ", "to be\xC2\xA0reviewed"}) {
        Finding finding = example();
        finding.evidence.front().text = same;
        BOOST_TEST(fingerprint("CP-2041", finding) == before);
    }
    Finding joined = example();
    joined.evidence.front().text = "tobe reviewed";
    BOOST_TEST(fingerprint("CP-2041", joined) != before);
}

BOOST_AUTO_TEST_CASE(each_part_counts) {
    const std::string before = fingerprint("CP-2041", example());
    BOOST_TEST(fingerprint("CP-2042", example()) != before);

    Finding finding = example();
    finding.rule = "default/other";
    BOOST_TEST(fingerprint("CP-2041", finding) != before);
    finding = example();
    finding.criterion = "response";
    BOOST_TEST(fingerprint("CP-2041", finding) != before);
    finding = example();
    finding.at.path = "/plan/history";
    BOOST_TEST(fingerprint("CP-2041", finding) != before);
    finding = example();
    finding.evidence.push_back({"more", 1, 1, 4});
    BOOST_TEST(fingerprint("CP-2041", finding) != before);
}

BOOST_AUTO_TEST_CASE(an_id_stands_for_its_node_wherever_it_moves) {
    Finding finding = example();
    finding.at = {"a1", "/plan/outcomes/outcome[1]/action[1]", 33, 7};
    const std::string before = fingerprint("CP-2041", finding);
    finding.at.path = "/plan/actions/action[4]";
    BOOST_TEST(fingerprint("CP-2041", finding) == before);
    finding.at.id = "a2";
    BOOST_TEST(fingerprint("CP-2041", finding) != before);
}

BOOST_AUTO_TEST_CASE(parts_do_not_run_together) {
    Finding left = example();
    Finding right = example();
    left.evidence = {{"ab", 1, 1, 2}, {"c", 1, 4, 1}};
    right.evidence = {{"a", 1, 1, 1}, {"bc", 1, 3, 2}};
    BOOST_TEST(fingerprint("CP-2041", left) != fingerprint("CP-2041", right));
}

BOOST_AUTO_TEST_CASE(it_is_sixteen_hexadecimal_digits) {
    const std::string print = fingerprint("", Finding{});
    BOOST_TEST(print.size() == 16U);
    BOOST_TEST(print.find_first_not_of("0123456789abcdef") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
