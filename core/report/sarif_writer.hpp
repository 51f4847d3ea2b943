#pragma once

#include "report/writer.hpp"

namespace plumbline::report {

/// SARIF 2.1.0, for tools that show findings in their place. The inspection documents are its taxonomies,
/// their areas for improvement the taxa. A finding that needs a person is of kind "review", an accepted one
/// suppressed; plans that were not judged are notifications of the run.
class SarifWriter : public Writer {
public:
    SarifWriter(std::ostream& stream, const Options& options) : stream_(&stream), titles_(options.titles) {}

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& plan) const override;
    void put(std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::ostream* stream_;
    Titles titles_;
    bool first_ = true;
};

} // namespace plumbline::report
