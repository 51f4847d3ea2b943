#include "report/text_writer.hpp"

#include "report/coverage_line.hpp"
#include "report/table.hpp"
#include "report/text_names.hpp"
#include "report/text_plan.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

using judgement::Outcome;

constexpr std::size_t most_named = 20;   // plans not judged, reasons of not checking: each with its place
constexpr std::size_t digits_shown = 12; // of a hash

std::string plan_counts(const Summary& summary) {
    std::string out =
        count_of(summary.plans, "plan", "plans") + ": " + std::to_string(summary.judged) + " judged";
    if (summary.unreadable > 0) out += ", " + std::to_string(summary.unreadable) + " unreadable";
    if (summary.skipped > 0) out += ", " + std::to_string(summary.skipped) + " skipped";
    return out;
}

std::string finding_counts(const Summary& summary) {
    std::size_t not_met = 0;
    std::size_t needs_a_person = 0;
    for (const auto& [priority, counts] : summary.findings_by_priority) {
        not_met += counts[Outcome::not_met];
        needs_a_person += counts[Outcome::needs_a_person];
    }
    std::string out = count_of(summary.findings, "finding", "findings");
    if (summary.findings > 0)
        out += ": " + std::to_string(not_met) + " not met, " +
               count_of(needs_a_person, "needs a person", "need a person");
    if (summary.accepted > 0) out += " (" + std::to_string(summary.accepted) + " of them accepted)";
    return out;
}

std::string by_priority(const Summary& summary, const Page& page) {
    Table table({{""}, {"not met", true}, {"needs a person", true}});
    for (const auto& [priority, counts] : summary.findings_by_priority) {
        const std::string word(judgement::to_word(priority));
        table.add({word.empty() ? "no priority" : word, std::to_string(counts[Outcome::not_met]),
                   std::to_string(counts[Outcome::needs_a_person])});
    }
    return table.empty() ? "" : table.to_string(page, 2);
}

/// The rules of one plugin together, in the order of its first.
std::vector<std::pair<std::string, OutcomeCounts>> plans_by_criterion(const Summary& summary) {
    std::vector<std::pair<std::string, OutcomeCounts>> out;
    for (const auto& criterion : summary.criteria) {
        const std::string name = criterion_name(criterion);
        auto found =
            std::find_if(out.begin(), out.end(), [&](const auto& entry) { return entry.first == name; });
        if (found == out.end()) found = out.insert(out.end(), {name, {}});
        for (const auto outcome : all_outcomes)
            found->second[outcome] += criterion.plans[outcome];
    }
    return out;
}

/// Whether no plan is of the kind, or has the facts, that the check is asked of.
bool is_unasked(const OutcomeCounts& counts) {
    return std::all_of(all_outcomes.begin(), all_outcomes.end(), [&](Outcome outcome) {
        return outcome == Outcome::not_applicable || counts[outcome] == 0;
    });
}

std::string by_criterion(const Summary& summary, const Page& page) {
    Table table({{"plans, by criterion", false, true},
                 {"met", true},
                 {"not met", true},
                 {"needs a person", true},
                 {"not applicable", true},
                 {"could not check", true}});
    std::string unasked;
    for (const auto& [name, counts] : plans_by_criterion(summary)) {
        if (is_unasked(counts)) {
            unasked += (unasked.empty() ? "" : ", ") + name;
            continue;
        }
        std::vector<std::string> cells{name};
        for (const auto outcome : all_outcomes)
            cells.push_back(counts[outcome] == 0 ? "·" : std::to_string(counts[outcome]));
        table.add(std::move(cells));
    }
    std::string out = table.empty() ? "" : '\n' + table.to_string(page, 0);
    if (!unasked.empty())
        out += block(page, "not applicable to any of these plans: " + unasked, 0, 2, Tone::faint);
    return out;
}

std::string more_of(std::size_t all, std::size_t shown, const Page& page) {
    return all > shown ? block(page, "and " + std::to_string(all - shown) + " more", 2, 4, Tone::faint)
                       : std::string{};
}

