#include "host/reports.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

namespace plumbline::host {

namespace {

void say(const UserError& error) {
    std::cerr << "plumbline: " << error.what() << '\n';
}

} // namespace

std::vector<ReportRequest> report_requests(const std::vector<std::string>& arguments) {
    std::vector<ReportRequest> requests;
    for (const std::string& argument : arguments) {
        const std::size_t equals = argument.find('=');
        ReportRequest request{argument.substr(0, equals), "-"};
        if (equals != std::string::npos) request.file = argument.substr(equals + 1);
        if (request.file.empty()) throw UserError("--format " + argument + ": expected a file after '='");
        for (const ReportRequest& other : requests)
            if (other.file == request.file)
                throw UserError(
                    "--format " + argument + ": two reports cannot both go to " +
                    (request.file == "-" ? "standard output; give one of them a file" : request.file));
        requests.push_back(request);
    }
    if (requests.empty()) requests.push_back({"text", "-"});
    return requests;
}

Reports::Reports(const std::vector<ReportRequest>& requests, const report::Options& options) {
    for (const ReportRequest& request : requests) {
        reports_.emplace_back();
        Report& made = reports_.back();
        try {
            made.output = std::make_unique<report::Output>(request.file);
            report::Options own = options;
            own.page.colour = options.page.colour && request.file == "-";
            made.writer = report::make_writer(request.format, made.output->stream(), own);
        } catch (const UserError& error) {
            give_up(made, error);
        }
    }
}

void Reports::give_up(Report& one, const UserError& error) {
    say(error);
    one.given_up = true;
    one.output.reset();
    failed_ = true;
}

template <typename Step>
void Reports::each(const Step& step) {
    for (std::size_t index = 0; index < reports_.size(); ++index) {
        Report& one = reports_[index];
        if (one.given_up) continue;
        try {
            step(one, index);
        } catch (const UserError& error) {
            give_up(one, error);
        }
    }
}

void Reports::begin(const report::Receipt& receipt) {
    each([&](Report& one, std::size_t /*index*/) { one.writer->begin(receipt); });
}

std::vector<std::string> Reports::render(const judgement::PlanResult& result) const {
    std::vector<std::string> rendered;
    rendered.reserve(reports_.size());
    for (const Report& one : reports_)
        rendered.push_back(one.writer ? one.writer->render(result) : std::string{});
    return rendered;
}

bool Reports::show_plans() const {
    return std::any_of(reports_.begin(), reports_.end(),
                       [](const Report& one) { return one.writer && one.writer->shows_plans(); });
}

void Reports::put(const judgement::PlanResult& result, const std::vector<std::string>& rendered) {
    each([&](Report& one, std::size_t index) { one.writer->add(result, rendered.at(index)); });
}

void Reports::end(const report::Summary& summary, const report::Receipt& receipt) {
    each([&](Report& one, std::size_t /*index*/) {
        one.writer->end(summary, receipt);
        one.output->commit();
    });
}

bool Reports::all_failed() const {
    return std::all_of(reports_.begin(), reports_.end(), [](const Report& one) { return one.given_up; });
}

void write_failure(const std::vector<ReportRequest>& requests, const std::string& message) {
    for (const ReportRequest& request : requests) {
        if (request.file != "-" || (request.format != "json" && request.format != "jsonl")) continue;
        nlohmann::ordered_json failure;
        failure["schema"] = "plumbline-report/1";
        failure["error"] = message;
        failure["summary"] = {{"plans", 0},   {"judged", 0},   {"unreadable", 0},
                              {"skipped", 0}, {"findings", 0}, {"could_not_check", 0}};
        failure["plans"] = nlohmann::ordered_json::array();
        std::cout << failure.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
}

} // namespace plumbline::host
