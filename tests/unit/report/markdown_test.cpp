#define BOOST_TEST_DYN_LINK
#include "samples.hpp"

#include "report/markdown_writer.hpp"
#include "report/xml_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;

BOOST_AUTO_TEST_SUITE(markdown_format)

BOOST_AUTO_TEST_CASE(it_is_a_page_for_a_board) {
    const std::string page = samples::written("markdown", samples::batch());
    for (const char* part :
         {"2 plans were judged as of 2024-04-01", "1 plan could not be read and is in no figure below",
          "5 findings", "Of 73 areas for improvement", "### Safeguarding, immediately", "1 of 2 (50%) | red",
          "Cheshire East 2011 §29", "not a grade"})
        BOOST_TEST(samples::contains(page, part), part << " is missing in\n" << page);
    BOOST_TEST(!samples::contains(page, "Support Mum")); // no words of a plan
}

BOOST_AUTO_TEST_CASE(what_people_wrote_stays_text) {
    BOOST_TEST(report::markdown_text("<b>|*x*| [a](b) `c` \\") ==
               "\\<b\\>\\|\\*x\\*\\| \\[a\\](b) \\`c\\` \\\\");
    BOOST_TEST(report::markdown_text("# not a heading") == "\\# not a heading");
    BOOST_TEST(report::markdown_text("in\ntwo lines, 2024-04-01") == "in two lines, 2024-04-01");
}

BOOST_AUTO_TEST_CASE(xml_has_nothing_that_is_not_xml) {
    BOOST_TEST(report::xml_text("a<b>&]]>") == "a&lt;b&gt;&amp;]]&gt;");
    BOOST_TEST(report::xml_attribute("\"x\"\n\t") == "&quot;x&quot;&#10;&#9;");
    BOOST_TEST(report::xml_text("\x01 \xFF \xEF\xBF\xBE \xE2\x80\xAE") ==
               "\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD \xE2\x80\xAE");
}

BOOST_AUTO_TEST_SUITE_END()
