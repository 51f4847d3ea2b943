#define BOOST_TEST_DYN_LINK
#include "workshop.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace plumbline;
using judgement::Priority;

namespace {

const std::string base =
    R"(return { api = 1, id = "base", title = "Base", rag = { red_below = 60, green_from = 80 },
document = { title = "Inspection", published = "2011-08-19", short_name = "Insp 2011" },
areas = {
{ id = "29-1", paragraph = "29", priority = "within six months", title = "A", disposition = "checked" },
},
rules = {
{ id = "contingency", plugin = "contingency",
  parameters = { min_words = 6,
                 share = 1 },
  answers = { "29-1" } },
{ id = "voice", plugin = "voice", criteria = { "current" }, plans = { "care" } },
} }
)";

std::int64_t integer(const standard::Rule& rule, const std::string& name) {
    return std::get<std::int64_t>(rule.parameters.at(name));
}

} // namespace

BOOST_AUTO_TEST_SUITE(extending)

BOOST_AUTO_TEST_CASE(a_rule_takes_what_it_does_not_say_from_its_plugin) {
    const Workshop workshop;
    workshop.write("base", base);
    const auto set = workshop.load("base");
    BOOST_TEST(set.title == "Base");
    BOOST_TEST(set.rules.size() == 2U);
    const auto& rule = rule_of(set, "base/contingency");
    BOOST_TEST(rule.title == "A contingency is recorded");
    BOOST_TEST(rule.plugin == "contingency");
    BOOST_TEST(rule.criteria == (std::vector<std::string>{"trigger", "response"}),
               boost::test_tools::per_element());
    BOOST_TEST((rule.plans == std::vector{plan::Kind::child_protection, plan::Kind::care}));
    BOOST_TEST(integer(rule, "min_words") == 6);
    BOOST_TEST(std::get<double>(rule.parameters.at("share")) == 1.0);
    BOOST_TEST(std::get<bool>(rule.parameters.at("strict")) == false);
    BOOST_TEST(std::get<std::string>(rule.parameters.at("mode")) == "plain");
    BOOST_TEST((rule.priority == Priority::within_six_months));
    const auto& narrowed = rule_of(set, "base/voice");
    BOOST_TEST(narrowed.criteria == std::vector<std::string>{"current"}, boost::test_tools::per_element());
    BOOST_TEST((narrowed.plans == std::vector{plan::Kind::care}));
    BOOST_TEST((narrowed.priority == Priority::none));
    BOOST_TEST(narrowed.citations.empty());
}

BOOST_AUTO_TEST_CASE(every_value_has_an_origin) {
    const Workshop workshop;
    workshop.write("base", base);
    const std::string file = (workshop.rules() / "base.lua").string();
    const auto origin = rule_of(workshop.load("base"), "base/contingency").origin;
    BOOST_TEST(origin.at("plugin") == file + ":7");
    BOOST_TEST(origin.at("parameters.min_words") == file + ":8");
    BOOST_TEST(origin.at("parameters.share") == file + ":9");
    BOOST_TEST(origin.at("parameters.strict") == "plugin default");
    BOOST_TEST(origin.at("plans") == "plugin default");
    BOOST_TEST(origin.at("criteria") == "plugin default");
    BOOST_TEST(origin.at("title") == "plugin default");
    BOOST_TEST(origin.at("answers") == file + ":10");
    BOOST_TEST(origin.at("priority") == "area base/29-1 (" + file + ":4)");
}

BOOST_AUTO_TEST_CASE(an_inherited_rule_changes_only_in_what_is_given) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("council", R"(return { api = 1, id = "council", title = "Council", extends = { "base" },
rag = { green_from = 95 },
rules = { { id = "contingency", priority = "immediately",
  parameters = { min_words = 12 } } } })");
    const auto set = workshop.load("council");
    const auto& rule = rule_of(set, "council/contingency");
    BOOST_TEST(integer(rule, "min_words") == 12);
    BOOST_TEST(std::get<double>(rule.parameters.at("share")) == 1.0);
    BOOST_TEST((rule.priority == Priority::immediately));
    BOOST_TEST(rule.answers == std::vector<std::string>{"base/29-1"}, boost::test_tools::per_element());
    BOOST_TEST(rule.citations.size() == 1U);
    BOOST_TEST(rule.origin.at("parameters.min_words") == (workshop.rules() / "council.lua").string() + ":4");
    BOOST_TEST(rule.origin.at("parameters.share") == (workshop.rules() / "base.lua").string() + ":9");
    BOOST_TEST(rule.origin.at("priority") == (workshop.rules() / "council.lua").string() + ":3");
    BOOST_TEST(rule_of(set, "council/voice").criteria.size() == 1U);
    BOOST_TEST(set.red_below == 60);
    BOOST_TEST(set.green_from == 95);
}

