#define BOOST_TEST_DYN_LINK
#include "workshop.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;

namespace {

std::string paragraphs(const std::vector<judgement::Citation>& citations) {
    std::string out;
    for (const auto& citation : citations)
        out += (out.empty() ? "" : " ") + citation.short_name + ":" + citation.paragraph;
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(covering)

BOOST_AUTO_TEST_CASE(areas_are_counted_by_disposition) {
    const Workshop workshop;
    workshop.write(
        "one", document_set("one",
                            area("29-1") + area("29-2", R"(disposition = "partly", rest = "the minutes")") +
                                area("29-3", R"(disposition = "needs a person", read = "the file")") +
                                area("29-4", R"(disposition = "not in a plan", shows_in = "the board")") +
                                area("29-5", R"(disposition = "not in a plan", shows_in = "the board")"),
                            R"({ id = "voice", plugin = "voice", answers = { "29-1", "29-2" } },)"));
    const auto set = workshop.load("one");
    const auto counted = standard::coverage(set);
    BOOST_TEST(counted.areas == 5U);
    BOOST_TEST(counted.checked == 1U);
    BOOST_TEST(counted.partly == 1U);
    BOOST_TEST(counted.needs_a_person == 1U);
    BOOST_TEST(counted.not_in_a_plan == 2U);
    BOOST_TEST(counted.unanswered == 0U);
    BOOST_TEST(set.areas.size() == 5U);
    BOOST_TEST(set.areas[1].rest == "the minutes");
    BOOST_TEST(set.areas[2].read == "the file");
    BOOST_TEST(set.areas[3].shows_in == "the board");
    BOOST_TEST(set.areas[0].service_title == "Safeguarding services");
    BOOST_TEST(set.areas[0].answered_by == std::vector<std::string>{"one/voice"},
               boost::test_tools::per_element());
    BOOST_TEST(standard::full_id(set.areas[0]) == "one/29-1");
}

BOOST_AUTO_TEST_CASE(a_set_of_documents_has_their_areas_in_scope) {
    const Workshop workshop;
    const std::string rule = R"({ id = "voice", plugin = "voice", answers = { "29-1" } },)";
    workshop.write("one", document_set("one", area("29-1"), rule));
    workshop.write("two",
                   document_set("two", area("29-1") + area("29-2", R"(disposition = "partly", rest = "x")"),
                                R"({ id = "voice", plugin = "voice", answers = { "29-1", "29-2" } },)"));
    workshop.write("default",
                   R"(return { api = 1, id = "default", title = "Everyday", documents = { "one", "two" },
rules = { { id = "child-voice", plugin = "voice", answers = { "two/29-1", "one/29-1" },
            cites = { { set = "two", paragraph = "149" } } } } })");
    const auto set = workshop.load("default");
    BOOST_TEST(set.areas.empty());
    BOOST_TEST(set.areas_in_scope.size() == 3U);
    BOOST_TEST(set.rules.size() == 1U); // the documents' own rules are not run
    const auto counted = standard::coverage(set);
    BOOST_TEST(counted.areas == 3U);
    BOOST_TEST(counted.checked == 2U);
    BOOST_TEST(counted.partly == 0U);
    BOOST_TEST(counted.unanswered == 1U); // "two" answers 29-2, this set does not
}

BOOST_AUTO_TEST_CASE(citations_stand_by_date_then_paragraph_and_once) {
    const Workshop workshop;
    const auto document = [](const std::string& id, const std::string& published) {
        return "return { api = 1, id = \"" + id + "\", title = \"T\", document = { title = \"Title " + id +
               "\", published = \"" + published + "\", short_name = \"" + id + "\" }, areas = {" + R"(
{ id = "R9", paragraph = "R9", priority = "immediately", title = "A", disposition = "checked" },
{ id = "114-1", paragraph = "114", priority = "within six months", title = "A", disposition = "checked" },
{ id = "29-1", paragraph = "29", priority = "within three months", title = "A", disposition = "checked" },
}, rules = { { id = "voice", plugin = "voice", answers = { "R9", "114-1", "29-1" } } } })";
    };
    workshop.write("later", document("later", "2015-07-21"));
    workshop.write("earlier", document("earlier", "2011-08-19"));
    workshop.write("default",
                   R"(return { api = 1, id = "default", title = "T", documents = { "later", "earlier" },
rules = { { id = "v", plugin = "voice", answers = { "later/R9", "later/114-1", "earlier/114-1", "earlier/29-1" },
  cites = { { set = "earlier", paragraph = "149" }, { set = "earlier", paragraph = "29" },
            { set = "later", paragraph = "2.10" }, { set = "later", paragraph = "2.9" } } } } })");
    const auto set = workshop.load("default");
    const auto& rule = set.rules.front();
    BOOST_TEST(paragraphs(rule.citations) ==
               "earlier:29 earlier:114 earlier:149 later:2.9 later:2.10 later:114 later:R9");
    BOOST_TEST(rule.citations.front().document == "Title earlier");
    BOOST_TEST(rule.citations.front().published == "2011-08-19");
    BOOST_TEST(rule.citations.front().area == "earlier/29-1");
    BOOST_TEST(rule.citations[2].area.empty());
    BOOST_TEST((rule.priority == judgement::Priority::immediately)); // the most urgent of its areas
}

BOOST_AUTO_TEST_CASE(a_set_with_no_document_has_nothing_of_its_own_to_cite) {
    const Workshop workshop;
    workshop.write("mine", R"(return { api = 1, id = "mine", title = "T", rules = {
{ id = "v", plugin = "voice", cites = { { paragraph = "1" } } } } })");
    const std::string message = workshop.refusal("mine");
    BOOST_TEST(message.starts_with("rules/mine.lua:2"), message);
    BOOST_TEST(message.find("has no document to cite") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(dispositions_read_back_from_their_words) {
    for (const char* word : {"checked", "partly", "needs a person", "not in a plan"})
        BOOST_TEST(standard::to_word(standard::disposition_from_word(word).value()) == word);
    BOOST_TEST(!standard::disposition_from_word("unknown"));
}

BOOST_AUTO_TEST_SUITE_END()
