#include "report/feedback.hpp"

#include "report/counts.hpp"
#include "report/text_names.hpp"

#include <algorithm>
#include <map>

namespace plumbline::report {

namespace {

using judgement::Outcome;

/// Plugins with nothing but met among what was asked.
std::vector<std::string> good_plugins(const judgement::PlanResult& plan) {
    std::vector<std::string> order;
    std::map<std::string, OutcomeCounts> counts;
    for (const RolledUp& rolled : roll_up(plan)) {
        const auto [entry, added] = counts.try_emplace(rolled.plugin);
        if (added) order.push_back(rolled.plugin);
        ++entry->second[rolled.outcome];
    }
    std::vector<std::string> good;
    for (const std::string& plugin : order) {
        const OutcomeCounts& of = counts.at(plugin);
        if (of[Outcome::met] > 0 && of[Outcome::met] == of.applicable()) good.push_back(plugin);
    }
    return good;
}

/// “words”, “words” of the finding, in one line.
std::string words_of(const judgement::Finding& finding) {
    std::string out;
    for (const auto& evidence : finding.evidence) {
        const std::string words = clean(evidence.text);
        if (!words.empty()) out += (out.empty() ? "“" : ", “") + cut(words, 100) + "”";
    }
    return out;
}

/// "Action a1, line 33 “words”; action a2, line 40 “words”."
std::string places_text(const std::vector<const judgement::Finding*>& findings) {
    std::string out;
    for (const auto* finding : findings) {
        const std::string words = words_of(*finding);
        out += (out.empty() ? "" : "; ") + name_of(finding->at) + ", line " +
               std::to_string(finding->at.line) + (words.empty() ? "" : ' ' + words);
    }
    if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out + '.';
}

std::string advice_text(const std::vector<const judgement::Finding*>& findings, const Page& page) {
    const std::vector<Alike> all = alike(findings, &judgement::Finding::advice);
    std::string out;
    for (const Alike& said : all) {
        if (said.said.empty()) continue;
        std::vector<std::string> places;
        for (const auto* finding : said.findings)
            places.push_back(name_of(finding->at));
        out += block(page,
                     "Better" + (all.size() > 1 ? " (" + joined(places) + ')' : "") + ": " + clean(said.said),
                     3, 5, Tone::good);
    }
    return out;
}

std::string change_text(const Group& group, std::size_t number, const Titles& titles, const Page& page) {
    const judgement::Finding& first = group.first();
    const bool doubtful = first.outcome == Outcome::needs_a_person;
    std::string out =
        block(page,
              std::to_string(number) + ". " + titles.plugin(first.plugin) + ": " +
                  titles.criterion(first.plugin, first.criterion) + (doubtful ? " (please check)" : ""),
              0, 3, Tone::strong);
    const auto shown = first_places(group);
    for (const Alike& said : alike(shown, &judgement::Finding::message))
        out += block(page, clean(said.said) + ' ' + places_text(said.findings), 3, 5);
    if (group.findings.size() > shown.size())
        out += block(page,
                     "and in " + count_of(group.findings.size() - shown.size(), "more place", "more places"),
                     3, 5, Tone::faint);
    out += advice_text(shown, page);
    if (!first.citations.empty())
        out += block(page, "Asked for by " + clean(short_citations(first.citations)), 3, 5, Tone::faint);
    return out;
}

} // namespace

std::vector<const judgement::Finding*> first_places(const Group& group) {
    constexpr std::size_t most_places = 3;
    const std::size_t shown = std::min(most_places, group.findings.size());
    return {group.findings.begin(), group.findings.begin() + static_cast<std::ptrdiff_t>(shown)};
}

Feedback feedback_of(const judgement::PlanResult& plan) {
    Feedback out;
    out.good = good_plugins(plan);
    out.changes = groups_of(plan.findings, Outcome::not_met);
    const std::vector<Group> doubtful = groups_of(plan.findings, Outcome::needs_a_person);
    out.changes.insert(out.changes.end(), doubtful.begin(), doubtful.end());
    if (out.changes.size() > Feedback::most_changes) {
        out.left_out = out.changes.size() - Feedback::most_changes;
        out.changes.erase(out.changes.begin() + Feedback::most_changes, out.changes.end());
    }
    return out;
}

std::string feedback_text(const judgement::PlanResult& plan, const Receipt& receipt, const Titles& titles,
                          const Page& page) {
    const Feedback feedback = feedback_of(plan);
    std::string out = block(page, "Feedback on your plan " + clean(name_of_plan(plan)), 0, 0, Tone::strong);
    out += block(page,
                 spaced(clean(plan.kind)) + ", " + clean(plan.file) + ", read as of " + receipt.as_of +
                     ". The tool finds evidence or does not; you and your manager judge.",
                 0, 0, Tone::faint);
    out += "\nWhat works\n";
    for (const std::string& plugin : feedback.good)
        out += block(page, "+ " + clean(titles.plugin(plugin)), 1, 3, Tone::good);
    if (feedback.good.empty()) out += block(page, "No check is met in full yet.", 1, 3);
    out += "\nWhat to change first\n";
    for (std::size_t at = 0; at < feedback.changes.size(); ++at)
        out += '\n' + change_text(feedback.changes[at], at + 1, titles, page);
    if (feedback.changes.empty()) out += block(page, "Nothing that the rules look for is missing.", 1, 3);
    if (feedback.left_out > 0)
        out += '\n' + block(page,
                            count_of(feedback.left_out, "further thing stands", "further things stand") +
                                " in the whole report: plumbline check " + clean(plan.file),
                            0, 0, Tone::faint);
    return out;
}

} // namespace plumbline::report