BOOST_AUTO_TEST_CASE(a_rule_is_switched_off_and_on_again) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("off", R"(return { api = 1, id = "off", title = "Off", extends = { "base" },
rules = { { id = "contingency", off = true } } })");
    workshop.write("on", R"(return { api = 1, id = "on", title = "On", extends = { "off" },
rules = { { id = "contingency", off = false } } })");
    const auto off = workshop.load("off");
    BOOST_TEST(off.rules.size() == 1U);
    BOOST_TEST(off.rules.front().id == "off/voice");
    BOOST_TEST(off.switched_off.size() == 1U);
    BOOST_TEST(off.switched_off.front().origin.at("off") == (workshop.rules() / "off.lua").string() + ":2");
    BOOST_TEST(workshop.load("on").rules.size() == 2U);
}

BOOST_AUTO_TEST_CASE(switching_a_rule_off_shows_in_the_coverage) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("off", R"(return { api = 1, id = "off", title = "Off", extends = { "base" },
rules = { { id = "contingency", off = true } } })");
    BOOST_TEST(standard::coverage(workshop.load("base")).checked == 1U);
    const auto coverage = standard::coverage(workshop.load("off"));
    BOOST_TEST(coverage.areas == 1U);
    BOOST_TEST(coverage.checked == 0U);
    BOOST_TEST(coverage.unanswered == 1U);
}

BOOST_AUTO_TEST_CASE(an_inherited_rule_keeps_its_plugin) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("council", R"(return { api = 1, id = "council", title = "C", extends = { "base" },
rules = { { id = "contingency", plugin = "voice" } } })");
    const std::string message = workshop.refusal("council");
    BOOST_TEST(message.starts_with("rules/council.lua:2"), message);
    BOOST_TEST(message.find("inherited from \"base\"") != std::string::npos, message);
    BOOST_TEST(message.find("needs an id of its own") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(a_misspelt_inherited_rule_is_noticed) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("council", R"(return { api = 1, id = "council", title = "C", extends = { "base" },
rules = { { id = "contingencey", off = true } } })");
    const std::string message = workshop.refusal("council");
    BOOST_TEST(message.find("did you mean the inherited rule \"contingency\"?") != std::string::npos,
               message);
}

