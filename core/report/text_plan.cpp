#include "report/text_plan.hpp"

#include "base/user_error.hpp"
#include "report/findings.hpp"
#include "report/redact.hpp"
#include "report/text_names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::report {

namespace {

using judgement::Finding;
using judgement::Outcome;
using judgement::PlanResult;

constexpr std::size_t most_quotations = 6;    // of an entry; the machine formats have them all
constexpr std::size_t lines_of_quotation = 3; // a longer one is cut

/// Writes one plan's page; what it has said once of a rule it does not say again.
class PlanPage {
public:
    PlanPage(const PlanResult& plan, const Options& options) : plan_(plan), options_(options) {}

    std::string write() {
        if (plan_.state != judgement::State::judged) return not_judged();
        const std::string head = heading();
        std::string body =
            findings() + accepted() + not_checked() + listed(Outcome::not_applicable) + listed(Outcome::met);
        if (body.empty()) return one_line(head);
        return '\n' + block(page(), head, 0, 2, Tone::strong) +
               block(page(), file_and_counts(), 2, 4, Tone::faint) + body;
    }

private:
    const Page& page() const { return options_.page; }
    bool shows(Outcome outcome) const { return options_.show.count(outcome) > 0; }

    std::string file_place(std::uint32_t line, std::uint32_t column) const {
        return clean(to_string(FilePosition{plan_.file, line, column}));
    }

    std::string heading() const {
        std::string out = clean(plan_.id);
        if (plan_.version) out += " version " + std::to_string(*plan_.version);
        if (!plan_.kind.empty()) out += " · " + spaced(clean(plan_.kind));
        if (!plan_.team.empty()) out += " · " + clean(plan_.team);
        return out;
    }

    OutcomeCounts criteria() const {
        OutcomeCounts plans;
        for (const RolledUp& rolled : roll_up(plan_))
            ++plans[rolled.outcome];
        return plans;
    }

    std::string counts() const {
        const OutcomeCounts plans = criteria();
        std::string out;
        if (const std::size_t unknown = plans[Outcome::could_not_check]; unknown > 0)
            out = std::to_string(unknown) + " not checked · ";
        if (plans.applicable() == 0) return out + "no criterion applies";
        return out + "met " + std::to_string(plans[Outcome::met]) + " of " +
               count_of(plans.applicable(), "criterion", "criteria");
    }

    std::string file_and_counts() const {
        const OutcomeCounts found = counts_of(plan_.findings);
        std::string out = file_place(plan_.line, 0);
        if (found[Outcome::not_met] > 0) out += " · " + std::to_string(found[Outcome::not_met]) + " not met";
        if (found[Outcome::needs_a_person] > 0)
            out += " · " + count_of(found[Outcome::needs_a_person], "needs a person", "need a person");
        if (const std::size_t accepted = accepted_of(plan_.findings); accepted > 0)
            out += " · " + std::to_string(accepted) + " accepted";
        return out + " · " + counts();
    }

    /// Nothing of this plan is shown: nothing was found, or it is of an outcome that was not asked for.
    std::string one_line(const std::string& head) const {
        const bool nothing = plan_.findings.empty() && criteria()[Outcome::could_not_check] == 0;
        const std::string said = nothing ? "nothing found · " + counts() : file_and_counts();
        return block(page(), head + " · " + (nothing ? file_place(plan_.line, 0) + " · " : "") + said, 0, 2,
                     nothing ? Tone::plain : Tone::faint);
    }

    std::string not_judged() const {
        const bool skipped = plan_.state == judgement::State::skipped;
        const std::string id = plan_.id.empty() ? "" : clean(plan_.id) + " · ";
        std::string out =
            '\n' + block(page(),
                         id + file_place(plan_.line, 0) + " · " + (skipped ? "SKIPPED" : "UNREADABLE"), 0, 2,
                         skipped ? Tone::doubtful : Tone::bad);
        for (const std::string& line : lines_of(plan_.reason))
            out += block(page(), clean(line), 2, 4);
        return out;
    }

    std::string findings() {
        std::string out;
        for (const Section& section : sections_of(plan_.findings)) {
            if (!shows(section.outcome)) continue;
            const std::string priority(judgement::to_word(section.priority));
            out +=
                '\n' + block(page(),
                             std::string(section.outcome == Outcome::not_met ? "Not met" : "Needs a person") +
                                 (priority.empty() ? "" : " · priority: " + priority),
                             2, 4, tone_of(section.outcome));
            for (const NodeGroup& group : section.groups)
                out += node(group);
        }
        return out;
    }

    std::string node(const NodeGroup& group) {
        const Finding& first = group.entries.front().first();
        const auto& shared = group.entries.front().findings;
        std::string out = block(page(),
                                shared.size() > 1 ? places_of(shared)
                                                  : name_of(first.at) + " (" +
                                                        file_place(first.at.line, first.at.column) + ')',
                                4, 6, Tone::strong);
        for (std::size_t i = 0; i < group.entries.size(); ++i) {
            const Entry& entry = group.entries[i];
            out += said(entry);
            const bool last_of_rule =
                i + 1 == group.entries.size() || group.entries[i + 1].first().rule != entry.first().rule;
            if (last_of_rule) out += asked_for_by(entry.first());
        }
        return out;
    }

