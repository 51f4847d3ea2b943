#include "history/batch.hpp"

#include "report/rows.hpp"

#include <utility>

namespace plumbline::history {

namespace {

constexpr std::string_view letters = "mnp-?"; // in the order of judgement::Outcome
constexpr char not_asked = ' ';

} // namespace

std::string_view to_word(Scope scope) {
    return scope == Scope::criterion ? "criterion" : "area";
}

Recorder::Recorder(const standard::RuleSet& rule_set, report::Titles titles, bool keep_words)
    : titles_(std::move(titles)), keep_words_(keep_words) {
    for (const standard::Area& area : rule_set.areas_in_scope) {
        batch_.items.push_back({Scope::area, full_id(area), area.title, area.service_title,
                                std::string(judgement::to_word(area.priority)), report::asked_for_by(area)});
        for (const std::string& rule : area.answered_by)
            areas_of_rule_[rule].push_back(full_id(area));
    }
}

std::size_t Recorder::position(const std::string& plugin, const std::string& criterion) {
    const std::string id = plugin + '/' + criterion;
    const auto [entry, added] = criteria_.emplace(id, criteria_.size());
    if (added)
        criterion_items_.push_back({Scope::criterion, id, titles_.criterion(plugin, criterion), {}, {}, {}});
    return entry->second;
}

void Recorder::count(Scope scope, const std::string& item, const judgement::PlanResult& plan,
                     judgement::Outcome outcome) {
    ++tallies_[Key(scope, item, plan.team, plan.kind)].at(static_cast<std::size_t>(outcome));
}

void Recorder::add(const judgement::PlanResult& plan) {
    JudgedPlan kept{plan.id,
                    plan.kind,
                    plan.team,
                    std::string(judgement::to_word(plan.state)),
                    plan.version.value_or(0),
                    plan.findings.size(),
                    0,
                    std::string(criteria_.size(), not_asked)};
    std::map<std::string, judgement::Outcome> criteria;
    std::map<std::string, judgement::Outcome> areas;
    const auto join = [](auto& into, const std::string& id, judgement::Outcome outcome) {
        const auto [entry, added] = into.emplace(id, outcome);
        if (!added) entry->second = judgement::combine(entry->second, outcome);
    };
    for (const report::RolledUp& rolled : report::roll_up(plan)) {
        position(rolled.plugin, rolled.criterion);
        join(criteria, rolled.plugin + '/' + rolled.criterion, rolled.outcome);
        for (const std::string& area : areas_of_rule_[rolled.rule])
            join(areas, area, rolled.outcome);
    }
    kept.outcomes.resize(criteria_.size(), not_asked);
    for (const auto& [id, outcome] : criteria) {
        kept.outcomes[criteria_.at(id)] = letters[static_cast<std::size_t>(outcome)];
        count(Scope::criterion, id, plan, outcome);
    }
    for (const auto& [id, outcome] : areas)
        count(Scope::area, id, plan, outcome);
    for (const auto& finding : plan.findings) {
        if (finding.accepted) ++kept.accepted;
        if (keep_words_)
            batch_.kept_findings.push_back({plan.id, finding.fingerprint,
                                            finding.plugin + '/' + finding.criterion,
                                            std::string(judgement::to_word(finding.outcome)), finding.message,
                                            report::words_of(finding)});
    }
    batch_.judged_plans.push_back(std::move(kept));
}

Batch Recorder::finish(const report::Summary& summary, const report::Receipt& receipt) {
    batch_.as_of = receipt.as_of;
    batch_.rule_set = receipt.rule_set;
    batch_.rule_set_hash = receipt.rule_set_hash;
    batch_.plumbline = receipt.plumbline;
    batch_.inputs_hash = receipt.inputs_hash;
    batch_.plans = summary.plans;
    batch_.judged = summary.judged;
    batch_.unreadable = summary.unreadable;
    batch_.skipped = summary.skipped;
    batch_.findings = summary.findings;
    batch_.accepted = summary.accepted;
    batch_.could_not_check = summary.could_not_check;
    batch_.items.insert(batch_.items.end(), criterion_items_.begin(), criterion_items_.end());
    for (const auto& [key, outcomes] : tallies_)
        batch_.tallies.push_back(
            {std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key), outcomes});
    return std::move(batch_);
}

} // namespace plumbline::history
