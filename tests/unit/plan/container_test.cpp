#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "support.hpp"

using namespace support;

namespace {

using Lines = std::vector<std::string>;

std::string small_plan(const std::string& id, const std::string& text = "x") {
    return "<plan format=\"1\" id=\"" + id +
           "\" kind=\"care\"><child id=\"C\"/>\n<dates written=\"2024-03-06\"/><history>" + text +
           "</history></plan>";
}

/// Each input as one line: the plan's id and place, or the problem and its place.
Lines inputs_of(const std::string& bytes, std::size_t most_bytes = default_most_bytes) {
    const TemporaryDirectory directory;
    Lines out;
    for (const Input& input : all_inputs({directory.file("all.xml", bytes)}, most_bytes)) {
        BOOST_TEST(input.source.file.ends_with("all.xml"));
        if (!input.problem.empty()) {
            out.push_back((input.skipped ? "skipped " : "problem ") + std::to_string(input.line) + ':' +
                          std::to_string(input.column) + ' ' + input.problem);
            BOOST_TEST(input.source.bytes.empty());
            continue;
        }
        const ReadResult result = read(input.source);
        BOOST_TEST(lines_of(result.errors) == Lines{}, boost::test_tools::per_element());
        out.push_back(result.id + ' ' + std::to_string(input.source.line) + ':' +
                      std::to_string(input.source.column));
    }
    return out;
}

void check(const std::string& bytes, const Lines& expected) {
    BOOST_TEST(inputs_of(bytes) == expected, boost::test_tools::per_element());
}

} // namespace

BOOST_AUTO_TEST_SUITE(container)

BOOST_AUTO_TEST_CASE(plans_come_out_as_they_stand) {
    const TemporaryDirectory directory;
    const std::string first = small_plan("P1", "caf\u00e9 &amp; <![CDATA[<plan id='no'>]]><!-- <plan > -->");
    const std::string second = small_plan("P2");
    const std::string bytes = "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>\r\n<plans format='1'>\n  " +
                              first + " <!-- between --> " + second + "\n</plans>\n";
    const std::vector<Input> inputs = all_inputs({directory.file("c.xml", bytes)});
    BOOST_TEST_REQUIRE(inputs.size() == 2U);
    BOOST_TEST(inputs[0].source.bytes == first);
    BOOST_TEST(inputs[1].source.bytes == second);
    for (std::size_t i = 0; i < 2; ++i) {
        const Position should =
            place_in(bytes, i == 0 ? "<plan format=\"1\" id=\"P1\"" : "<plan format=\"1\" id=\"P2\"");
        BOOST_TEST(inputs[i].source.line == should.line);
        BOOST_TEST(inputs[i].source.column == should.column);
    }
}

BOOST_AUTO_TEST_CASE(the_fixture) {
    const std::vector<Input> inputs = all_inputs({fixture("plans/container.xml").string()});
    const std::string bytes = file_text(fixture("plans/container.xml"));
    BOOST_TEST_REQUIRE(inputs.size() == 5U);
    std::size_t from = 0;
    for (const Input& input : inputs) {
        const std::size_t at = bytes.find("<plan format", from);
        const Position should = place_in(bytes, "<plan format", from);
        BOOST_TEST(input.source.line == should.line);
        BOOST_TEST(input.source.column == should.column);
        BOOST_TEST(bytes.substr(at, input.source.bytes.size()) == input.source.bytes);
        from = at + 1;
    }
}

BOOST_AUTO_TEST_CASE(wherever_the_pieces_of_the_file_end) {
    // Padding moves every byte of the second plan across the end of the first piece that is read.
    const std::string first = small_plan("P1");
    const std::string second = small_plan("P2", "caf\u00e9 \u2019 end");
    const std::string start = "<plans>" + first + "<!--";
    for (std::size_t shift = 0; shift < second.size() + 8; ++shift) {
        const std::size_t padding = 65536 - start.size() - 3 - shift;
        const TemporaryDirectory directory;
        const std::vector<Input> inputs = all_inputs(
            {directory.file("c.xml", start + std::string(padding, '\n') + "-->" + second + "</plans>")});
        BOOST_TEST_REQUIRE(inputs.size() == 2U);
        BOOST_TEST(inputs[1].source.bytes == second);
        BOOST_TEST(inputs[1].source.line == 2 + padding);
        BOOST_TEST(inputs[1].source.column == 4U);
    }
}

BOOST_AUTO_TEST_CASE(a_broken_plan_leaves_its_neighbours) {
    check("<plans>\n" + small_plan("P1") + "\n<plan id='B1'>\n <task>open\n</plan>\n" + small_plan("P2") +
              "\n</plans>",
          {"P1 2:1", "problem 6:1 </plan> does not close <task>, opened on line 5; expected </task>",
           "P2 7:1"});
    check("<plans>\n<plan id='B1'><a>1 & 2</a></plan>\n" + small_plan("P1") +
              "\n<plan id='B2'><a>1 < 2</a></plan>" + small_plan("P2") + "</plans>",
          {"problem 2:20 '&' stands alone; write '&amp;'", "P1 3:1",
           "problem 5:20 '<' where no tag can start; write '&lt;' for the sign itself", "P2 5:34"});
}

