#include "report/xlsx/pages.hpp"

#include "report/coverage_line.hpp"
#include "report/rows.hpp"
#include "report/text_names.hpp"

#include <algorithm>

namespace plumbline::report::xlsx {

namespace {

using judgement::Outcome;
using judgement::Priority;

constexpr std::size_t most_actions = 3;

std::string met_of(const OutcomeCounts& plans) {
    return std::to_string(plans[Outcome::met]) + " of " + std::to_string(plans.decided());
}

/// Those that some plan lacks, the least met first.
std::vector<const AreaCount::Part*> weak_parts(const AreaCount& counted) {
    std::vector<const AreaCount::Part*> parts;
    for (const auto& part : counted.parts)
        if (part.plans[Outcome::not_met] > 0) parts.push_back(&part);
    std::stable_sort(parts.begin(), parts.end(), [](const auto* left, const auto* right) {
        return left->plans[Outcome::met] * right->plans.decided() <
               right->plans[Outcome::met] * left->plans.decided();
    });
    return parts;
}

std::string lacking(const AreaCount& counted, const Titles& titles, std::size_t most) {
    std::string out;
    const auto parts = weak_parts(counted);
    for (std::size_t i = 0; i < std::min(most, parts.size()); ++i)
        out += (out.empty() ? "" : "\n") + titles.criterion(parts[i]->plugin, parts[i]->criterion) +
               ": met in " + met_of(parts[i]->plans);
    return out;
}

std::string suggested(const AreaCount& counted, const Advice& advice) {
    std::string out;
    std::size_t number = 0;
    for (const AreaCount::Part* part : weak_parts(counted)) {
        const auto found = advice.find({part->plugin, part->criterion});
        if (found == advice.end() || found->second.empty() || number == most_actions) continue;
        out += (out.empty() ? "" : "\n") + std::to_string(++number) + ". " + found->second;
    }
    return out;
}

/// By when to look again: as soon as the document asks.
Date next_check(Priority priority, Date from) {
    switch (priority) {
    case Priority::immediately:
        return add_months(from, 1);
    case Priority::within_six_months:
        return add_months(from, 6);
    case Priority::within_three_months:
    case Priority::none:
        break;
    }
    return add_months(from, 3);
}

void area_row(Sheet& sheet, const AreaCount& counted, const Summary& summary, const Titles& titles) {
    const standard::Area& area = counted.area;
    const OutcomeCounts& plans = counted.plans;
    sheet.begin_row();
    sheet.text(area.title, Look::wrapped);
    sheet.text(area.service_title, Look::wrapped);
    sheet.text(priority_text(area.priority) + (area.priority_is_ours ? " (ours)" : ""));
    sheet.text(asked_for_by(area));
    sheet.text(standard::to_word(area.disposition));
    sheet.number(plans.applicable());
    for (const Outcome outcome :
         {Outcome::met, Outcome::not_met, Outcome::needs_a_person, Outcome::could_not_check})
        sheet.number(plans[outcome]);
    if (plans.decided() > 0)
        sheet.share(static_cast<double>(plans[Outcome::met]) / static_cast<double>(plans.decided()));
    else
        sheet.skip();
    sheet.text(to_word(summary.areas.rag(plans)));
    sheet.number(counted.findings);
    sheet.number(counted.accepted);
    sheet.text(lacking(counted, titles, most_actions), Look::wrapped);
    sheet.text(not_seen(area), Look::wrapped);
    sheet.text(full_id(area));
}

} // namespace

void write_areas(Sheet& sheet, const Summary& summary, const Titles& titles) {
    sheet.header({{"Area for improvement", 48},
                  {"Service", 24},
                  {"Asked for", 22},
                  {"Document", 24},
                  {"Covered", 15},
                  {"Plans it speaks of", 10},
                  {"Met", 8},
                  {"Not met", 8},
                  {"Needs a person", 9},
                  {"Could not check", 9},
                  {"Met %", 8},
                  {"RAG", 8},
                  {"Findings", 10},
                  {"Of them accepted", 10},
                  {"Most often missing", 48},
                  {"What no rule sees", 48},
                  {"Id", 26}});
    for (const AreaGroup& group : summary.areas.by_service_and_priority())
        for (const AreaCount* counted : group.areas)
            area_row(sheet, *counted, summary, titles);
    sheet.filter();
    sheet.colour_words(11);
}

void write_actions(Sheet& sheet, const Summary& summary, const Receipt& receipt, const Titles& titles,
                   const Advice& advice) {
    sheet.header({{"Area for improvement", 40},
                  {"Document", 24},
                  {"Timescale", 20},
                  {"What plans lack", 40},
                  {"Suggested key actions", 52},
                  {"Responsible officer", 22},
                  {"Evidence so far", 26},
                  {"Further evidence", 34},
                  {"RAG", 10},
                  {"Next check", 14},
                  {"Reporting schedule", 20}});
    const auto as_of = parse_iso_date(receipt.as_of);
    for (const AreaGroup& group : summary.areas.by_service_and_priority())
        for (const AreaCount* counted : group.areas) {
            if (counted->plans[Outcome::not_met] == 0) continue;
            sheet.begin_row();
            sheet.text(counted->area.title, Look::wrapped);
            sheet.text(asked_for_by(counted->area), Look::wrapped);
            sheet.text(priority_text(counted->area.priority));
            sheet.text(lacking(*counted, titles, most_actions), Look::wrapped);
            sheet.text(suggested(*counted, advice), Look::wrapped);
            sheet.text("", Look::to_fill);
            sheet.text(met_of(counted->plans) + " plans meet it (" + percent_text(counted->plans) + ')',
                       Look::wrapped);
            sheet.text("", Look::to_fill);
            sheet.text(to_word(summary.areas.rag(counted->plans)));
            if (as_of)
                sheet.date(next_check(counted->area.priority, *as_of));
            else
                sheet.skip();
            sheet.text("", Look::to_fill);
        }
    sheet.filter();
    sheet.choices(8, {"red", "amber", "green", "done"});
    sheet.choices(10, {"monthly", "quarterly", "every six months", "yearly"});
    sheet.colour_words(8);
}

void write_about(Sheet& sheet, const Summary& summary, const Receipt& receipt,
                 const std::vector<const Sheet*>& others) {
    sheet.header({{"About this workbook", 34}, {"", 110}});
    const auto line = [&](std::string_view name, std::string_view value) {
        sheet.begin_row();
        sheet.text(name, Look::strong);
        sheet.text(value, Look::wrapped);
    };
    line("met", "the evidence is there");
    line("not met", "the evidence is not there; the finding says which words were read");
    line("needs a person", "the text is there, and the tool cannot tell; it says why");
    line("not applicable", "the check is not asked of this plan");
    line("could not check", "a fact is missing, or the check failed; it says which");
    line("Met %", "of met and not met. A plan meets an area when nothing is missing of what its rules ask. "
                  "No figure here is a "
                  "grade: people judge");
    line("Coverage", coverage_line(summary.coverage));
    for (const judgement::Notice& notice : summary.acceptance_notices)
        line("Accepted findings", notice.text);
    for (const Sheet* other : others)
        if (other->left_out() > 0)
            line(other->name(),
                 std::to_string(other->left_out()) + " more rows than a sheet holds are left out");
    line("Plumbline", receipt.plumbline);
    line("As of", receipt.as_of);
    line("Rule set", receipt.rule_set + " " + receipt.rule_set_hash);
    line("Calendar", receipt.calendar);
    for (const auto& [name, value] : receipt.settings)
        line("Setting: " + name, value);
    line("Inputs", receipt.inputs_hash);
    for (const auto& plugin : receipt.plugins)
        line("Check " + plugin.id, plugin.version + "  " + plugin.hash);
}

} // namespace plumbline::report::xlsx
