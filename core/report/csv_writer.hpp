#pragma once

#include "report/writer.hpp"

namespace plumbline::report {

/// Findings one a row; a plan that has none, or was not judged, has a row that says so. For Excel: UTF-8 with
/// byte order mark, CRLF, no cell that runs as a formula.
class CsvWriter : public Writer {
public:
    CsvWriter(std::ostream& stream, const Options& options) : stream_(&stream), titles_(options.titles) {}

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& plan) const override;
    void put(std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::ostream* stream_;
    Titles titles_;
};

/// The areas for improvement one a row: how many plans meet each, and what no rule sees of it.
class CsvAreasWriter : public Writer {
public:
    CsvAreasWriter(std::ostream& stream, const Options& /*options*/) : stream_(&stream) {}

    void begin(const Receipt& /*receipt*/) override {}
    std::string render(const judgement::PlanResult& /*plan*/) const override { return {}; }
    void put(std::string_view /*rendered*/) override {}
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::ostream* stream_;
};

} // namespace plumbline::report
