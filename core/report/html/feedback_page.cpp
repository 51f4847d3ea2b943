#include "report/feedback.hpp"
#include "report/html/assets.hpp"
#include "report/html/changes.hpp"
#include "report/html/views.hpp"
#include "report/text_names.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

constexpr std::size_t most_places = 3;

html::Data change(const Group& group, const Titles& titles) {
    const judgement::Finding& first = group.first();
    html::Data out;
    out.set("check", titles.plugin(first.plugin));
    out.set("criterion", titles.criterion(first.plugin, first.criterion));
    out.set("doubtful", first.outcome == judgement::Outcome::needs_a_person);
    html::Data places = html::list();
    for (std::size_t at = 0; at < std::min(most_places, group.findings.size()); ++at) {
        const judgement::Finding& finding = *group.findings[at];
        html::Data one;
        one.set("where", html::sentence_case(name_of(finding.at)));
        one.set("line", std::to_string(finding.at.line));
        one.set("message", finding.message);
        one.set("quoted", html::quoted(finding, nullptr));
        places.push_back(one);
    }
    out.set("places", places);
    if (group.findings.size() > most_places)
        out.set("more", count_of(group.findings.size() - most_places, "more place", "more places"));
    html::set_if(out, "advice", first.advice);
    html::set_if(out, "asked", short_citations(first.citations));
    return out;
}

} // namespace

std::string feedback_html(const judgement::PlanResult& plan, const Receipt& receipt, const Titles& titles) {
    const Feedback feedback = feedback_of(plan);
    html::Data data;
    data.set("styles", std::string(html::styles()));
    data.set("name", name_of_plan(plan));
    data.set("kind", html::sentence_case(spaced(plan.kind)));
    html::set_if(data, "team", plan.team);
    data.set("file", plan.file);
    data.set("as-of", html::reader_date(receipt.as_of));
    data.set("rule-set", receipt.rule_set_title);
    data.set("plumbline", receipt.plumbline);
    html::Data good = html::list();
    for (const std::string& plugin : feedback.good) {
        html::Data one;
        one.set("title", titles.plugin(plugin));
        good.push_back(one);
    }
    data.set("good", good);
    html::Data changes = html::list();
    for (const Group& group : feedback.changes)
        changes.push_back(change(group, titles));
    data.set("changes-first", changes);
    if (feedback.left_out > 0)
        data.set("left-out", count_of(feedback.left_out, "further thing stands", "further things stand"));
    return html::filled("feedback", data);
}

} // namespace plumbline::report