BOOST_AUTO_TEST_CASE(loops_are_named_as_a_chain) {
    const Workshop workshop;
    workshop.write("a", "return { api = 1, id = \"a\", title = \"A\",\nextends = { \"b\" } }");
    workshop.write("b", "return { api = 1, id = \"b\", title = \"B\",\n\nextends = { \"c\" } }");
    workshop.write("c", "return { api = 1, id = \"c\", title = \"C\", documents = { \"b\" } }");
    const std::string message = workshop.refusal("a");
    BOOST_TEST(message.starts_with("rules/c.lua:1"), message);
    BOOST_TEST(message.find("b → c → b") != std::string::npos, message);
    BOOST_TEST(message.find("a →") == std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(a_base_reached_twice_counts_once) {
    const Workshop workshop;
    workshop.write("base", base);
    for (const std::string id : {"left", "right"})
        workshop.write(id, "return { api = 1, id = \"" + id + "\", title = \"T\", extends = { \"base\" } }");
    workshop.write("both", R"(return { api = 1, id = "both", title = "T", extends = { "left", "right" } })");
    const auto set = workshop.load("both");
    BOOST_TEST(set.rules.size() == 2U);
    BOOST_TEST(set.areas_in_scope.size() == 1U);
}

BOOST_AUTO_TEST_CASE(two_strangers_may_not_share_a_rule) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("other", R"(return { api = 1, id = "other", title = "T",
rules = { { id = "voice", plugin = "voice" } } })");
    workshop.write("both", R"(return { api = 1, id = "both", title = "T", extends = { "base", "other" } })");
    const std::string message = workshop.refusal("both");
    BOOST_TEST(message.starts_with("rules/other.lua:2"), message);
    BOOST_TEST(message.find("\"base\"") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(the_hash_covers_what_a_set_builds_on) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("council", R"(return { api = 1, id = "council", title = "C", extends = { "base" } })");
    const std::string before = workshop.load("council").hash;
    BOOST_TEST(before.size() == 64U);
    BOOST_TEST(workshop.load("council").hash == before);
    BOOST_TEST(workshop.load("base").hash != before);
    workshop.write("base", base + "-- a note\n");
    BOOST_TEST(workshop.load("council").hash != before);
}

BOOST_AUTO_TEST_CASE(a_set_is_found_by_id_or_path) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("statutory", "return { api = 1, intervals = {} }");
    BOOST_TEST(workshop.library().ids() == std::vector<std::string>{"base"},
               boost::test_tools::per_element());
    BOOST_TEST(workshop.load((workshop.rules() / "base.lua").string()).id == "base");
    const std::string unknown = workshop.refusal("bsae");
    BOOST_TEST(unknown.find("no rule set \"bsae\" in rules") != std::string::npos, unknown);
    BOOST_TEST(unknown.find("did you mean \"base\"?") != std::string::npos, unknown);
    BOOST_TEST(workshop.refusal("rules/nowhere.lua").find("rules/nowhere.lua") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_set_given_by_path_finds_its_neighbours) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("local/base-of-ours",
                   R"(return { api = 1, id = "base-of-ours", title = "T", extends = { "base" } })");
    workshop.write("local/ours",
                   R"(return { api = 1, id = "ours", title = "T", extends = { "base-of-ours" } })");
    BOOST_TEST(workshop.load((workshop.rules() / "local/ours.lua").string()).rules.size() == 2U);
}

BOOST_AUTO_TEST_CASE(two_sets_of_one_id_are_refused) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("mid", R"(return { api = 1, id = "mid", title = "T", extends = { "base" } })");
    workshop.write("local/mid", R"(return { api = 1, id = "mid", title = "T", extends = { "mid" } })");
    const std::string message = workshop.refusal((workshop.rules() / "local/mid.lua").string());
    BOOST_TEST(message.find("mid → mid") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(an_id_that_another_root_has_is_refused) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("local/base", base);
    const lua::Catalogue catalogue = lua::Catalogue::load({});
    const standard::Library library({workshop.rules(), workshop.rules() / "local"}, catalogue);
    const auto is_refused = [](const UserError& error) {
        return error.message().find("there are two rule sets \"base\"") != std::string::npos &&
               error.position().line == 1;
    };
    BOOST_CHECK_EXCEPTION(static_cast<void>(library.load("base")), UserError, is_refused);
    BOOST_CHECK_EXCEPTION(static_cast<void>(library.ids()), UserError, is_refused);
    const standard::Library twice({workshop.rules(), workshop.rules() / "local" / ".."}, catalogue);
    BOOST_TEST(twice.ids() == std::vector<std::string>{"base"},
               boost::test_tools::per_element()); // one folder, named twice
}

BOOST_AUTO_TEST_CASE(a_base_that_stands_beside_a_set_and_in_a_root_is_refused_where_it_is_named) {
    const Workshop workshop;
    workshop.write("base", base);
    workshop.write("local/base", base);
    workshop.write("local/ours",
                   "return { api = 1, id = \"ours\", title = \"T\",\n extends = { \"base\" } }");
    const std::string message = workshop.refusal((workshop.rules() / "local/ours.lua").string());
    BOOST_TEST(message.find("ours.lua:2:") != std::string::npos, message);
    BOOST_TEST(message.find("there are two rule sets \"base\"") != std::string::npos, message);
}

BOOST_AUTO_TEST_SUITE_END()
