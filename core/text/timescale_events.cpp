#include "text/timescale_parts.hpp"
#include "text/timescale_patterns.hpp"

#include <array>

namespace plumbline::text::timescales {

namespace {

struct EventName {
    std::string_view pattern;
    std::string_view kind;
    EventSort sort = EventSort::statutory;
};

// The names that practitioners give to what the plan format calls by its kind. "review": the plan's next
// review, whatever its kind. An empty kind: known to be a fixed point, without a place in the chronology.
constexpr std::array names{
    EventName{"core group|grp|gp|grup|goup|groups|grps|gps meeting|mtg|mtgs|meetings?", "core-group"},
    EventName{"coregroup|cg|cgm|cgs|coregrp meeting|mtg?", "core-group"},
    EventName{"cp|child? protection? core group", "core-group"},
    EventName{"rcpc|rcpcc|rcp|rcc|rcpcs", "review-conference"},
    EventName{"review child? protection|cp|cpc|case? conference|conf|confrence", "review-conference"},
    EventName{"review cpc|conference|conf", "review-conference"},
    EventName{"child protection|cp review? conference|conf|review", "review-conference"},
    EventName{"cp|cpp review|reviews|rv", "review-conference"},
    EventName{"conference|conf|cpc|conferance|confrence review?", "review-conference"},
    EventName{"icpc|icpcc", "initial-conference"},
    EventName{"initial child? protection|cp|case? conference|conf|cpc", "initial-conference"},
    EventName{"lac|cla|cic|clac|ciclac|c.i.c review|rev|rv|rvw|r/v|reviews|statutory? meeting|mtg?",
              "looked-after-review"},
    EventName{"child|children in care review|rev meeting|mtg?", "looked-after-review"},
    EventName{"child|children? looked after child|children? review|rev meeting|mtg?", "looked-after-review"},
    EventName{"cared for child|children? review|rev meeting|mtg?", "looked-after-review"},
    EventName{"our? child|children|children's looked after review", "looked-after-review"},
    EventName{"statutory|stat review|rev meeting|mtg?", "looked-after-review"},
    EventName{"iro review|visit|midway|mid? way? review?", "looked-after-review"},
    EventName{"care plan review|rev meeting|mtg?", "looked-after-review"},
    EventName{"midway|mid|interim|halfway|midpoint way|point|term|period? review meeting|mtg?",
              "looked-after-review"},
    EventName{"permanence|permanency planning? meeting|mtg|review", "looked-after-review"},
    EventName{"cin|cinp|cin review|rev|rv|meeting|mtg|meet|mtgs|r/v", "child-in-need-meeting"},
    EventName{"cin plan? review|rev|rv|meeting|mtg", "child-in-need-meeting"},
    EventName{"cinm|cinr|cinrm", "child-in-need-meeting"},
    EventName{"child in need plan? review|meeting|mtg|rev meeting|mtg?", "child-in-need-meeting"},
    EventName{"taf|tac|tas|tatf|tafs|eha|eh|early help? review? meeting|mtg|review|reviews",
              "early-help-review"},
    EventName{"taf|tac|tafs", "early-help-review"},
    EventName{"early help review|meeting|mtg", "early-help-review"},
    EventName{"family help review|meeting|mtg", "early-help-review"},
    EventName{"team around the family|child meeting|mtg|review?", "early-help-review"},
    EventName{"pep|epep|peps review|meeting|mtg|mtgs|rev|rv|r/v?", "education-plan-meeting"},
    EventName{"personal education plan|meeting|review meeting|mtg|review?", "education-plan-meeting"},
    EventName{"pathway|pwp|pp plan? review|rev|meeting|mtg meeting|mtg?", "pathway-review"},
    EventName{"review|rev|rvw|rev'w|r/v meeting|mtg|mtgs|date?", "review"},
    EventName{"plan|planning review|meeting|mtg meeting|mtg?", "review"},
    EventName{"safety plan review meeting|mtg?", "review"},
    EventName{"fgc|fgm|fgdm", "family-group-conference"},
    EventName{"family group conference|meeting|decision making? meeting?", "family-group-conference"},
    EventName{"family network meeting|mtg", "family-group-conference"},
    EventName{"strategy|strat discussion|meeting|mtg|disc", "strategy-discussion"},
    EventName{"statutory|stat|cp|cla|lac|cin|reg home? visit|visits", "visit"},
    EventName{"iha|i.h.a|initial health assessment|check", "initial-health-assessment"},
    EventName{"iha", "initial-health-assessment"},
    EventName{"initial health assessment", "initial-health-assessment"},
    EventName{"rha|rhas", "review-health-assessment"},
    EventName{"review|annual|lac health assessment|medical", "review-health-assessment"},
    EventName{"supervision|sup|supv session|meeting?", "supervision", EventSort::named},
    EventName{"annual review", ""},
    EventName{"ehcp|ehc annual? review|rev meeting|mtg?", ""},
    EventName{"rhi|return home? interview", "return-interview"},
    // Bounded only by a date of their own.
    EventName{"legal planning|gateway meeting|mtg|panel?", "legal-planning-meeting", EventSort::named},
    EventName{"lpm|lgpm|lgm|plo meeting|mtg|review?", "legal-planning-meeting", EventSort::named},
    EventName{"court|final|next|contested|cmh|irh|interim|issues hearing|date|hearing|trial", "",
              EventSort::named},
    EventName{"hearing|court|panel|marac|mace|mappa|tribunal|cmh|irh|trial", "", EventSort::named},
    EventName{"* panel", "", EventSort::named},
    EventName{"appointment|appt|apt|apptment|appointments|clinic", "", EventSort::named},
    EventName{"team|staff|professionals|professional's|professionals'|multi|school|family|network agency? "
              "meeting|mtg",
              "", EventSort::named},
    EventName{"visit|visits|home visit?", "visit", EventSort::named},
    EventName{"meeting|mtg", "", EventSort::named},
    EventName{"dentist|dental|gp|hospital|camhs|optician|midwife|paediatrician|clinic|scan "
              "appointment|appt|check|checkup|visit|review",
              "", EventSort::named},
    EventName{"due date|edd|birth|discharge|release date?", "", EventSort::named},
};

constexpr std::array modifiers{
    std::string_view("the? next|nxt|nex|coming|upcoming|forthcoming|subsequent|planned|scheduled"),
    std::string_view("the? "
                     "first|1st|second|2nd|third|3rd|4th|initial|final|last|statutory|multi|our|her|his|"
                     "their|each|child's|quarterly"),
    std::string_view("the|a|his|her|their|our|this"),
    std::string_view("the following"),
};

bool names_next(const Item& item) {
    return item.is("next") || item.is("nxt") || item.is("nex") || item.is("following") || item.is("coming") ||
           item.is("upcoming") || item.is("forthcoming");
}

/// The longest name that stands here.
const EventName* name_at(const Source& s, std::size_t i, std::size_t& end) {
    static const PatternTable table = PatternTable::of(names);
    const PatternTable::Hit hit = table.longest(s.items, i);
    end = hit.end;
    return hit.end == i ? nullptr : &names.at(hit.pattern);
}

/// A name after up to three of "the next", "final", "2nd": a word may be part of the name or stand before it.
Found named_event(const Source& s, std::size_t i) {
    const EventName* found = nullptr;
    std::size_t end = i;
    std::size_t at = i;
    bool next = false, is_next = false;
    for (int count = 0; count <= 3; ++count) {
        std::size_t here = at;
        const EventName* name = name_at(s, at, here);
        if (name != nullptr && here > end) {
            found = name;
            end = here;
            is_next = next;
        }
        const bool ordinal = s.at(at).number() && s.at(at).ordinal;
        const std::size_t after = ordinal ? at + 1 : match_any(s.items, at, modifiers);
        if (after == at) break;
        for (std::size_t j = at; j < after; ++j)
            next |= names_next(s.at(j));
        at = after;
    }
    if (found == nullptr) return std::nullopt;
    Part part = make_part(PartKind::event, i, end);
    part.event.sort = found->sort;
    part.event.kind = found->kind;
    part.event.next = is_next;
    return part;
}

} // namespace

Found recognise_event(const Source& source, std::size_t index) {
    return named_event(source, index);
}

} // namespace plumbline::text::timescales
