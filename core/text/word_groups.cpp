#include "text/word_groups.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <unordered_map>

namespace plumbline::text {
namespace {

struct Row {
    Group group;
    std::string_view words; // separated by one space
};

constexpr Row role(Role role, std::string_view words, std::uint32_t families = 0) {
    return {{role, Person::nobody, families}, words};
}
constexpr Row person(Person person, std::string_view words) {
    return {{Role::content, person, 0}, words};
}
constexpr Row family(std::uint32_t families, std::string_view words) {
    return {{Role::content, Person::nobody, families}, words};
}

// A role given later does not replace an earlier one; families add up.
constexpr Row rows[] = {
    role(Role::be, "am are be been being is was were"),
    role(Role::be, "ain't aren't isn't wasn't weren't", negative),
    role(Role::have, "had has have having"),
    role(Role::have, "hadn't hasn't haven't", negative),
    role(Role::do_, "did do does doing"),
    role(Role::do_, "didn't doesn't don't", negative),
    role(Role::modal, "can could may might must shall should will would gonna"),
    role(Role::modal, "can't cannot couldn't mightn't mustn't shan't shouldn't won't wouldn't needn't",
         negative),
    role(Role::to, "to"),
    role(Role::negator, "not never neither nor", negative),
    role(Role::determiner, "a all an another any both each either enough every few half less many more most "
                           "much other own same several "
                           "some such that the these this those what whatever which"),
    role(Role::determiner, "no", negative),
    role(Role::possessive, "her his its my our their whose your"),
    role(Role::subject,
         "he i it nobody's one's she there they we you everybody everyone somebody someone anybody "
         "anyone everything something anything"),
    role(Role::subject, "nobody none nothing nowt no-one", negative),
    role(Role::object, "herself him himself itself me myself ourselves them themselves us yourself"),
    role(Role::relative, "who whom where"),
    role(Role::conjunction, "& and but or plus then"),
    role(Role::subordinator, "although as because coz cuz lest so though unless whereas whether "
                             "while whilst why how"),
    role(Role::subordinator, "if once unless when whenever wherever provided providing", condition),
    role(Role::preposition,
         "about above across against along alongside among around at behind below beneath beside "
         "besides beyond despite down due except following for from in inside into like near of off "
         "on onto opposite out outside over per past re regarding round than through throughout toward "
         "towards under up upon via with"),
    role(Role::preposition, "without", negative),
    role(Role::preposition, "after before by during since til till until within w/c", reaching),
    family(reaching, "at for from in on over till throughout"),
    role(Role::adverb,
         "again ago ahead almost already also alone always anymore anyway apart away back else even ever "
         "first here home however indoors instead just later least maybe nearly next now often only "
         "otherwise outdoors perhaps please quite rather really sometimes soon still therefore today "
         "together tomorrow tonight too very well yesterday yet"),
    role(Role::adverb, "barely hardly rarely seldom", negative),

    person(Person::child,
           "babies baby boy boys bump child children daughter foetus girl girls infant kid kids lad "
           "newborn pupil sibling siblings son sons teen teenager toddler twin twins unborn yp "
           "youngster"),
    person(
        Person::parent,
        "adopter adopters aunt auntie aunties aunts aunty babcia birth-dad birth-mother birth-mum "
        "birth-parents "
        "boyfriend carer carers dad daddy dads ex father fathers fc foster-carer foster-carers gran grandad "
        "granddad "
        "grandfather grandma grandmother grandpa grandparent grandparents granny guardian guardians husband "
        "kinship-carer mam mama mammy mgf mgm mother mothers mum mummy mums nan nana nanna nanny papa parent "
        "parents "
        "partner pgf pgm step-dad step-father step-mother step-mum step-parent stepdad stepfather stepmother "
        "stepmum "
        "stepparent uncle uncles wife"),
    person(
        Person::worker,
        "advocate advocates agencies ama asw cafcass camhs cgl chair clinician clinicians consultant "
        "coordinator "
        "counsellor dentist doctor doctors dr dsl edt ep fgc fsw gp gps headteacher hv hvs idva intermediary "
        "interpreter iro isva isw key-worker keyworker la lado landlord lawyer legal manager mentor midwife "
        "midwives "
        "nurse nurses officer ot pa paediatrician panel pcso pharmacist physio police practitioner "
        "practitioners "
        "professional professionals psychiatrist psychologist salt school schools senco slt social-worker "
        "social-workers solicitor ssw staff support-worker sw sws ta teacher teachers team therapist tm "
        "tutor tutors "
        "visitor worker workers yjs yos yot youth-worker"),
    person(Person::pronoun, "he her him his she their them they"),
    person(Person::self, "i me mine my myself our us we"),

    family(
        speech,
        "admit admits admitted agreed agrees answered answers ask asked asks beg begged begs "
        "comment commented comments complained complains cried describe described describes dictated "
        "disclosed drew explain explained explains express expressed expresses felt feels goes insisted "
        "insists joked mention mentioned mentions messaged muttered put puts quote quoted reads refused "
        "replied replies reply report reported reports said say saying says screamed shared shouted shouts "
        "shrugged signed spoke stated states tell telling tells texted texts thinks thought told typed "
        "whispered wished wishes write writes wrote yelled"),
    family(
        unit,
        "appointment appointments bottle bottles case cases centile centiles chapter chapters copies copy "
        "drink "
        "drinks grade grades hug hugs item items km kg lesson lessons letter letters level levels litre "
        "litres "
        "meal meals mark marks metre metres mile miles ml night nights occasion occasions page pages people "
        "per "
        "percent photo photos place places point points portion portions pound pounds session sessions sheet "
        "sheets step steps star stars sticker stickers test tests time times unit units visit visits word "
        "words"),
    family(unit | time_unit,
           "day days fortnight fortnights hour hours hr hrs min mins minute minutes month months mth "
           "mths second seconds week weekend weekends weeks wk wks year years yr yrs evening evenings "
           "morning mornings afternoon afternoons night nights"),
    family(
        calendar,
        "april august autumn christmas december diwali easter eid february fri friday fridays "
        "january july june march may mon monday mondays november october ramadan sat saturday saturdays "
        "september spring summer sun sunday sundays thurs thursday thursdays today tomorrow tonight tue "
        "tues tuesday tuesdays wed wednesday wednesdays weds winter xmas yesterday jan feb mar apr jun jul "
        "aug sep sept oct nov dec weekend weekends"),
    family(occasion, "appointment assembly birth birthday conference cpcc core-group delivery discharge due "
                     "exam exams half-term hearing holiday holidays icpc meeting mock mocks panel pep rcpc "
                     "release review summer term visit"),
    family(frequency, "annually daily fortnightly hourly monthly nightly quarterly termly weekly wkly "
                      "yearly"),
    family(catenative | intending,
           "agree agreed agrees aim aimed aims arrange arranged commit committed due expect "
           "expected going hope hopes intend intended intends need needed needing needs offer "
           "offered offers ought plan planned planning plans prepared promise promised promises "
           "ready supposed undertake volunteered"),
    family(catenative,
           "able allowed appear appears asked begin begins begun began choose chooses chose continue "
           "continued continues encouraged got happy have has had help helped helps hates keen learn "
           "learning learnt like liked likes likely love loved loves manage managed manages prefer preferred "
           "prefers pretend pretends seem seemed seems start started starts struggle struggled struggles "
           "told tend tends threaten threatened threatens tried tries try trying used want wanted wanting "
           "wants willing wish wished wishes would"),
    family(catenative | refusing,
           "decline declined declines fail failed failing fails forget forgets forgot neglect "
           "neglected omitted refuse refused refuses refusing reluctant unable unwilling"),
    family(starting,
           "avoid avoided avoids began begin begins carry continue continued continues continuing enjoy "
           "enjoyed enjoys finish finished go goes going hate hates keep keeping keeps kept like likes love "
           "loves mind practise start started starting starts stop stopped stopping stops"),
    family(embedding,
           "ask asked asking asks check checks checked decide find know knew knows not-sure see sure tell "
           "wonder wondered wonders"),
    family(
        directing,
        "advise advised advises allow allowed allows ask asked asks assist encourage encouraged expect "
        "expected expects get gets help helped helping helps invite invited let lets make makes need needs "
        "order prompt remind reminded reminds request requested require required support supported "
        "supporting supports teach tell tells told want wanted wants"),
    family(ordinal,
           "eighth fifth final first fourth further last next ninth second seventh sixth tenth third"),
    family(
        intransitive,
        "arrived ascended attended became began broke changed come cried decreased deteriorated died dropped "
        "ended "
        "engaged escalated failed fallen gone grown happened improved increased lapsed lasted lived occurred "
        "progressed reduced remained risen settled slept started stayed stopped walked worsened"),
    family(phrasal, "after as at failing following in on or otherwise whatever with"),
    family(number_like,
           "dozen eight eighteen eighty eleven fifteen fifty five forty four fourteen half hundred million "
           "nine nineteen ninety once one seven seventeen seventy six sixteen sixty ten thirteen thirty "
           "thousand three thrice twelve twenty twice two zero couple"),
};

class Table {
public:
    Table() {
        groups_.reserve(1600);
        for (const auto& row : rows)
            for (std::string_view rest = row.words; !rest.empty();) {
                const auto word = rest.substr(0, rest.find(' '));
                add(word, row.group);
                rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            }
    }

    Group find(std::string_view word) const {
        const auto found = groups_.find(word);
        return found == groups_.end() ? Group{} : found->second;
    }

private:
    void add(std::string_view word, const Group& more) {
        Group& group = groups_[word];
        if (group.role == Role::content) group.role = more.role;
        if (group.person == Person::nobody) group.person = more.person;
        group.families |= more.families;
    }

    std::unordered_map<std::string_view, Group> groups_;
};

} // namespace

Group group_of(std::string_view norm) {
    static const Table table;
    return table.find(norm);
}

} // namespace plumbline::text
