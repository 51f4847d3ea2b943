#define BOOST_TEST_DYN_LINK
#include "lua/stubs.hpp"

#include "base/user_error.hpp"
#include "lua/bindings.hpp"
#include "lua/data.hpp"
#include "text/timescale.hpp"
#include "worker_desk.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

using namespace plumbline;

namespace {

std::string content_of(const std::string& name) {
    std::ifstream in(std::string(PLUMBLINE_SOURCE_DIR) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>{in}, {}};
}

const char* const remedy =
    " differs from the host's own table: run `plumbline plugin docs` and commit what it writes";

} // namespace

BOOST_AUTO_TEST_SUITE(stubs)

BOOST_AUTO_TEST_CASE(the_committed_stubs_are_those_of_the_table) {
    BOOST_CHECK_MESSAGE(content_of("docs/plumbline.lua") == lua::lua_stubs(),
                        std::string("docs/plumbline.lua") + remedy);
}

BOOST_AUTO_TEST_CASE(the_committed_reference_is_that_of_the_table) {
    const std::string page = content_of("docs/plugin-api.md");
    BOOST_CHECK_MESSAGE(page == lua::with_reference(page), std::string("docs/plugin-api.md") + remedy);
}

BOOST_AUTO_TEST_CASE(a_page_without_marks_is_refused) {
    BOOST_CHECK_THROW(lua::with_reference("# A page\n"), UserError);
}

BOOST_AUTO_TEST_CASE(the_stubs_are_lua) {
    BOOST_CHECK_NO_THROW(
        lua::load_data("local calendar, date, as_of, statutory, timescale, likeness, readability, "
                       "pattern, place, quote\n" +
                           lua::lua_stubs() + "\nreturn {}",
                       "plumbline.lua"));
}

BOOST_AUTO_TEST_CASE(every_type_that_is_named_is_described) {
    std::set<std::string> described{"plumbline.List"};
    for (const lua::Type* type : lua::types())
        described.emplace(type->lua);
    for (const lua::ValueSet& set : lua::value_sets())
        described.emplace(set.name);
    const std::string stubs = lua::lua_stubs();
    const std::regex name("plumbline\\.[A-Z][A-Za-z]*");
    for (std::sregex_iterator found(stubs.begin(), stubs.end(), name), end; found != end; ++found)
        BOOST_TEST(described.count(found->str()) == 1U, found->str() + " is not described");
}

BOOST_AUTO_TEST_CASE(everything_has_its_help_and_no_name_twice) {
    std::set<std::string_view> types;
    for (const lua::Type* type : lua::types()) {
        BOOST_TEST(types.insert(type->lua).second, type->lua);
        BOOST_TEST(!type->help.empty(), type->lua);
        auto names = type->names();
        std::sort(names.begin(), names.end());
        const bool written = !type->reachable; // what is required of a finding is said again there
        BOOST_TEST((written || std::adjacent_find(names.begin(), names.end()) == names.end()), type->lua);
        for (const lua::Field& field : type->fields)
            BOOST_TEST(!field.help.empty(), field.name);
        for (const lua::Method& method : type->methods)
            BOOST_TEST((!method.help.empty() && method.call != nullptr), method.name);
    }
}

BOOST_AUTO_TEST_CASE(the_sets_of_values_are_those_of_the_plan_format) {
    const std::string page = content_of("docs/plan-format.md");
    for (const char* const name : {"plumbline.EventKind", "plumbline.PlanKind", "plumbline.PlacementKind",
                                   "plumbline.LegalStatusValue", "plumbline.ViewMethod", "plumbline.Aspect",
                                   "plumbline.DecisionKind", "plumbline.ViewOf", "plumbline.Agency"})
        for (const std::string_view value : lua::value_set(name).values)
            BOOST_TEST(page.find("`" + std::string(value) + "`") != std::string::npos, value);
}

BOOST_AUTO_TEST_CASE(the_kinds_of_timescale_are_those_of_the_reader) {
    const auto& words = lua::value_set("plumbline.TimescaleKind").values;
    BOOST_REQUIRE_EQUAL(words.size(), static_cast<std::size_t>(text::TimescaleKind::contradictory) + 1);
    for (std::size_t i = 0; i < words.size(); ++i)
        BOOST_TEST(words[i] == to_word(static_cast<text::TimescaleKind>(i)));
}

BOOST_AUTO_TEST_CASE(the_pages_first_example_works_as_it_stands) {
    const std::string page = content_of("docs/plugin-api.md");
    const std::size_t begin = page.find("```lua\n") + 7;
    test::Desk desk(test::Desk::Source{page.substr(begin, page.find("```", begin) - begin)}, {}, "",
                    "contact-hours");
    const auto observations = desk.check();
    BOOST_REQUIRE_EQUAL(observations.size(), 1U);
    BOOST_TEST(observations.front().reason == "no action arranges contact");
    std::string contact = test::full_plan;
    contact.replace(contact.find("Weigh her."), 10, "Contact with Dad on Saturdays.");
    BOOST_TEST((desk.check(contact).front().outcome == judgement::Outcome::not_met));
    contact.replace(contact.find("on Saturdays"), 12, "for 2 hours");
    BOOST_TEST((desk.check(contact).front().outcome == judgement::Outcome::met));
}

BOOST_AUTO_TEST_SUITE_END()
