#pragma once

#include "report/writer.hpp"

namespace plumbline::report {

/// JUnit XML, for build servers: a plan is a suite, what a rule asks of it by one criterion a case. Not met
/// fails; what needs a person, does not apply or is accepted is skipped, each saying which.
class JunitWriter : public Writer {
public:
    JunitWriter(std::ostream& stream, const Options& options) : stream_(&stream), titles_(options.titles) {}

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& plan) const override;
    void put(std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::ostream* stream_;
    Titles titles_;
};

} // namespace plumbline::report
