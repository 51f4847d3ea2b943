#include "report/xlsx/pages.hpp"

#include "report/coverage_line.hpp"
#include "report/rows.hpp"

#include <algorithm>
#include <array>

namespace plumbline::report::xlsx {

namespace {

using judgement::Outcome;

constexpr std::uint32_t red = 0xD4351C, amber = 0xF47738, green = 0x00703C, blue = 0x1D70B8;
constexpr std::uint16_t chart_column = 7;
constexpr double chart_width = 620, trend_height = 320;
constexpr std::uint32_t row_pixels = 20;

void fact(Sheet& sheet, const std::string& name, std::size_t value) {
    sheet.begin_row();
    sheet.text(name);
    sheet.number(value);
}

void said(Sheet& sheet, const std::string& text, Look look = Look::plain) {
    sheet.begin_row();
    sheet.text(text, look);
}

void heads(Sheet& sheet, const std::vector<std::string>& titles) {
    sheet.begin_row();
    for (const auto& title : titles)
        sheet.text(title, Look::heading);
}

void facts(Sheet& sheet, const Summary& summary, const Receipt& receipt) {
    said(sheet, "Children's plans against the areas for improvement", Look::title);
    said(sheet, receipt.rule_set_title.empty() ? receipt.rule_set : receipt.rule_set_title);
    sheet.begin_row();
    sheet.text("As of");
    sheet.date(receipt.as_of);
    OutcomeCounts found;
    for (const auto& [priority, counts] : summary.findings_by_priority)
        found += counts;
    fact(sheet, "Plans judged", summary.judged);
    fact(sheet, "Plans that could not be read", summary.unreadable);
    fact(sheet, "Files that held no plan", summary.skipped);
    fact(sheet, "Findings", summary.findings);
    fact(sheet, "of them not met", found[Outcome::not_met]);
    fact(sheet, "of them for a person to read", found[Outcome::needs_a_person]);
    fact(sheet, "of them accepted", summary.accepted);
    fact(sheet, "Judgements that could not be made", summary.could_not_check);
    said(sheet, coverage_line(summary.coverage));
    said(sheet, "A percentage is of criteria met, not a grade: people judge.");
    sheet.begin_row();
}

/// Rows of the table, first to last; none: nothing was judged.
struct Rows {
    std::uint32_t first = 0, count = 0;
};

Rows services(Sheet& sheet, const Summary& summary) {
    said(sheet, "Areas for improvement by service, and how soon they are asked for", Look::strong);
    heads(sheet, {"Service, and how soon", "Areas judged", "Green", "Amber", "Red"});
    Rows rows{sheet.rows(), 0};
    for (const AreaGroup& group : summary.areas.by_service_and_priority()) {
        std::array<std::size_t, 4> by_rag{};
        for (const AreaCount* counted : group.areas)
            ++by_rag.at(static_cast<std::size_t>(summary.areas.rag(counted->plans)));
        const auto of = [&](Rag rag) { return by_rag.at(static_cast<std::size_t>(rag)); };
        const std::size_t judged = of(Rag::green) + of(Rag::amber) + of(Rag::red);
        if (judged == 0) continue;
        sheet.begin_row();
        sheet.text(group.service_title + ", " + priority_text(group.priority));
        sheet.number(judged);
        for (const Rag rag : {Rag::green, Rag::amber, Rag::red})
            sheet.number(of(rag));
        ++rows.count;
    }
    said(sheet, "Green from " + std::to_string(summary.areas.green_from()) + " % of plans met, red below " +
                    std::to_string(summary.areas.red_below()) + " %.");
    sheet.begin_row();
    return rows;
}

Rows teams(Sheet& sheet, const Summary& summary) {
    said(sheet, "Criteria met by team", Look::strong);
    heads(sheet, {"Team", "Plans", "Criteria met", "Not met", "Needs a person", "Met %"});
    Rows rows{sheet.rows(), 0};
    for (const auto& [team, group] : summary.teams) {
        sheet.begin_row();
        sheet.text(team.empty() ? "(no team)" : team);
        sheet.number(group.plans);
        for (const Outcome outcome : {Outcome::met, Outcome::not_met, Outcome::needs_a_person})
            sheet.number(group.criteria[outcome]);
        if (group.criteria.decided() > 0)
            sheet.share(static_cast<double>(group.criteria[Outcome::met]) /
                        static_cast<double>(group.criteria.decided()));
        ++rows.count;
    }
    return rows;
}

/// This batch and those before it, the oldest first.
Rows batches(Sheet& sheet, const Trend& trend) {
    if (!trend.tells()) return {};
    sheet.begin_row();
    said(sheet, "Criteria met by batch", Look::strong);
    heads(sheet, {"Batch", "Plans", "Criteria met", "Not met", "Change in points", "Met %"});
    Rows rows{sheet.rows(), 0};
    for (const TrendPoint& point : trend.points) {
        sheet.begin_row();
        sheet.text(point.as_of + ", batch " + point.batch +
                   (point.rules_changed ? ": the rule set changed" : ""));
        sheet.number(point.plans);
        for (const Outcome outcome : {Outcome::met, Outcome::not_met})
            sheet.number(point.criteria[outcome]);
        sheet.text(change_figures(point));
        if (point.criteria.decided() > 0)
            sheet.share(static_cast<double>(point.criteria[Outcome::met]) /
                        static_cast<double>(point.criteria.decided()));
        ++rows.count;
    }
    said(sheet, trend_words(trend), Look::wrapped);
    return rows;
}

double height_of(const Rows& rows) {
    return 140 + 34.0 * std::min<std::uint32_t>(rows.count, 30);
}

} // namespace

void write_summary(Sheet& sheet, Workbook& book, const Summary& summary, const Receipt& receipt) {
    sheet.widths({64, 13, 13, 10, 18, 10});
    sheet.for_printing();
    facts(sheet, summary, receipt);
    const Rows by_service = services(sheet, summary);
    const Rows by_team = teams(sheet, summary);
    const Rows by_batch = batches(sheet, summary.trend);
    std::uint32_t at = 2;
    if (by_service.count > 0) {
        lxw_chart* chart = book.chart(Workbook::Kind::stacked_bars, "Areas for improvement", sheet,
                                      by_service.first, by_service.first + by_service.count - 1, 0,
                                      {{"Green", 2, green}, {"Amber", 3, amber}, {"Red", 4, red}}, false);
        sheet.chart_at(at, chart_column, chart, chart_width, height_of(by_service));
        at += static_cast<std::uint32_t>(height_of(by_service)) / row_pixels + 2;
    }
    if (by_batch.count > 0) {
        lxw_chart* chart = book.line_chart("Criteria met by batch", sheet, by_batch.first,
                                           by_batch.first + by_batch.count - 1, 0, {"Met", 5, blue});
        sheet.chart_at(at, chart_column, chart, chart_width, trend_height);
        at += static_cast<std::uint32_t>(trend_height) / row_pixels + 2;
    }
    if (by_team.count > 0) {
        lxw_chart* chart = book.chart(Workbook::Kind::bars, "Criteria met by team", sheet, by_team.first,
                                      by_team.first + by_team.count - 1, 0, {{"Met", 5, blue}}, true);
        sheet.chart_at(at, chart_column, chart, chart_width, height_of(by_team));
    }
}

} // namespace plumbline::report::xlsx
