#pragma once

#include "report/writer.hpp"

#include <memory>

namespace plumbline::report {

/// An Excel workbook: Summary, Areas for improvement, Action plan, Findings, Plans, Judgements, About. Its
/// rows are written as the plans come.
class XlsxWriter : public Writer {
public:
    XlsxWriter(std::ostream& stream, const Options& options);
    ~XlsxWriter() override;
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& /*plan*/) const override { return {}; }
    void put(std::string_view /*rendered*/) override {}
    void add(const judgement::PlanResult& plan, std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    struct Sheets;

    std::ostream* stream_;
    Titles titles_;
    std::unique_ptr<Sheets> sheets_;
};

} // namespace plumbline::report
