#include "report/html/views.hpp"

#include "report/coverage_line.hpp"
#include "report/html/area_data.hpp"
#include "report/html/changes.hpp"
#include "report/html/pictures.hpp"
#include "report/html/trend_picture.hpp"
#include "report/rows.hpp"
#include "report/text_names.hpp"

#include <algorithm>

namespace plumbline::report::html {

namespace {

using judgement::Outcome;

constexpr std::size_t most_strengths = 8;

/// Every criterion of the batch over all areas' plans, as one part each.
std::vector<AreaCount::Part> all_parts(const Summary& summary) {
    std::vector<AreaCount::Part> out;
    for (const auto& criterion : summary.criteria) {
        const auto same = [&](const AreaCount::Part& part) {
            return part.plugin == criterion.plugin && part.criterion == criterion.criterion;
        };
        auto found = std::find_if(out.begin(), out.end(), same);
        if (found == out.end()) found = out.insert(out.end(), {criterion.plugin, criterion.criterion, {}});
        found->plans += criterion.plans;
    }
    return out;
}

/// The checks that are met most often; those that hardly any plan was asked say little.
void set_strengths(Data& data, const Batch& batch) {
    const std::size_t least = std::max<std::size_t>(1, batch.summary.judged / 10);
    const std::vector<AreaCount::Part> all = all_parts(batch.summary);
    AreaCount pool;
    for (const auto& part : all)
        if (part.plans.decided() >= least) pool.parts.push_back(part);
    Data strengths = list();
    const Parts parts = parts_of(pool, batch.summary.areas);
    for (std::size_t at = 0; at < std::min(most_strengths, parts.strong.size()); ++at) {
        Data one = part_data(*parts.strong[at].part, batch);
        one.set("said", met_of(parts.strong[at].part->plans, "plan", "plans"));
        strengths.push_back(one);
    }
    data.set("least-plans", count_of(least, "plan", "plans"));
    set_list(data, "strengths", strengths);
}

/// Where to look for what no rule sees.
std::string where_else(const standard::Area& area) {
    if (!area.read.empty()) return "To read: " + area.read + '.';
    if (!area.shows_in.empty()) return "Shows in: " + area.shows_in + '.';
    return "This rule set has no rule for it.";
}

Data unseen_of(const AreaGroup& group) {
    Data out = list();
    for (const AreaCount* counted : group.areas) {
        if (!counted->area.answered_by.empty()) continue;
        Data one;
        one.set("area", counted->area.title);
        one.set("document", document_of(counted->area));
        one.set("where", where_else(counted->area));
        out.push_back(one);
    }
    return out;
}

struct Service {
    std::string title;
    Data groups = list(), unseen = list();
    std::size_t unseen_count = 0;
};

Data services_of(const Batch& batch) {
    std::vector<Service> services;
    for (const AreaGroup& group : batch.summary.areas.by_service_and_priority()) {
        const std::string title = group.service_title.empty() ? "All services" : group.service_title;
        if (services.empty() || services.back().title != title)
            services.push_back({title, list(), list(), 0});
        Service& service = services.back();
        Data areas = list();
        for (const AreaCount* counted : group.areas)
            if (!counted->area.answered_by.empty()) areas.push_back(area_data(*counted, batch));
        if (areas.is_non_empty_list()) {
            Data one;
            one.set("priority", heading_of(group.priority));
            one.set("areas", areas);
            service.groups.push_back(one);
        }
        const Data unseen = unseen_of(group);
        for (const Data& one : unseen.list_value()) {
            service.unseen.push_back(one);
            ++service.unseen_count;
        }
    }
    Data out = list();
    for (const Service& service : services) {
        Data one;
        one.set("service", service.title);
        one.set("groups", service.groups);
        one.set("unseen-count", number(service.unseen_count));
        set_list(one, "unseen", service.unseen);
        out.push_back(one);
    }
    return out;
}

Data group_bars(const std::map<std::string, Summary::Group>& groups, const std::string& caption,
                const std::string& what, const Batch& batch) {
    Data bars = list();
    for (const auto& [name, group] : groups) {
        Data one;
        one.set("label", name.empty() ? "No " + what + " given" : sentence_case(spaced(name)));
        one.set("href", false);
        one.set("picture", bar(group.criteria));
        one.set("said", count_of(group.plans, "plan", "plans"));
        one.set("share", "");
        set_rag(one, group.criteria, batch.summary.areas);
        bars.push_back(one);
    }
    Data out;
    out.set("caption", caption);
    out.set("what", sentence_case(what));
    out.set("bars", bars);
    return out;
}

Data trend_of(const Trend& trend) {
    Data points = list();
    for (std::size_t i = trend.points.size(); i-- > 0;) { // the newest first
        const TrendPoint& point = trend.points[i];
        Data one;
        one.set("day", reader_date(point.as_of));
        one.set("batch", point.batch);
        one.set("plans", count_of(point.plans, "plan", "plans"));
        one.set("share", point.criteria.decided() > 0 ? percent_text(point.criteria) : "nothing decided");
        one.set("met", number(point.criteria[Outcome::met]) + " of " + number(point.criteria.decided()));
        one.set("change", change_figures(point));
        set_if(one, "verdict", change_verdict(point));
        if (point.rules_changed) one.set("rules-changed", true);
        points.push_back(one);
    }
    Data out;
    out.set("words", trend_words(trend));
    out.set("picture", trend_picture(trend));
    out.set("points", points);
    if (trend.left_out > 0)
        out.set("older-batches", count_of(trend.left_out, "older batch stands", "older batches stand"));
    return out;
}

std::string left_out(const Summary& summary) {
    std::string out;
    if (summary.unreadable > 0) out += number(summary.unreadable) + " could not be read";
    if (summary.skipped > 0) out += (out.empty() ? "" : ", ") + number(summary.skipped) + " skipped";
    return out;
}

} // namespace

std::string summary_page(const Batch& batch) {
    const Summary& summary = batch.summary;
    OutcomeCounts findings;
    for (const auto& [priority, counts] : summary.findings_by_priority)
        findings += counts;
    Data data;
    data.set("rule-set", batch.receipt.rule_set_title);
    data.set("as-of", reader_date(batch.receipt.as_of));
    data.set("plans", number(summary.plans));
    data.set("judged", number(summary.judged));
    set_if(data, "left-out", left_out(summary));
    data.set("not-met", number(findings[Outcome::not_met]));
    data.set("person", number(findings[Outcome::needs_a_person]));
    data.set("could-not-check", number(summary.could_not_check));
    if (summary.accepted > 0) data.set("accepted", number(summary.accepted));
    data.set("coverage", coverage_line(summary.coverage));
    data.set("green-from", std::to_string(summary.areas.green_from()));
    data.set("red-below", std::to_string(summary.areas.red_below()));
    if (summary.trend.tells()) data.set("trend", trend_of(summary.trend));
    set_strengths(data, batch);
    data.set("services", services_of(batch));
    if (!summary.teams.empty()) data.set("by-team", group_bars(summary.teams, "By team", "team", batch));
    if (!summary.kinds.empty())
        data.set("by-kind", group_bars(summary.kinds, "By kind of plan", "kind", batch));
    return filled("front", data);
}

} // namespace plumbline::report::html
