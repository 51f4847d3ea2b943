#include "host/check_run.hpp"

#include "engine/workspace.hpp"
#include "host/costs.hpp"
#include "host/error_text.hpp"
#include "host/page.hpp"
#include "host/progress.hpp"
#include "host/reports.hpp"

#include "base/user_error.hpp"
#include "base/version.hpp"
#include "engine/batch.hpp"
#include "history/store.hpp"
#include "history/trend.hpp"
#include "judgement/acceptances.hpp"
#include "standard/alone.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <set>

namespace plumbline::host {

std::vector<std::string> fail_on_words() {
    return {"not-met", "needs-a-person", "immediately", "three-months", "six-months", "never"};
}

std::vector<std::string> show_words() {
    return {"findings", "not-met", "all", "counts"};
}

using judgement::Outcome;
using judgement::Priority;

bool fails(const judgement::Finding& finding, const std::string& fail_on) {
    if (finding.accepted || fail_on == "never") return false;
    if (fail_on == "needs-a-person") return true;
    if (finding.outcome != Outcome::not_met) return false;
    if (fail_on == "not-met") return true;
    const Priority least = fail_on == "immediately"    ? Priority::immediately
                           : fail_on == "three-months" ? Priority::within_three_months
                                                       : Priority::within_six_months;
    return finding.priority <= least;
}

namespace {

/// What decides how the run ends.
struct Ending {
    bool findings = false;
    bool incomplete = false;

    void add(const judgement::PlanResult& result, const std::string& fail_on) {
        incomplete = incomplete || result.state == judgement::State::unreadable ||
                     std::any_of(result.judgements.begin(), result.judgements.end(), [](const auto& judged) {
                         return judged.failure != judgement::Failure::none;
                     });
        findings = findings || std::any_of(result.findings.begin(), result.findings.end(),
                                           [&](const auto& finding) { return fails(finding, fail_on); });
    }

    ExitCode code(bool exit_zero) const {
        if (incomplete) return ExitCode::incomplete;
        return findings && !exit_zero ? ExitCode::findings : ExitCode::clear;
    }
};

std::set<Outcome> shown_outcomes(const std::string& show) {
    if (show == "counts") return {};
    if (show == "not-met") return {Outcome::not_met};
    if (show == "all")
        return {Outcome::met, Outcome::not_met, Outcome::needs_a_person, Outcome::not_applicable,
                Outcome::could_not_check};
    return {Outcome::not_met, Outcome::needs_a_person, Outcome::could_not_check};
}

report::Options report_options(const CheckOptions& options, const lua::Catalogue& catalogue,
                               const standard::RuleSet& rule_set) {
    report::Options out;
    out.page = output_page(options.colour);
    out.evidence = options.evidence == "ids" ? report::Evidence::ids : report::Evidence::full;
    out.show = shown_outcomes(options.show);
    out.titles = report::Titles(catalogue);
    out.rule_set = &rule_set;
    return out;
}

/// The history of the run, where one is kept. What goes wrong with it is said and costs no report.
class Keeper {
public:
    Keeper(const CheckOptions& options, const standard::RuleSet& rule_set, const lua::Catalogue& catalogue) {
        if (options.history.empty()) return;
        const bool words = options.history_words && options.evidence != "ids";
        guarded([&] {
            store_ = std::make_unique<history::Store>(options.history);
            recorder_.emplace(rule_set, report::Titles(catalogue), words);
        });
    }

    void add(const judgement::PlanResult& result) {
        if (recorder_) recorder_->add(result);
    }

    /// Keeps the batch. The trend that it ends; empty where no history is kept.
    report::Trend keep(const report::Summary& summary, const report::Receipt& receipt) {
        report::Trend trend;
        if (!recorder_) return trend;
        guarded([&] {
            const auto id = store_->save(recorder_->finish(summary, receipt));
            spdlog::info("kept as batch {}", id);
            trend = history::trend_to(*store_, id);
        });
        return trend;
    }

    bool failed() const { return failed_; }

private:
    template <typename Work>
    void guarded(const Work& work) {
        try {
            work();
        } catch (const UserError& error) {
            std::cerr << "plumbline: " << error.what() << '\n';
            failed_ = true;
        }
    }

