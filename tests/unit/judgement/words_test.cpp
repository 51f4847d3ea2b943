#define BOOST_TEST_DYN_LINK
#include "judgement/judgement.hpp"

#include "base/user_error.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

using namespace plumbline::judgement;

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(outcomes_read_back_from_their_words) {
    const std::array expected{"met", "not met", "needs a person", "not applicable", "could not check"};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto outcome = static_cast<Outcome>(i);
        BOOST_TEST(to_word(outcome) == expected.at(i));
        BOOST_TEST((outcome_from_word(expected.at(i)) == outcome));
    }
    BOOST_TEST(!outcome_from_word("Met"));
    BOOST_TEST(!outcome_from_word("not-met"));
    BOOST_TEST(!outcome_from_word(""));
}

BOOST_AUTO_TEST_CASE(priorities_read_back_from_their_words) {
    const std::array expected{"immediately", "within three months", "within six months"};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto priority = static_cast<Priority>(i);
        BOOST_TEST(to_word(priority) == expected.at(i));
        BOOST_TEST((priority_from_word(expected.at(i)) == priority));
    }
    BOOST_TEST(to_word(Priority::none).empty());
    BOOST_TEST(!priority_from_word(""));
    BOOST_TEST(!priority_from_word("soon"));
}

BOOST_AUTO_TEST_CASE(states_and_failures_have_words) {
    BOOST_TEST(to_word(State::judged) == "judged");
    BOOST_TEST(to_word(State::unreadable) == "unreadable");
    BOOST_TEST(to_word(State::skipped) == "skipped");
    BOOST_TEST(to_word(Failure::none).empty());
    BOOST_TEST(to_word(Failure::unjudged) == "unjudged");
    BOOST_TEST(to_word(Failure::error) == "error");
    BOOST_TEST(to_word(Failure::limit) == "limit");
}

BOOST_AUTO_TEST_CASE(a_value_outside_its_enumeration_is_a_bug) {
    BOOST_CHECK_THROW(to_word(static_cast<Outcome>(9)), plumbline::InternalError);
    BOOST_CHECK_THROW(to_word(static_cast<Priority>(9)), plumbline::InternalError);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(combining)

BOOST_AUTO_TEST_CASE(the_worst_that_is_known_wins) {
    const std::array strongest_first{Outcome::not_met, Outcome::could_not_check, Outcome::needs_a_person,
                                     Outcome::met, Outcome::not_applicable};
    for (std::size_t i = 0; i < strongest_first.size(); ++i)
        for (std::size_t j = i; j < strongest_first.size(); ++j) {
            BOOST_TEST((combine(strongest_first.at(i), strongest_first.at(j)) == strongest_first.at(i)));
            BOOST_TEST((combine(strongest_first.at(j), strongest_first.at(i)) == strongest_first.at(i)));
        }
}

BOOST_AUTO_TEST_SUITE_END()
