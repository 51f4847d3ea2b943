#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/reading.hpp"
#include "text/spelling.hpp"
#include "text/words.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace plumbline::text;

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(the_lexicon_knows_forms) {
    BOOST_TEST(look_up("went").verb_base == "go");
    BOOST_TEST(look_up("went").forms == past_form);
    BOOST_TEST(look_up("stopping").verb_base == "stop");
    BOOST_TEST(look_up("tried").verb_base == "try");
    BOOST_TEST(look_up("put").forms == (base_form | past_form | participle_form));
    BOOST_TEST((look_up("visit").verb_class == VerbClass::social));
    BOOST_TEST((look_up("nurses").noun_class == NounClass::person));
    BOOST_TEST(look_up("children").plural);
    BOOST_TEST(look_up("step-siblings").plural);
    BOOST_TEST(!look_up("zzyzx").known());
    BOOST_TEST(!look_up("").known());
    BOOST_TEST(look_up("a").noun == look_up("a").noun);
}

BOOST_AUTO_TEST_CASE(slips_of_the_pen_have_the_stem_that_was_meant) {
    const std::vector<std::pair<std::string, std::string>> cases{{"teh", "the"},
                                                                 {"wiht", "with"},
                                                                 {"behavoiur", "behaviour"},
                                                                 {"seperate", "separate"},
                                                                 {"posible", "possible"},
                                                                 {"houshold", "household"},
                                                                 {"imediately", "immediately"}};
    for (const auto& [slip, meant] : cases) {
        BOOST_TEST(correct(slip).value_or("") == meant, slip);
        BOOST_TEST(read(slip).tokens.at(0).stem == stem_of(meant), slip);
        BOOST_TEST(read(slip).tokens.at(0).norm == slip);
    }
    for (const auto* const right : {"jollof", "mum", "the", "sofa", "xy", "Zqwk"})
        BOOST_TEST(!correct(right).has_value(), right);
    BOOST_TEST(read("Kian").tokens.at(0).stem == "kian"); // a capital may be a name
}

BOOST_AUTO_TEST_CASE(parts_of_speech) {
    const std::vector<std::pair<std::string, Part>> cases{
        {"to visit", Part::verb},      {"the visit", Part::noun},    {"will report", Part::verb},
        {"his report", Part::noun},    {"2 visits", Part::noun},     {"Mum needs", Part::verb},
        {"her needs", Part::noun},     {"to school", Part::noun},    {"feels safe", Part::adjective},
        {"is tired", Part::adjective}, {"is seen", Part::verb},      {"by March", Part::noun},
        {"went weekly", Part::adverb}, {"a missed", Part::adjective}};
    for (const auto& [wording, part] : cases)
        BOOST_TEST((read(wording).tokens.at(1).part == part), wording);
}

BOOST_AUTO_TEST_SUITE_END()