BOOST_AUTO_TEST_CASE(the_id_of_a_broken_plan_is_told) {
    const TemporaryDirectory directory;
    const auto inputs = all_inputs({directory.file("c.xml", "<plans><plan id='B1'><a></plan></plans>")});
    BOOST_TEST_REQUIRE(inputs.size() == 1U);
    BOOST_TEST(inputs[0].id == "B1");
}

BOOST_AUTO_TEST_CASE(a_plan_that_is_not_closed) {
    check("<plans>\n<plan id='B1'><child id='C'/>\n" + small_plan("P1") + small_plan("P2") + "</plans>",
          {"problem 3:1 a new <plan> starts before the <plan> opened on line 2 is closed; expected </plan>",
           "P1 3:1", "P2 4:57"});
    check("<plans>\n<plan id='B1'><child>",
          {"problem 2:22 the file ends before <child>, opened on line 2, is closed"});
    check("<plans>\n" + small_plan("P1") + "\n<plan id='B1'><!-- never closed " + small_plan("P2") +
              "</plans>",
          {"P1 2:1", "problem 4:15 the file ends inside the tag or comment that starts here", "P2 4:33"});
    check("<plans>\n<plan id='B1'><![CDATA[never closed " + small_plan("P2") + "</plans>",
          {"problem 2:15 the file ends inside the CDATA section that starts here", "P2 2:37"});
}

BOOST_AUTO_TEST_CASE(a_broken_start_tag) {
    check("<plans>\n<plan id=B1><child/></plan>\n" + small_plan("P1") + "</plans>",
          {"problem 2:10 not well-formed XML: a character that cannot stand here", "P1 3:1"});
    check("<plans>\n<plan <plan id=B1>" + small_plan("P1") + "</plans>",
          {"problem 2:7 '<' where no tag can start; write '&lt;' for the sign itself",
           "problem 2:16 not well-formed XML: a character that cannot stand here", "P1 2:19"});
    check("<plans>\n<plan id='B1", {"problem 2:1 the file ends inside the tag or comment that starts here"});
}

BOOST_AUTO_TEST_CASE(a_plan_that_was_commented_out_stays_so) {
    check("<plans>\n<plan id='B'><a></plan>\n<!-- " + small_plan("old") + " -->\n" + small_plan("P1") +
              "<plan id='B2'><![CDATA[ " + small_plan("no") + "]]><b></plan></plans>",
          {"problem 2:17 </plan> does not close <a>, opened on line 2; expected </a>", "P1 5:1",
           "problem 7:63 </plan> does not close <b>, opened on line 7; expected </b>"});
}

BOOST_AUTO_TEST_CASE(containers_that_end_early_or_twice) {
    check("<plans>\n" + small_plan("P1") + "\n",
          {"P1 2:1", "problem 4:1 the file ends before <plans>, opened on line 1, is closed"});
    check("<plans>" + small_plan("P1") + "</plans>\n<plans>" + small_plan("P2") + "</plans>",
          {"P1 1:8",
           "problem 3:1 text or another element after the end of the root element; expected one root",
           "P2 3:8"});
    check("<plans>" + small_plan("P1") + "</plans>\n" + small_plan("P2"),
          {"P1 1:8",
           "problem 3:1 text or another element after the end of the root element; expected one root",
           "P2 3:1"});
}

BOOST_AUTO_TEST_CASE(what_stands_beside_plans_is_told) {
    check("<plans><header><x/>text</header>\n" + small_plan("P1") + "\nwords and\n words" + small_plan("P2") +
              "<group>\n" + small_plan("P3") + "</group>\n<plans/></plans>",
          {"skipped 1:8 <header> is no plan; expected <plan> in <plans>", "P1 2:1",
           "skipped 4:1 text between the plans; expected <plan>", "P2 5:7", "P3 7:1",
           "skipped 9:1 <plans> is no plan; expected <plan> in <plans>"});
}

BOOST_AUTO_TEST_CASE(empty_containers) {
    check("<plans/>", {"skipped 1:1 <plans> holds no plan"});
    check("<?xml version='1.0'?>\n<plans>\n <!-- none -->\n</plans>", {"skipped 1:1 <plans> holds no plan"});
    const TemporaryDirectory directory;
    const auto inputs = all_inputs({directory.file("c.xml", "<plans><plan/></plans>")});
    BOOST_TEST_REQUIRE(inputs.size() == 1U);
    BOOST_TEST(inputs[0].source.bytes == "<plan/>");
}

