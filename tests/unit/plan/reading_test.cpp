#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "support.hpp"

using namespace support;

BOOST_AUTO_TEST_SUITE(reading)

BOOST_AUTO_TEST_CASE(the_whole_of_a_plan) {
    const ReadResult result = read_fixture("reading/everything.xml");
    BOOST_TEST(lines_of(result.errors) == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(lines_of(result.warnings) == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(result.plan.has_value());
    const Plan& plan = *result.plan;

    BOOST_TEST(plan.file == "reading/everything.xml");
    BOOST_TEST(plan.id == "CP-2041");
    BOOST_TEST(result.id == "CP-2041");
    BOOST_TEST(plan.version.value() == 3);
    BOOST_TEST(to_word(plan.kind) == "child-protection");
    BOOST_TEST(to_word(plan.status) == "awaiting-sign-off");
    BOOST_TEST(plan.team == "Crewe CP 2");
    BOOST_TEST(plan.author == "sw");
    BOOST_TEST(plan.previous_plans.value() == 1);

    BOOST_TEST(plan.child.id == "C-7731");
    BOOST_TEST(plan.child.sex == "female");
    BOOST_TEST(plan.child.name.text == "Amira");
    BOOST_TEST(plan.child.also_known_as.at(1).text == "Mims");
    BOOST_TEST(plan.child.also_known_as.at(1).at.path() == "/plan/child/also-known-as[2]");
    BOOST_TEST(to_iso(plan.child.born.value()) == "2014-05-02");
    BOOST_TEST(to_iso(plan.child.expected.value()) == "2014-05-10");
    BOOST_TEST(plan.child.identities.size() == 3U);
    BOOST_TEST(plan.child.identities[2].aspect == "language");
    BOOST_TEST(plan.child.identities[2].interpreter.value());
    BOOST_TEST(plan.child.identities[2].text.text == "Urdu");
    BOOST_TEST(plan.child.siblings.at(0).ref == "C-7732");

    BOOST_TEST(to_iso(plan.dates.started.value()) == "2024-01-15");
    BOOST_TEST(to_iso(plan.dates.written) == "2024-03-06");
    BOOST_TEST(to_iso(plan.dates.agreed.value()) == "2024-03-08");
    BOOST_TEST(!plan.dates.signed_off.has_value());
    BOOST_TEST(to_iso(plan.dates.next_review.value()) == "2024-06-03");
    BOOST_TEST(!plan.dates.closed.has_value());

    BOOST_TEST(plan.people.size() == 4U);
    BOOST_TEST(plan.people[0].role == "social worker");
    BOOST_TEST(plan.people[0].agency == "children's social care");
    BOOST_TEST(plan.people[0].name == "R. Okafor & Co");
    BOOST_TEST(plan.people[2].language == "Urdu");
    BOOST_TEST(plan.people[2].interpreter.value());
    BOOST_TEST(!plan.people[3].interpreter.has_value());

    BOOST_TEST(plan.legal_statuses.size() == 2U);
    BOOST_TEST(plan.legal_statuses[1].value == "interim-care-order");
    BOOST_TEST(to_iso(plan.legal_statuses[1].on.value()) == "2024-02-01");
    BOOST_TEST(plan.placements.at(0).kind == "foster");
    BOOST_TEST(plan.placements.at(0).expected == "long-term");

    BOOST_TEST(plan.needs.size() == 3U);
    BOOST_TEST(to_word(plan.needs[0].kind) == "risk");
    BOOST_TEST(to_word(plan.needs[2].kind) == "strength");
    BOOST_TEST(plan.needs[1].area == "education");

    BOOST_TEST(plan.outcomes.size() == 2U);
    BOOST_TEST(plan.outcomes[0].serves == (std::vector<std::string>{"n1", "n3"}),
               boost::test_tools::per_element());
    BOOST_TEST(plan.outcomes[0].scales.at(0).score.value() == 4.5);
    BOOST_TEST(plan.outcomes[0].scales.at(0).by == "sw");
    BOOST_TEST(plan.outcomes[0].actions == (std::vector<std::size_t>{0, 1}),
               boost::test_tools::per_element());
    BOOST_TEST(plan.outcomes[1].actions == (std::vector<std::size_t>{2}), boost::test_tools::per_element());

    BOOST_TEST(plan.actions.size() == 4U);
    const Action& action = plan.actions[1];
    BOOST_TEST(action.id == "a2");
    BOOST_TEST(action.by == (std::vector<std::string>{"mum", "child"}), boost::test_tools::per_element());
    BOOST_TEST(to_iso(action.due.value()) == "2024-04-17");
    BOOST_TEST(to_word(action.status) == "done");
    BOOST_TEST(to_iso(action.completed.value()) == "2024-04-02");
    BOOST_TEST(action.timescale.text == "within 6 weeks");
    BOOST_TEST(action.outcome.value() == 0U);
    BOOST_TEST(
        !plan.actions[3].outcome.has_value()); // written before the outcomes, listed behind their actions

    BOOST_TEST(plan.contingencies.size() == 2U);
    BOOST_TEST(plan.contingencies[0].serves.at(0) == "n1");
    BOOST_TEST(plan.views.size() == 2U);
    BOOST_TEST(plan.views[0].of == "child");
    BOOST_TEST(plan.views[0].method == "direct work");
    BOOST_TEST(plan.views[0].alone.value());
    BOOST_TEST(plan.views[1].person == "mum");
    BOOST_TEST(plan.history.text == "History.");
    BOOST_TEST(plan.diversity.text == "Diversity.");
    BOOST_TEST(plan.analysis.text == "Analysis.");
    BOOST_TEST(plan.delegated_authority.text == "Authority.");
    BOOST_TEST(plan.events.size() == 6U);
    BOOST_TEST(plan.events[5].text.text == "Seen at school.");
    BOOST_TEST(!plan.events[3].on.has_value());
    BOOST_TEST(plan.events[3].due.has_value());
    BOOST_TEST(plan.decisions.at(0).kind == "sign-off");
    BOOST_TEST(plan.decisions.at(0).by == "tm");
}

BOOST_AUTO_TEST_CASE(paths_and_places) {
    const std::string file = file_text(fixture("reading/everything.xml"));
    const Plan plan = read_fixture("reading/everything.xml").plan.value();
    const auto check = [&](const Location& at, std::string_view path, std::string_view tag) {
        BOOST_TEST(at.path() == path);
        const Position should = place_in(file, tag);
        BOOST_TEST(at.line == should.line, path << " line " << at.line << " instead of " << should.line);
        BOOST_TEST(at.column == should.column,
                   path << " column " << at.column << " instead of " << should.column);
    };
    check(plan.at, "/plan", "<plan ");
    check(plan.child.at, "/plan/child", "<child ");
    check(plan.child.name.at, "/plan/child/name", "<name>");
    check(plan.child.identities[1].at, "/plan/child/identity[2]", "<identity aspect=\"religion\"");
    check(plan.child.siblings[0].at, "/plan/child/sibling[1]", "<sibling ");
    check(plan.dates.at, "/plan/dates", "<dates ");
    check(plan.people[3].at, "/plan/people/person[4]", "<person id=\"tm\"");
    check(plan.legal_statuses[1].at, "/plan/legal-status[2]", "<legal-status on=\"2024-02-01\"");
    check(plan.placements[0].at, "/plan/placement[1]", "<placement ");
    check(plan.needs[2].at, "/plan/needs/need[3]", "<need id=\"n3\"");
    check(plan.outcomes[1].at, "/plan/outcomes/outcome[2]", "<outcome id=\"o2\"");
    check(plan.outcomes[0].statement.at, "/plan/outcomes/outcome[1]/statement", "<statement>");
    check(plan.outcomes[0].measure.at, "/plan/outcomes/outcome[1]/measure", "<measure>How");
    check(plan.outcomes[0].scales[0].at, "/plan/outcomes/outcome[1]/scale[1]", "<scale ");
    check(plan.actions[1].at, "/plan/outcomes/outcome[1]/action[2]", "<action id=\"a2\"");
    check(plan.actions[1].task.at, "/plan/outcomes/outcome[1]/action[2]/task", "<task>Second");
    check(plan.actions[1].timescale.at, "/plan/outcomes/outcome[1]/action[2]/timescale", "<timescale>within");
    check(plan.actions[1].measure.at, "/plan/outcomes/outcome[1]/action[2]/measure", "<measure>Seen");
    check(plan.actions[3].at, "/plan/actions/action[1]", "<action id=\"a9\"");
    check(plan.actions[3].task.at, "/plan/actions/action[1]/task", "<task>Loose");
    check(plan.contingencies[1].at, "/plan/contingency[2]", "<contingency>");
    check(plan.contingencies[1].text.at, "/plan/contingency[2]", "<contingency>");
    check(plan.views[1].at, "/plan/views/view[2]", "<view of=\"mother\"");
    check(plan.history.at, "/plan/history", "<history>");
    check(plan.diversity.at, "/plan/diversity", "<diversity>");
    check(plan.analysis.at, "/plan/analysis", "<analysis>");
    check(plan.delegated_authority.at, "/plan/delegated-authority", "<delegated-authority>");
    check(plan.events[2].at, "/plan/chronology/event[3]", "<event kind=\"core-group\"");
    check(plan.decisions[0].at, "/plan/oversight/decision[1]", "<decision ");
}

BOOST_AUTO_TEST_CASE(with_parts_people_and_agencies) {
    const auto with = [](const std::string& list) {
        return read_text(plan_with("<chronology><event kind='visit' with=\"" + list + "\"/></chronology>"))
            .plan.value()
            .events.at(0)
            .with;
    };
    const auto same = boost::test_tools::per_element();
    BOOST_TEST(with("police health") == (std::vector<std::string>{"police", "health"}), same);
    BOOST_TEST(with("mum early years sch") == (std::vector<std::string>{"mum", "early years", "sch"}), same);
    BOOST_TEST(with("Children's  Social Care adult mental health") ==
                   (std::vector<std::string>{"children's social care", "adult mental health"}),
               same);
    BOOST_TEST(with("children\u2019s social care") == (std::vector<std::string>{"children's social care"}),
               same);
    BOOST_TEST(with("early yearsbook adult") == (std::vector<std::string>{"early", "yearsbook", "adult"}),
               same);
    BOOST_TEST(with(" \t ").empty());
}

BOOST_AUTO_TEST_CASE(empty_elements_and_attributes_are_absent) {
    const ReadResult result = read_text(plan_with(
        "<people><person/><person id='' role=''/><person id='sw'/></people><legal-status/><placement/>"
        "<needs><need/></needs><outcomes><outcome/><outcome id='o1'><scale/><action id=''/>"
        "<action id='a1' due='' by=' '/></outcome></outcomes><actions/><contingency> </contingency>"
        "<views><view of=''/></views><chronology><event kind=''/></chronology><oversight><decision/>"
        "</oversight>",
        " status='' version='' team='' author=''"));
    BOOST_TEST(lines_of(result.errors) == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(result.plan.has_value());
    const Plan& plan = *result.plan;
    BOOST_TEST(plan.people.size() == 1U);
    BOOST_TEST(plan.people[0].at.path() == "/plan/people/person[3]"); // absent ones keep their number
    BOOST_TEST(plan.legal_statuses.empty());
    BOOST_TEST(plan.placements.empty());
    BOOST_TEST(plan.needs.empty());
    BOOST_TEST(plan.outcomes.size() == 1U);
    BOOST_TEST(plan.outcomes[0].at.path() == "/plan/outcomes/outcome[2]");
    BOOST_TEST(plan.outcomes[0].scales.empty());
    BOOST_TEST(plan.actions.size() == 1U);
    BOOST_TEST(plan.actions[0].at.path() == "/plan/outcomes/outcome[2]/action[2]");
    BOOST_TEST(plan.contingencies.empty());
    BOOST_TEST(plan.views.empty());
    BOOST_TEST(plan.events.empty());
    BOOST_TEST(plan.decisions.empty());
    BOOST_TEST(!plan.version.has_value());
    BOOST_TEST(to_word(plan.status) == "draft");
}

BOOST_AUTO_TEST_CASE(an_outcome_that_is_left_out_does_not_shift_actions) {
    const Plan plan =
        read_text(plan_with("<outcomes><outcome/><outcome id='o1'><action id='a1'/></outcome></outcomes>"))
            .plan.value();
    BOOST_TEST(plan.actions.at(0).outcome.value() == 0U);
    BOOST_TEST(plan.outcomes.at(0).actions.at(0) == 0U);
}

BOOST_AUTO_TEST_CASE(order_of_elements_does_not_matter) {
    const ReadResult result = read_text(
        "<plan kind='care' id='P1' format='1'><oversight/><actions><action id='a1' by='sw'/></actions>"
        "<people><person id='sw'/></people><dates written='2024-03-06'/><child id='C1'/></plan>");
    BOOST_TEST(result.plan.has_value());
}

BOOST_AUTO_TEST_CASE(attributes_may_hold_references_and_line_ends) {
    const Plan plan =
        read_text(plan_with("<people><person id='a' role='Mum &amp; &#39;carer&apos;'\n agency=\" health \"/>"
                            "</people>"))
            .plan.value();
    BOOST_TEST(plan.people.at(0).role == "Mum & 'carer'");
    BOOST_TEST(plan.people.at(0).agency == "health");
}

BOOST_AUTO_TEST_CASE(what_xml_itself_needs_is_not_warned_of) {
    const ReadResult result = read_text(
        plan_with("", " xmlns='urn:x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xml:lang='en'"
                      " xsi:noNamespaceSchemaLocation='plan.xsd'"));
    BOOST_TEST(result.plan.has_value());
    BOOST_TEST(result.warnings.empty());
}

BOOST_AUTO_TEST_CASE(unknown_elements_and_attributes_are_warnings) {
    const ReadResult result =
        read_text(plan_with("<colour><deep>x</deep></colour>\n<people mood='good'>\n"
                            "<person id='sw' shoe='9'>text</person>\n<pet/></people> stray"));
    BOOST_TEST(result.plan.has_value());
    const std::vector<std::string> expected{
        "4:1 unknown element <colour> in <plan>; it is left out",
        "5:9 unknown attribute mood on <people>; it is left out",
        "6:17 unknown attribute shoe on <person>; it is left out",
        "6:26 text that belongs to no element, directly in <person>; it is left out",
        "7:1 unknown element <pet> in <people>; it is left out",
        "7:17 text that belongs to no element, directly in <plan>; it is left out"};
    BOOST_TEST(lines_of(result.warnings) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_good_fixture_reads_without_a_word) {
    std::size_t plans = 0;
    for (const char* directory : {"plans", "reading"}) {
        for (const auto& entry : std::filesystem::directory_iterator(fixture(directory))) {
            if (entry.path().extension() != ".xml") continue;
            for (const Input& input : all_inputs({entry.path().string()})) {
                if (input.skipped) continue; // an empty container
                BOOST_TEST(input.problem.empty());
                const ReadResult result = read(input.source);
                BOOST_TEST(result.plan.has_value(), entry.path());
                BOOST_TEST(result.warnings.empty(), entry.path());
                ++plans;
            }
        }
    }
    BOOST_TEST(plans == 29U + 7U);
}

BOOST_AUTO_TEST_CASE(loose_fixtures_read_and_broken_ones_do_not) {
    for (const Input& input : all_inputs({fixture("reading/loose").string()}))
        if (!input.skipped) BOOST_TEST(read(input.source).plan.has_value(), input.source.file);
    std::size_t right = 0;
    std::size_t wrong = 0;
    for (const Input& input : all_inputs({fixture("reading/broken").string()}))
        ++(input.problem.empty() && read(input.source).plan ? right : wrong);
    BOOST_TEST(right == 2U); // the neighbours in container-broken-middle.xml
    BOOST_TEST(wrong == 11U);
}

BOOST_AUTO_TEST_CASE(words_of_the_format) {
    for (const std::string_view word : kind_words())
        BOOST_TEST(to_word(kind_from_word(word).value()) == word);
    BOOST_TEST(kind_words().size() == 8U);
    BOOST_TEST(!kind_from_word("plan").has_value());
    BOOST_TEST(to_word(Status::signed_off) == "signed-off");
    BOOST_TEST(to_word(NeedKind::strength) == "strength");
    BOOST_TEST(to_word(ActionStatus::in_progress) == "in-progress");
}

BOOST_AUTO_TEST_CASE(paths_fill_their_gaps) {
    BOOST_TEST((Location{1, 1, "/plan", 0, 0}.path()) == "/plan");
    BOOST_TEST((Location{1, 1, "/plan/a[]/b[]/c", 12, 70000}.path()) == "/plan/a[12]/b[70000]/c");
}

BOOST_AUTO_TEST_SUITE_END()
