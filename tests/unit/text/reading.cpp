#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/reading.hpp"

#include <string>
#include <vector>

using namespace plumbline::text;

namespace {

struct Case {
    std::string wording;
    std::vector<std::string> parts;
};

std::vector<std::string> tokens(const std::string& wording) {
    std::vector<std::string> norms;
    for (const auto& token : read(wording).tokens)
        norms.push_back(token.norm);
    return norms;
}

std::vector<std::string> sentences(const std::string& wording) {
    std::vector<std::string> found;
    for (const auto& sentence : read(wording).sentences)
        found.emplace_back(sentence.span.of(wording));
    return found;
}

template <typename Read>
void hold(const std::vector<Case>& cases, Read parts) {
    for (const auto& test : cases) {
        const auto got = parts(test.wording);
        BOOST_CHECK_EQUAL_COLLECTIONS(got.begin(), got.end(), test.parts.begin(), test.parts.end());
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(reading)

BOOST_AUTO_TEST_CASE(tokens_are_what_people_mean_by_words_and_numbers) {
    hold(
        {
            {"Mum’s O'Clock", {"mum's", "o'clock"}},
            {"self-harm non‑verbal", {"self-harm", "non-verbal"}},
            {"10.30am, 72% of £1,200.50", {"10.30am", ",", "72%", "of", "£1,200.50"}},
            {"6/52 06.03.24 28-Jun-24 2024-03-06", {"6/52", "06.03.24", "28-jun-24", "2024-03-06"}},
            {"4pm 3x 6th 16+ 10–15", {"4pm", "3x", "6th", "16+", "10-15"}},
            {"a 4-year-old", {"a", "4-year-old"}},
            {"w/c 11th w/ Mum, PA/SW", {"w/c", "11th", "w/", "mum", ",", "pa", "/", "sw"}},
            {"e.g. A&E, B&B & C", {"e.g.", "a&e", ",", "b&b", "&", "c"}},
            {"Dr. Patel (V. Mistry)", {"dr", "patel", "(", "v", ".", "mistry", ")"}},
            {"wait... now -> then → end.", {"wait", "…", "now", "→", "then", "→", "end", "."}},
            {"see gov.uk or a.b@school.org.uk", {"see", "gov.uk", "or", "a.b@school.org.uk"}},
            {"no. 4; no.", {"no", "4", ";", "no", "."}},
            {"É cafe\u0301", {"é", "café"}},
            {"\xFF bad", {"\uFFFD", "bad"}},
            {"", {}},
            {" \n ", {}},
        },
        tokens);
}

BOOST_AUTO_TEST_CASE(sentences_end_where_a_reader_stops) {
    hold(
        {
            {"SW to visit. Mum to ring.", {"SW to visit.", "Mum to ring."}},
            {"sw to visit. mum to ring", {"sw to visit.", "mum to ring"}},
            {"Seen by Dr. Patel at 4.30 p.m. on Monday.", {"Seen by Dr. Patel at 4.30 p.m. on Monday."}},
            {"V. Mistry to ring. A. Cole too.", {"V. Mistry to ring.", "A. Cole too."}},
            {"Stays as plan B. Return to court.", {"Stays as plan B.", "Return to court."}},
            {"2 hrs per wk. Mum drives.", {"2 hrs per wk.", "Mum drives."}},
            {"1. Ring GP. 2. Book test", {"1. Ring GP.", "2. Book test"}},
            {"Actions:\n- ring GP\n- book test", {"Actions:", "- ring GP", "- book test"}},
            {"1) ring GP 2) book test", {"1) ring GP", "2) book test"}},
            {"Mum drinks, then\nthe children go to Nan", {"Mum drinks, then\nthe children go to Nan"}},
            {"Ring GP\nbook test", {"Ring GP", "book test"}},
            {"He said “No.” and left. “Go!” She went.", {"He said “No.” and left.", "“Go!”", "She went."}},
            {"Well… maybe. Is it? Yes!", {"Well… maybe.", "Is it?", "Yes!"}},
            {"Stay at home.Mum rings.", {"Stay at home.", "Mum rings."}},
            {"by 30.4.24 at 10.30. Then", {"by 30.4.24 at 10.30.", "Then"}},
        },
        sentences);
}

BOOST_AUTO_TEST_CASE(stems) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"attended", "attend"}, {"self-harming", "self-harm"},
        {"wks", "week"},        {"&", "and"},
        {"dont", "don't"},      {"Mum’s", "mum"},
        {"6/52", "6/52"}};
    for (const auto& [wording, stem] : cases)
        BOOST_TEST(read(wording).tokens.at(0).stem == stem, wording);
}

BOOST_AUTO_TEST_CASE(words_are_counted_without_marks) {
    BOOST_TEST(read("Mum, Dad & 2 others – (all) well!").count_words() == 7U);
    BOOST_TEST(read("").count_words() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
