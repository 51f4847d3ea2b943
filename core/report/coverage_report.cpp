#include "report/coverage_report.hpp"

#include "report/coverage_line.hpp"
#include "report/json.hpp"
#include "report/rows.hpp"
#include "report/text_names.hpp"

#include <vector>

namespace plumbline::report {

namespace {

using standard::Area;
using standard::Disposition;

bool claims_a_rule(const Area& area) {
    return area.disposition == Disposition::checked || area.disposition == Disposition::partly;
}

/// Its document's own set has rules for it; this one has not.
bool unanswered(const Area& area) {
    return claims_a_rule(area) && area.answered_by.empty();
}

bool is_uncovered(const Area& area) {
    return area.disposition != Disposition::checked || unanswered(area);
}

std::vector<const Area*> selected(const standard::RuleSet& rule_set, bool uncovered) {
    std::vector<const Area*> areas;
    for (const Area& area : rule_set.areas_in_scope)
        if (!uncovered || is_uncovered(area)) areas.push_back(&area);
    return areas;
}

std::string state_of(const Area& area) {
    return unanswered(area) ? "no rule here" : std::string(standard::to_word(area.disposition));
}

Tone tone_of(const Area& area) {
    if (unanswered(area)) return Tone::bad;
    if (area.disposition == Disposition::checked) return Tone::good;
    return area.disposition == Disposition::not_in_a_plan ? Tone::faint : Tone::doubtful;
}

std::string paragraphs(const Area& area) {
    std::vector<std::string> support;
    support.reserve(area.support.size());
    for (const auto& paragraph : area.support)
        support.push_back(with_sign(clean(paragraph)));
    return with_sign(clean(area.paragraph)) + (support.empty() ? "" : ", see also " + joined(support));
}

std::string area_text(const Area& area, const Page& page) {
    std::vector<std::string> rules;
    for (const auto& rule : area.answered_by)
        rules.push_back(short_rule(rule));
    std::string out = block(page, clean(area.id) + "  " + clean(area.title), 2, 4, Tone::strong);
    std::string facts = state_of(area);
    if (!rules.empty()) facts += " by " + joined(rules);
    out += block(page, facts, 6, 8, tone_of(area));
    if (const std::string rest = clean(not_seen(area)); !rest.empty()) out += block(page, rest, 6, 8);
    std::string priority(judgement::to_word(area.priority));
    if (area.priority_is_ours) priority += " (our priority: the document gives none)";
    return out + block(page, paragraphs(area) + " · " + priority, 6, 8, Tone::faint);
}

/// A heading wherever document or service changes.
std::string heading(const Area& area, const Area* previous, const Page& page) {
    std::string out;
    if (previous == nullptr || previous->rule_set != area.rule_set)
        out += '\n' + block(page, area.rule_set, 0, 2, Tone::strong);
    if (!area.service_title.empty() &&
        (previous == nullptr || previous->rule_set != area.rule_set || previous->service != area.service))
        out += block(page, clean(area.service_title), 0, 2, Tone::faint);
    return out;
}

Json area_json(const Area& area) {
    Json json{{"id", full_id(area)},
              {"rule_set", area.rule_set},
              {"paragraph", area.paragraph},
              {"support", area.support},
              {"service", area.service},
              {"service_title", area.service_title},
              {"priority", judgement::to_word(area.priority)},
              {"priority_is_ours", area.priority_is_ours},
              {"title", area.title},
              {"disposition", standard::to_word(area.disposition)},
              {"unanswered", unanswered(area)}};
    json["rules"] = area.answered_by;
    json["rest"] = area.rest;
    json["read"] = area.read;
    json["shows_in"] = area.shows_in;
    return json;
}

} // namespace

std::string coverage_text(const standard::RuleSet& rule_set, bool uncovered, const Page& page) {
    std::string out = block(page, clean(rule_set.title) + " (" + rule_set.id + ')', 0, 2, Tone::strong);
    out += block(page, coverage_line(standard::coverage(rule_set)), 0, 0);
    const Area* previous = nullptr;
    const auto areas = selected(rule_set, uncovered);
    for (const Area* area : areas) {
        out += heading(*area, previous, page) + area_text(*area, page);
        previous = area;
    }
    if (areas.empty() && uncovered && !rule_set.areas_in_scope.empty())
        out += block(page, "Every area is checked in full.", 0, 0);
    return out;
}

std::string coverage_json(const standard::RuleSet& rule_set, bool uncovered) {
    Json json{{"rule_set", {{"id", rule_set.id}, {"title", rule_set.title}, {"hash", rule_set.hash}}}};
    json["coverage"] = to_json(standard::coverage(rule_set));
    json["areas"] = Json::array();
    for (const Area* area : selected(rule_set, uncovered))
        json["areas"].push_back(area_json(*area));
    return dump_indented(json);
}

} // namespace plumbline::report