    std::string said(const Entry& entry) {
        const Finding& finding = entry.first();
        const std::string name = criterion_name(finding);
        const char* mark = finding.outcome == Outcome::not_met ? "✗ " : "? ";
        std::string out =
            block(page(), mark + name + ": " + clean(finding.message), 6, 8, tone_of(finding.outcome));
        out += quotations(entry);
        if (!finding.advice.empty() &&
            advised_.emplace(finding.rule, finding.criterion, finding.advice).second)
            out += block(page(), "→ " + clean(finding.advice), 8, 10);
        return out;
    }

    std::string quotations(const Entry& entry) const {
        std::string out;
        std::size_t shown = 0;
        std::size_t more = 0;
        for (const Finding* finding : entry.findings)
            for (const auto& evidence : finding->evidence) {
                if (shown == most_quotations) {
                    ++more;
                    continue;
                }
                ++shown;
                out += block(page(), quotation(evidence), 8, 10, Tone::plain);
            }
        if (more > 0)
            out += block(page(), "and " + std::to_string(more) + " more (the json format has them all)", 8,
                         10, Tone::faint);
        return out;
    }

    std::string quotation(const judgement::Evidence& evidence) const {
        const std::string place = file_place(evidence.line, evidence.column);
        if (options_.evidence == Evidence::ids)
            return place + " (" + count_of(evidence.length, "character", "characters") + ')';
        return "“" + cut(clean(evidence.text), page().width * lines_of_quotation) + "” " + place;
    }

    /// Once a rule and plan: it is the same each time.
    std::string asked_for_by(const Finding& finding) {
        if (finding.citations.empty() || !cited_.insert(finding.rule).second) return {};
        return block(page(), "asked for by: " + clean(short_citations(finding.citations)), 8, 10,
                     Tone::faint);
    }

    /// Apart, and short: what was found, who accepted it and until when.
    std::string accepted() const {
        std::string out;
        for (const Finding& finding : plan_.findings) {
            if (!finding.accepted || !shows(finding.outcome)) continue;
            if (out.empty()) out = '\n' + block(page(), "Accepted", 2, 4, Tone::faint);
            const judgement::Acceptance& accepted = *finding.accepted;
            out += block(
                page(),
                criterion_name(finding) + " at " + name_of(finding.at) + " (" +
                    file_place(finding.at.line, finding.at.column) + "), until " + clean(accepted.until) +
                    (accepted.by.empty() ? "" : ", by " + clean(accepted.by)) + ": " + clean(accepted.reason),
                4, 6, Tone::faint);
        }
        return out;
    }

    std::string not_checked() const {
        if (!shows(Outcome::could_not_check)) return {};
        return reasons(Outcome::could_not_check, "Could not be checked");
    }

    std::string listed(Outcome outcome) const {
        if (!shows(outcome)) return {};
        return outcome == Outcome::met ? strengths() : reasons(outcome, "Does not apply");
    }

    /// Judgements of one outcome, those with one reason together.
    std::string reasons(Outcome outcome, std::string_view title) const {
        std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
        for (const auto& judgement : plan_.judgements) {
            if (judgement.outcome != outcome) continue;
            const std::string reason = clean(judgement.reason);
            const auto same = [&](const auto& entry) { return entry.first == reason; };
            auto found = std::find_if(by_reason.begin(), by_reason.end(), same);
            if (found == by_reason.end()) found = by_reason.insert(by_reason.end(), {reason, {}});
            const std::string name = criterion_name(judgement);
            if (std::find(found->second.begin(), found->second.end(), name) == found->second.end())
                found->second.push_back(name);
        }
        if (by_reason.empty()) return {};
        std::string out = '\n' + block(page(), title, 2, 4, tone_of(outcome));
        for (const auto& [reason, names] : by_reason)
            out += block(page(), joined(names) + (reason.empty() ? "" : ": " + reason), 4, 6);
        return out;
    }

    std::string strengths() const {
        std::vector<std::string> names;
        for (const RolledUp& rolled : roll_up(plan_))
            if (rolled.outcome == Outcome::met) names.push_back(criterion_name(rolled));
        if (names.empty()) return {};
        return '\n' + block(page(), "Met", 2, 4, Tone::good) + block(page(), joined(names), 4, 4);
    }

    const PlanResult& plan_;
    const Options& options_;
    std::set<std::tuple<std::string, std::string, std::string>> advised_;
    std::set<std::string> cited_;
};

} // namespace

std::string plan_page(const PlanResult& plan, const Options& options) {
    if (options.evidence == Evidence::full) return PlanPage(plan, options).write();
    const PlanResult cut_plan = without_words(plan);
    return PlanPage(cut_plan, options).write();
}

} // namespace plumbline::report
