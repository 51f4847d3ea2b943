#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "base/user_error.hpp"
#include "text/model.hpp"

#include <cmath>

using namespace plumbline;
using namespace plumbline::text;

namespace {

std::shared_ptr<const WordClasses> small_classes() {
    return WordClasses::from_texts("parent\tmum dad\nwant\twants would_like\n",
                                   "v.wish\t@parent ..1 @want\n");
}

Model small_model(const std::string& settings = "") {
    return Model::from_text("# a comment\nbias\t-0.5\nnot_met_below\t0.3\nmet_above\t0.7\n" + settings +
                                "u kitten\t4\nc parent\t-2\np v.wish\t3\n",
                            "small.tsv");
}

std::uint32_t line_of(std::string_view text) {
    try {
        (void)Model::from_text(std::string(text), "broken.tsv");
    } catch (const UserError& error) {
        BOOST_CHECK_EQUAL(error.position().file, "broken.tsv");
        return error.position().line;
    }
    BOOST_ERROR("accepted: " << text);
    return 0;
}

} // namespace

BOOST_AUTO_TEST_SUITE(model)

BOOST_AUTO_TEST_CASE(weighs_what_it_knows_and_ignores_the_rest) {
    const auto classes = small_classes();
    const Model model = small_model();
    const auto probability = [&](std::string_view text) {
        return model.probability(features(read(text), *classes));
    };
    BOOST_CHECK_LT(probability("Lamp."), 0.5);
    BOOST_CHECK_CLOSE(probability("Lamp."), probability("Stone."), 1e-9);
    BOOST_CHECK_GT(probability("A kitten."), 0.5);
    BOOST_CHECK_LT(probability("Mum sleeps."), probability("Lamp sleeps."));
    BOOST_CHECK_GT(probability("Mum wants it."), probability("Mum has it."));
}

BOOST_AUTO_TEST_CASE(a_feature_counts_once_however_often_it_stands) {
    const auto classes = small_classes();
    const Model model = small_model();
    const auto once = model.probability(features(read("kitten lamp lamp lamp"), *classes));
    const auto often = model.probability(features(read("kitten kitten kitten kitten"), *classes));
    BOOST_CHECK_CLOSE(once, often, 1e-9);
}

BOOST_AUTO_TEST_CASE(reads_letters_as_it_was_trained_to) {
    const auto classes = small_classes();
    const Model model = Model::from_text("bias\t0\nh _kit\t4\nu kitten\t1\n", "letters.tsv");
    const auto text = features(read("A kitten."), *classes);
    const double score = 4 * text.letters_scale + 1 * text.scale;
    BOOST_CHECK_CLOSE(model.probability(text), 1 / (1 + std::exp(-score)), 1e-9);
    const ModelAnswer answer = model.answer(read("A kitten."), text);
    BOOST_REQUIRE_EQUAL(answer.why.size(), 1); // letters are no reason that one could read
    BOOST_CHECK_EQUAL(answer.why.front(), "u kitten");
}

BOOST_AUTO_TEST_CASE(names_the_words_that_decided) {
    const auto classes = small_classes();
    const Reading reading = read("He talked for long. He hopes for a kitten.");
    const ModelAnswer answer = small_model().answer(reading, features(reading, *classes));
    BOOST_REQUIRE_EQUAL(answer.deciding.size(), 1);
    BOOST_CHECK_EQUAL(answer.deciding.front().of(reading.text), "kitten");
    BOOST_REQUIRE_EQUAL(answer.why.size(), 1);
    BOOST_CHECK_EQUAL(answer.why.front(), "u kitten");
}

BOOST_AUTO_TEST_CASE(words_for_the_other_answer_are_not_deciding) {
    const auto classes = small_classes();
    const Reading reading = read("Dad slept, mum slept.");
    const ModelAnswer answer = small_model().answer(reading, features(reading, *classes));
    BOOST_CHECK_LT(answer.probability, 0.3);
    BOOST_REQUIRE(!answer.deciding.empty());
    BOOST_CHECK_EQUAL(answer.deciding.front().of(reading.text), "Dad");
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_the_bias_alone) {
    const auto classes = small_classes();
    const Reading reading = read("");
    const ModelAnswer answer = small_model().answer(reading, features(reading, *classes));
    BOOST_CHECK_LT(answer.probability, 0.5);
    BOOST_CHECK(answer.deciding.empty());
}

BOOST_AUTO_TEST_CASE(thresholds_stand_in_the_file) {
    const Model model = small_model();
    BOOST_CHECK_EQUAL(model.not_met_below(), 0.3);
    BOOST_CHECK_EQUAL(model.met_above(), 0.7);
}

BOOST_AUTO_TEST_CASE(broken_files_are_refused_with_their_line) {
    BOOST_CHECK_EQUAL(line_of("bias\t0\nu kitten\n"), 2);
    BOOST_CHECK_EQUAL(line_of("bias\t0\nu kitten\tmuch\n"), 2);
    BOOST_CHECK_EQUAL(line_of("u kitten\t1\nu lamp\tnan\n"), 2);
    BOOST_CHECK_EQUAL(line_of("u kitten\t1\n\nu kitten\t2\n"), 3);
    BOOST_CHECK_THROW((void)small_model("not_met_below\t0.9\n"), UserError);
    BOOST_CHECK_THROW((void)Model::from_file("/nowhere/model.tsv"), UserError);
}

BOOST_AUTO_TEST_SUITE_END()