std::string not_judged(const Summary& summary, const Page& page) {
    const std::size_t all = summary.unreadable + summary.skipped;
    if (all == 0) return {};
    std::string out =
        '\n' + block(page, count_of(all, "plan was", "plans were") + " not judged", 0, 2, Tone::bad);
    std::size_t shown = 0;
    for (const auto& plan : summary.missing) {
        if (shown == most_named) break;
        ++shown;
        const auto lines = lines_of(plan.reason);
        out += block(page,
                     clean(to_string(FilePosition{plan.file, plan.line, 0})) + " · " +
                         std::string(judgement::to_word(plan.state)) +
                         (lines.empty() ? "" : ": " + clean(lines.front())),
                     2, 4);
    }
    return out + more_of(all, shown, page);
}

std::string not_checked(const Summary& summary, const Options& options) {
    if (summary.could_not_check == 0) return {};
    const Page& page = options.page;
    std::string out =
        '\n' + block(page,
                     count_of(summary.could_not_check, "judgement", "judgements") + " could not be made" +
                         (summary.failed_checks > 0
                              ? "; " + std::to_string(summary.failed_checks) + " because a check failed"
                              : ""),
                     0, 2, summary.failed_checks > 0 ? Tone::bad : Tone::doubtful);
    std::size_t shown = 0;
    std::size_t told = 0;
    for (const auto& obstacle : summary.obstacles) {
        if (shown == most_named) break;
        ++shown;
        told += obstacle.judgements;
        const std::string& reason = obstacle.reason;
        out += block(page,
                     std::to_string(obstacle.judgements) + " × " + criterion_name(obstacle) +
                         (reason.empty() ? "" : ": " + clean(reason)) + " (first at " +
                         clean(obstacle.first_at) + ')',
                     2, 4);
    }
    return out + more_of(summary.could_not_check, told, page);
}

std::string acceptance_notices(const Summary& summary, const Page& page) {
    if (summary.acceptance_notices.empty()) return {};
    std::string out = '\n' + block(page, "The list of accepted findings", 0, 2, Tone::doubtful);
    for (const judgement::Notice& notice : summary.acceptance_notices)
        out += block(page, clean(notice.text), 2, 4);
    return out;
}

std::string since_before(const Summary& summary, const Page& page) {
    return summary.trend.tells() ? '\n' + block(page, clean(trend_words(summary.trend)), 0, 2) : "";
}

std::string receipt_line(const Receipt& receipt) {
    std::string out = "plumbline " + receipt.plumbline + " · rule set " + receipt.rule_set;
    if (!receipt.rule_set_hash.empty()) out += " (" + receipt.rule_set_hash.substr(0, digits_shown) + ')';
    out += " · as of " + receipt.as_of;
    if (!receipt.calendar.empty()) out += " · calendar " + receipt.calendar;
    if (!receipt.inputs_hash.empty()) out += " · inputs " + receipt.inputs_hash.substr(0, digits_shown);
    return clean(out);
}

} // namespace

void TextWriter::begin(const Receipt& receipt) {
    *stream_ << block(options_.page,
                      clean(receipt.rule_set_title.empty() ? receipt.rule_set : receipt.rule_set_title) +
                          ", as of " + clean(receipt.as_of),
                      0, 2, Tone::strong);
}

std::string TextWriter::render(const judgement::PlanResult& plan) const {
    return plan_page(plan, options_);
}

void TextWriter::put(std::string_view rendered) {
    const bool page = rendered.starts_with('\n');
    if (after_page_ && !page) *stream_ << '\n';
    *stream_ << rendered;
    after_page_ = page;
}

void TextWriter::end(const Summary& summary, const Receipt& receipt) {
    const Page& page = options_.page;
    *stream_ << '\n'
             << paint(page, Tone::faint, repeated("─", page.width)) << '\n'
             << block(page, plan_counts(summary), 0, 2, Tone::strong)
             << block(page, finding_counts(summary), 0, 2, Tone::strong) << by_priority(summary, page)
             << by_criterion(summary, page) << not_judged(summary, page) << not_checked(summary, options_)
             << acceptance_notices(summary, page) << since_before(summary, page) << '\n'
             << block(page, coverage_line(summary.coverage) + " 'plumbline coverage' lists them.", 0, 0)
             << block(page, receipt_line(receipt), 0, 0, Tone::faint);
}

} // namespace plumbline::report
