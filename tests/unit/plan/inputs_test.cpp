#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "base/user_error.hpp"
#include "support.hpp"

#include <unistd.h>

using namespace support;
namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

const std::string plan = plan_with("");

/// The files of the inputs, relative to the directory; with "!" in front for a problem, "-" for skipped.
Lines files_of(const TemporaryDirectory& directory, const std::vector<std::string>& paths) {
    Lines out;
    const std::string base = directory.path().string() + '/';
    for (const Input& input : all_inputs(paths)) {
        const std::string& file = input.source.file;
        const std::string name = file.starts_with(base) ? file.substr(base.size()) : file;
        out.push_back((input.skipped ? "-" : input.problem.empty() ? "" : "!") + name);
    }
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(inputs)

BOOST_AUTO_TEST_CASE(a_file_comes_whole) {
    const TemporaryDirectory directory;
    const std::string text = "\xEF\xBB\xBF<!-- c -->\n" + plan;
    const auto inputs = all_inputs({directory.file("a.xml", text)});
    BOOST_TEST_REQUIRE(inputs.size() == 1U);
    BOOST_TEST(inputs[0].source.bytes == text);
    BOOST_TEST(inputs[0].source.line == 1U);
    BOOST_TEST(inputs[0].source.file == (directory.path() / "a.xml").string());
    const std::string long_text = plan_with("<history>" + std::string(300000, 'x') + "</history>");
    BOOST_TEST(all_inputs({directory.file("b.xml", long_text)}).at(0).source.bytes == long_text);
}

BOOST_AUTO_TEST_CASE(directories_are_searched_and_sorted) {
    const TemporaryDirectory directory;
    for (const char* name :
         {"b.xml", "a/z.xml", "a/b/c.XML", "a.xml", "a/notes.txt", "B.xml", "a/.hidden.xml"})
        directory.file(name, plan);
    const Lines expected{"B.xml", "a.xml", "a/.hidden.xml", "a/b/c.XML", "a/z.xml", "b.xml"};
    BOOST_TEST(files_of(directory, {directory.path().string()}) == expected,
               boost::test_tools::per_element());
    BOOST_TEST(files_of(directory, {directory.path().string() + "/"}) == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(paths_come_in_the_order_named) {
    const TemporaryDirectory directory;
    const std::string b = directory.file("b.xml", plan);
    const std::string a = directory.file("a.xml", plan);
    BOOST_TEST(files_of(directory, {b, a}) == (Lines{"b.xml", "a.xml"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_reached_twice_is_read_once) {
    const TemporaryDirectory directory;
    const std::string a = directory.file("a.xml", plan);
    fs::create_symlink(a, directory.path() / "link.xml");
    const std::string base = directory.path().string();
    const Inputs inputs({a, base, base + "/./a.xml", base + "/*.xml"});
    BOOST_TEST(inputs.files_found() == 1U);
    BOOST_TEST(files_of(directory, {a, base, a}) == Lines{"a.xml"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(links_that_lead_in_circles_end) {
    const TemporaryDirectory directory;
    directory.file("a/b/x.xml", plan);
    fs::create_directory_symlink(directory.path(), directory.path() / "a/b/again");
    fs::create_directory_symlink(directory.path() / "a/b", directory.path() / "a/self");
    BOOST_TEST(files_of(directory, {directory.path().string()}).size() == 1U);
    BOOST_TEST(files_of(directory, {directory.path().string() + "/**/*.xml"}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(patterns) {
    const TemporaryDirectory directory;
    for (const char* name : {"2023/jan/a.xml", "2024/feb/b.xml", "2024/c.xml", "2024/mar/deep/d.xml",
                             "top.xml", "2024/.secret/e.xml", "2024/notes.txt"})
        directory.file(name, plan);
    const std::string base = directory.path().string() + '/';
    const auto same = boost::test_tools::per_element();
    BOOST_TEST(files_of(directory, {base + "*.xml"}) == Lines{"top.xml"}, same);
    BOOST_TEST(files_of(directory, {base + "202?/*/*.xml"}) == (Lines{"2023/jan/a.xml", "2024/feb/b.xml"}),
               same);
    BOOST_TEST(files_of(directory, {base + "202[4-9]/c.xml"}) == Lines{"2024/c.xml"}, same);
    BOOST_TEST(files_of(directory, {base + "2024/**/*.xml"}) ==
                   (Lines{"2024/c.xml", "2024/feb/b.xml", "2024/mar/deep/d.xml"}),
               same);
    BOOST_TEST(files_of(directory, {base + "**/d.xml"}) == Lines{"2024/mar/deep/d.xml"}, same);
    BOOST_TEST(files_of(directory, {base + "*3"}) == Lines{"2023/jan/a.xml"}, same); // a directory, searched
    BOOST_TEST(files_of(directory, {base + "*/feb"}) == Lines{"2024/feb/b.xml"}, same);
    BOOST_TEST(files_of(directory, {base + "none*.xml"}).empty());
    BOOST_TEST(files_of(directory, {base + "nowhere/*.xml"}).empty());
    BOOST_TEST(files_of(directory, {base + "2024/**"}).size() == 4U); // every file, whatever its name
}

BOOST_AUTO_TEST_CASE(a_name_with_a_sign_of_patterns_in_it_is_a_name) {
    const TemporaryDirectory directory;
    const std::string odd = directory.file("plan[1].xml", plan);
    directory.file("plan1.xml", plan);
    BOOST_TEST(files_of(directory, {odd}) == Lines{"plan[1].xml"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_does_not_exist_is_all_named) {
    const TemporaryDirectory directory;
    const std::string here = directory.file("a.xml", plan);
    try {
        const Inputs inputs({"/no/such/a.xml", here, "no-such-b.xml"});
        BOOST_TEST(false, "expected an error");
    } catch (const plumbline::UserError& error) {
        BOOST_TEST(error.message().find(
                       "no such file or directory: '/no/such/a.xml', 'no-such-b.xml'; expected") == 0U);
    }
    BOOST_CHECK_THROW(Inputs({""}), plumbline::UserError);
}

BOOST_AUTO_TEST_CASE(nothing_found_is_no_input) {
    const TemporaryDirectory directory;
    Inputs inputs({directory.path().string()});
    BOOST_TEST(inputs.files_found() == 0U);
    BOOST_TEST(!inputs.next().has_value());
    BOOST_TEST(!Inputs({}).next().has_value());
}

BOOST_AUTO_TEST_CASE(files_that_are_no_plans) {
    const TemporaryDirectory directory;
    const std::string page = directory.file("page.xml", "<?xml version='1.0'?>\n <html><plan/></html>");
    directory.file("plan.xml", plan);
    const std::string base = directory.path().string();
    BOOST_TEST(files_of(directory, {base}) == (Lines{"-page.xml", "plan.xml"}),
               boost::test_tools::per_element());
    BOOST_TEST(files_of(directory, {page}) == Lines{"!page.xml"}, boost::test_tools::per_element());
    const Input input = all_inputs({page}).at(0);
    BOOST_TEST(input.problem == "the root element is <html>; expected <plan>, or <plans> for several");
    BOOST_TEST(input.line == 2U);
    BOOST_TEST(input.column == 2U);
}

BOOST_AUTO_TEST_CASE(files_without_a_root_go_to_the_reader_who_says_why) {
    const TemporaryDirectory directory;
    for (const std::string& text :
         {std::string(), std::string("words"), std::string("<!DOCTYPE plans><plans/>"),
          std::string("<!-- never closed"), std::string("<\0p\0", 4), std::string("<pl")}) {
        const auto inputs = all_inputs({directory.file("a.xml", text)});
        BOOST_TEST_REQUIRE(inputs.size() == 1U);
        BOOST_TEST(inputs[0].problem.empty());
        BOOST_TEST(read(inputs[0].source).errors.size() == 1U);
    }
}

BOOST_AUTO_TEST_CASE(a_root_far_down_is_found) {
    const TemporaryDirectory directory;
    const std::string comment = "<!--" + std::string(200000, '\n') + "-->";
    const auto inputs = all_inputs({directory.file("a.xml", comment + "<plans><plan/></plans>")});
    BOOST_TEST_REQUIRE(inputs.size() == 1U);
    BOOST_TEST(inputs[0].source.bytes == "<plan/>");
    BOOST_TEST(inputs[0].source.line == 200001U);
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_read) {
    const TemporaryDirectory directory;
    fs::create_symlink("nowhere.xml", directory.path() / "gone.xml");
    directory.file("plan.xml", plan);
    const auto inputs = all_inputs({directory.path().string()});
    BOOST_TEST_REQUIRE(inputs.size() == 2U);
    BOOST_TEST(inputs[0].problem == "cannot be read: No such file or directory");
    BOOST_TEST(!inputs[0].skipped);
    BOOST_TEST(inputs[1].problem.empty());
    if (geteuid() == 0) return; // permissions do not bind root
    const std::string secret = directory.file("secret.xml", plan);
    fs::permissions(secret, fs::perms::none);
    BOOST_TEST(all_inputs({secret}).at(0).problem == "cannot be read: Permission denied");
    fs::create_directory(directory.path() / "closed");
    fs::permissions(directory.path() / "closed", fs::perms::none);
    BOOST_TEST(all_inputs({(directory.path() / "closed").string()}).at(0).problem ==
               "the directory cannot be searched: Permission denied");
    fs::permissions(directory.path() / "closed", fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(files_that_are_too_large) {
    const TemporaryDirectory directory;
    const std::string file = directory.file("a.xml", plan_with(std::string(3 << 20, ' ')));
    BOOST_TEST(all_inputs({file}, 1 << 20).at(0).problem ==
               "the plan is larger than 1 MB; expected a smaller one");
    BOOST_TEST(all_inputs({file}).at(0).problem.empty());
}

BOOST_AUTO_TEST_CASE(standard_input) {
    const TemporaryDirectory directory;
    const std::string file = directory.file("in.xml", "<plans>" + plan + plan + "</plans>");
    const int before = dup(STDIN_FILENO);
    BOOST_TEST_REQUIRE(std::freopen(file.c_str(), "rb", stdin) != nullptr);
    const auto inputs = all_inputs({"-", "-"});
    dup2(before, STDIN_FILENO);
    close(before);
    BOOST_TEST_REQUIRE(inputs.size() == 2U);
    BOOST_TEST(inputs[0].source.file == "-");
    BOOST_TEST(inputs[1].source.bytes + "\n" == plan);
}

BOOST_AUTO_TEST_SUITE_END()