BOOST_AUTO_TEST_CASE(entities_and_encodings_are_refused) {
    check("<?xml version='1.0'?><plans><!-- c --></plans>", {"skipped 1:1 <plans> holds no plan"});
    check("<?xml version='1.0' encoding='windows-1252'?><plans>" + small_plan("P1") + "</plans>",
          {"problem 1:1 the encoding 'windows-1252'; expected UTF-8; nothing of this file is read"});
    check("<plans>\n" + small_plan("P1", "&lol;") + small_plan("P2") + "</plans>",
          {"problem 3:39 '&' begins no reference that XML knows; write '&amp;' for the sign itself, or the "
           "character",
           "P2 3:61"});
    check("<plans>\n" + small_plan("P1", "caf\xE9 au") + small_plan("P2") + "</plans>",
          {"problem 3:42 a byte that is not UTF-8; expected UTF-8 (was the file saved as Windows-1252?)",
           "P2 3:63"});
}

BOOST_AUTO_TEST_CASE(a_huge_attribute_and_a_huge_text) {
    const std::string big(std::size_t{5} << 20U, 'a');
    check("<plans>\n<plan format='1' id='P1' kind='care' team='" + big +
              "'><child id='C'/><dates written='2024-03-06'/></plan>" + small_plan("P2", big) +
              small_plan("P3") + "</plans>",
          {"P1 2:1", "P2 2:" + std::to_string(97 + big.size()), "P3 3:" + std::to_string(56 + big.size())});
}

BOOST_AUTO_TEST_CASE(plans_that_are_too_large) {
    const std::size_t limit = std::size_t{1} << 20U;
    const std::string big(std::size_t{3} << 20U, 'a');
    const auto inputs = [&](const std::string& bytes) {
        return inputs_of("<plans>\n" + bytes + "</plans>", limit);
    };
    const auto same = boost::test_tools::per_element();
    BOOST_TEST(inputs(small_plan("B1", big) + "\n" + small_plan("P1")) ==
                   (Lines{"problem 2:1 the plan is larger than 1 MB; expected a smaller one", "P1 4:1"}),
               same);
    BOOST_TEST(
        inputs("<!--" + big + "-->\n" + small_plan("P1")) ==
            (Lines{"problem 2:1 a comment or tag is larger than 1 MB; expected a smaller one", "P1 3:1"}),
        same);
    BOOST_TEST(
        inputs("<plan id='" + big + "'/>\n" + small_plan("P1")) ==
            (Lines{"problem 2:1 a comment or tag is larger than 1 MB; expected a smaller one", "P1 3:1"}),
        same);
    BOOST_TEST(
        inputs("<plan id='B1'><!-- never closed\n" + small_plan("P1", big) + "\n" + small_plan("P2")) ==
            (Lines{"problem 2:1 the plan is larger than 1 MB; expected a smaller one",
                   "problem 3:1 the plan is larger than 1 MB; expected a smaller one", "P2 5:1"}),
        same);
    BOOST_TEST(inputs_of("<plans>" + small_plan("B1", std::string(2000, 'a')) + small_plan("P1") + "</plans>",
                         500) ==
                   (Lines{"problem 1:8 the plan is larger than 0 MB; expected a smaller one", "P1 2:2056"}),
               same);
}

BOOST_AUTO_TEST_CASE(memory_does_not_grow_with_the_file) {
    const TemporaryDirectory directory;
    std::string bytes = "<plans>\n";
    for (int i = 0; i < 3000; ++i)
        bytes += small_plan("P", std::string(10000, 'x')) + "\n<!-- between -->\n";
    const std::string file = directory.file("c.xml", bytes + "</plans>");
    Inputs inputs({file});
    std::size_t plans = 0;
    while (auto input = inputs.next()) {
        BOOST_TEST(input->source.line == 2 + 3 * plans);
        ++plans;
    }
    BOOST_TEST(plans == 3000U);
    BOOST_TEST(inputs.files_found() == 1U);
}

BOOST_AUTO_TEST_CASE(no_cut_or_changed_byte_loses_what_stands_clear_of_it) {
    const std::string before = "<plans>\n" + small_plan("P1") + "\n";
    const std::string middle =
        "<plan id='B' kind=\"care\"><child id='C'><name>x &amp; y</name></child><!-- c --></plan>";
    const std::string after = "\n" + small_plan("P2") + "\n" + small_plan("P3") + "</plans>";
    const TemporaryDirectory directory;
    const auto ids = [&](const std::string& bytes) {
        std::string found;
        for (const Input& input : all_inputs({directory.file("c.xml", bytes)}))
            if (input.problem.empty()) found += read(input.source).id + ' ';
        return found;
    };
    for (std::size_t at = 0; at < middle.size(); ++at) {
        for (const char c : {'<', '&', '"', '\0', '\xC3'}) {
            std::string changed = middle;
            changed[at] = c;
            const std::string found = ids(before + changed + after);
            BOOST_TEST(found.starts_with("P1 "), found);
            BOOST_TEST(found.ends_with("P2 P3 "), found << " from " << changed);
        }
        BOOST_TEST(ids(before + middle.substr(0, at) + after).ends_with("P2 P3 "), middle.substr(0, at));
    }
}

BOOST_AUTO_TEST_SUITE_END()
