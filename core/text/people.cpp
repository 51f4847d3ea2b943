#include "text/people.hpp"

#include "text/tokens.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {
namespace {

using Words = std::string_view;

// Each list is sorted.
constexpr std::array<Words, 22> children{"babies",   "baby",    "boy",      "boys",     "child", "children",
                                         "daughter", "girl",    "girls",    "infant",   "kid",   "kids",
                                         "pupil",    "sibling", "siblings", "son",      "teen",  "teenager",
                                         "toddler",  "twins",   "yp",       "youngster"};

constexpr std::array<Words, 65> parents{
    "aunt",          "auntie",   "aunty",       "babcia",       "birth-mum", "boyfriend",    "carer",
    "carers",        "dad",      "daddy",       "dada",         "dads",      "ex",           "father",
    "fathers",       "fc",       "gran",        "grandad",      "granddad",  "grandfather",  "grandma",
    "grandmother",   "grandpa",  "grandparent", "grandparents", "granny",    "guardian",     "guardians",
    "husband",       "mam",      "mama",        "mammy",        "mgm",       "mgf",          "mother",
    "mothers",       "mum",      "mummy",       "mums",         "nan",       "nana",         "nanna",
    "nanny",         "papa",     "parent",      "parents",      "partner",   "pgf",          "pgm",
    "sgo",           "step-dad", "step-father", "step-mother",  "step-mum",  "stepdad",      "stepfather",
    "stepmother",    "stepmum",  "stepparent",  "uncle",        "wife",      "foster-carer", "foster-carers",
    "kinship-carer", "grandmum"};

constexpr std::array<Words, 98> workers{"advocate",
                                        "advocates",
                                        "agency",
                                        "agencies",
                                        "ama",
                                        "asw",
                                        "atm",
                                        "cafcass",
                                        "camhs",
                                        "chair",
                                        "clinician",
                                        "college",
                                        "consultant",
                                        "coordinator",
                                        "cp",
                                        "counsellor",
                                        "crisis",
                                        "dentist",
                                        "dr",
                                        "doctor",
                                        "dsl",
                                        "duty",
                                        "edt",
                                        "ehcp",
                                        "ep",
                                        "fsw",
                                        "ft",
                                        "gp",
                                        "guardian-ad-litem",
                                        "headteacher",
                                        "health",
                                        "hospital",
                                        "housing",
                                        "hv",
                                        "idva",
                                        "independent-visitor",
                                        "intermediary",
                                        "interpreter",
                                        "iro",
                                        "isw",
                                        "key-worker",
                                        "keyworker",
                                        "la",
                                        "lado",
                                        "lawyer",
                                        "manager",
                                        "mentor",
                                        "midwife",
                                        "midwives",
                                        "nurse",
                                        "nursery",
                                        "nurses",
                                        "nspcc",
                                        "officer",
                                        "ot",
                                        "pa",
                                        "paediatrician",
                                        "panel",
                                        "pastoral",
                                        "pcso",
                                        "pharmacist",
                                        "physio",
                                        "police",
                                        "practitioner",
                                        "probation",
                                        "professionals",
                                        "professional",
                                        "psychiatrist",
                                        "psychologist",
                                        "salt",
                                        "school",
                                        "schools",
                                        "senco",
                                        "social-worker",
                                        "solicitor",
                                        "staff",
                                        "ssw",
                                        "support-worker",
                                        "sw",
                                        "sws",
                                        "ta",
                                        "teacher",
                                        "teachers",
                                        "team",
                                        "therapist",
                                        "tm",
                                        "trainer",
                                        "tutor",
                                        "tutors",
                                        "virtual",
                                        "visitor",
                                        "ward",
                                        "worker",
                                        "workers",
                                        "yjs",
                                        "yot",
                                        "youth-worker",
                                        "yos"};

constexpr std::array<Words, 18> pronouns{"he",    "he'd", "he'll", "he's",   "her",     "him",
                                         "his",   "hers", "she",   "she'd",  "she'll",  "she's",
                                         "their", "them", "they",  "they'd", "they'll", "they're"};
constexpr std::array<Words, 16> selves{"i",   "i'd", "i'll", "i'm",  "i've",  "me",    "mine",  "my",
                                       "our", "us",  "we",   "we'd", "we'll", "we're", "we've", "myself"};

template <std::size_t N>
bool among(const std::array<Words, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// Stems.
constexpr std::array<Words, 44> speech{
    "add",   "admit",  "agre",    "answer",  "ask",     "beg",    "call",    "comment", "complain",
    "cri",   "dictat", "describ", "disclos", "drew",    "draw",   "explain", "express", "felt",
    "feel",  "insist", "joke",    "mention", "messag",  "mutter", "quot",    "read",    "refus",
    "repli", "report", "said",    "say",     "scream",  "share",  "shout",   "shrug",   "sign",
    "spoke", "state",  "tell",    "text",    "thought", "told",   "whisper", "wrote"};

std::string_view without_possessive(std::string_view norm) {
    return norm.ends_with("'s") ? norm.substr(0, norm.size() - 2) : norm;
}

} // namespace

Cast::Cast(const People& people) {
    for (const auto& name : people.child_names)
        for (auto& part : tokenise(name))
            if (part.kind == TokenKind::word && part.norm.size() > 1) names_.push_back(std::move(part.norm));
    std::ranges::sort(names_);
}

bool Cast::child_name(std::string_view norm) const {
    return std::ranges::binary_search(names_, without_possessive(norm));
}

Person Cast::who(const Token& token) const {
    if (token.kind != TokenKind::word) return Person::nobody;
    const auto word = without_possessive(token.norm);
    if (child_name(word)) return Person::child;
    if (among(pronouns, token.norm)) return Person::pronoun;
    if (among(selves, token.norm)) return Person::self;
    if (among(children, word)) return Person::child;
    if (among(parents, word)) return Person::parent;
    if (among(workers, word)) return Person::worker;
    return Person::nobody;
}

bool is_speech(const Token& token) {
    return token.kind == TokenKind::word && (among(speech, token.stem) || token.norm == "write" ||
                                             token.norm == "writes" || token.norm == "goes");
}

} // namespace plumbline::text
