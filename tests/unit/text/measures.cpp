#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/describe.hpp"
#include "text/measures.hpp"

#include <string>

using namespace plumbline::text;

BOOST_AUTO_TEST_SUITE(measures)

BOOST_AUTO_TEST_CASE(plain_text_reads_easier_than_office_text) {
    const auto plain = readability(read("Nan will take you to school. You can ring her."));
    const auto office = readability(read("Accommodation arrangements necessitate multidisciplinary "
                                         "consideration of individualised circumstances."));
    BOOST_TEST(plain.words == 10U);
    BOOST_TEST(plain.sentences == 2U);
    BOOST_TEST(plain.words_per_sentence == 5.0);
    BOOST_TEST(plain.grade < 3);
    BOOST_TEST(office.grade > 15);
    BOOST_TEST(readability(read("")).grade == 0);
    BOOST_TEST(readability(read("...")).words == 0U);
}

BOOST_AUTO_TEST_CASE(likeness_is_the_share_of_the_shorter) {
    const Reading one = read("Ring the school nurse when the rash comes back on her arm.");
    const Reading same = read("Ringing the school nurses when a rash comes back on her arm.");
    const Reading longer = read("First tea. Ring the school nurse when the rash comes back on her arm. Then "
                                "bed for both boys by eight.");
    const Reading other = read("Photos of the old dog go up by the bunk bed in June.");
    BOOST_TEST(likeness(one, one) == 1);
    BOOST_TEST(likeness(one, longer) == 1);
    BOOST_TEST(likeness(longer, one) == 1);
    BOOST_TEST(likeness(one, same) > 0.2);
    BOOST_TEST(likeness(one, same) < 1);
    BOOST_TEST(likeness(one, other) == 0);
    BOOST_TEST(likeness(read(""), one) == 0);
    BOOST_TEST(likeness(read("School place."), read("School places")) == 1);
}

BOOST_AUTO_TEST_CASE(a_description_shows_what_was_read) {
    const std::string shown = describe(read("Kai said “no”. SW to visit weekly.", {{"Kai"}}));
    for (const auto* const part :
         {"1. Kai said “no”.", "actor \"SW\"", "verb \"to visit\"", "amount \"weekly\"",
          "infinitive; intended", "quotation, child; by \"Kai\": \"no\"", "visit/verb", "weekly/adverb/week"})
        BOOST_TEST(shown.find(part) != std::string::npos, part << " in " << shown);
    BOOST_TEST(describe(read("")).empty());
}

BOOST_AUTO_TEST_SUITE_END()