    std::unique_ptr<history::Store> store_;
    std::optional<history::Recorder> recorder_;
    bool failed_ = false;
};

void log_result(const judgement::PlanResult& result) {
    for (const std::string& warning : result.warnings)
        spdlog::warn("{}", warning);
    if (result.state == judgement::State::unreadable) spdlog::error("not judged: {}", result.reason);
    if (result.state == judgement::State::skipped) spdlog::warn("skipped: {}", result.reason);
}

/// Says of each plugin that failed where in its source, once a run.
class FailureLog {
public:
    void add(const judgement::PlanResult& result) {
        for (const judgement::Judgement& judged : result.judgements)
            if (judged.failure != judgement::Failure::none && said_.insert(judged.reason).second)
                say(judged.reason);
    }

private:
    static void say(const std::string& reason) {
        std::string source = source_of(reason);
        if (source.ends_with('\n')) source.pop_back();
        spdlog::error("{}{}{}", reason, source.empty() ? "" : "\n", source);
    }

    std::set<std::string> said_;
};

ExitCode run(const CheckOptions& options, const Common& common, const std::vector<ReportRequest>& requests,
             bool& begun) {
    const Date as_of = as_of_date(options.as_of);
    const engine::Workspace workspace(common, options.plugin);
    const standard::RuleSet rule_set = workspace.is_alone()
                                           ? standard::rules_of_plugins(workspace.catalogue())
                                           : workspace.library().load(options.rule_set);
    if (rule_set.rules.empty())
        throw UserError(FilePosition{rule_set.file.string(), 0, 0},
                        "the rule set has no rules, so nothing can be judged");

    auto acceptances = options.accepted.empty() ? judgement::Acceptances{}
                                                : judgement::Acceptances::read(options.accepted, as_of);
    report::Receipt receipt = report::make_receipt(version(), as_of, rule_set, workspace.catalogue(),
                                                   calendar::WorkingDays::england());
    receipt.settings.emplace_back("evidence", options.evidence);
    if (!options.accepted.empty()) receipt.settings.emplace_back("accepted", acceptances.hash());
    report::Summary summary(rule_set);
    Reports reports(requests, report_options(options, workspace.catalogue(), rule_set));
    Keeper keeper(options, rule_set, workspace.catalogue());
    Ending ending;
    FailureLog failures;
    const auto begin = [&] {
        if (!begun) reports.begin(receipt);
        begun = true;
    };

    ProgressLine line(!common.quiet && error_is_terminal() && !output_is_terminal());
    engine::Sink sink;
    sink.amend = [&](judgement::PlanResult& result) { acceptances.apply(result); };
    sink.prepare = [&](const judgement::PlanResult& result) { return reports.render(result); };
    sink.put = [&](const judgement::PlanResult& result, const std::vector<std::string>& rendered) {
        begin();
        line.clear();
        log_result(result);
        failures.add(result);
        summary.add(result);
        acceptances.see(result);
        keeper.add(result);
        ending.add(result, options.fail_on);
        reports.put(result, rendered);
        if (reports.all_failed()) throw UserError("no report could be written, so the run was ended");
    };
    sink.progress = [&](const engine::Progress& progress) { line.show(progress); };
    engine::Profile profile;
    const engine::BatchTotals totals = engine::check_batch(
        options.paths, workspace.foundation(rule_set),
        engine::Settings{options.jobs, as_of, {}, reports.show_plans(), options.profile ? &profile : nullptr},
        sink);
    line.clear();
    if (options.profile) std::cerr << costs_text(profile.costs(), report::Page{});
    if (totals.inputs == 0)
        throw UserError("no plan was found in what was given; expected files that end in .xml");
    begin();
    receipt.inputs_hash = totals.inputs_hash;
    summary.acceptance_notices = acceptances.notices();
    for (const judgement::Notice& notice : summary.acceptance_notices)
        spdlog::warn("{}", notice.text);
    summary.trend = keeper.keep(summary, receipt);
    reports.end(summary, receipt);
    return keeper.failed() || reports.failed() ? ExitCode::cannot_run : ending.code(options.exit_zero);
}

} // namespace

ExitCode check_plans(const CheckOptions& options, const Common& common) {
    const std::vector<ReportRequest> requests = report_requests(options.formats);
    bool begun = false;
    try {
        return run(options, common, requests, begun);
    } catch (const UserError& error) {
        if (!begun) write_failure(requests, error.what());
        throw;
    }
}

} // namespace plumbline::host
