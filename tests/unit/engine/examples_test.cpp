#define BOOST_TEST_DYN_LINK
#include "base/user_error.hpp"
#include "engine/examples.hpp"
#include "lua/manifest.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace plumbline;

namespace {

namespace fs = std::filesystem;

const char* const manifest = R"(return {
  id = "probe", title = "A probe", version = "1", api = 1, plans = { "child-in-need" },
  criteria = { { id = "present", title = "it is there" } },
  parameters = {
    days = { type = "integer", default = 0, minimum = 0, maximum = 20, help = "days" },
    share = { type = "number", default = 0.5, help = "a share" },
    strict = { type = "boolean", default = false, help = "strict" },
    word = { type = "string", default = "a", choices = { "a", "b" }, help = "a word" },
    kinds = { type = "list", default = {}, help = "kinds" },
  },
  check = function(plan, judge, parameters)
    if parameters.days > 0 then judge:met { "present", at = plan }
    else judge:not_met { "present", at = plan, message = "m", advice = "a" } end
  end,
})";

/// A plugin in a folder of its own, which goes with it.
class Probe {
public:
    Probe()
        : folder_(fs::temp_directory_path() / ("plumbline-examples-" + std::to_string(getpid())) / "probe") {
        fs::create_directories(folder_ / "examples");
        write("plugin.lua", manifest);
    }
    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;
    ~Probe() { fs::remove_all(folder_.parent_path()); }

    fs::path write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name) << content;
        return folder_ / name;
    }
    lua::Parameters parameters(const std::string& comment) const {
        const fs::path file =
            write("examples/one.xml", "<examples>\n<!-- " + comment + " -->\n</examples>\n");
        return engine::parameters_of(file, lua::read_plugin(folder_, {}));
    }
    std::string refusal(const std::string& comment) const {
        try {
            parameters(comment);
        } catch (const UserError& error) {
            BOOST_TEST(error.position().line == 2U);
            return error.message();
        }
        return "accepted";
    }
    const fs::path& folder() const { return folder_; }

private:
    fs::path folder_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(parameters_of_examples)

BOOST_AUTO_TEST_CASE(what_no_comment_sets_has_its_default) {
    const lua::Parameters parameters = Probe().parameters("set out as a plan is, expect nothing");
    BOOST_TEST(std::get<std::int64_t>(parameters.at("days")) == 0);
    BOOST_TEST(std::get<double>(parameters.at("share")) == 0.5);
}

BOOST_AUTO_TEST_CASE(a_comment_sets_one_of_each_type) {
    const Probe probe;
    BOOST_TEST(std::get<std::int64_t>(probe.parameters("set probe/days: 7").at("days")) == 7);
    BOOST_TEST(std::get<double>(probe.parameters("set probe/share: 0.25").at("share")) == 0.25);
    BOOST_TEST(std::get<bool>(probe.parameters("set probe/strict: true").at("strict")));
    BOOST_TEST(std::get<std::string>(probe.parameters("set probe/word: b").at("word")) == "b");
    const auto kinds =
        std::get<std::vector<std::string>>(probe.parameters("set probe/kinds: one, two").at("kinds"));
    BOOST_TEST((kinds == std::vector<std::string>{"one", "two"}));
}

BOOST_AUTO_TEST_CASE(a_setting_of_another_plugin_is_not_this_ones) {
    BOOST_TEST(std::get<std::int64_t>(Probe().parameters("set other/days: 7").at("days")) == 0);
}

BOOST_AUTO_TEST_CASE(a_wrong_setting_is_refused_with_its_line) {
    const Probe probe;
    BOOST_TEST(probe.refusal("set probe/dys: 7") ==
               "the plugin \"probe\" has no parameter \"dys\"; did you mean \"days\"?");
    BOOST_TEST(probe.refusal("set probe/days: soon") == "found 'soon', expected a whole number");
    BOOST_TEST(probe.refusal("set probe/days: 7 days") == "found '7 days', expected a whole number");
    BOOST_TEST(probe.refusal("set probe/days: 21") == "parameter 'days': found 21, expected at most 20");
    BOOST_TEST(probe.refusal("set probe/strict: yes") == "found 'yes', expected true or false");
    BOOST_TEST(probe.refusal("set probe/days = 7") ==
               "cannot read this setting; expected one such as 'set probe/parameter: 20'");
}

BOOST_AUTO_TEST_CASE(examples_are_judged_with_what_their_file_sets) {
    const Probe probe;
    const std::string example = "<example kind=\"child-in-need\"><!-- expect probe/present: ";
    const std::string end = " --><actions/></example></examples>\n";
    probe.write("examples/default.xml", "<examples>" + example + "not met" + end);
    probe.write("examples/own.xml", "<examples><!-- set probe/days: 3 -->" + example + "met" + end);
    const lua::Catalogue catalogue = lua::Catalogue::load({probe.folder().parent_path()});
    lua::Worker worker(catalogue, lua::Surroundings{});
    const engine::ExampleReport report = engine::run_examples(catalogue.plugins().front(), worker);
    BOOST_TEST(report.expectations == 2U);
    BOOST_TEST(report.failures.size() == 0U, (report.failures.empty() ? "" : report.failures.front()));
}

BOOST_AUTO_TEST_SUITE_END()
