#include "engine/workspace.hpp"
#include "host/as_of.hpp"
#include "host/command.hpp"
#include "host/page.hpp"
#include "host/reports.hpp"

#include "base/user_error.hpp"
#include "base/version.hpp"
#include "engine/batch.hpp"
#include "report/feedback.hpp"
#include "report/output.hpp"
#include "report/receipt.hpp"

#include <memory>
#include <optional>

namespace plumbline::host {

namespace {

struct FeedbackOptions {
    std::string path;
    std::string rule_set = "default";
    std::string format = "text";
    std::string as_of;
};

/// The one plan of a path. Throws UserError where there is none, or more than one.
judgement::PlanResult one_result(const std::string& path, const engine::Foundation& foundation, Date as_of) {
    std::optional<judgement::PlanResult> only;
    std::size_t plans = 0;
    engine::Sink sink;
    sink.put = [&](const judgement::PlanResult& result, const std::vector<std::string>& /*prepared*/) {
        ++plans;
        if (!only) only = result;
    };
    engine::check_batch({path}, foundation, engine::Settings{1, as_of, {}}, sink);
    if (!only) throw UserError(path + ": no plan was found; expected one plan's file");
    if (plans > 1)
        throw UserError(path + ": " + std::to_string(plans) +
                        " plans were found; feedback is for the author of one: expected one plan's file");
    if (only->state != judgement::State::judged) throw UserError("not judged: " + only->reason);
    return std::move(*only);
}

ExitCode give_feedback(const FeedbackOptions& options, const Common& common) {
    const std::vector<ReportRequest> requests = report_requests({options.format});
    const ReportRequest& request = requests.front();
    if (request.format != "text" && request.format != "html")
        throw UserError("--format " + options.format + ": feedback is written as text or html");
    const Date as_of = as_of_date(options.as_of);
    const engine::Workspace workspace(common);
    const standard::RuleSet rule_set = workspace.library().load(options.rule_set);
    const judgement::PlanResult plan = one_result(options.path, workspace.foundation(rule_set), as_of);
    const report::Receipt receipt = report::make_receipt(version(), as_of, rule_set, workspace.catalogue(),
                                                         calendar::WorkingDays::england());
    const report::Titles titles(workspace.catalogue());
    report::Page page = output_page();
    page.colour = page.colour && request.file == "-";
    report::Output output(request.file);
    output.stream() << (request.format == "html" ? report::feedback_html(plan, receipt, titles)
                                                 : report::feedback_text(plan, receipt, titles, page));
    output.commit();
    return ExitCode::clear;
}

} // namespace

void define_feedback(CLI::App& program, const Common& common, Chosen& chosen) {
    auto options = std::make_shared<FeedbackOptions>();
    CLI::App* command = program.add_subcommand(
        "feedback", "one page for the author of a plan: what works, and at most five things to change");
    command->add_option("plan", options->path, "the plan's file, - for standard input")->required();
    command->add_option("--rule-set,-r", options->rule_set, "a rule set by name, or its file")
        ->capture_default_str();
    command->add_option("--format,-f", options->format, "text or html, or NAME=FILE")->capture_default_str();
    command->add_option("--as-of", options->as_of,
                        "the day to judge by, such as 2024-04-01 (the only clock; default: today)");
    command->callback([options, &common, &chosen] {
        chosen = [options, &common] { return give_feedback(*options, common); };
    });
    command->footer("Example:\n  plumbline feedback plans/cp-2041.xml --format html=feedback.html");
}

} // namespace plumbline::host
