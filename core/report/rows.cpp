#include "report/rows.hpp"

#include "report/text_names.hpp"

namespace plumbline::report {

std::string with_sign(const std::string& paragraph) {
    const bool number = !paragraph.empty() && paragraph[0] >= '0' && paragraph[0] <= '9';
    return (number ? "§" : "") + paragraph;
}

std::string asked_for_by(const standard::Area& area) {
    return area.document.short_name + ' ' + with_sign(area.paragraph);
}

std::string not_seen(const standard::Area& area) {
    switch (area.disposition) {
    case standard::Disposition::checked:
        return area.answered_by.empty() ? "this rule set has no rule for it" : "";
    case standard::Disposition::partly:
        return area.answered_by.empty() ? "this rule set has no rule for it" : "not seen: " + area.rest;
    case standard::Disposition::needs_a_person:
        return "to read: " + area.read;
    case standard::Disposition::not_in_a_plan:
        return "shows in: " + area.shows_in;
    }
    return {};
}

bool answered(const AreaCount& counted) {
    return !counted.area.answered_by.empty();
}

std::string without_findings(const judgement::PlanResult& plan) {
    if (plan.state != judgement::State::judged) return std::string(judgement::to_word(plan.state));
    return plan.findings.empty() ? "nothing found" : "";
}

std::string words_of(const judgement::Finding& finding) {
    std::string out;
    for (const auto& evidence : finding.evidence)
        if (!evidence.text.empty()) out += (out.empty() ? "" : " | ") + evidence.text;
    return out;
}

std::string areas_of(const judgement::Finding& finding) {
    std::vector<std::string> areas;
    for (const auto& citation : finding.citations)
        if (!citation.area.empty()) areas.push_back(citation.area);
    return joined(areas);
}

std::string percent_text(const OutcomeCounts& counts) {
    const auto percent = met_percent(counts);
    return percent ? std::to_string(*percent) + '%' : std::string{};
}

std::string priority_text(judgement::Priority priority) {
    const std::string_view word = judgement::to_word(priority);
    return word.empty() ? "no priority" : std::string(word);
}

} // namespace plumbline::report
