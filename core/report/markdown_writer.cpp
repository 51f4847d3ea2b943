#include "report/markdown_writer.hpp"

#include "report/coverage_line.hpp"
#include "report/rows.hpp"
#include "report/text_names.hpp"

#include <algorithm>
#include <array>

namespace plumbline::report {

namespace {

using judgement::Outcome;

constexpr std::size_t most_listed = 5;
constexpr std::size_t fewest_plans = 3; // below that, a percentage says little about a strength
constexpr std::size_t digits_shown = 12;

std::string row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& cell : cells)
        out += ' ' + cell + " |";
    return out + '\n';
}

/// "12 of 40 (30%)"
std::string met_of(const OutcomeCounts& plans) {
    return std::to_string(plans[Outcome::met]) + " of " + std::to_string(plans.decided()) +
           (plans.decided() == 0 ? "" : " (" + percent_text(plans) + ')');
}

std::string sentence_case(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string what_was_read(const Summary& summary, const Receipt& receipt) {
    std::string out =
        count_of(summary.judged, "plan was", "plans were") + " judged as of " + markdown_text(receipt.as_of) +
        " by the rule set “" +
        markdown_text(receipt.rule_set_title.empty() ? receipt.rule_set : receipt.rule_set_title) + "”.";
    if (summary.unreadable > 0)
        out += ' ' + count_of(summary.unreadable, "plan", "plans") + " could not be read and " +
               (summary.unreadable == 1 ? "is" : "are") + " in no figure below.";
    if (summary.skipped > 0) out += ' ' + count_of(summary.skipped, "file", "files") + " held no plan.";
    out += " They gave " + count_of(summary.findings, "finding", "findings");
    if (summary.accepted > 0) out += ", " + std::to_string(summary.accepted) + " of them accepted";
    return out + ". " + markdown_text(coverage_line(summary.coverage)) + "\n\n" +
           "A percentage is of criteria met, not a grade: people judge.\n";
}

std::string at_a_glance(const Summary& summary) {
    std::string out = "\n## At a glance\n\n" +
                      row({"Service", "Asked for", "Areas judged", "Green", "Amber", "Red"}) +
                      row({"---", "---", "---:", "---:", "---:", "---:"});
    for (const AreaGroup& group : summary.areas.by_service_and_priority()) {
        std::array<std::size_t, 4> by_rag{};
        for (const AreaCount* counted : group.areas)
            ++by_rag.at(static_cast<std::size_t>(summary.areas.rag(counted->plans)));
        const auto of = [&](Rag rag) { return by_rag.at(static_cast<std::size_t>(rag)); };
        const std::size_t judged = of(Rag::green) + of(Rag::amber) + of(Rag::red);
        if (judged == 0) continue;
        out += row({markdown_text(group.service_title), priority_text(group.priority), std::to_string(judged),
                    std::to_string(of(Rag::green)), std::to_string(of(Rag::amber)),
                    std::to_string(of(Rag::red))});
    }
    return out + "\nGreen from " + std::to_string(summary.areas.green_from()) + "% of plans met, red below " +
           std::to_string(summary.areas.red_below()) + "%.\n";
}

/// The newest batch first.
std::string trend_table(const Trend& trend) {
    if (!trend.tells()) return {};
    std::string out = "\n## Since the batches before\n\n" + markdown_text(trend_words(trend)) + "\n\n" +
                      row({"Batch", "Plans", "Met", "Change in points", ""}) +
                      row({"---", "---:", "---:", "---:", "---"});
    for (std::size_t i = trend.points.size(); i-- > 0;) {
        const TrendPoint& point = trend.points[i];
        out += row({markdown_text(point.as_of), std::to_string(point.plans), met_of(point.criteria),
                    change_figures(point),
                    change_verdict(point) + (point.rules_changed ? " (rule set changed)" : "")});
    }
    return out;
}

/// Every criterion over all its rules, the best met first.
std::vector<std::pair<std::string, OutcomeCounts>> criteria_of(const Summary& summary, const Titles& titles) {
    std::vector<std::pair<std::string, OutcomeCounts>> out;
    for (const auto& criterion : summary.criteria) {
        const std::string title = titles.criterion(criterion.plugin, criterion.criterion);
        auto found =
            std::find_if(out.begin(), out.end(), [&](const auto& entry) { return entry.first == title; });
        if (found == out.end()) found = out.insert(out.end(), {title, {}});
        found->second += criterion.plans;
    }
    out.erase(std::remove_if(out.begin(), out.end(),
                             [](const auto& entry) { return entry.second.decided() < fewest_plans; }),
              out.end());
    std::stable_sort(out.begin(), out.end(), [](const auto& left, const auto& right) {
        return left.second[Outcome::met] * right.second.decided() >
               right.second[Outcome::met] * left.second.decided();
    });
    return out;
}

std::string item(const std::pair<std::string, OutcomeCounts>& criterion) {
    return "- " + markdown_text(sentence_case(criterion.first)) + ": " + met_of(criterion.second) + '\n';
}

std::string strengths_and_weaknesses(const Summary& summary, const Titles& titles) {
    const auto criteria = criteria_of(summary, titles);
    std::string strong;
    std::string weak;
    std::size_t listed = 0;
    for (const auto& criterion : criteria)
        if (summary.areas.rag(criterion.second) == Rag::green && listed++ < most_listed)
            strong += item(criterion);
    listed = 0;
    for (std::size_t i = criteria.size(); i-- > 0;)
        if (summary.areas.rag(criteria[i].second) != Rag::green && listed++ < most_listed)
            weak += item(criteria[i]);
    return (strong.empty() ? "" : "\n## What plans do well\n\n" + strong) +
           (weak.empty() ? "" : "\n## What plans most often lack\n\n" + weak);
}

/// What of the area plans most often lack.
std::string weakest_part(const AreaCount& counted, const Titles& titles) {
    const AreaCount::Part* weakest = nullptr;
    const auto worse = [](const OutcomeCounts& left, const OutcomeCounts& right) {
        return left[Outcome::met] * right.decided() < right[Outcome::met] * left.decided();
    };
    for (const auto& part : counted.parts)
        if (part.plans[Outcome::not_met] > 0 && (weakest == nullptr || worse(part.plans, weakest->plans)))
            weakest = &part;
    if (weakest == nullptr) return {};
    return markdown_text(sentence_case(titles.criterion(weakest->plugin, weakest->criterion))) + ": " +
           met_of(weakest->plans);
}

std::string area_row(const AreaCount& counted, const Areas& areas, const Titles& titles) {
    const Rag rag = areas.rag(counted.plans);
    const std::size_t undecided = counted.plans.applicable() - counted.plans.decided();
    return row({markdown_text(counted.area.title), markdown_text(asked_for_by(counted.area)),
                met_of(counted.plans), rag == Rag::none ? "not judged" : std::string(to_word(rag)),
                std::to_string(undecided), weakest_part(counted, titles)});
}

std::string area_tables(const Summary& summary, const Titles& titles) {
    std::string out =
        "\n## Annex: the areas for improvement\n\nA plan meets an area when nothing is missing "
        "of what the rules ask of it. Undecided: a person has to read it, or a fact is missing.\n";
    for (const AreaGroup& group : summary.areas.by_service_and_priority()) {
        std::string rows;
        for (const AreaCount* counted : group.areas)
            if (answered(*counted)) rows += area_row(*counted, summary.areas, titles);
        if (rows.empty()) continue;
        out += "\n### " + markdown_text(group.service_title) + ", " + priority_text(group.priority) + "\n\n" +
               row({"Area", "Asked for by", "Plans that meet it", "RAG", "Undecided", "Most often missing"}) +
               row({"---", "---", "---:", "---", "---:", "---"}) + rows;
    }
    return out;
}

/// Accepted findings, apart.
std::string accepted_findings(const Summary& summary) {
    if (summary.accepted == 0 && summary.acceptance_notices.empty()) return {};
    std::string out =
        "\n## Accepted findings\n\n" + count_of(summary.accepted, "finding is", "findings are") +
        " accepted by a manager for a while. The figures above still count them as not met.\n\n";
    for (const AreaCount& counted : summary.areas.all())
        if (counted.accepted > 0)
            out += "- " + markdown_text(counted.area.title) + " (" +
                   markdown_text(asked_for_by(counted.area)) + "): " + std::to_string(counted.accepted) +
                   " of " + std::to_string(counted.findings) + " accepted\n";
    for (const judgement::Notice& notice : summary.acceptance_notices)
        out += "- To look at: " + markdown_text(notice.text) + '\n';
    return out;
}

std::string receipt_line(const Receipt& receipt) {
    return "\nplumbline " + markdown_text(receipt.plumbline) + ", rule set " +
           markdown_text(receipt.rule_set) + " (" + receipt.rule_set_hash.substr(0, digits_shown) +
           "), inputs " + receipt.inputs_hash.substr(0, digits_shown) + '\n';
}

} // namespace

std::string markdown_text(std::string_view text) {
    std::string out;
    for (const char c : clean(text)) {
        const bool begins_block = out.empty() && std::string_view("#+-=").find(c) != std::string_view::npos;
        if (begins_block || std::string_view("\\`*_[]|<>~&$").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

void MarkdownWriter::end(const Summary& summary, const Receipt& receipt) {
    *stream_ << "# Children's plans against the areas for improvement\n\n"
             << what_was_read(summary, receipt) << at_a_glance(summary) << trend_table(summary.trend)
             << strengths_and_weaknesses(summary, titles_) << accepted_findings(summary)
             << area_tables(summary, titles_) << receipt_line(receipt);
}

} // namespace plumbline::report
