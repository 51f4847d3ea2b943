#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "base/user_error.hpp"
#include "text/phrases.hpp"

#include <string>
#include <vector>

using namespace plumbline;
using namespace plumbline::text;

namespace {

/// The words found, joined with " | ".
std::string found(const std::vector<std::string>& phrases, const std::string& wording) {
    const PhraseBook book{{{"test/set", phrases}}};
    PhraseBook::Scratch scratch{book};
    const Reading reading = read(wording);
    std::string all;
    for (const auto& match : book.scan(reading, scratch)) {
        if (!all.empty()) all += " | ";
        all += match.span.of(reading.text);
    }
    return all;
}

std::string refusal(const std::string& phrase) {
    try {
        const PhraseBook book{{{"test/set", {phrase}}}};
    } catch (const UserError& error) {
        return error.message();
    }
    return "";
}

struct Case {
    std::vector<std::string> phrases;
    std::string wording, found;
};

} // namespace

BOOST_AUTO_TEST_SUITE(phrases)

BOOST_AUTO_TEST_CASE(what_a_phrase_finds) {
    const std::vector<Case> cases{
        {{"in the event"}, "In the Event that Nana is ill", "In the Event"},
        {{"attend"}, "Mum attended. Dad attends, Nan attending", "attended | attends | attending"},
        {{"=attend"}, "Mum attended. Dad to attend.", "attend"},
        {{"should {plan|placement|family arrangement|} fail"},
         "Should placement fail, or should family arrangements fail. Should fail!",
         "Should placement fail | should family arrangements fail | Should fail"},
        {{"go * nan"}, "They go to Nan. They go straight round to Nan.", "go to Nan"},
        {{"go … nan"},
         "They go to Nan. They go straight round to Nan.",
         "go to Nan | go straight round to Nan"},
        {{"go ... nan"}, "They go up and down and round to Nan. Go Nan!", "Go Nan"},
        {{"within # week"},
         "within 6 weeks, within two weeks, within some weeks",
         "within 6 weeks | within two weeks"},
        {{"# hour"}, "2hrs with Dad; 3 hours at school; a 2-hour visit", "2hrs | 3 hours | 2-hour"},
        {{"self-harm"}, "Self harming again, self-harmed twice", "Self harming | self-harmed"},
        {{"self harm"}, "self-harmed twice", "self-harmed"},
        {{"don't know"}, "I don’t know. Dont know.", "don’t know | Dont know"},
        {{"mum and dad"}, "Mum & Dad; mum, and dad", "Mum & Dad | mum, and dad"},
        {{"tired child"}, "She is tired. Children sleep.", ""},
        {{"support", "support plan"}, "A support plan and support", "support plan | support"},
        {{"6/52"}, "review in 6/52", "6/52"},
        {{"w/c"}, "from w/c 11 March", "w/c"},
        {{"café"}, "the CAFÉ and the cafe\u0301", "CAFÉ | cafe\u0301"},
    };
    for (const auto& test : cases)
        BOOST_TEST(found(test.phrases, test.wording) == test.found,
                   test.wording << ": " << found(test.phrases, test.wording));
}

BOOST_AUTO_TEST_CASE(matches_tell_set_and_phrase) {
    const PhraseBook book{{{"a/one", {"nothing", "nan"}}, {"b/two", {"go to nan"}}}};
    PhraseBook::Scratch scratch{book};
    const auto matches = book.scan(read("Go to Nan"), scratch);
    BOOST_REQUIRE(matches.size() == 2);
    BOOST_TEST(matches[0].set == 1);
    BOOST_TEST(matches[1].set == 0);
    BOOST_TEST(matches[1].phrase == 1);
    BOOST_TEST(book.sets()[1].name == "b/two");
}

BOOST_AUTO_TEST_CASE(refusals_quote_the_phrase) {
    BOOST_TEST(refusal("{a|b").starts_with("phrase \"{a|b\": "));
    for (const auto* const phrase :
         {"", "…", "*", "* …", "a …", "… a", "a … b … c … d", "a}", "{a|{b}}", "a =", "= *", "!"})
        BOOST_TEST(!refusal(phrase).empty(), phrase);
    BOOST_TEST(refusal("#").empty());
}

BOOST_AUTO_TEST_CASE(an_empty_book_and_an_empty_text) {
    const PhraseBook book{{}};
    PhraseBook::Scratch scratch{book};
    BOOST_TEST(book.scan(read("Some words."), scratch).empty());
    BOOST_TEST(found({"words"}, "").empty());
}

BOOST_AUTO_TEST_SUITE_END()
