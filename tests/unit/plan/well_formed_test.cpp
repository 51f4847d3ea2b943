#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "support.hpp"

using namespace support;

namespace {

using Lines = std::vector<std::string>;

void check(const std::string& bytes, const Lines& expected) {
    const ReadResult result = read_text(bytes);
    BOOST_TEST(lines_of(result.errors) == expected, boost::test_tools::per_element());
    BOOST_TEST(!result.plan.has_value());
}

} // namespace

BOOST_AUTO_TEST_SUITE(well_formed)

BOOST_AUTO_TEST_CASE(the_root) {
    check("<report/>", {"1:1 the root element is <report>; expected <plan>, or <plans> for several"});
    check("<p:plan xmlns:p='x'/>",
          {"1:1 the root element is <p:plan>; expected <plan>, or <plans> for several"});
    check(plan_with("<plan/>"),
          {"4:1 <plan> inside <plan>; expected one plan, or a <plans> that holds plans side by side"});
    check(plan_with("") + "<plan/>",
          {"6:1 text or another element after the end of the root element; expected one root"});
    check("words " + plan_with(""), {"1:1 text before the root element; expected <plan>"});
    check(plan_with("") + "words",
          {"6:1 text or another element after the end of the root element; expected one root"});
}

BOOST_AUTO_TEST_CASE(no_xml_at_all) {
    check("", {"1:1 no element; expected a <plan>"});
    check(" \n ", {"2:2 no element; expected a <plan>"});
    check("<!-- nothing -->", {"1:17 no element; expected a <plan>"});
}

BOOST_AUTO_TEST_CASE(not_well_formed) {
    check("<plan id='P7'>\n<child>\n", {"3:1 the file ends before <child>, opened on line 2, is closed"});
    check("<plan>\n<child", {"2:1 the file ends inside the tag or comment that starts here"});
    check("<plan>\n<!-- x", {"2:1 the file ends inside the tag or comment that starts here"});
    check("<plan>\n<![CDATA[ x", {"2:1 the file ends inside the CDATA section that starts here"});
    check(plan_with("<history>A & E</history>"), {"4:12 '&' stands alone; write '&amp;'"});
    check(plan_with("<history>A&E, then</history>"), {"4:11 '&' stands alone; write '&amp;'"});
    const std::string reference =
        "'&' begins no reference that XML knows; write '&amp;' for the sign itself, or the character";
    check(plan_with("<history>A&nbsp;B</history>"), {"4:11 " + reference});
    check(plan_with("<history>A&#0;B</history>"), {"4:11 " + reference});
    check(plan_with("<history>5 < 6</history>"),
          {"4:12 '<' where no tag can start; write '&lt;' for the sign itself"});
    check(plan_with("<people a='1' a='2'/>"), {"4:15 the same attribute twice in one tag"});
    check("<plan\n id=P1/>", {"2:5 not well-formed XML: a character that cannot stand here"});
    check("<plan>\n<a><b></a></plan>", {"2:7 </a> does not close <b>, opened on line 2; expected </b>"});
}

BOOST_AUTO_TEST_CASE(ampersands_in_cdata_and_comments_are_nobodys_business) {
    BOOST_TEST(read_text(plan_with("<history><![CDATA[A & E]]><!-- B & C --></history>")).plan.has_value());
}

BOOST_AUTO_TEST_CASE(entities_of_ones_own_are_refused) {
    const std::string expected =
        "a DOCTYPE stands here; plan format 1 has none, and entities of one's own are not read";
    check("<?xml version='1.0'?>\n<!DOCTYPE plan [<!ENTITY a 'b'>]>\n" + plan_with("<history>&a;</history>"),
          {"2:1 " + expected});
    check("<!DOCTYPE plan>\n" + plan_with(""), {"1:1 " + expected});
}

BOOST_AUTO_TEST_CASE(processing_instructions) {
    BOOST_TEST(
        read_text("<?xml version='1.0'?><?xml-stylesheet href='a'?>" + plan_with("")).plan.has_value());
    check(plan_with("<?php 1 ?>"),
          {"4:0 a processing instruction (<?…?>) inside the plan; expected elements"});
}

BOOST_AUTO_TEST_CASE(encodings) {
    BOOST_TEST(read_text("<?xml version='1.0' encoding='utf-8'?>" + plan_with("")).plan.has_value());
    BOOST_TEST(read_text("<?xml version='1.0' encoding='US-ASCII'?>" + plan_with("")).plan.has_value());
    check("<?xml version='1.0' encoding='ISO-8859-1'?>\n" + plan_with(""),
          {"1:1 the encoding 'ISO-8859-1'; expected UTF-8"});
    check(plan_with("<history>caf\xE9 au lait</history>"),
          {"4:13 the byte 0xE9 is not UTF-8 here; expected UTF-8 (was the file saved as Windows-1252?)"});
    check(plan_with("<history>\xED\xA0\x80</history>"),
          {"4:10 the byte 0xED is not UTF-8 here; expected UTF-8 (was the file saved as Windows-1252?)"});
    check(plan_with("<history>\xEF\xBF\xBF</history>"),
          {"4:10 a character that XML does not allow (U+FFFE or U+FFFF)"});
    check(plan_with(std::string("<history>a\0b</history>", 22)), {"4:11 a NUL byte; expected text in UTF-8"});
    check(plan_with("<history>a\x0B</history>"),
          {"4:11 the control character 0x0B, which XML does not allow"});
    for (const std::string& start : {std::string("\xFF\xFE<\0p\0", 6), std::string("\xFE\xFF\0<\0p", 6),
                                     std::string("<\0p\0l\0", 6), std::string("\0<\0p", 4)})
        check(start, {"1:1 the file is UTF-16; expected UTF-8"});
    for (const char* cut : {"\xC3", "\xE2\x80", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xC0\xAF", "\x80"})
        BOOST_TEST(read_text(cut).errors.size() == 1U);
}

BOOST_AUTO_TEST_CASE(depth_is_limited) {
    std::string deep;
    std::string up;
    for (int i = 0; i < 100000; ++i) {
        deep += "<a>";
        up += "</a>";
    }
    check(plan_with(deep + up), {"4:0 elements stand more than 100 deep in one another"});
    std::string breaks;
    for (int i = 0; i < 100000; ++i)
        breaks += "<br/>";
    BOOST_TEST(read_text(plan_with("<history>a" + breaks + "b</history>")).plan->history.text.size() ==
               100002U);
}

BOOST_AUTO_TEST_CASE(no_cut_or_changed_byte_throws) {
    const std::string whole = file_text(fixture("reading/everything.xml"));
    for (std::size_t size = 0; size < whole.size(); size += 7)
        BOOST_TEST(!read_text(whole.substr(0, size)).plan.has_value());
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        for (const char c : {'<', '>', '&', '"', '/', '\0', '\xC3', ' '}) {
            std::string changed = whole;
            changed[at] = c;
            const ReadResult result = read_text(std::move(changed));
            BOOST_TEST(result.plan.has_value() == result.errors.empty());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
