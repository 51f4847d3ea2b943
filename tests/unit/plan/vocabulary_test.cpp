#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "plan/vocabulary.hpp"
#include "support.hpp"

#include <tinyxml2.h>

namespace vocabulary = plumbline::plan::vocabulary;
using support::file_text;

namespace {

using Words = std::vector<std::string>;

Words words_of(vocabulary::Words words) {
    return {words.begin(), words.end()};
}

/// The values that docs/plan.xsd enumerates for a type, but for the empty one.
Words schema_words(const std::string& type) {
    tinyxml2::XMLDocument schema;
    const auto path = std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "docs" / "plan.xsd";
    BOOST_TEST_REQUIRE(schema.LoadFile(path.c_str()) == tinyxml2::XML_SUCCESS);
    Words words;
    for (const auto* e = schema.RootElement()->FirstChildElement("xs:simpleType"); e != nullptr;
         e = e->NextSiblingElement("xs:simpleType")) {
        if (type != e->Attribute("name")) continue;
        for (const auto* value = e->FirstChildElement("xs:restriction")->FirstChildElement("xs:enumeration");
             value != nullptr; value = value->NextSiblingElement("xs:enumeration"))
            if (!std::string_view(value->Attribute("value")).empty())
                words.emplace_back(value->Attribute("value"));
    }
    return words;
}

} // namespace

BOOST_AUTO_TEST_SUITE(vocabularies)

BOOST_AUTO_TEST_CASE(schema_and_reader_know_the_same_words) {
    const std::vector<std::pair<std::string, vocabulary::Words>> types{
        {"PlanKind", vocabulary::kinds},
        {"PlanStatus", vocabulary::statuses},
        {"Aspect", vocabulary::aspects},
        {"LegalStatusWord", vocabulary::legal_statuses},
        {"PlacementKind", vocabulary::placement_kinds},
        {"PlacementTerm", vocabulary::placement_terms},
        {"NeedKind", vocabulary::need_kinds},
        {"ActionStatus", vocabulary::action_statuses},
        {"ViewGiver", vocabulary::view_givers},
        {"ViewMethod", vocabulary::view_methods},
        {"EventKind", vocabulary::event_kinds},
        {"DecisionKind", vocabulary::decision_kinds},
        {"YesNo", vocabulary::yes_no}};
    for (const auto& [type, words] : types) {
        BOOST_TEST_CONTEXT(type) {
            BOOST_TEST(schema_words(type) == words_of(words), boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_reference_page_names_every_word) {
    const std::string page =
        file_text(std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "docs" / "plan-format.md");
    for (const vocabulary::Words words :
         {vocabulary::Words(vocabulary::kinds), vocabulary::Words(vocabulary::statuses),
          vocabulary::Words(vocabulary::aspects), vocabulary::Words(vocabulary::legal_statuses),
          vocabulary::Words(vocabulary::placement_kinds), vocabulary::Words(vocabulary::placement_terms),
          vocabulary::Words(vocabulary::need_kinds), vocabulary::Words(vocabulary::action_statuses),
          vocabulary::Words(vocabulary::view_givers), vocabulary::Words(vocabulary::view_methods),
          vocabulary::Words(vocabulary::event_kinds), vocabulary::Words(vocabulary::decision_kinds),
          vocabulary::Words(vocabulary::agencies)})
        for (const std::string_view word : words)
            BOOST_TEST(page.find('`' + std::string(word) + '`') != std::string::npos, word);
}

BOOST_AUTO_TEST_SUITE_END()
