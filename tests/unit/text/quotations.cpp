#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/describe.hpp"
#include "text/reading.hpp"

#include <string>
#include <vector>

using namespace plumbline::text;

namespace {

struct Case {
    std::string wording;
    std::vector<std::string> quotations; // "child: words"
};

} // namespace

BOOST_AUTO_TEST_SUITE(quotations)

BOOST_AUTO_TEST_CASE(who_says_what) {
    const std::vector<Case> cases{
        {"Kai said “I hate the bus”.", {"child: I hate the bus"}},
        {"Mum says 'he is fine' and smiles.", {"parent: he is fine"}},
        {"\"Leave me here,\" Kai told his teacher.", {"child: Leave me here"}},
        {"\"It's cold,\" said Nan.", {"parent: It's cold"}},
        {"Teacher: “A quiet boy.”", {"worker: A quiet boy."}},
        {"Told me “nobody asks”.", {"child: nobody asks"}},
        {"Kai’s words: “more toast”", {"child: more toast"}},
        {"Mum came late. She said “traffic”.", {"parent: traffic"}},
        {"He drew a cat. “She bites.”", {"child: She bites."}},
        {"“He’s never sad” (Dad).", {"parent: He’s never sad"}},
        {"A target called ‘be kind’ was dropped.", {"unknown: be kind"}},
        {"Kai said “Nan calls me ‘Duck’ now”.", {"child: Nan calls me ‘Duck’ now", "child: Duck"}},
        {"Kai said “nobody knows", {"child: nobody knows"}},
        {"the girls' room, rock 'n' roll, '90s, don't", {}},
        {"She sleeps in 'the girls' room' now.", {"child: the girls' room"}},
        {"It is 10\" long.", {}},
    };
    for (const auto& test : cases) {
        const Reading reading = read(test.wording, {{"Kai"}});
        std::vector<std::string> got;
        for (const auto& quotation : reading.quotations)
            got.push_back(std::string(to_word(quotation.speaker)) + ": " +
                          std::string(quotation.span.of(reading.text)));
        BOOST_TEST_INFO(test.wording);
        BOOST_CHECK_EQUAL_COLLECTIONS(got.begin(), got.end(), test.quotations.begin(), test.quotations.end());
    }
}

BOOST_AUTO_TEST_CASE(an_unclosed_quotation_ends_with_its_paragraph) {
    const Reading reading = read("Kai said “no and\nno again\n\nMum rang.", {{"Kai"}});
    BOOST_REQUIRE(reading.quotations.size() == 1);
    BOOST_TEST(reading.quotations[0].span.of(reading.text) == "no and\nno again");
}

BOOST_AUTO_TEST_CASE(a_name_that_is_a_word_needs_its_capital) {
    const Reading hope = read("Hope said “yes”. We hope Nan said “no”.", {{"Hope"}});
    BOOST_REQUIRE(hope.quotations.size() == 2);
    BOOST_TEST((hope.quotations[0].speaker == Speaker::child));
    BOOST_TEST((hope.quotations[1].speaker == Speaker::parent));
}

BOOST_AUTO_TEST_SUITE_END()
