#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/reading.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace plumbline::text;

namespace {

void add(std::string& line, std::string_view what, Span words, std::string_view text) {
    if (words.empty()) return;
    if (!line.empty()) line += ' ';
    line += std::string(what) + ":[" + std::string(words.of(text)) + "]";
}

std::string_view word(Tense tense) {
    switch (tense) {
    case Tense::none:
        return "";
    case Tense::past:
        return " past";
    case Tense::present:
        return " present";
    case Tense::future:
        return " future";
    case Tense::infinitive:
        return " infinitive";
    case Tense::imperative:
        break;
    }
    return " imperative";
}

/// "who:[SW] does:[to visit] what:[Mum] when:[by 3 May] much:[twice] infinitive intended"
std::string line(const Clause& clause, const std::string& text) {
    std::string out;
    add(out, "who", clause.actor, text);
    add(out, "does", clause.verb, text);
    add(out, "what", clause.object, text);
    add(out, "when", clause.time, text);
    add(out, "much", clause.amount, text);
    out += word(clause.tense);
    out += clause.negated ? " negated" : "";
    out += clause.condition ? " condition" : "";
    out += clause.intended ? " intended" : "";
    out += clause.passive ? " passive" : "";
    return out;
}

struct Case {
    std::string wording;
    std::vector<std::string> clauses;
};

void hold(const std::vector<Case>& cases) {
    for (const auto& test : cases) {
        const Reading reading = read(test.wording, {{"Kai", "Zofia Nowak"}});
        std::vector<std::string> got;
        for (const auto& clause : reading.clauses)
            got.push_back(line(clause, reading.text));
        BOOST_TEST_INFO(test.wording);
        BOOST_CHECK_EQUAL_COLLECTIONS(got.begin(), got.end(), test.clauses.begin(), test.clauses.end());
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(clauses)

BOOST_AUTO_TEST_CASE(orders_and_intentions) {
    hold({
        {"Refer Kai to the sleep clinic by 3 May.",
         {"does:[Refer] what:[Kai to the sleep clinic] when:[by 3 May] imperative intended"}},
        {"SW to visit weekly and ring Nan on Fridays",
         {"who:[SW] does:[to visit] much:[weekly] infinitive intended",
          "who:[SW] does:[ring] what:[Nan] when:[on Fridays] much:[Fridays] infinitive intended"}},
        {"Uncle Piotr will collect Zofia from judo.",
         {"who:[Uncle Piotr] does:[will collect] what:[Zofia from judo] future intended"}},
        {"Don't leave the twins with Gary.",
         {"does:[Don't leave] what:[the twins with Gary] imperative negated intended"}},
        {"Form to be signed by the health visitor before half term.",
         {"who:[the health visitor] does:[to be signed] what:[Form] when:[before half term] infinitive "
          "intended passive"}},
        {"Carers agreed to fit a bath seat.",
         {"who:[Carers] does:[agreed to fit] what:[a bath seat] past intended"}},
        {"Ask Mum to bring the red book.",
         {"does:[Ask] what:[Mum] imperative intended",
          "who:[Mum] does:[to bring] what:[the red book] infinitive intended"}},
        {"PA: ring the landlord today",
         {"what:[PA]", "who:[PA] does:[ring] what:[the landlord] when:[today] present"}},
        {"Contact with Gran every Sunday", {"what:[Contact with Gran] much:[every Sunday]"}},
        {"School nurse weighs him monthly.",
         {"who:[School nurse] does:[weighs] what:[him] much:[monthly] present"}},
    });
}

BOOST_AUTO_TEST_CASE(conditions_and_what_follows) {
    hold({
        {"Third missed drug test = legal planning meeting",
         {"what:[Third missed drug test] condition", "what:[legal planning meeting]"}},
        {"If Lena drinks, the boys go to Aunt Rosa.",
         {"who:[Lena] does:[drinks] present condition",
          "who:[the boys] does:[go] what:[to Aunt Rosa] present"}},
        {"Should the tenancy fail, PA will book a hostel.",
         {"who:[the tenancy] does:[fail] present condition",
          "who:[PA] does:[will book] what:[a hostel] future intended"}},
        {"In the event of illness Grandad will have them.",
         {"what:[In the event of illness] condition",
          "who:[Grandad] does:[will have] what:[them] future intended"}},
        {"Dad shouts → kids ring Bea",
         {"who:[Dad] does:[shouts] present condition", "who:[kids] does:[ring] what:[Bea] present"}},
        {"Ask the GP if he can cycle.",
         {"does:[Ask] what:[the GP] imperative intended", "who:[he] does:[can cycle] present"}},
        {"When he saw the dog he cried.",
         {"who:[he] does:[saw] what:[the dog] past", "who:[he] does:[cried] past"}},
        {"When he sees the dog he cries.",
         {"who:[he] does:[sees] what:[the dog] present condition", "who:[he] does:[cries] present"}},
        {"If neither flat is ready, a hostel.",
         {"who:[neither flat] does:[is] what:[ready] present negated condition", "what:[a hostel]"}},
        {"Otherwise Aunt Rosa applies.", {" condition", "who:[Aunt Rosa] does:[applies] present"}},
        {"Refer to the hub as and when needed",
         {"does:[Refer] what:[to the hub] imperative intended", "does:[needed] past condition"}},
        {"If needed, ring the duty line.",
         {"does:[needed] past condition", "does:[ring] what:[the duty line] imperative intended"}},
        {"Police to be called should Gary attend the flat",
         {"does:[to be called] what:[Police] infinitive intended passive",
          "who:[Gary] does:[attend] what:[the flat] present condition"}},
        {"Gas off again? Neighbour takes the baby.",
         {"what:[Gas] condition", "who:[Neighbour] does:[takes] what:[the baby] present"}},
        {"What is his plan? He says none.",
         {"who:[What] does:[is] what:[his plan] present",
          "who:[He] does:[says] what:[none] present negated"}},
    });
}

BOOST_AUTO_TEST_CASE(what_was_and_was_not) {
    hold({
        {"Mum refused to sign and has not rung.",
         {"who:[Mum] does:[refused to sign] past negated", "who:[Mum] does:[has not rung] past negated"}},
        {"Zofia never goes.", {"who:[Zofia] does:[never goes] present negated"}},
        {"No overnight stays at Dad’s.", {"what:[No overnight stays at Dad’s] negated"}},
        {"No later than 4 June", {"when:[4 June]"}},
        {"He left without eating.", {"who:[He] does:[left] past", "who:[He] does:[eating] present negated"}},
        {"Benefit form completed, photos taken.",
         {"does:[completed] what:[Benefit form] past passive", "does:[taken] what:[photos] past passive"}},
        {"She’ll be 18 and she’s tired.",
         {"who:[She] does:[’ll be] what:[18] much:[18] future intended",
          "who:[she] does:[’s] what:[tired] present"}},
    });
}

BOOST_AUTO_TEST_CASE(english_without_endings) {
    hold({
        {"Mum drink, girls go to Nan.",
         {"who:[Mum] does:[drink] present", "who:[girls] does:[go] what:[to Nan] present"}},
        {"If placement end, Kai live with Jo.",
         {"who:[placement] does:[end] present condition", "who:[Kai] does:[live] what:[with Jo] present"}},
        {"Baby not take bottle from me.",
         {"who:[Baby] does:[not take] what:[bottle from me] present negated"}},
    });
}

BOOST_AUTO_TEST_CASE(when_and_how_much) {
    hold({
        {"Nine swims by 6 July", {"what:[Nine swims] when:[by 6 July] much:[Nine swims]"}},
        {"Drive her twice a week until the June review",
         {"does:[Drive] what:[her] when:[until the June review] much:[twice a week] imperative intended"}},
        {"In Year 6 he ran 3 miles", {"who:[he] does:[ran] what:[3 miles] much:[3 miles] past"}},
        {"call 999", {"does:[call] what:[999] imperative intended"}},
        {"Attends 4 days out of 5", {"does:[Attends] what:[4 days out of 5] much:[4 days out of 5] present"}},
        {"Home by 9.30pm every school night", {"when:[by 9.30pm] much:[every school night]"}},
    });
}

BOOST_AUTO_TEST_CASE(spans_and_tokens_agree) {
    const Reading reading =
        read("Nan’s café: Kai, who can’t swim, goes on Mondays (2 hrs) and helps. Nothing else!");
    for (const auto& clause : reading.clauses) {
        BOOST_TEST(clause.first_token < clause.last_token);
        BOOST_TEST(reading.tokens[clause.first_token].span.begin == clause.span.begin);
        BOOST_TEST(reading.tokens[clause.last_token - 1].span.end == clause.span.end);
        BOOST_TEST(clause.sentence < reading.sentences.size());
        if (!clause.verb.empty()) BOOST_TEST(reading.tokens[clause.verb_token].span.end <= clause.verb.end);
    }
}

BOOST_AUTO_TEST_SUITE_END()
