#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "support.hpp"

using namespace support;

namespace {

/// The history of a plan whose history is written like this.
Narrative history(const std::string& written) {
    const ReadResult result = read_text(plan_with("<history>" + written + "</history>"));
    BOOST_TEST_REQUIRE(result.plan.has_value());
    return result.plan->history;
}

/// Each word of the text stands where the file has it.
void check_words(const std::string& file, const Narrative& narrative, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        const std::size_t offset = narrative.text.find(word);
        BOOST_TEST_REQUIRE(offset != std::string::npos, word);
        const Position is = narrative.position_of(offset);
        const Position should = place_in(file, word);
        BOOST_TEST(is.line == should.line, word << ": line " << is.line << " instead of " << should.line);
        BOOST_TEST(is.column == should.column,
                   word << ": column " << is.column << " instead of " << should.column);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(narrative)

BOOST_AUTO_TEST_CASE(text_is_kept_as_written_without_outer_space) {
    BOOST_TEST(history("  Mum \t and\n   Dad  \n").text == "Mum \t and\n   Dad");
    BOOST_TEST(history("\xC2\xA0 Mum\xE2\x80\x8B").text == "Mum");
    BOOST_TEST(history("caf\u0065\u0301").text == "cafe\u0301"); // not normalised
}

BOOST_AUTO_TEST_CASE(references_are_decoded) {
    BOOST_TEST(history("A&amp;E &lt;now&gt; &quot;x&quot; &apos;y&apos;").text == "A&E <now> \"x\" 'y'");
    BOOST_TEST(history("&#8217;&#x2019;&#x1F600;&#65;").text == "\u2019\u2019\U0001F600A");
    BOOST_TEST(history("&amp;lt;").text == "&lt;"); // once only
}

BOOST_AUTO_TEST_CASE(cdata_is_taken_literally) {
    BOOST_TEST(history("<![CDATA[a < b && c &amp; <p>]]>").text == "a < b && c &amp; <p>");
    BOOST_TEST(history("one <![CDATA[two]]> three").text == "one two three");
    BOOST_TEST(history("<![CDATA[  ]]>").text.empty());
}

BOOST_AUTO_TEST_CASE(paragraphs_and_breaks_become_line_breaks) {
    BOOST_TEST(history("<p>One.</p><p>Two.</p>").text == "One.\nTwo.");
    BOOST_TEST(history("\n  <p>One.</p>\n  <p> Two. </p>\n").text == "One.\nTwo.");
    BOOST_TEST(history("One.<br/>Two.<br />Three.<br></br>Four.").text == "One.\nTwo.\nThree.\nFour.");
    BOOST_TEST(history("One. <br/>\n   Two.").text == "One.\nTwo.");
    BOOST_TEST(history("One.<br/><br/>Two.").text == "One.\n\nTwo.");
    BOOST_TEST(history("Before<p>Inside</p>after").text == "Before\nInside\nafter");
    BOOST_TEST(history("<br/><p/>One.<br/><p></p>").text == "One.");
}

BOOST_AUTO_TEST_CASE(comments_leave_no_trace) {
    BOOST_TEST(history("sup<!-- <p> & -->port").text == "support");
    BOOST_TEST(history("<!-- nothing -->").text.empty());
}

BOOST_AUTO_TEST_CASE(line_ends_become_line_feeds) {
    BOOST_TEST(history("One\r\ntwo\rthree\nfour").text == "One\ntwo\nthree\nfour");
    BOOST_TEST(history("<![CDATA[One\r\ntwo]]>").text == "One\ntwo");
}

BOOST_AUTO_TEST_CASE(empty_is_absent) {
    for (const char* written : {"", " ", "\n\n", "<p/>", "<br/>", "<p> </p>", "&#160;", "<!-- x -->"}) {
        const Narrative narrative = history(written);
        BOOST_TEST(narrative.empty());
        BOOST_TEST(!narrative.written(), written);
    }
    BOOST_TEST(!read_text(plan_with("<history/>")).plan->history.written());
    BOOST_TEST(history("x").written());
}

BOOST_AUTO_TEST_CASE(unknown_markup_is_warned_of_and_its_words_kept) {
    const ReadResult result =
        read_text(plan_with("<history>He <b>must</b> not <p class=\"x\">go</p></history>"));
    BOOST_TEST_REQUIRE(result.plan.has_value());
    BOOST_TEST(result.plan->history.text == "He must not\ngo");
    const std::vector<std::string> expected{"4:13 unknown element <b> in <history>, which holds text, <p> "
                                            "and <br/> only; the words in it are kept",
                                            "4:29 unknown attribute on <p> in <history>, which holds text, "
                                            "<p> and <br/> only; the words in it are kept"};
    BOOST_TEST(lines_of(result.warnings) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(tags_may_hold_the_sign_that_ends_them) {
    BOOST_TEST(history("<p title=\"a > b\">One</p> <p title='\"/>'>two</p>").text == "One\ntwo");
    const ReadResult result =
        read_text(plan_with("<views><view of='child' on='' colour='>'>Alpha</view></views>"));
    BOOST_TEST(result.plan->views.at(0).text.text == "Alpha");
}

BOOST_AUTO_TEST_CASE(every_form_keeps_its_places) {
    const std::string file = plan_with(
        "  <history>\n    alpha &amp; bravo &#8217;charlie <![CDATA[delta & <echo>\n foxtrot]]> golf\n"
        "    <p>hotel</p><p>india<br/>juliet</p> <!-- zulu\n --> kilo\u2019s lima \u201Cmike\u201D november\n"
        "\tos\u0301car papa\r\n   quebec\rromeo &#10;sierra tango</history>");
    const ReadResult result = read_text(file);
    BOOST_TEST_REQUIRE(result.plan.has_value());
    check_words(file, result.plan->history,
                {"alpha",       "bravo", "charlie", "delta", "echo",   "foxtrot", "golf",
                 "hotel",       "india", "juliet",  "kilo",  "lima",   "mike",    "november",
                 "os\u0301car", "papa",  "quebec",  "romeo", "sierra", "tango"});
}

BOOST_AUTO_TEST_CASE(a_decoded_character_stands_where_its_reference_starts) {
    const std::string file = plan_with("<history>a &amp; b</history>");
    const Narrative narrative = read_text(file).plan->history;
    const Position should = place_in(file, "&amp;");
    BOOST_TEST(narrative.position_of(2).line == should.line);
    BOOST_TEST(narrative.position_of(2).column == should.column);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_moves_nothing) {
    const std::string file = "\xEF\xBB\xBF" + plan_with("<history>alpha</history>");
    const ReadResult result = read_text(file);
    BOOST_TEST_REQUIRE(result.plan.has_value());
    BOOST_TEST(result.plan->at.line == 1);
    BOOST_TEST(result.plan->at.column == 1);
    check_words(file, result.plan->history, {"alpha"});
}

BOOST_AUTO_TEST_CASE(crlf_files_keep_their_places) {
    std::string file;
    for (const char c :
         plan_with("<history>alpha\n  bravo<br/>\n charlie</history>\n<diversity>delta</diversity>")) {
        if (c == '\n') file += '\r';
        file += c;
    }
    const ReadResult result = read_text(file);
    BOOST_TEST_REQUIRE(result.plan.has_value());
    BOOST_TEST(result.plan->history.text == "alpha\n  bravo\ncharlie");
    check_words(file, result.plan->history, {"alpha", "bravo", "charlie"});
    check_words(file, result.plan->diversity, {"delta"});
}

BOOST_AUTO_TEST_CASE(a_file_of_one_line_keeps_its_places) {
    std::string file =
        "<plan format='1' id='P1' kind='care'><child id='C1'/><dates written='2024-03-06'/><needs>";
    for (int i = 0; i < 2000; ++i)
        file += "<need id='n" + std::to_string(i) + "'>\u201Cword" + std::to_string(i) + "\u201D</need>";
    file += "</needs><outcomes><outcome id='o1' for='nil'/></outcomes></plan>";
    const ReadResult wrong = read_text(file);
    BOOST_TEST_REQUIRE(wrong.errors.size() == 1U);
    BOOST_TEST(wrong.errors[0].column == place_in(file, "for='nil'").column);

    file.replace(file.find("nil'"), 4, "n77'");
    const ReadResult right = read_text(file);
    BOOST_TEST_REQUIRE(right.plan.has_value());
    for (const std::size_t i : {0U, 3U, 999U, 1999U})
        check_words(file, right.plan->needs.at(i).text, {"word" + std::to_string(i) + "\u201D"});
}

BOOST_AUTO_TEST_CASE(places_count_from_where_the_plan_was_cut) {
    const std::string file = plan_with("<history>alpha</history>");
    const ReadResult result = read_text(file, 101, 31);
    BOOST_TEST_REQUIRE(result.plan.has_value());
    BOOST_TEST(result.plan->at.line == 101);
    BOOST_TEST(result.plan->at.column == 31);
    BOOST_TEST(result.plan->history.at.line == 104);
    BOOST_TEST(result.plan->history.at.column == 1);
    BOOST_TEST(result.plan->history.begins.column == 10);
}

BOOST_AUTO_TEST_CASE(an_offset_past_the_end_is_the_end) {
    const Narrative narrative = history("abc");
    BOOST_TEST(narrative.position_of(99).column == narrative.position_of(3).column);
    BOOST_TEST(Narrative{}.position_of(5).line == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
