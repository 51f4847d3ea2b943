#include "report/feedback.hpp"
#include "report/html/assets.hpp"
#include "report/html/changes.hpp"
#include "report/html/views.hpp"
#include "report/text_names.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

html::Data change(const Group& group, const Titles& titles) {
    const judgement::Finding& first = group.first();
    html::Data out;
    out.set("check", titles.plugin(first.plugin));
    out.set("criterion", titles.criterion(first.plugin, first.criterion));
    out.set("doubtful", first.outcome == judgement::Outcome::needs_a_person);
    const auto shown = first_places(group);
    html::Data messages = html::list();
    for (const Alike& said : alike(shown, &judgement::Finding::message)) {
        html::Data places = html::list();
        for (const auto* finding : said.findings) {
            html::Data one;
            one.set("where", html::sentence_case(name_of(finding->at)));
            one.set("line", std::to_string(finding->at.line));
            html::set_if(one, "quoted", html::quoted(*finding, nullptr));
            one.set("stop", finding == said.findings.back() ? "." : ";");
            places.push_back(one);
        }
        html::Data one;
        one.set("message", said.said);
        one.set("places", places);
        messages.push_back(one);
    }
    out.set("messages", messages);
    out.set("advices", html::advices(shown));
    if (group.findings.size() > shown.size())
        out.set("more", count_of(group.findings.size() - shown.size(), "more place", "more places"));
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
