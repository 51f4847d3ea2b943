#include "standard/draft.hpp"

#include <algorithm>

namespace plumbline::standard {

namespace {

template <typename Field>
void take(Field& inherited, const Field& own) {
    if (own) inherited = own;
}

void take_parameters(RuleSource& inherited, const RuleSource& own) {
    for (const auto& parameter : own.parameters) {
        const auto same = [&](const auto& other) { return other.value.first == parameter.value.first; };
        const auto found = std::find_if(inherited.parameters.begin(), inherited.parameters.end(), same);
        if (found == inherited.parameters.end())
            inherited.parameters.push_back(parameter);
        else
            *found = parameter;
    }
}

void change(Draft& draft, const RuleSource& own) {
    RuleSource& fields = draft.fields;
    if (own.plugin && own.plugin->value != fields.plugin->value)
        refuse(own.plugin->at, "the rule " + in_quotes(own.id.value) + " is inherited from " +
                                   in_quotes(draft.introduced_by) + ", where it runs " +
                                   in_quotes(fields.plugin->value) + "; a rule that runs " +
                                   in_quotes(own.plugin->value) + " needs an id of its own");
    fields.id.at = own.id.at;
    take(fields.plugin, own.plugin);
    take(fields.title, own.title);
    take(fields.plans, own.plans);
    take(fields.criteria, own.criteria);
    take(fields.answers, own.answers);
    take(fields.cites, own.cites);
    take(fields.priority, own.priority);
    take(fields.off, own.off);
    take_parameters(fields, own);
}

void introduce(std::vector<Draft>& drafts, const Source& source, const RuleSource& rule) {
    if (!rule.plugin) {
        std::vector<std::string> inherited;
        inherited.reserve(drafts.size());
        for (const Draft& draft : drafts)
            inherited.push_back(draft.fields.id.value);
        const auto near = lua::nearest(rule.id.value, inherited);
        refuse(rule.id.at, "the rule " + in_quotes(rule.id.value) +
                               " is not inherited and names no 'plugin'" +
                               (near ? "; did you mean the inherited rule " + in_quotes(*near) + '?' : ""));
    }
    drafts.push_back({rule, source.id});
}

/// Two sets that know nothing of each other may not both have a say in one rule: one's reasons would be lost.
void check_related(const Graph& graph, const Draft& draft, const Source& source, const RuleSource& rule) {
    const auto bases = graph.extended(source);
    const auto same = [&](const Source* base) { return base->id == draft.introduced_by; };
    if (std::none_of(bases.begin(), bases.end(), same))
        refuse(rule.id.at, "the rule " + in_quotes(rule.id.value) + " is also in " +
                               in_quotes(draft.introduced_by) + ", on which " + in_quotes(source.id) +
                               " does not build; extend one of the two only");
}

} // namespace

std::vector<Draft> drafts_of(const Graph& graph, const Source& source) {
    std::vector<Draft> drafts;
    for (const Source* base : graph.extended(source))
        for (const RuleSource& rule : base->rules) {
            const auto same = [&](const Draft& draft) { return draft.fields.id.value == rule.id.value; };
            const auto found = std::find_if(drafts.begin(), drafts.end(), same);
            if (found == drafts.end()) {
                introduce(drafts, *base, rule);
            } else {
                check_related(graph, *found, *base, rule);
                change(*found, rule);
            }
        }
    return drafts;
}

} // namespace plumbline::standard
