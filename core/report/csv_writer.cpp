#include "report/csv_writer.hpp"

#include "base/csv.hpp"
#include "report/rows.hpp"
#include "report/text_names.hpp"

namespace plumbline::report {

namespace {

using Cells = std::vector<std::string>;
using judgement::Outcome;

const Cells finding_columns{"plan",         "version",
                            "kind",         "team",
                            "outcome",      "priority",
                            "check",        "criterion",
                            "where",        "words",
                            "message",      "advice",
                            "asked for by", "areas for improvement",
                            "accepted by",  "accepted because",
                            "accepted on",  "accepted until",
                            "file",         "line",
                            "column",       "rule",
                            "plugin",       "criterion id",
                            "fingerprint"};

const Cells area_columns{"service",
                         "priority",
                         "area",
                         "title",
                         "asked for by",
                         "covered",
                         "plans",
                         "met",
                         "not met",
                         "needs a person",
                         "could not check",
                         "not applicable",
                         "met %",
                         "RAG",
                         "not met, all accepted",
                         "findings",
                         "accepted findings",
                         "what no rule sees"};

std::string number(std::uint32_t value) {
    return value == 0 ? std::string{} : std::to_string(value);
}

Cells plan_cells(const judgement::PlanResult& plan) {
    return {plan.id, plan.version ? std::to_string(*plan.version) : "", spaced(plan.kind), plan.team};
}

Cells finding_cells(const judgement::PlanResult& plan, const judgement::Finding& finding,
                    const Titles& titles) {
    Cells cells = plan_cells(plan);
    const auto accepted = finding.accepted.value_or(judgement::Acceptance{});
    for (std::string cell : {std::string(judgement::to_word(finding.outcome)),
                             priority_text(finding.priority),
                             titles.plugin(finding.plugin),
                             titles.criterion(finding.plugin, finding.criterion),
                             name_of(finding.at),
                             words_of(finding),
                             finding.message,
                             finding.advice,
                             short_citations(finding.citations),
                             areas_of(finding),
                             accepted.by,
                             accepted.reason,
                             accepted.on,
                             accepted.until,
                             plan.file,
                             number(finding.at.line),
                             number(finding.at.column),
                             finding.rule,
                             finding.plugin,
                             finding.criterion,
                             finding.fingerprint})
        cells.push_back(std::move(cell));
    return cells;
}

Cells empty_plan_cells(const judgement::PlanResult& plan) {
    Cells cells = plan_cells(plan);
    cells.resize(finding_columns.size());
    cells[4] = without_findings(plan);
    cells[10] = plan.reason;
    cells[18] = plan.file;
    cells[19] = number(plan.line);
    return cells;
}

Cells area_cells(const AreaCount& counted, const Areas& areas) {
    const standard::Area& area = counted.area;
    const OutcomeCounts& plans = counted.plans;
    const auto count = [&](Outcome outcome) { return std::to_string(plans[outcome]); };
    const auto percent = met_percent(plans);
    return {area.service_title,
            priority_text(area.priority),
            full_id(area),
            area.title,
            asked_for_by(area),
            std::string(standard::to_word(area.disposition)),
            std::to_string(plans.applicable()),
            count(Outcome::met),
            count(Outcome::not_met),
            count(Outcome::needs_a_person),
            count(Outcome::could_not_check),
            count(Outcome::not_applicable),
            percent ? std::to_string(*percent) : "",
            std::string(to_word(areas.rag(plans))),
            std::to_string(counted.plans_accepted),
            std::to_string(counted.findings),
            std::to_string(counted.accepted),
            not_seen(area)};
}

} // namespace

void CsvWriter::begin(const Receipt& /*receipt*/) {
    *stream_ << byte_order_mark << csv_record(finding_columns);
}

std::string CsvWriter::render(const judgement::PlanResult& plan) const {
    if (!without_findings(plan).empty()) return csv_record(empty_plan_cells(plan));
    std::string out;
    for (const auto& finding : plan.findings)
        out += csv_record(finding_cells(plan, finding, titles_));
    return out;
}

void CsvWriter::put(std::string_view rendered) {
    *stream_ << rendered;
}

void CsvWriter::end(const Summary& /*summary*/, const Receipt& /*receipt*/) {}

void CsvAreasWriter::end(const Summary& summary, const Receipt& /*receipt*/) {
    *stream_ << byte_order_mark << csv_record(area_columns);
    for (const AreaGroup& group : summary.areas.by_service_and_priority())
        for (const AreaCount* counted : group.areas)
            *stream_ << csv_record(area_cells(*counted, summary.areas));
}

} // namespace plumbline::report
