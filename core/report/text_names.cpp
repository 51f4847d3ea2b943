#include "report/text_names.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

/// "/plan/contingency[2]" → {"contingency", "2"}
std::pair<std::string, std::string> last_step(std::string_view path) {
    std::string_view step = path.substr(path.rfind('/') + 1);
    if (step.starts_with('@')) step.remove_prefix(1);
    const std::size_t bracket = step.find('[');
    if (bracket == std::string_view::npos) return {std::string(step), ""};
    const std::string_view number = step.substr(bracket + 1);
    return {std::string(step.substr(0, bracket)), std::string(number.substr(0, number.find(']')))};
}

std::string place_in_file(const judgement::Place& at) {
    if (at.line == 0) return {};
    return " (" + std::to_string(at.line) + (at.column == 0 ? "" : ':' + std::to_string(at.column)) + ')';
}

/// Whether every node is of one element and has an id, so that the element need be named only once.
bool alike(const std::vector<const judgement::Finding*>& findings) {
    const std::string element = last_step(findings.front()->at.path).first;
    return std::all_of(findings.begin(), findings.end(), [&](const judgement::Finding* finding) {
        return !finding->at.id.empty() && last_step(finding->at.path).first == element;
    });
}

} // namespace

std::string short_citations(const std::vector<judgement::Citation>& citations) {
    std::string out;
    const judgement::Citation* previous = nullptr;
    for (const auto& citation : citations) {
        const bool same_document = previous != nullptr && previous->document == citation.document &&
                                   previous->published == citation.published;
        const bool again = same_document && previous->paragraph == citation.paragraph;
        if (again) continue; // two areas of one paragraph
        if (!same_document) {
            if (previous != nullptr) out += "; ";
            out += (citation.short_name.empty() ? citation.document : citation.short_name) + ' ';
        } else {
            out += ", ";
        }
        const bool number =
            !citation.paragraph.empty() && citation.paragraph[0] >= '0' && citation.paragraph[0] <= '9';
        out += (number ? "§" : "") + citation.paragraph;
        previous = &citation;
    }
    return out;
}

std::string name_of(const judgement::Place& at) {
    const auto [element, number] = last_step(at.path);
    if (at.path.empty() || at.path == "/plan") return "the plan";
    if (!at.id.empty()) return spaced(clean(element)) + ' ' + clean(at.id);
    return spaced(clean(element)) + (number.empty() || number == "1" ? "" : ' ' + clean(number));
}

std::string name_of_plan(const judgement::PlanResult& plan) {
    const std::string id = plan.id.empty() ? plan.file : plan.id;
    return plan.version ? id + ", version " + std::to_string(*plan.version) : id;
}

std::string places_of(const std::vector<const judgement::Finding*>& findings) {
    const bool alike_nodes = alike(findings);
    std::vector<std::string> places;
    places.reserve(findings.size());
    for (const judgement::Finding* finding : findings)
        places.push_back((alike_nodes ? clean(finding->at.id) : name_of(finding->at)) +
                         place_in_file(finding->at));
    const std::string what =
        alike_nodes ? spaced(clean(last_step(findings.front()->at.path).first)) + 's' : std::string("places");
    return std::to_string(findings.size()) + ' ' + what + ": " + joined(places);
}

std::string spaced(std::string_view words) {
    std::string out(words);
    std::replace(out.begin(), out.end(), '-', ' ');
    return out;
}

std::string short_rule(std::string_view rule) {
    return clean(rule.substr(rule.find('/') + 1));
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (!clean(line).empty()) lines.emplace_back(line);
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return lines;
}

Tone tone_of(judgement::Outcome outcome) {
    switch (outcome) {
    case judgement::Outcome::met:
        return Tone::good;
    case judgement::Outcome::not_met:
        return Tone::bad;
    case judgement::Outcome::needs_a_person:
        return Tone::doubtful;
    case judgement::Outcome::not_applicable:
        return Tone::faint;
    case judgement::Outcome::could_not_check:
        return Tone::doubtful;
    }
    return Tone::plain;
}

OutcomeCounts counts_of(const std::vector<judgement::Finding>& findings) {
    OutcomeCounts counts;
    for (const auto& finding : findings)
        if (!finding.accepted) ++counts[finding.outcome];
    return counts;
}

std::size_t accepted_of(const std::vector<judgement::Finding>& findings) {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [](const auto& finding) { return finding.accepted.has_value(); }));
}

} // namespace plumbline::report
