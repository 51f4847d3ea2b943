#pragma once

#include "base/user_error.hpp"
#include "report/output.hpp"
#include "report/writer.hpp"

#include <memory>
#include <string>
#include <vector>

namespace plumbline::host {

/// One report asked for: `--format json=out.json`; "-" is standard output.
struct ReportRequest {
    std::string format;
    std::string file = "-";
};

/// Throws UserError for an unknown format (naming the known ones) and for two reports to one file.
std::vector<ReportRequest> report_requests(const std::vector<std::string>& arguments);

/// The reports of one run, written side by side. One that cannot be written is given up, said once, and the
/// others go on.
class Reports {
public:
    Reports(const std::vector<ReportRequest>& requests, const report::Options& options);

    void begin(const report::Receipt& receipt);
    /// What each report says of one plan. Safe to call from several threads at once.
    std::vector<std::string> render(const judgement::PlanResult& result) const;
    /// Whether any of them shows plans' text.
    bool show_plans() const;
    /// Writes what `render` made, one plan after the other.
    void put(const judgement::PlanResult& result, const std::vector<std::string>& rendered);
    void end(const report::Summary& summary, const report::Receipt& receipt);

    /// Whether any report could not be written.
    bool failed() const { return failed_; }
    /// Whether none is left to write.
    bool all_failed() const;

private:
    struct Report {
        std::unique_ptr<report::Output> output;
        std::unique_ptr<report::Writer> writer;
        bool given_up = false;
    };

    template <typename Step>
    void each(const Step& step);

    void give_up(Report& one, const UserError& error);

    std::vector<Report> reports_;
    bool failed_ = false;
};

/// What a run that could not start still prints on standard output, so that it parses as the format asked
/// for.
void write_failure(const std::vector<ReportRequest>& requests, const std::string& message);

} // namespace plumbline::host
