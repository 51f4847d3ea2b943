#include "standard/resolve.hpp"

#include "base/hash.hpp"
#include "standard/citations.hpp"
#include "standard/rule_fields.hpp"

#include <algorithm>
#include <set>

namespace plumbline::standard {

namespace {

/// A rule's own priority, or the most urgent one of the areas it answers.
void fill_priority(Rule& rule, const RuleSource& fields, const References& references) {
    if (fields.priority) {
        rule.priority = fields.priority->value;
        rule.origin["priority"] = origin_of(fields.priority->at);
        return;
    }
    if (!fields.answers) return;
    for (const auto& answer : fields.answers->value) {
        const Area& area = references.area(answer);
        if (area.priority >= rule.priority) continue;
        rule.priority = area.priority;
        rule.origin["priority"] = "area " + full_id(area) + " (" + origin_of(area.at) + ')';
    }
}

void fill_answers(Rule& rule, const RuleSource& fields, const References& references) {
    rule.citations = references.citations(fields);
    if (fields.cites) rule.origin["cites"] = origin_of(fields.cites->at);
    if (!fields.answers) return;
    rule.origin["answers"] = origin_of(fields.answers->at);
    for (const auto& answer : fields.answers->value) {
        const Area& area = references.area(answer);
        if (area.disposition == Disposition::not_in_a_plan)
            refuse(answer.at,
                   "the area " + in_quotes(answer.value) + " is " + in_quotes(to_word(area.disposition)) +
                       ", so no rule can answer it; cite it in 'cites', or change its disposition at " +
                       origin_of(area.at));
        rule.answers.push_back(answer.value);
    }
}

Rule complete(const Draft& draft, const Source& source, const References& references,
              const lua::Catalogue& catalogue) {
    const RuleSource& fields = draft.fields;
    Rule rule;
    rule.id = source.id + '/' + fields.id.value;
    fill_from_plugin(rule, fields, find_plugin(fields, catalogue));
    fill_answers(rule, fields, references);
    fill_priority(rule, fields, references);
    rule.off = fields.off && fields.off->value;
    if (fields.off) rule.origin["off"] = origin_of(fields.off->at);
    return rule;
}

Document document_of(const Source& source) {
    if (source.document) return *source.document;
    return Document{source.title, {}, {}, {}, source.title};
}

std::vector<Area> areas_in_scope(const Graph& graph, const Source& source, const std::vector<Rule>& rules) {
    std::vector<Area> areas;
    for (const Source* base : graph.reachable(source))
        for (const Area& area : base->areas) {
            areas.push_back(area);
            areas.back().document = document_of(*base);
            const std::string id = full_id(area);
            for (const Rule& rule : rules)
                if (std::find(rule.answers.begin(), rule.answers.end(), id) != rule.answers.end())
                    areas.back().answered_by.push_back(rule.id);
        }
    return areas;
}

/// What a set says of its own areas has to be true of its own rules.
void check_own_areas(const Source& source, const std::vector<Area>& in_scope) {
    for (const Area& area : in_scope) {
        const bool claimed =
            area.disposition == Disposition::checked || area.disposition == Disposition::partly;
        if (area.rule_set == source.id && claimed && area.answered_by.empty())
            refuse(area.at,
                   "the area " + in_quotes(area.id) + " is " + in_quotes(to_word(area.disposition)) +
                       ", but no rule of this set answers it; add it to the 'answers' of a rule, or change "
                       "its disposition");
    }
}

/// The last set that gives a threshold has the say.
void fill_thresholds(RuleSet& rule_set, const Graph& graph, const Source& source) {
    for (const Source* base : graph.extended(source)) {
        FilePosition at;
        if (base->red_below) rule_set.red_below = base->red_below->value;
        if (base->red_below) at = base->red_below->at;
        if (base->green_from) rule_set.green_from = base->green_from->value;
        if (base->green_from) at = base->green_from->at;
        if (rule_set.red_below > rule_set.green_from)
            refuse(at, "'red_below' (" + std::to_string(rule_set.red_below) + ") is above 'green_from' (" +
                           std::to_string(rule_set.green_from) + ')');
    }
}

/// Of every file that has a say, so that a report can name what it was judged by.
std::string hash_of(const Graph& graph, const Source& source) {
    Hash hash;
    for (const Source* base : graph.reachable(source)) {
        hash.add(base->id);
        hash.add(base->content);
    }
    return hash.digest();
}

std::vector<std::string> values_of(const std::vector<Placed<std::string>>& placed) {
    std::vector<std::string> out;
    out.reserve(placed.size());
    for (const auto& word : placed)
        out.push_back(word.value);
    return out;
}

} // namespace

RuleSet resolve(const Graph& graph, const Source& source, const lua::Catalogue& catalogue) {
    RuleSet rule_set;
    rule_set.id = source.id;
    rule_set.title = source.title;
    rule_set.file = source.file;
    rule_set.document = source.document;
    rule_set.extends = values_of(source.extends);
    rule_set.documents = values_of(source.documents);
    const References references(graph, source);
    for (const Draft& draft : drafts_of(graph, source)) {
        Rule rule = complete(draft, source, references, catalogue);
        (rule.off ? rule_set.switched_off : rule_set.rules).push_back(std::move(rule));
    }
    rule_set.areas_in_scope = areas_in_scope(graph, source, rule_set.rules);
    check_own_areas(source, rule_set.areas_in_scope);
    for (const Area& area : rule_set.areas_in_scope)
        if (area.rule_set == source.id) rule_set.areas.push_back(area);
    fill_thresholds(rule_set, graph, source);
    rule_set.hash = hash_of(graph, source);
    return rule_set;
}

} // namespace plumbline::standard
