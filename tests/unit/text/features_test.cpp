#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "base/user_error.hpp"
#include "text/features.hpp"

#include <algorithm>

using namespace plumbline;
using namespace plumbline::text;

namespace {

std::shared_ptr<const WordClasses> some_classes(std::string_view patterns = "") {
    return WordClasses::from_texts("# who\nparent\tmum dad\nmeeting\tcore_group conference\nwant\twants\n"
                                   "name\tdaisy mark\nt.sleep\tsleep bed\nt.food\tfood eat\n",
                                   patterns);
}

bool has(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

std::vector<std::string> names_of(std::string_view text, std::string_view patterns = "") {
    return feature_names(read(text), *some_classes(patterns));
}

std::uint32_t refused_at(std::string_view classes, std::string_view patterns) {
    try {
        (void)WordClasses::from_texts(classes, patterns);
    } catch (const UserError& error) {
        return error.position().line;
    }
    return 0;
}

} // namespace

BOOST_AUTO_TEST_SUITE(features_of_texts)

BOOST_AUTO_TEST_CASE(ids_and_names_are_the_same_features) {
    const auto classes = some_classes("p.wish\t@parent @want\n");
    const Reading reading =
        read("Mum wants 3 beds by the core group, Daisy's and Zoltan's. If not, ring 999.");
    Surroundings around;
    around.child_age = 6;
    const Features found = features(reading, *classes, around);
    auto ids = found.found;
    ids.insert(ids.end(), found.letters.begin(), found.letters.end());
    const auto names = feature_names(reading, *classes, around);
    BOOST_REQUIRE_EQUAL(ids.size(), names.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        BOOST_CHECK_MESSAGE(ids[i].id == feature_id(names[i]), names[i]);
}

BOOST_AUTO_TEST_CASE(words_classes_and_neighbours) {
    const auto names = names_of("Mum wants sleep");
    for (const char* name : {"u mum", "c parent", "b mum want", "k parent want", "w parent want",
                             "x parent want", "y mum want", "z 0 parent", "Z 0 mum"})
        BOOST_CHECK_MESSAGE(has(names, name), name);
    BOOST_CHECK(!has(names, "c t.sleep")); // topics only compare two texts
}

BOOST_AUTO_TEST_CASE(numbers_and_names_count_as_one_word_each) {
    const auto names = names_of("We gave Zoltan 12 stickers");
    BOOST_CHECK(has(names, "u <num>"));
    BOOST_CHECK(has(names, "u <name>"));
    BOOST_CHECK(!has(names, "u zoltan"));
}

BOOST_AUTO_TEST_CASE(a_name_is_one_only_with_a_capital) {
    BOOST_CHECK(has(names_of("Ask Mark to come"), "c name"));
    BOOST_CHECK(!has(names_of("a mark on his arm"), "c name"));
}

BOOST_AUTO_TEST_CASE(phrases_of_several_words_are_classes_too) {
    BOOST_CHECK(has(names_of("at the next Core Group"), "c meeting"));
    BOOST_CHECK(!has(names_of("the core of the group"), "c meeting"));
}

BOOST_AUTO_TEST_CASE(patterns_reach_as_far_as_they_say) {
    const std::string_view wish = "wish\t^s @parent ..2 @want\n";
    BOOST_CHECK(has(names_of("Mum really now wants it", wish), "p wish"));
    BOOST_CHECK(!has(names_of("Mum is very much one who wants it", wish), "p wish"));
    BOOST_CHECK(!has(names_of("and Mum wants it", wish), "p wish"));
    BOOST_CHECK(!has(names_of("Mum. Wants it", wish), "p wish"));
    BOOST_CHECK(has(names_of("Ring mum", "call\tring|phone !@want $\n"), "p call"));
    BOOST_CHECK(has(names_of("No mum = no tea", "then\t?no @parent =\n"), "p then"));
    BOOST_CHECK(has(names_of("Sleep well", "start\t^ * well\n"), "p start"));
}

BOOST_AUTO_TEST_CASE(letters_are_read_across_words_and_never_split_a_character) {
    const auto names = names_of("café 12a");
    BOOST_CHECK(has(names, "h _caf"));
    BOOST_CHECK(has(names, "h fé_0"));
    BOOST_CHECK(has(names, "h 00a_"));
    for (const auto& name : names)
        BOOST_CHECK(static_cast<unsigned char>(name.back()) != 0xC3);
}

BOOST_AUTO_TEST_CASE(words_inside_quotation_marks_are_told_from_those_beside_them) {
    const auto names = names_of("Mum said, “Daisy wants sleep.” She cried.");
    BOOST_CHECK(has(names, "Q parent short"));
    BOOST_CHECK(has(names, "K parent want"));
    BOOST_CHECK(!has(names, "K parent parent"));
    BOOST_CHECK(has(names, "P parent"));
    BOOST_CHECK(!has(names, "P want"));
    BOOST_CHECK(
        !has(names_of("Mum wants sleep"), "P parent")); // where nothing is quoted, nothing is beside it
}

BOOST_AUTO_TEST_CASE(who_holds_what_of_whom) {
    const auto names = names_of("Mum says Daisy wants food.");
    BOOST_CHECK(has(names, "H parent child"));
    BOOST_CHECK(has(names, "I parent want"));
    BOOST_CHECK(!has(names_of("Daisy says Mum wants food."), "H parent child"));
}

BOOST_AUTO_TEST_CASE(how_clauses_follow_one_another) {
    const auto names = names_of("If Mum drinks, Daisy stays here.");
    BOOST_CHECK(has(names, "G if child-present"));
    BOOST_CHECK(has(names, "F first if"));
    BOOST_CHECK(has(names, "F last child-present"));
    BOOST_CHECK(!has(names_of("Daisy stays here."), "F first if"));
}

BOOST_AUTO_TEST_CASE(age_matters_where_it_is_known) {
    const auto classes = some_classes();
    Surroundings around;
    around.unborn = true;
    BOOST_CHECK(has(feature_names(read("Mum sings"), *classes, around), "a unborn"));
    around = {};
    around.child_age = 3.5;
    BOOST_CHECK(has(feature_names(read("Mum sings"), *classes, around), "v small parent"));
    BOOST_CHECK(!has(names_of("Mum sings"), "v small parent"));
}

BOOST_AUTO_TEST_CASE(two_texts_are_compared_by_topic_and_shared_words) {
    const auto classes = some_classes();
    const auto same = feature_names(read("He can't sleep"), read("A bed to be bought"), *classes);
    BOOST_CHECK(has(same, "L t.sleep t.sleep"));
    BOOST_CHECK(has(same, "O same"));
    const auto other = feature_names(read("He can't sleep"), read("Food parcel"), *classes);
    BOOST_CHECK(has(other, "O other"));
    BOOST_CHECK(has(feature_names(read("Cough"), read("Cough mixture"), *classes), "s cough"));
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_no_words) {
    const auto found = features(read(""), *some_classes());
    for (const auto& feature : found.found)
        BOOST_CHECK(feature.words.empty());
}

BOOST_AUTO_TEST_CASE(broken_lists_are_refused_with_their_line) {
    BOOST_CHECK_EQUAL(refused_at("parent\tmum\nbroken line\n", ""), 2);
    BOOST_CHECK_EQUAL(refused_at("", "wish\t@nobody\n"), 1);
    BOOST_CHECK_EQUAL(refused_at("", "a\tx\nb\t..far x\n"), 2);
    BOOST_CHECK_EQUAL(refused_at("", "a\t \n"), 1);
    BOOST_CHECK_THROW((void)WordClasses::from_folder("/nowhere"), UserError);
}

BOOST_AUTO_TEST_SUITE_END()
