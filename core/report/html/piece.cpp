#include "report/html/piece.hpp"

#include "report/counts.hpp"
#include "report/html/changes.hpp"
#include "report/html/escape.hpp"
#include "report/html/plan_text.hpp"
#include "report/html/views.hpp"
#include "report/text_names.hpp"

#include <algorithm>
#include <optional>

namespace plumbline::report::html {

namespace {

using judgement::Outcome;

/// Two letters for each check: which outcomes its nodes have (bits from '@'), and how soon its most urgent
/// finding is asked for ('0' to '3', 'x' without any). report.js reads them.
std::string letters_of_checks(const judgement::PlanResult& plan, const Index& index) {
    std::vector<unsigned> outcomes(index.checks().size(), 0);
    std::string priorities(index.checks().size(), 'x');
    for (const auto& judgement : plan.judgements)
        if (const auto check = index.check(judgement.plugin, judgement.criterion))
            outcomes[*check] |= 1U << static_cast<unsigned>(judgement.outcome);
    for (const auto& finding : plan.findings) {
        const auto check = index.check(finding.plugin, finding.criterion);
        if (!check || finding.accepted) continue;
        const char priority = static_cast<char>('0' + static_cast<int>(finding.priority));
        priorities[*check] = std::min(priorities[*check], priority);
    }
    std::string out;
    for (std::size_t check = 0; check < outcomes.size(); ++check) {
        out += static_cast<char>('@' + static_cast<int>(outcomes[check]));
        out += priorities[check];
    }
    return out;
}

char letter_of(Outcome outcome) {
    constexpr std::string_view letters = "mnpac"; // in the order of Outcome
    return letters.at(static_cast<std::size_t>(outcome));
}

std::string letters_of_areas(const judgement::PlanResult& plan, const Index& index) {
    std::vector<std::optional<Outcome>> outcomes(index.areas());
    for (const auto& judgement : plan.judgements)
        for (const std::size_t area : index.areas_of(judgement.rule))
            outcomes[area] =
                outcomes[area] ? judgement::combine(*outcomes[area], judgement.outcome) : judgement.outcome;
    std::string out;
    for (const auto& outcome : outcomes)
        out += outcome ? letter_of(*outcome) : '.';
    return out;
}

Data head_of(const judgement::PlanResult& plan) {
    Data data;
    data.set("n", std::string(1, plan_number));
    data.set("name", name_of_plan(plan));
    set_if(data, "kind", sentence_case(spaced(plan.kind)));
    set_if(data, "team", plan.team);
    data.set("file", plan.file);
    data.set("plan-line", std::to_string(plan.line));
    return data;
}

std::string row_of(const judgement::PlanResult& plan, const Index& index, std::string_view areas) {
    Data data = head_of(plan);
    if (plan.state != judgement::State::judged) {
        data.set("state", std::string(to_word(plan.state)));
        data.set("reason", plan.reason);
        return filled("row", data);
    }
    OutcomeCounts counts;
    for (const RolledUp& rolled : roll_up(plan))
        ++counts[rolled.outcome];
    data.set("judged", true);
    data.set("checks", letters_of_checks(plan, index));
    data.set("areas", std::string(areas));
    data.set("met", number(counts[Outcome::met]));
    data.set("not-met", number(counts[Outcome::not_met]));
    data.set("person", number(counts[Outcome::needs_a_person]));
    data.set("not-checked", number(counts[Outcome::could_not_check]));
    return filled("row", data);
}

/// The findings that somebody has accepted, for "accepted" of the plan's page.
Data accepted_data(const judgement::PlanResult& plan, const Titles& titles) {
    Data findings = list();
    for (const auto& finding : plan.findings) {
        if (!finding.accepted) continue;
        Data one;
        one.set("where", sentence_case(name_of(finding.at)));
        one.set("message", finding.message);
        one.set("criterion", sentence_case(titles.criterion(finding.plugin, finding.criterion)));
        set_if(one, "by", finding.accepted->by);
        one.set("until", reader_date(finding.accepted->until));
        one.set("why", finding.accepted->reason);
        findings.push_back(one);
    }
    Data out;
    out.set("count", number(findings.list_value().size()));
    out.set("findings", findings);
    return out;
}

std::string body_of(const judgement::PlanResult& plan, const std::vector<Group>& to_change,
                    const std::vector<Group>& to_read, const Titles& titles) {
    Data data;
    data.set("n", std::string(1, plan_number));
    Marks marks;
    std::size_t number_of_entry = 0;
    for (const auto* groups : {&to_change, &to_read})
        for (const Group& group : *groups) {
            ++number_of_entry;
            for (const auto* finding : group.findings)
                marks.add(*finding, number_of_entry);
        }
    const bool shown = plan.plan != nullptr;
    if (shown) data.set("text", plan_text(*plan.plan, marks));
    const Marks* const links = shown ? &marks : nullptr;
    const auto counted = [&](const char* name, const std::vector<Group>& groups, std::size_t first) {
        if (groups.empty()) return;
        Data part;
        part.set("count", number(groups.size()));
        part.set("sections", changes(groups, first, titles, links));
        data.set(name, part);
    };
    counted("change", to_change, 1);
    counted("read", to_read, to_change.size() + 1);
    const Data good = good_of(plan, titles);
    data.set("any-good", good.is_non_empty_list());
    data.set("good", good);
    const auto reasons = [&](const char* any, const char* name, Outcome outcome) {
        const Data all = reasons_of(plan, outcome, titles);
        data.set(any, all.is_non_empty_list());
        data.set(name, all);
    };
    reasons("any-unchecked", "unchecked", Outcome::could_not_check);
    reasons("any-not-asked", "not-asked", Outcome::not_applicable);
    if (accepted_of(plan.findings) > 0) data.set("accepted", accepted_data(plan, titles));
    return filled("plan", data);
}

std::string page_of(const judgement::PlanResult& plan) {
    Data data = head_of(plan);
    data.set("body", std::string(1, page_body));
    return filled("plan-page", data);
}

std::string brief_of(const std::vector<Group>& to_change, const Titles& titles) {
    Data changes = list();
    for (const Group& group : to_change) {
        Data one;
        one.set("check", titles.plugin(group.first().plugin));
        one.set("criterion", titles.criterion(group.first().plugin, group.first().criterion));
        changes.push_back(one);
    }
    Data data;
    data.set("any-changes", changes.is_non_empty_list());
    data.set("changes-named", changes);
    data.set("count", number(to_change.size()));
    data.set("packed", std::string(1, page_body));
    return filled("packed", data);
}

} // namespace

Piece piece_of(const judgement::PlanResult& plan, const Index& index, const Titles& titles) {
    Piece piece;
    piece.name = escaped(name_of_plan(plan));
    piece.areas = letters_of_areas(plan, index);
    piece.row = row_of(plan, index, piece.areas);
    if (plan.state != judgement::State::judged) return piece;
    const std::vector<Group> to_change = groups_of(plan.findings, Outcome::not_met);
    const std::vector<Group> to_read = groups_of(plan.findings, Outcome::needs_a_person);
    piece.page = page_of(plan);
    piece.body = body_of(plan, to_change, to_read, titles);
    piece.brief = brief_of(to_change, titles);
    for (const Group& group : to_change) {
        const judgement::Finding& first = group.first();
        const auto check = index.check(first.plugin, first.criterion);
        if (!check) continue;
        const std::string words = quoted(first, nullptr);
        piece.said.push_back(
            {first.rule, *check, first.advice, escaped(first.message) + (words.empty() ? "" : ' ' + words)});
    }
    return piece;
}

} // namespace plumbline::report::html
