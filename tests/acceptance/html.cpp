#define BOOST_TEST_DYN_LINK
#include "program.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

using acceptance::Folder;
using acceptance::plumbline;
using acceptance::read_file;

namespace {

const std::string plan = "fixtures/plans/cp-da-interpreter.xml";

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(html_reports)

BOOST_AUTO_TEST_CASE(the_same_plans_make_the_same_file_whatever_the_number_of_workers) {
    const Folder folder;
    const std::string one = folder.path() / "one.html";
    const std::string four = folder.path() / "four.html";
    plumbline({"check", "fixtures/plans", "--as-of", "2024-04-01", "-j", "1", "--format", "html=" + one});
    plumbline({"check", "fixtures/plans", "--as-of", "2024-04-01", "-j", "4", "--format", "html=" + four});
    BOOST_TEST(read_file(one).size() > 100'000U);
    BOOST_TEST((read_file(one) == read_file(four)));
}

BOOST_AUTO_TEST_CASE(a_report_is_written_whole_or_not_at_all) {
    const Folder folder;
    const std::string good = folder.path() / "report.json";
    const auto run = plumbline({"check", plan, "--as-of", "2024-04-01", "--format",
                                "html=/nowhere/report.html", "--format", "json=" + good});
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(contains(run.errors, "/nowhere/report.html"));
    BOOST_TEST(std::filesystem::exists(good)); // the others are written
    if (std::filesystem::exists("/dev/full")) {
        const auto full = plumbline({"check", plan, "--as-of", "2024-04-01", "--format", "html=/dev/full"});
        BOOST_TEST(full.exit == 2);
        BOOST_TEST(contains(full.errors, "/dev/full"));
    }
}

BOOST_AUTO_TEST_CASE(feedback_is_one_page_for_the_author_of_a_plan) {
    const auto text = plumbline({"feedback", plan, "--as-of", "2024-04-01"});
    BOOST_TEST(text.exit == 0);
    BOOST_TEST(contains(text.output, "What works"));
    BOOST_TEST(contains(text.output, "\n5. "));
    BOOST_TEST(!contains(text.output, "\n6. "));
    BOOST_TEST(contains(text.output, "“next available course”"));
    BOOST_TEST(contains(text.output, "Better: Give a date"));
    const Folder folder;
    const std::string page = folder.path() / "feedback.html";
    BOOST_TEST(plumbline({"feedback", plan, "--as-of", "2024-04-01", "--format", "html=" + page}).exit == 0);
    BOOST_TEST(contains(read_file(page), "What to change first"));
}

BOOST_AUTO_TEST_CASE(feedback_says_what_it_cannot_do) {
    const auto many = plumbline({"feedback", "fixtures/plans"});
    BOOST_TEST(many.exit == 2);
    BOOST_TEST(contains(many.errors, "expected one plan's file"));
    const auto broken = plumbline({"feedback", "fixtures/plans/broken/bad-date.xml"});
    BOOST_TEST(broken.exit == 2);
    BOOST_TEST(contains(broken.errors, "bad-date.xml:5:5"));
    const auto format = plumbline({"feedback", plan, "--format", "json"});
    BOOST_TEST(format.exit == 2);
    BOOST_TEST(contains(format.errors, "text or html"));
}

BOOST_AUTO_TEST_SUITE_END()
