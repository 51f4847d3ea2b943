#include "text/timescale_parts.hpp"
#include "text/timescale_patterns.hpp"

#include <array>

namespace plumbline::text::timescales {

namespace {

struct Phrase {
    std::string_view pattern;
    PartKind kind = PartKind::filler;
    Role role = Role::none;
};

constexpr Phrase role(std::string_view pattern, Role role) {
    return {pattern, PartKind::role, role};
}
constexpr Phrase vague(std::string_view pattern) {
    return {pattern, PartKind::vague, Role::none};
}
constexpr Phrase open(std::string_view pattern) {
    return {pattern, PartKind::open, Role::none};
}
constexpr Phrase nothing(std::string_view pattern) {
    return {pattern, PartKind::nothing, Role::none};
}
constexpr Phrase cancel(std::string_view pattern) {
    return {pattern, PartKind::cancel, Role::none};
}
constexpr Phrase filler(std::string_view pattern) {
    return {pattern, PartKind::filler, Role::none};
}

constexpr std::array phrases{
    // What the next day, period or event is for.
    role("by|on|in|at|for|due|until|untill|unitl|til|till|'til|within|w/"
         "in|withing|deadline|during|over|latest|ends|ending|end|finish|finishes|finishing|inside|upto|nlt|"
         "max|maximum|target|complete|completion|expires|through|@|under|across",
         Role::by),
    role("up to|until|till", Role::by),
    role("with in", Role::by),
    role("no later|longer|more|latter than|then", Role::by),
    role("not later|after|more|beyond|longer than?", Role::by),
    role("less than", Role::by),
    role("on or before|by", Role::by),
    role("by or on|before", Role::by),
    role("to be? complete|completed|done|finished|achieved by?", Role::by),
    role("to be? reviewed by", Role::by),
    role("completed|done|finished|achieved|actioned|booked|sorted|submitted|sent by|before", Role::by),
    role("start|started|starting|starts|begin|begun|commence by|before|no", Role::by),
    role("runs|run out|to|until|till", Role::by),
    role("last|final one|session|visit|day|appointment|appt", Role::by),
    role("first|next|1 one|session|visit|night|appointment|appt|contact|day by|on|is|:?", Role::by),
    role("before|b4|prior|befor|bfore|ahead to|of?", Role::before),
    role("in advance of", Role::before),
    role("from|since|starting|starts|start|started|commencing|commences|commence|commenced|begins|begin|"
         "beginning|begun|began|wef|effective|onwards from?",
         Role::start),
    role("as from|of", Role::start),
    role("to start|begin|commence", Role::start),
    role("due to start|begin|commence", Role::start),
    role("start date", Role::start),
    role("with effect from", Role::start),
    role("after|following|post|aft|afer", Role::after),
    role("not|no before|earlier|sooner until|than|then?", Role::not_before),
    role("not until|till|til|before|within|in", Role::not_before),
    role("at? the? earliest", Role::not_before),
    role("straight|directly|right|immediately|just after|following", Role::by),
    role("at least until|till|til", Role::not_before),
    role("at least|minimum|min", Role::at_least),
    role("at|a minimum|min of?", Role::at_least),
    role("for? a? minimum|min of|.?", Role::at_least),
    role("minimum|min .", Role::at_least),
    role("for at least", Role::at_least),
    role("not|no less|fewer than", Role::at_least),
    role("more|longer than", Role::at_least),
    role("in excess of", Role::at_least),
    role(">", Role::at_least),
    role("<", Role::by),
    role("maybe|perhaps|possibly|probably|poss|might|could|?|likely|guess be?", Role::maybe),
    role("hopefully", Role::by),
    role("applied|referred|dated|agreed|sent|submitted|made|seen|discussed|met|opened|issued|signed|recorded|"
         "updated|written|received|requested|emailed|rang|called|raised|identified|minutes|was|were|born|"
         "given|approved on|at|in|:?",
         Role::fact),
    role("referral made|sent|submitted on|:?", Role::fact),
    role("completed|done|held|finished|achieved|complete|closed|ended|actioned|compleated on|:?", Role::done),
    role("when|once|if|whenever|pending|upon|unless|providing|provided|depending|dependent|dependant|depends|"
         "wen|onse|while|whilst|until|till on|that?",
         Role::condition),
    role("subject to", Role::condition),
    role("as and? when", Role::condition),
    role("by the time", Role::condition),
    role("by the time of", Role::by),
    role("soon as", Role::condition),
    role("as soon as", Role::condition),
    role("the minute|moment", Role::condition),
    role("the day|week he|she|they|that|mum|dad", Role::condition),
    role("awaiting|waiting for|on?", Role::condition),
    role("in the event of", Role::condition),
    role("review|reviewed|r/v|rv|reviewing|revisit|rev|reveiwed|check|revisited|checked", Role::review),
    role("to be reviewed", Role::review),
    role("see|per|refer|ref|cf to? the? "
         "cp|cin|care|court|written|child|safety|core|pathway|contact|risk|lac|review|previous|last? "
         "protection|group|in|order? need? "
         "minutes|plan|plans|notes|email|emails|report|letter|order|agreement|policy|procedure|procedures|"
         "guidance|protocol|timetable|schedule|page|section|chronology",
         Role::pointer),
    role("as per|in|on|stated|detailed|outlined|set", Role::pointer),
    role("in line with", Role::pointer),
    role("according to", Role::pointer),
    role("in accordance with", Role::pointer),
    role("or|alternatively", Role::alternative),
    role("and|&|plus|then|also|with", Role::also),
    role("to|till", Role::range),
    role("between|betwen|btwn", Role::between),
    role("ie|i/e|ie.|eg|=|namely|approx|circa", Role::that_is),

    // Takes back what stands before it.
    cancel("or whenever|later|thereafter|after"),
    cancel("or when|once|if|as|until"),
    cancel("or as soon as"),
    cancel("or asap after?"),
    cancel("or the? next available|convenient|possible *?"),
    cancel("or at another|some|a later time|date|point"),

    // Nothing that can be waited for.
    vague("asap|a.s.a.p|asp|aasap|soonest|soon|soonish|shortly|urgent|urgently|promptly|timely|quickly|"
          "imminent|imminently|eventually|sometime|someday|priority|expedite|sooner"),
    vague("as soon|sone|early|quickly|swiftly|quick as "
          "possible|poss|posible|practicable|practical|~practicable|able|can|pos"),
    vague("as soon|sone|quick|early as * can|is|able"),
    vague("as soon as"),
    vague("soon as poss|possible|posible|can|able"),
    vague("in due course|corse|time"),
    vague("as and when|wen required|needed|necessary|appropriate|possible|it?"),
    vague("as|when|where|if "
          "needed|required|necessary|appropriate|possible|able|available|applicable|ready|poss|practicable|"
          "relevant|safe"),
    vague("short|medium|long|longer|shorter|mid / short|medium|long|longer? term"),
    vague("short|medium|long|longer|shorter|mid to? short|medium|long? term"),
    vague("in good time"),
    vague("at|in the near|nearest|foreseeable|not too? distant? future"),
    vague("in future"),
    vague("near future"),
    vague("at? the? earliest|first|next|soonest|earlyest|available? "
          "opportunity|convenience|chance|possible|available|opp date|opportunity|time?"),
    vague("next available * ?"),
    vague("next available|convenient *"),
    vague("first available *"),
    vague("at|in some point|stage|time"),
    vague("some time"),
    vague("later in|on the? year|day|plan?"),
    vague("at|in the right|appropriate|appropiate|correct|proper|suitable|best|child's|his|her|their "
          "time|pace|point|moment|own"),
    vague("at his|her|their|child's own? pace"),
    vague("in his|her|their own? time"),
    vague("when the time is right"),
    vague(
        "when|where|whenever|wherever|as and? ? possible|able|available|ready|convenient|appropriate|needed"),
    vague("over|in|during the? next? coming|next|following few|several? weeks|days|months|visits|sessions"),
    vague("over time"),
    vague("over the next few|several *"),
    vague("in the meantime|interim"),
    vague("within? reasonable time|timescale|timescales|timeframe|period"),
    vague("within? a? reasonable time|timescale|timescales|timeframe|period"),
    vague("within? the? "
          "statutory|agreed|set|usual|normal|given|required|legal|expected|policy|procedural|specified|local|"
          "national|published timescale|timescales|timeframe|timeframes|time|limits|limit|timelines"),
    vague("within? timescale|timescales|timeframe|timeframes|statute|policy"),
    vague("in a? timely|prompt|speedy way|manner|fashion"),
    vague("without delay"),
    vague("sooner rather than later"),
    vague("before too long"),
    vague("before long"),
    vague("one day"),
    vague("any day|moment|time now|soon"),
    vague("high|low|medium|top priority"),
    vague("no rush|hurry|urgency"),
    vague("when|as time|resources|capacity|diary|diaries|funding allows|permits|allow|permit"),
    vague("next time"),
    vague("next contact|session"),
    vague("a while"),
    vague("flexible"),
    vague("* dependent|depending|permitting"),
    vague("spring|summer|autumn|winter"),
    vague("early|late|mid|this|next spring|summer|autumn|winter"),
    vague("kept|keep? under review"),

    // No last day.
    open("ongoing|continuous|continuously|continual|continually|continuing|continue|continues|continued|"
         "always|throughout|permanent|permanently|indefinitely|indefinite|forever|rolling|constant|"
         "constantly|lifelong|onging|ongiong|ongoin|onwards|onward|maintain|maintained|thereafter|anytime|"
         "continious|infinite|cont|cont'd"),
    open("~ongoing"),
    open("~continuous"),
    open("~continuously"),
    open("~continually"),
    open("on going|goin"),
    open("at all times"),
    open("all the time"),
    open("all year round?"),
    open("any time"),
    open("at any time"),
    open("day to day"),
    open("carry|carries|carrying|go|goes|going|keep|keeps|keeping on|going"),
    open("to carry on|continue"),
    open("open|never ended|ending"),
    open("no end|finish|fixed|set date|end|point? date?"),
    open("until|till|til|'til further|futher notice"),
    open("for|during|throughout|over the? whole|entire|full? "
         "duration|length|life|lifetime|course|period|remainder of the|this|her|his|their|a?"),
    open("duration|length|life|lifetime of the|this?"),
    open("for the foreseeable future?"),
    open("for as long as"),
    open("as long as"),
    open("for life"),
    open("for ever|good|now"),
    open("for the time being"),
    open("while|whilst|whist|wilst on|subject|in|under|at|living|* the|a|to? cp|cin|lac|child|care|plan? "
         "protection|in|plan? plan?"),
    open("whilst|while|whist the? * is|are|remains|remain|has"),
    open(
        "throughout the? cp|cin|lac|child|care|whole|protection? plan|placement|process|period|involvement?"),
    open("term time only?"),
    open("termtime only?"),
    open("school|office|working hours"),
    open("until|till|til to date|now|no longer needed|required|necessary?"),
    open("to date"),
    open("24 / 7"),
    open("24 hours a day"),
    open("longterm|standing"),
    open("day and night"),
    open("for the long term"),
    open("each time"),
    open("every time"),

    // No time written.
    nothing("tbc|tba|tbd|t.b.c|n/a|na|none|nil|unknown|unsure|blank|null|nk|n/"
            "k|undecided|dk|tbs|tbagreed|tbconfirmed|unspecified"),
    nothing(
        "to be|bee|b "
        "agreed|confirmed|advised|arranged|decided|determined|set|discussed|scheduled|booked|confirm|fixed|"
        "finalised|announced|notified|allocated|planned|sorted|clarified|negotiated|established|identified"),
    nothing("date|dates|timescale|timescales|time|timing|timings to|tbc be "
            "agreed|confirmed|advised|arranged|decided|determined|set|scheduled|booked|fixed"),
    nothing("date|dates|time|timescale to follow|agree|set|arrange|confirm"),
    nothing("date|dates|time|timescale not yet? known|set|agreed|confirmed|given|fixed"),
    nothing("date|dates|time|timescale tbc|tba|tbd|unknown|pending|awaited"),
    nothing("not yet? "
            "known|set|applicable|agreed|stated|specified|given|recorded|decided|sure|confirmed|needed|"
            "required|arranged"),
    nothing("no date|time|timescale|dates|timescales given|set|yet|agreed|specified|stated?"),
    nothing("as above|below|before|previous|previously|last"),
    nothing("see|as above|below|plan|minutes|attached|overleaf|notes|email|file|other|over"),
    nothing("ditto|same"),
    nothing("don't|dont|not know"),
    nothing("do not know"),
    nothing("need|needs to decide|agree|arrange"),
    nothing("to follow"),
    nothing("date required|needed"),
    nothing("awaiting date|dates|appointment|appt|confirmation"),

    // What changes nothing.
    filler("the|a|an|of|is|be|am|pm|please|pls|latest|approx|approximately|about|around|circa|roughly|c|only|"
           "just|ideally|both|say|it|this|that|all|date|day|dates|dated:|time|midnight|noon|lunchtime|lunch|"
           "morning|afternoon|evening|night|midday|cop|cob|eod|if|exactly|current|period|week|total|"
           "provisionally|provisional|prov|final|whole|later|sharp|estimated|est|planned|expected|scheduled"),
    filler("at|by the latest|lastest|very latest?"),
    filler("at the latest"),
    filler("at the very latest"),
    filler("latest by"),
    filler("close of play|business|day|school"),
    filler("end of play|business"),
    filler("end of day"),
    filler("or so|thereabouts|around|about"),
    filler("or sooner|earlier|before|less|under"),
    filler("if possible|poss|able"),
    filler("give or take"),
    filler("if not before|sooner|earlier"),
    filler("before|after work|lunch|bed|breakfast|tea"),
    filler("half past *"),
    filler("quarter to|past *"),
    filler("o'clock"),
    filler("by? when ?|:"),
};

} // namespace

Found recognise_phrase(const Source& source, std::size_t index) {
    static const PatternTable table = PatternTable::of(phrases);
    const PatternTable::Hit hit = table.longest(source.items, index);
    if (hit.end == index) return std::nullopt;
    Part part = make_part(phrases.at(hit.pattern).kind, index, hit.end);
    part.role = phrases.at(hit.pattern).role;
    return part;
}

} // namespace plumbline::text::timescales
