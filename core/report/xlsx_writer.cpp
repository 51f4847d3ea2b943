#include "report/xlsx_writer.hpp"

#include "report/advice.hpp"
#include "report/rows.hpp"
#include "report/text_names.hpp"
#include "report/xlsx/pages.hpp"
#include "report/xlsx/workbook.hpp"

namespace plumbline::report {

namespace {

using judgement::Outcome;
using xlsx::Look;
using xlsx::Sheet;

void plan_cells(Sheet& sheet, const judgement::PlanResult& plan) {
    sheet.text(plan.id);
    if (plan.version)
        sheet.number(static_cast<std::size_t>(std::max(0, *plan.version)));
    else
        sheet.skip();
    sheet.text(spaced(plan.kind));
    sheet.text(plan.team);
}

void line_cell(Sheet& sheet, std::uint32_t line) {
    if (line > 0)
        sheet.number(line);
    else
        sheet.skip();
}

void finding_row(Sheet& sheet, const judgement::PlanResult& plan, const judgement::Finding& finding,
                 const Titles& titles) {
    if (!sheet.begin_row()) return;
    const auto accepted = finding.accepted.value_or(judgement::Acceptance{});
    plan_cells(sheet, plan);
    sheet.text(judgement::to_word(finding.outcome));
    sheet.text(priority_text(finding.priority));
    sheet.text(titles.plugin(finding.plugin), Look::wrapped);
    sheet.text(titles.criterion(finding.plugin, finding.criterion), Look::wrapped);
    sheet.text(name_of(finding.at));
    sheet.text(words_of(finding), Look::wrapped);
    sheet.text(finding.message, Look::wrapped);
    sheet.text(finding.advice, Look::wrapped);
    sheet.text(short_citations(finding.citations), Look::wrapped);
    sheet.file_link(plan.file);
    line_cell(sheet, finding.at.line);
    sheet.text(accepted.by);
    sheet.text(accepted.reason, Look::wrapped);
    sheet.date(accepted.on);
    sheet.date(accepted.until);
    sheet.text(areas_of(finding), Look::wrapped);
    sheet.text(finding.rule + '/' + finding.criterion);
    sheet.text(finding.fingerprint);
}

void plan_row(Sheet& sheet, const judgement::PlanResult& plan) {
    if (!sheet.begin_row()) return;
    OutcomeCounts criteria;
    for (const RolledUp& rolled : roll_up(plan))
        ++criteria[rolled.outcome];
    plan_cells(sheet, plan);
    sheet.text(judgement::to_word(plan.state));
    for (const Outcome outcome : all_outcomes)
        sheet.number(criteria[outcome]);
    if (criteria.decided() > 0)
        sheet.share(static_cast<double>(criteria[Outcome::met]) / static_cast<double>(criteria.decided()));
    else
        sheet.skip();
    sheet.number(plan.findings.size());
    sheet.number(accepted_of(plan.findings));
    sheet.file_link(plan.file);
    line_cell(sheet, plan.line);
    sheet.text(plan.reason, Look::wrapped);
}

void judgement_row(Sheet& sheet, const judgement::PlanResult& plan, const judgement::Judgement& judged,
                   const Titles& titles) {
    if (!sheet.begin_row()) return;
    plan_cells(sheet, plan);
    sheet.text(titles.plugin(judged.plugin));
    sheet.text(titles.criterion(judged.plugin, judged.criterion));
    sheet.text(name_of(judged.at));
    sheet.text(judgement::to_word(judged.outcome));
    sheet.text(judged.reason);
    line_cell(sheet, judged.at.line);
    sheet.text(judged.rule + '/' + judged.criterion);
}

} // namespace

struct XlsxWriter::Sheets {
    xlsx::Workbook book;
    Sheet& summary = book.add("Summary");
    Sheet& areas = book.add("Areas for improvement");
    Sheet& actions = book.add("Action plan");
    Sheet& findings = book.add("Findings");
    Sheet& plans = book.add("Plans");
    Sheet& judgements = book.add("Judgements");
    Sheet& about = book.add("About");
    xlsx::Advice advice;
};

XlsxWriter::XlsxWriter(std::ostream& stream, const Options& options)
    : stream_(&stream), titles_(options.titles), sheets_(std::make_unique<Sheets>()) {}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::begin(const Receipt& /*receipt*/) {
    sheets_->findings.header({{"Plan", 13},
                              {"Version", 8},
                              {"Kind", 16},
                              {"Team", 18},
                              {"Outcome", 14},
                              {"Priority", 18},
                              {"Check", 26},
                              {"Criterion", 30},
                              {"Where", 14},
                              {"Words of the plan", 44},
                              {"What is missing", 44},
                              {"What to write instead", 44},
                              {"Asked for by", 30},
                              {"File", 34},
                              {"Line", 7},
                              {"Accepted by", 16},
                              {"Accepted because", 26},
                              {"Accepted on", 13},
                              {"Accepted until", 13},
                              {"Areas for improvement", 30},
                              {"Rule", 34},
                              {"Fingerprint", 18}});
    sheets_->plans.header({{"Plan", 13},
                           {"Version", 8},
                           {"Kind", 16},
                           {"Team", 18},
                           {"State", 11},
                           {"Criteria met", 10},
                           {"Not met", 10},
                           {"Needs a person", 10},
                           {"Not applicable", 11},
                           {"Could not check", 10},
                           {"Met %", 8},
                           {"Findings", 10},
                           {"Of them accepted", 10},
                           {"File", 34},
                           {"Line", 7},
                           {"Why not judged", 60}});
    sheets_->judgements.header({{"Plan", 13},
                                {"Version", 8},
                                {"Kind", 16},
                                {"Team", 18},
                                {"Check", 30},
                                {"Criterion", 40},
                                {"Where", 16},
                                {"Outcome", 15},
                                {"Reason", 60},
                                {"Line", 7},
                                {"Rule", 40}});
}

void XlsxWriter::add(const judgement::PlanResult& plan, std::string_view /*rendered*/) {
    for (const auto& finding : plan.findings) {
        const auto [kept, added] =
            sheets_->advice.emplace(std::pair(finding.plugin, finding.criterion), finding.advice);
        if (!added) kept->second = shared_advice(kept->second, finding.advice);
        finding_row(sheets_->findings, plan, finding, titles_);
    }
    for (const auto& judged : plan.judgements)
        judgement_row(sheets_->judgements, plan, judged, titles_);
    plan_row(sheets_->plans, plan);
}

void XlsxWriter::end(const Summary& summary, const Receipt& receipt) {
    for (Sheet* sheet : {&sheets_->findings, &sheets_->plans, &sheets_->judgements})
        sheet->filter();
    xlsx::write_areas(sheets_->areas, summary, titles_);
    xlsx::write_actions(sheets_->actions, summary, receipt, titles_, sheets_->advice);
    xlsx::write_about(sheets_->about, summary, receipt,
                      {&sheets_->findings, &sheets_->plans, &sheets_->judgements});
    xlsx::write_summary(sheets_->summary, sheets_->book, summary, receipt);
    *stream_ << sheets_->book.finish();
}

} // namespace plumbline::report
